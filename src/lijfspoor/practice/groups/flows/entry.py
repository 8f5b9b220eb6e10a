"""How flows of this room begin: the group or its session, and the right to act."""

from datetime import date
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.groups import policies, store
from lijfspoor.practice.groups.cards import GroupCard, GroupDetails, MeetingCard
from lijfspoor.practice.groups.models import Group, Meeting, Seat
from lijfspoor.practice.groups.roster import RosterFact, taken, waiting
from lijfspoor.practice.library import flows as library


def group_to_run(*, actor: Actor, group_id: UUID) -> Group:
    """Return a group for one of its therapists. Raises NotFound or NotAllowed."""
    group = known_group(actor=actor, group_id=group_id)
    policies.check_can_run(actor, therapists_of(group))
    return group


def known_group(*, actor: Actor, group_id: UUID) -> Group:
    """Return a group of the practice for who works with groups. Raises NotFound."""
    group = store.group(actor.practice_id, group_id)
    if group is None:
        raise NotFound
    policies.check_can_see_group(actor, 0)
    return group


def meeting_to_run(*, actor: Actor, meeting_id: UUID) -> Meeting:
    """Return a session of a group in hand for one of its therapists. Raises NotFound or NotAllowed."""
    found = store.meeting(actor.practice_id, meeting_id)
    if found is None:
        raise NotFound
    policies.check_can_see_meeting(actor, therapists_of(found.group), 0)
    policies.check_can_run(actor, therapists_of(found.group))
    if store.lock_meeting(actor.practice_id, meeting_id) is None:
        raise NotFound
    return found


def therapists_of(group: Group) -> tuple[UUID, ...]:
    """Return the ids of a group's therapists."""
    return tuple(each for each in (group.therapist_id, group.co_therapist_id) if each)


def details_of(group: Group) -> GroupDetails:
    """Return what was filled in about a group."""
    return GroupDetails(
        name=group.name,
        pin=group.pin,
        therapist=group.therapist_id,
        co_therapist=group.co_therapist_id,
        place=group.place,
        weekday=group.weekday,
        at=group.at,
        minutes=group.minutes,
        takes_in=group.takes_in,
        most=group.most,
        begins_on=group.begins_on,
        ends_on=group.ends_on,
    )


def card_of(group: Group, facts: list[RosterFact], day: date) -> GroupCard:
    """Return a group as it stands on `day`."""
    return GroupCard(
        id=group.id,
        details=details_of(group),
        module=library.module(practice_id=group.practice_id, pin=group.pin),
        names=names_of(group),
        taken=taken(facts, day),
        waits=len(waiting(facts)),
        version=group.version,
    )


def names_of(group: Group) -> tuple[str, ...]:
    """Return the names of a group's therapists, who leads it first."""
    return tuple(each.user.name for each in (group.therapist, group.co_therapist) if each)


def meeting_card(meeting: Meeting, seats: list[Seat]) -> MeetingCard:
    """Return a session of a group with those who have a seat in it."""
    return MeetingCard(
        id=meeting.id,
        group_id=meeting.group_id,
        group_name=meeting.group.name,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        place=meeting.place,
        therapist_names=names_of(meeting.group),
        clients=tuple(seat.client_id for seat in seats),
        sessions=tuple(seat.session_id for seat in seats),
    )
