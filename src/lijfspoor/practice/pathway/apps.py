"""Declares the room to Django."""

from django.apps import AppConfig


class Pathway(AppConfig):
    """The course of each treatment: its pinned module, every fact that happened, and its standing."""

    name = "lijfspoor.practice.pathway"
    label = "pathway"
    default_auto_field = "django.db.models.BigAutoField"
