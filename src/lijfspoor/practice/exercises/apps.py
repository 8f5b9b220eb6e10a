"""Declares the room to Django."""

from django.apps import AppConfig


class Exercises(AppConfig):
    """Exercises in use: found, added, adapted, hidden, held against what is known of a client, and counted."""

    name = "lijfspoor.practice.exercises"
    label = "exercises"
    default_auto_field = "django.db.models.BigAutoField"
