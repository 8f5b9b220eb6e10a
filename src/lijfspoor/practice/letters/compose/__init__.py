"""Writes the body of a letter from module, standing and facts; no database, nothing invented."""
