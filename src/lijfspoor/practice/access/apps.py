"""Declares the room to Django."""

from django.apps import AppConfig


class Access(AppConfig):
    """Practices, colleagues, roles, credentials, and who may do what."""

    name = "lijfspoor.practice.access"
    label = "access"
    default_auto_field = "django.db.models.BigAutoField"
