"""Declares the room to Django."""

from django.apps import AppConfig


class Groups(AppConfig):
    """Groups: several clients treated side by side; who takes part, the sessions, and what was seen of each of them."""

    name = "lijfspoor.practice.groups"
    label = "groups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Watch over what is signed about someone in a group: it names none of the others."""
        from lijfspoor.practice.groups.watching import no_other_named
        from lijfspoor.practice.treatment.neighbours import before_signing

        before_signing(no_other_named)
