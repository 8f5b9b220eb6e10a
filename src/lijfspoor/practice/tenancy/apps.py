"""Declares the room to Django."""

from django.apps import AppConfig


class Tenancy(AppConfig):
    """Keeps every row inside its practice, every date inside bounds, and asks the clock."""

    name = "lijfspoor.practice.tenancy"
    label = "tenancy"
    default_auto_field = "django.db.models.BigAutoField"
