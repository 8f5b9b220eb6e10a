"""Cards given to clients and those around them: who gave which version to whom, and when."""
