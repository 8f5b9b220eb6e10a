"""Declares the room to Django."""

from django.apps import AppConfig


class People(AppConfig):
    """Clients, the people around them, authority, and consents."""

    name = "lijfspoor.practice.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
