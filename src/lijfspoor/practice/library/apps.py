"""Declares the room to Django."""

from django.apps import AppConfig


class Library(AppConfig):
    """Which modules a practice uses: those that ship and its own."""

    name = "lijfspoor.practice.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"
