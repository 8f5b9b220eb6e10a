"""Records in from other systems."""
