"""Minutes: the words that go with a talk or an evaluation, signed as they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment import store_course
from lijfspoor.practice.treatment.models import Note

Kind = Literal["talk", "evaluation", "reporting_code", "joining"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes as kept; `subject` is the id of the fact they go with, or the step of the reporting code."""

    subject: str
    body: Mapping[str, Any]
    by: str
    at: datetime


def keep(*, actor: Actor, at: Course, kind: Kind, subject: str, body: dict[str, Any], now: datetime) -> None:
    """Keep minutes with the treatment; the caller has checked the right and writes the logbook."""
    store_course.add_minutes(
        practice_id=actor.practice_id,
        treatment_id=at.treatment_id,
        client_id=at.client_id,
        author_id=actor.member_id,
        by=actor.name,
        at=now,
        kind=kind,
        subject=subject,
        body=body,
    )


def kept(*, practice_id: UUID, treatment_id: UUID, kind: Kind) -> tuple[Minutes, ...]:
    """Return the minutes of a kind, the oldest first. The caller has checked the right."""
    rows = store_course.minutes(practice_id, treatment_id, (kind,))
    return tuple(map(of, rows))


def of(row: Note) -> Minutes:
    """Return minutes as pages read them."""
    return Minutes(subject=row.subject, body=row.body, by=row.saved_by, at=row.saved_at)


def require(text: str, field: str, words: str) -> None:
    """Raise NotUnderstood on `field` unless something was written."""
    if not text.strip():
        raise NotUnderstood({field: words})


def require_past(on: date, day: date) -> None:
    """Raise NotUnderstood unless `on` is today or earlier."""
    if on > day:
        raise NotUnderstood({"on": "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."})
