"""Declares the room to Django."""

from django.apps import AppConfig


class Finder(AppConfig):
    """Therapists that visitors can find."""

    name = "lijfspoor.practice.finder"
    label = "finder"

    def ready(self) -> None:
        """Listen to what changes in access: credentials, and who leaves."""
        from lijfspoor.practice.finder import listening

        listening.listen()
