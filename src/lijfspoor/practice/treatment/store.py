"""Reading and writing sessions and notes."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery, UUIDField

from lijfspoor.practice.tenancy.scope import ScopedQuerySet
from lijfspoor.practice.treatment.models import Note, Session

SESSION = "session"
LONGEST = timedelta(hours=10)


def session(practice_id: UUID, session_id: UUID) -> Session | None:
    """Return a session of this practice that was not dropped, with its therapist."""
    found: Session | None = _planned(practice_id).filter(id=session_id).first()
    return found


def lock_session(practice_id: UUID, session_id: UUID) -> Session | None:
    """Return a session locked until the transaction ends, so that its note and outcome have one writer at a time."""
    rows = Session.objects.in_practice(practice_id).select_for_update()
    found: Session | None = rows.filter(id=session_id, dropped=False).first()
    return found


def sessions_of(practice_id: UUID, treatment_id: UUID) -> list[Session]:
    """Return the sessions of a treatment that were not dropped, in time, with the state of their notes."""
    return list(_with_note(practice_id, _planned(practice_id).filter(treatment_id=treatment_id)))


def sessions_beside(practice_id: UUID, start: datetime, end: datetime, therapist: UUID | None) -> list[Session]:
    """Return, in time, every session of the treatments that have one in the period, with the state of its note."""
    within = Session.objects.in_practice(practice_id).filter(starts_at__gte=start, starts_at__lt=end, dropped=False)
    if therapist is not None:
        within = within.filter(therapist_id=therapist)
    rows = _planned(practice_id).filter(treatment_id__in=within.values("treatment_id"))
    return list(_with_note(practice_id, rows))


def overlapping(
    practice_id: UUID, starts: Iterable[datetime], minutes: int, therapist: UUID, place: str, besides: UUID | None
) -> list[Session]:
    """Return the sessions of this therapist, or in this place, at the same time as one of `starts`, in time."""
    moments = sorted(starts)
    length = timedelta(minutes=minutes)
    same = Q(therapist_id=therapist) | (Q(place__iexact=place) if place else Q())
    rows = Session.objects.in_practice(practice_id).filter(
        same, starts_at__gt=moments[0] - LONGEST, starts_at__lt=moments[-1] + length, dropped=False
    )
    return [
        row
        for row in rows.exclude(id=besides).order_by("starts_at", "id")
        if any(row.starts_at < at + length and at < row.starts_at + timedelta(minutes=row.minutes) for at in moments)
    ]


def add_sessions(rows: Iterable[dict[str, Any]]) -> list[Session]:
    """Add sessions."""
    return list(Session.plain.bulk_create(Session(**row) for row in rows))


def change_session(practice_id: UUID, session_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Change a session that still has this version; tell whether it had."""
    rows = Session.objects.in_practice(practice_id).filter(id=session_id, version=version, dropped=False)
    return rows.update(version=F("version") + 1, **values) == 1


def note_of(practice_id: UUID, session_id: UUID) -> Note | None:
    """Return the note of a session, draft or signed; not what amends it."""
    rows = Note.objects.in_practice(practice_id).filter(session_id=session_id, amends__isnull=True)
    found: Note | None = rows.select_related("author__user").first()
    return found


def notes_of(practice_id: UUID, treatment_id: UUID) -> list[Note]:
    """Return the notes on the sessions of a treatment, without what amends them."""
    rows = Note.objects.in_practice(practice_id).filter(
        treatment_id=treatment_id, session__isnull=False, amends__isnull=True
    )
    return list(rows.select_related("author__user").order_by("saved_at", "id"))


def sessions_named(practice_id: UUID, session_ids: Iterable[UUID]) -> list[Session]:
    """Return these sessions as far as they were not dropped."""
    return list(Session.objects.in_practice(practice_id).filter(id__in=tuple(session_ids), dropped=False))


def notes_on(practice_id: UUID, session_ids: Iterable[UUID]) -> list[Note]:
    """Return the notes of these sessions, draft or signed; not what amends them."""
    return list(Note.objects.in_practice(practice_id).filter(session_id__in=tuple(session_ids), amends__isnull=True))


def amendments(practice_id: UUID, note_id: UUID) -> list[Note]:
    """Return what amends a note, the oldest first."""
    return list(Note.objects.in_practice(practice_id).filter(amends_id=note_id).order_by("signed_at", "id"))


def still_planned(practice_id: UUID, treatment_id: UUID, after: datetime) -> list[Session]:
    """Return the sessions of a treatment planned after a moment on which nothing was written yet."""
    written = Note.objects.in_practice(practice_id).filter(treatment_id=treatment_id, session_id__isnull=False)
    ahead = _planned(practice_id).filter(treatment_id=treatment_id, starts_at__gt=after)
    return list(ahead.exclude(id__in=written.values("session_id")))


def drafts(practice_id: UUID, member_id: UUID) -> list[Note]:
    """Return the unsigned notes of a colleague with their sessions, the oldest first."""
    rows = Note.objects.in_practice(practice_id).filter(author_id=member_id, signed_at__isnull=True)
    return list(rows.select_related("session").order_by("saved_at", "id"))


def add_note(values: dict[str, Any]) -> Note:
    """Add a note. Raises IntegrityError when the session has one already."""
    made: Note = Note.plain.create(**values)
    return made


def change_draft(practice_id: UUID, note_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Change a draft that still has this version and is not signed; tell whether it had."""
    rows = Note.objects.in_practice(practice_id).filter(id=note_id, version=version, signed_at__isnull=True)
    return rows.update(version=F("version") + 1, **values) == 1


def _planned(practice_id: UUID) -> ScopedQuerySet[Session]:
    rows = Session.objects.in_practice(practice_id).filter(dropped=False)
    return rows.select_related("client", "therapist__user").order_by("starts_at", "id")


def _with_note(practice_id: UUID, rows: ScopedQuerySet[Session]) -> ScopedQuerySet[Session]:
    note = Note.objects.in_practice(practice_id).filter(session_id=OuterRef("id"), amends__isnull=True)
    annotated: ScopedQuerySet[Any] = rows.annotate(
        note_id=Subquery(note.values("id")[:1], output_field=UUIDField()),
        note_author=Subquery(note.values("author_id")[:1], output_field=UUIDField()),
        note_signed=Subquery(note.values("signed_at")[:1]),
    )
    return annotated
