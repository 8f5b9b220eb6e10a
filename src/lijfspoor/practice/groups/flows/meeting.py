"""Flows on the sessions of a group: planning a series on the fixed slot, seating who joined, dropping one."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.groups import log_kinds, store
from lijfspoor.practice.groups.cards import MeetingWish, Unseated
from lijfspoor.practice.groups.flows.entry import group_to_run, meeting_to_run
from lijfspoor.practice.groups.flows.seating import seat_in
from lijfspoor.practice.groups.models import Group, Meeting
from lijfspoor.practice.groups.roster import taking_part
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.look import dutch
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment import flows as treatment
from lijfspoor.practice.treatment.flows.series import starts_of


def plan_meetings(*, actor: Actor, group_id: UUID, wish: MeetingWish, day: date, now: datetime) -> tuple[Unseated, ...]:
    """Plan weekly sessions of a group at the same wall-clock time, each participant with a session of their own.

    Returns who got no seat in some of them, and why (S1-011); for the others it goes on. Raises NotUnderstood.
    """
    with transaction.atomic():
        group = group_to_run(actor=actor, group_id=group_id)
        store.lock_group(actor.practice_id, group_id)
        starts = starts_of(first=wish.first, at=wish.at, times=wish.times, minutes=wish.minutes, times_field="times")
        _check(group, starts, store.meetings(actor.practice_id, group_id))
        made = store.add_meetings(
            {
                "practice_id": actor.practice_id,
                "group_id": group_id,
                "starts_at": at,
                "minutes": wish.minutes,
                "place": wish.place.strip(),
            }
            for at in starts
        )
        record(
            actor=actor,
            kind=log_kinds.MEETINGS_PLANNED,
            at=now,
            subject=str(group_id),
            detail={"sessions": len(made)},
        )
        return _seat_all(actor, group_id, [_with(group, each) for each in made], day, now)


def fill_seats(*, actor: Actor, meeting_id: UUID, day: date, now: datetime) -> tuple[Unseated, ...]:
    """Give every participant of the day who has no seat in this session one, where that is allowed by now."""
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        return _seat_all(actor, meeting.group_id, [meeting], day, now)


def drop_meeting(*, actor: Actor, meeting_id: UUID, day: date, now: datetime) -> None:
    """Take a session of a group off the agenda with the sessions of its participants.

    Raises NotPossible when something was written or recorded already.
    """
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        if store.note_of(actor.practice_id, meeting_id) is not None:
            raise NotPossible("Bij deze sessie is al iets geschreven. Leg vast wie er niet was; de tekst blijft dan.")
        seats = store.seats(actor.practice_id, (meeting_id,))
        for seat in seats:
            treatment.drop_session(actor=actor, session_id=seat.session_id, day=day, now=now)
        store.drop_meeting(actor.practice_id, meeting_id)
        clients = tuple(seat.client_id for seat in seats)
        record(actor=actor, kind=log_kinds.MEETING_DROPPED, at=now, clients=clients, subject=str(meeting.id))


def _seat_all(actor: Actor, group_id: UUID, meetings: list[Meeting], day: date, now: datetime) -> tuple[Unseated, ...]:
    facts = store.roster(actor.practice_id, (group_id,))[group_id]
    theirs: dict[UUID, list[Meeting]] = {}
    for meeting in meetings:
        for each in taking_part(facts, day_of(meeting.starts_at)):
            theirs.setdefault(each.treatment_id, []).append(meeting)
    clients = {each.treatment_id: each.client_id for each in facts}
    cards = people.client_cards(practice_id=actor.practice_id, client_ids={clients[one] for one in theirs})
    left_out: list[Unseated] = []
    # In one order whatever the group, so that two groups with the same clients never wait for each other.
    for treatment_id, wanted in sorted(theirs.items(), key=lambda one: str(one[0])):
        reasons = seat_in(actor=actor, treatment_id=treatment_id, meetings=wanted, day=day, now=now)
        if reasons:
            left_out.append(Unseated(cards[clients[treatment_id]].short, reasons))
    return tuple(left_out)


def _with(group: Group, meeting: Meeting) -> Meeting:
    meeting.group = group
    return meeting


def _check(group: Group, starts: tuple[datetime, ...], known: list[Meeting]) -> None:
    if day_of(starts[0]) < group.begins_on:
        raise NotUnderstood({"first": f"De groep begint op {dutch.day(group.begins_on)}."})
    if group.ends_on is not None and day_of(starts[-1]) > group.ends_on:
        raise NotUnderstood({"times": f"De groep eindigt op {dutch.day(group.ends_on)}. Kies minder weken."})
    there = {each.starts_at for each in known}
    if twice := [at for at in starts if at in there]:
        raise NotUnderstood({"first": f"Op {dutch.day(twice[0])} is er om deze tijd al een sessie van de groep."})
