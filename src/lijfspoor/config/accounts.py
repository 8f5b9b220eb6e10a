"""How people get in: nobody signs up by themselves; a practice invites."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sign-up is closed for everyone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
