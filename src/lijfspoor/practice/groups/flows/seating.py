"""Giving participants their own session in a session of the group, and taking it away again."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.groups import store
from lijfspoor.practice.groups.models import Meeting
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.treatment import flows as treatment
from lijfspoor.practice.treatment.flows.gathering import Place, plan_in_group


def seat_in(
    *, actor: Actor, treatment_id: UUID, meetings: Iterable[Meeting], day: date, now: datetime
) -> tuple[str, ...]:
    """Plan this participant's own session in each of these, in time, as far as their agreed number goes (S1-011).

    Returns why some got none. One that has a seat already keeps it.
    """
    wanted = {each.starts_at: each for each in meetings}
    known = store.seats(actor.practice_id, (each.id for each in wanted.values()))
    here = {seat.meeting_id for seat in known if seat.treatment_id == treatment_id}
    open_ = {at: each for at, each in wanted.items() if each.id not in here}
    if not open_:
        return ()
    places = [
        Place(starts_at=at, minutes=each.minutes, place=each.place, therapist=each.group.therapist_id)
        for at, each in open_.items()
    ]
    try:
        made = plan_in_group(actor=actor, treatment_id=treatment_id, places=places, day=day, now=now)
    except NotPossible as refusal:
        return (refusal.message, *refusal.reasons)
    course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    store.add_seats(
        {
            "practice_id": actor.practice_id,
            "meeting_id": open_[at].id,
            "session_id": session_id,
            "treatment_id": treatment_id,
            "client_id": course.client_id,
        }
        for at, session_id in made.sessions.items()
    )
    return made.reasons


def unseat(*, actor: Actor, treatment_id: UUID, meetings: Iterable[Meeting], day: date, now: datetime) -> None:
    """Take this participant's own sessions off the agenda; one on which something was written or recorded stays."""
    for seat in store.seats(actor.practice_id, (each.id for each in meetings)):
        if seat.treatment_id == treatment_id:
            with suppress(NotPossible):
                treatment.drop_session(actor=actor, session_id=seat.session_id, day=day, now=now)
