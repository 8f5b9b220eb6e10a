"""Exercises (werkvormen) in use: those that ship and the practice's own, what fits a client, and what was done."""
