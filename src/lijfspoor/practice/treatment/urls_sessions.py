"""Addresses of sessions."""
urls_sessions = []
