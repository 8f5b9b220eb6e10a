"""Exercises (werkvormen): what one can do in a session, what it asks and for whom it is not; which fit now, and why."""
