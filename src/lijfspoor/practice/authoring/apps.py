"""Declares the room to Django."""

from django.apps import AppConfig


class Authoring(AppConfig):
    """Writing modules of the practice's own."""

    name = "lijfspoor.practice.authoring"
    label = "authoring"
    default_auto_field = "django.db.models.BigAutoField"
