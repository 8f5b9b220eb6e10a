"""Declares the room to Django."""

from django.apps import AppConfig


class Education(AppConfig):
    """Cards given to clients and those around them."""

    name = "lijfspoor.practice.education"
    label = "education"
    default_auto_field = "django.db.models.BigAutoField"
