"""Reading and writing the minutes that go with talks, evaluations and the reporting code."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from lijfspoor.practice.treatment.models import Note


def add_minutes(
    *,
    practice_id: UUID,
    treatment_id: UUID,
    client_id: UUID,
    author_id: UUID,
    by: str,
    at: datetime,
    kind: str,
    subject: str,
    body: dict[str, Any],
) -> Note:
    """Add minutes that are signed at once; from then on they never change."""
    made: Note = Note.plain.create(
        practice_id=practice_id,
        treatment_id=treatment_id,
        client_id=client_id,
        author_id=author_id,
        kind=kind,
        subject=subject,
        body=body,
        saved_at=at,
        saved_by=by,
        signed_at=at,
        signed_by=by,
    )
    return made


def minutes(practice_id: UUID, treatment_id: UUID, kinds: Iterable[str]) -> list[Note]:
    """Return the minutes of these kinds, the oldest first."""
    rows = Note.objects.in_practice(practice_id).filter(
        treatment_id=treatment_id, kind__in=tuple(kinds), session__isnull=True
    )
    return list(rows.order_by("saved_at", "id"))


def minutes_about(practice_id: UUID, client_id: UUID, kind: str) -> list[Note]:
    """Return the minutes of a kind about a client, in whatever treatment, the oldest first."""
    rows = Note.objects.in_practice(practice_id).filter(client_id=client_id, kind=kind, session__isnull=True)
    return list(rows.order_by("saved_at", "id"))
