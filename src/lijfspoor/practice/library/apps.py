"""Declares the room to Django."""

from django.apps import AppConfig


class Library(AppConfig):
    """Which modules a practice uses: those that ship and its own."""

    name = "lijfspoor.practice.library"
    label = "library"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell which evaluations a practice can set the rhythm of."""
        from lijfspoor.practice.access.neighbours import evaluations_come_from
        from lijfspoor.practice.library.offers import evaluations

        evaluations_come_from(evaluations)
