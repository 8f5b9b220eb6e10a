"""Practices, colleagues, roles, credentials, and who may do what."""
