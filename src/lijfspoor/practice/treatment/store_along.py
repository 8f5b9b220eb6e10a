"""Reading sessions beside a course that is known already, and the next one of many clients."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Min, OuterRef, Subquery

from lijfspoor.practice.tenancy.scope import ScopedQuerySet
from lijfspoor.practice.treatment.models import Note, Session


def sessions_with_notes(practice_id: UUID, treatment_id: UUID) -> list[Session]:
    """Return the sessions of a treatment that were not dropped, in time, each with the state of its note."""
    note = Note.objects.in_practice(practice_id).filter(session_id=OuterRef("id"), amends__isnull=True)
    planned = Session.objects.in_practice(practice_id).filter(treatment_id=treatment_id, dropped=False)
    rows: ScopedQuerySet[Any] = (
        planned.annotate(
            note_id=Subquery(note.values("id")[:1]),
            note_author=Subquery(note.values("author_id")[:1]),
            note_signed=Subquery(note.values("signed_at")[:1]),
        )
        .select_related("therapist__user")
        .order_by("starts_at", "id")
    )
    return list(rows)


def next_starts(practice_id: UUID, client_ids: Iterable[UUID], after: datetime) -> dict[UUID, datetime]:
    """Return for each of these clients when the first session from `after` on starts, in one query."""
    rows = Session.objects.in_practice(practice_id).filter(
        client_id__in=tuple(client_ids), starts_at__gte=after, dropped=False
    )
    return dict(rows.order_by().values_list("client_id").annotate(first=Min("starts_at")))
