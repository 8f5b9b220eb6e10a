"""Keeps every row inside its practice, every date inside bounds, and asks the clock."""
