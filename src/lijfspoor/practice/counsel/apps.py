"""Declares the room to Django."""

from django.apps import AppConfig


class Counsel(AppConfig):
    """Case questions to colleagues and invited experts."""

    name = "lijfspoor.practice.counsel"
    label = "counsel"
    default_auto_field = "django.db.models.BigAutoField"
