"""Declares the room to Django."""

from django.apps import AppConfig


class Logbook(AppConfig):
    """Who saw or changed what: append-only and hash-chained (NEN 7513)."""

    name = "lijfspoor.practice.logbook"
    label = "logbook"
    default_auto_field = "django.db.models.BigAutoField"
