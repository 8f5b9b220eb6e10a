"""Clients, the people around them, authority, and consents."""
