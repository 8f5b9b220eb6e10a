"""The rooms of the practice: one Django app for each thing a practice does."""
