"""Declares the room to Django."""

from django.apps import AppConfig


class Pathway(AppConfig):
    """The course of each treatment: its pinned module, every fact that happened, and its standing."""

    name = "lijfspoor.practice.pathway"
    label = "pathway"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to changes in what colleagues are qualified for."""
        from lijfspoor.practice.access.neighbours import when_credentials_change
        from lijfspoor.practice.pathway.staleness import credentials_changed

        when_credentials_change(credentials_changed)
