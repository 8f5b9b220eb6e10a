"""Sessions of several clients at once: planned side by side, each in its own treatment, and read together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.domain.pathways.permissions.sessions import limit_reason
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.policies import check_can_treat
from lijfspoor.practice.treatment import log_kinds, store
from lijfspoor.practice.treatment.flows.drafts import version_of
from lijfspoor.practice.treatment.flows.notes import written
from lijfspoor.practice.treatment.flows.planning import check_open, room_left
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.paper import Paper, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """When and where a client takes part, and with whom."""

    starts_at: datetime
    minutes: int
    place: str
    therapist: UUID


@dataclass(frozen=True, slots=True)
class Seated:
    """The session planned at each moment, and why some moments got none."""

    sessions: dict[datetime, UUID]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet:
    """One session as it stands now: its paper, which version, and what became of it."""

    id: UUID
    treatment_id: UUID
    client_id: UUID
    paper: Paper
    version: Version
    outcome: SessionHeld | SessionMissed | None
    signed_by: str

    @property
    def signed(self) -> bool:
        """Whether its note was signed."""
        return bool(self.signed_by)


def plan_in_group(*, actor: Actor, treatment_id: UUID, places: Iterable[Place], day: date, now: datetime) -> Seated:
    """Plan a session in a group at each of these places, in time, as far as the agreed number goes (S1-011).

    The caller has checked that a group fits this treatment. Raises NotFound, NotAllowed, NotPossible when it is closed.
    """
    wanted = sorted(places, key=lambda each: each.starts_at)
    with transaction.atomic():
        course = pathway.course_in_hand(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        check_can_treat(actor, people.relation(actor=actor, client_id=course.client_id, day=day))
        check_open(course)
        left = room_left(course)
        fitting = wanted if left is None else wanted[:left]
        made = store.add_sessions(
            {
                "practice_id": actor.practice_id,
                "treatment_id": treatment_id,
                "client_id": course.client_id,
                "starts_at": each.starts_at,
                "minutes": each.minutes,
                "place": each.place,
                "form": "group",
                "therapist_id": each.therapist,
            }
            for each in fitting
        )
        if made:
            record(
                actor=actor,
                kind=log_kinds.SESSIONS_PLANNED,
                at=now,
                clients=(course.client_id,),
                subject=str(treatment_id),
                detail={"sessions": len(made)},
            )
        limit = course.standing.dose.limit
        full = limit is not None and len(fitting) < len(wanted)
        reasons = (limit_reason(course.module, limit).text.nl,) if full and limit is not None else ()
        return Seated({row.starts_at: row.id for row in made}, reasons)


def sheets(*, practice_id: UUID, session_ids: Iterable[UUID]) -> dict[UUID, SessionSheet]:
    """Return these sessions as they stand, in a fixed number of queries. The caller checks the right and logs."""
    rows = store.sessions_named(practice_id, session_ids)
    notes = {note.session_id: note for note in store.notes_on(practice_id, (row.id for row in rows))}
    outcomes = pathway.outcomes(practice_id=practice_id, treatment_ids={row.treatment_id for row in rows})
    return {row.id: _sheet(row, notes.get(row.id), outcomes.get(row.id)) for row in rows}


def _sheet(row: Session, note: Note | None, outcome: SessionHeld | SessionMissed | None) -> SessionSheet:
    return SessionSheet(
        id=row.id,
        treatment_id=row.treatment_id,
        client_id=row.client_id,
        paper=Paper(row.plan, written(note) if note else {}),
        version=version_of(row, note),
        outcome=outcome,
        signed_by=note.signed_by if note and note.signed_at else "",
    )
