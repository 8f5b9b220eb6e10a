"""The guide at the keyboard: a situation from a file, its advice as text or JSON; no Django."""
