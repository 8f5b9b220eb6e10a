"""Reading a week of the agenda."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.desk import log_kinds
from lijfspoor.practice.desk.flows.gathered import Gathered, gather
from lijfspoor.practice.desk.flows.today import bounds
from lijfspoor.practice.desk.seats import Seat, seat_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.flows import reading as treatment

DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week from `monday` on, with the sessions of the colleague, or of the whole practice for administration."""

    seat: Seat
    monday: date
    sessions: tuple[SessionCard, ...]
    groups: tuple[Gathered, ...]


def read_week(*, actor: Actor, monday: date, now: datetime) -> Week:
    """Return a week: a therapist's own sessions, and for administration those of everyone."""
    seat = seat_of(actor)
    own: UUID | None = actor.member_id if seat.treats else None
    with transaction.atomic():
        start, end = bounds(monday, DAYS)
        sessions = (
            treatment.sessions_between(practice_id=actor.practice_id, start=start, end=end, therapist=own)
            if seat.treats or seat.office
            else ()
        )
        alone, groups = (
            gather(practice_id=actor.practice_id, start=start, end=end, therapist=own, sessions=sessions)
            if seat.treats or seat.office
            else ((), ())
        )
        clients = tuple(dict.fromkeys(each.client.id for each in sessions))
        record(actor=actor, kind=log_kinds.WEEK_READ, at=now, clients=clients)
        return Week(seat=seat, monday=monday, sessions=alone, groups=groups)
