"""Declares the room to Django."""

from django.apps import AppConfig


class Desk(AppConfig):
    """Pages that combine rooms: the day, the client's file, the week."""

    name = "lijfspoor.practice.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
