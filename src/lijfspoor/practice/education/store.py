"""Reading and writing which cards were given."""

from typing import Any
from uuid import UUID

from lijfspoor.practice.education.models import SharedCard


def add(practice_id: UUID, values: dict[str, Any]) -> SharedCard:
    """Add a row."""
    made: SharedCard = SharedCard.plain.create(practice_id=practice_id, **values)
    return made


def of_client(practice_id: UUID, client_id: UUID) -> list[SharedCard]:
    """Return every row about a client, the newest first, in one query."""
    rows = SharedCard.objects.in_practice(practice_id).filter(client_id=client_id)
    return list(rows.order_by("-shared_on", "-recorded_at", "id"))


def shared(practice_id: UUID, share_id: UUID) -> SharedCard | None:
    """Return a card that was given, or None; a row that takes one back is none."""
    rows = SharedCard.objects.in_practice(practice_id).filter(takes_back__isnull=True)
    found: SharedCard | None = rows.filter(id=share_id).first()
    return found


def taken_back(practice_id: UUID, share_id: UUID) -> bool:
    """Tell whether a card that was given was taken back."""
    return bool(SharedCard.objects.in_practice(practice_id).filter(takes_back_id=share_id).exists())
