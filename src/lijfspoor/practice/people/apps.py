"""Declares the room to Django."""

from django.apps import AppConfig


class People(AppConfig):
    """Clients, the people around them, authority, and consents."""

    name = "lijfspoor.practice.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to colleagues who leave."""
        from lijfspoor.practice.access.neighbours import when_member_leaves
        from lijfspoor.practice.people.leaving import end_all_relations

        when_member_leaves(end_all_relations)
