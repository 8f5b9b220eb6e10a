"""Declares the room to Django."""

from django.apps import AppConfig


class Letters(AppConfig):
    """Letters to referrers, lead clinicians, parents and school, kept as sent."""

    name = "lijfspoor.practice.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
