"""What search engines ask: which public pages there are, in which languages, and what they may read."""
