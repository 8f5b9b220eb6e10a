"""Declares the room to Django."""

from django.apps import AppConfig


class Exchange(AppConfig):
    """Records in from other systems."""

    name = "lijfspoor.practice.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"
