"""Who is signed in, read together with where they work: one question to the database instead of two."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from lijfspoor.practice.access import store
from lijfspoor.practice.access.models import Membership, User
from lijfspoor.practice.tenancy.clock import day_of, now


class SeatedBackend(AuthenticationBackend):  # type: ignore[misc]  # the sign-in library carries no types
    """Signs people in as the library does; the user of a session brings along the seats they hold today."""

    def get_user(self, user_id: Any) -> User | None:  # noqa: ANN401  # Django's own signature
        """Return the user of a session with their seats, or None when they may not sign in (any more)."""
        rows = store.memberships(UUID(str(user_id)), day_of(now()))
        if not rows:
            found: User | None = super().get_user(user_id)
            return found
        user: User = rows[0].user
        if not self.user_can_authenticate(user):
            return None
        user.seats_today = tuple(rows)
        return user


def seats_of(user: object) -> tuple[Membership, ...] | None:
    """Return the seats a user brought along, or None when they brought none."""
    found: tuple[Membership, ...] | None = getattr(user, "seats_today", None)
    return found
