"""Reading groups for pages: the list, one group with who takes part, who can join, and which group fits a client."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.flows import colleagues
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.groups import log_kinds, policies, store
from lijfspoor.practice.groups.cards import GroupCard, MeetingCard
from lijfspoor.practice.groups.flows.entry import card_of, known_group, meeting_card, therapists_of
from lijfspoor.practice.groups.flows.joining import RUNNING, who_decides, why_not
from lijfspoor.practice.groups.models import Group, Meeting
from lijfspoor.practice.groups.policies import can_run
from lijfspoor.practice.groups.roster import RosterFact, standing
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway import overview
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.pathway.overview import TreatmentOutlook
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies as people_policies
from lijfspoor.practice.people.overview import treated_by
from lijfspoor.practice.people.relations import ClientCard, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupList:
    """The groups of the practice with when each meets next."""

    cards: tuple[GroupCard, ...]
    next_at: dict[UUID, datetime]
    own: frozenset[UUID]
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who takes part, waits or left, as far as this reader may see them; `course` for who reads the file."""

    fact: RosterFact
    client: ClientCard
    relation: Relation
    course: Course | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFile:
    """A group with who takes part and its sessions."""

    card: GroupCard
    runs: bool
    may_join: bool
    people: tuple[Participant, ...]
    meetings: tuple[MeetingCard, ...]
    day: date
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A client with a running treatment who could join a group."""

    treatment_id: UUID
    client: ClientCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What the form for joining starts from: who decides, and what speaks against it."""

    card: GroupCard
    course: Course
    deciding: tuple[tuple[str, str], ...]
    against: tuple[str, ...]
    against_waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A group for one client, with why they cannot join it now; `here` when they take part already."""

    card: GroupCard
    against: tuple[str, ...]
    here: bool


def read_groups(*, actor: Actor, day: date, now: datetime) -> GroupList:
    """Return the groups of the practice, in a fixed number of queries; names no client."""
    policies.check_can_see_group(actor, 0)
    with transaction.atomic():
        rows = store.groups(actor.practice_id)
        facts = store.roster(actor.practice_id, (row.id for row in rows))
        coming = store.next_starts(actor.practice_id, now)
        record(actor=actor, kind=log_kinds.GROUPS_READ, at=now)
        return GroupList(
            cards=tuple(card_of(row, facts[row.id], day) for row in rows),
            next_at=coming,
            own=frozenset(row.id for row in rows if can_run(actor, therapists_of(row))),
            opens=policies.can_open_group(actor),
        )


def read_group(*, actor: Actor, group_id: UUID, day: date, now: datetime) -> GroupFile:
    """Return a group; of the participants only those this reader may see. Raises NotFound."""
    with transaction.atomic():
        row = _seen(actor, group_id)
        facts = store.roster(actor.practice_id, (group_id,))[group_id]
        people_ = _participants(actor, facts, day)
        policies.check_can_see_group(actor, len(people_))
        rows = store.meetings(actor.practice_id, group_id)
        seen = {each.client.id for each in people_}
        record(actor=actor, kind=log_kinds.GROUP_READ, at=now, clients=tuple(seen), subject=str(group_id))
        return GroupFile(
            card=card_of(row, facts, day),
            runs=can_run(actor, therapists_of(row)),
            may_join=policies.can_open_group(actor),
            people=people_,
            meetings=meeting_cards(actor.practice_id, rows),
            day=day,
            now=now,
        )


def read_details(*, actor: Actor, group_id: UUID, day: date) -> GroupCard:
    """Return a group to change it, for its therapists. Raises NotFound or NotAllowed."""
    row = known_group(actor=actor, group_id=group_id)
    policies.check_can_run(actor, therapists_of(row))
    return card_of(row, store.roster(actor.practice_id, (group_id,))[group_id], day)


def read_choices(*, actor: Actor, day: date) -> tuple[tuple[CareModule, ...], tuple[tuple[UUID, str], ...]]:
    """Return the modules that know groups, and the therapists of the practice, to make a group of."""
    policies.check_can_open_group(actor)
    known = library.modules(practice_id=actor.practice_id).values()
    here = colleagues(practice_id=actor.practice_id, role=Role.THERAPIST, day=day)
    return tuple(each for each in known if each.knows_groups), tuple((one.member_id, one.name) for one in here)


def read_candidates(*, actor: Actor, group_id: UUID, day: date, now: datetime) -> tuple[GroupCard, list[Candidate]]:
    """Return the reader's own clients with a running treatment along the module of a group, who do not take part."""
    with transaction.atomic():
        row = known_group(actor=actor, group_id=group_id)
        policies.check_can_open_group(actor)
        facts = store.roster(actor.practice_id, (group_id,))[group_id]
        card = card_of(row, facts, day)
        here = {each.treatment_id for each in standing(facts, date.max) if each.kind == "joined"}
        mine = tuple(row["client_id"] for row in treated_by(actor=actor, day=day))
        found = [
            Candidate(treatment_id=one.treatment_id, client=one.client)
            for one in overview.outlooks_of(practice_id=actor.practice_id, client_ids=mine)
            if _fits(one, card) and one.treatment_id not in here
        ]
        clients = tuple(dict.fromkeys(one.client.id for one in found))
        record(actor=actor, kind=log_kinds.CHOOSING_READ, at=now, clients=clients, subject=str(group_id))
        return card, sorted(found, key=lambda one: one.client.name)


def read_joining(*, actor: Actor, group_id: UUID, treatment_id: UUID, day: date, now: datetime) -> Joining:
    """Return what letting this client join a group starts from. Raises NotFound or NotAllowed."""
    with transaction.atomic():
        row = known_group(actor=actor, group_id=group_id)
        course = _to_treat(actor, treatment_id, day)
        card = card_of(row, store.roster(actor.practice_id, (group_id,))[group_id], day)
        record(actor=actor, kind=log_kinds.CHOOSING_READ, at=now, clients=(course.client_id,), subject=str(group_id))
        needed = who_decides(course) or ()
        return Joining(
            card=card,
            course=course,
            deciding=tuple((one.person, one.name or course.around.card.name) for one in needed),
            against=why_not(card, course),
            against_waiting=why_not(card, course, waits=True),
        )


def read_choosing(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> tuple[Course, tuple[Choice, ...]]:
    """Return every group that still runs, for this client: those with room first (S2-100)."""
    with transaction.atomic():
        course = _to_treat(actor, treatment_id, day)
        rows = store.groups(actor.practice_id)
        facts = store.roster(actor.practice_id, (row.id for row in rows))
        record(actor=actor, kind=log_kinds.CHOOSING_READ, at=now, clients=(course.client_id,))
        found = []
        for row in rows:
            card = card_of(row, facts[row.id], day)
            joined = (each.treatment_id for each in standing(facts[row.id], date.max) if each.kind == "joined")
            if not card.ended(day):
                found.append(Choice(card=card, against=why_not(card, course), here=treatment_id in joined))
        return course, tuple(sorted(found, key=lambda each: bool(each.against)))


def meetings_between(
    *, practice_id: UUID, start: datetime, end: datetime, therapist: UUID | None
) -> tuple[MeetingCard, ...]:
    """Return the group sessions of a period in two queries: of this therapist's groups, or of the whole practice.

    The caller checks which of the clients the reader may see, and logs.
    """
    return meeting_cards(practice_id, store.meetings_between(practice_id, start, end, therapist))


def meeting_cards(practice_id: UUID, rows: Iterable[Meeting]) -> tuple[MeetingCard, ...]:
    """Return these group sessions with who has a seat, in one query (none when there are no sessions)."""
    known = tuple(rows)
    seats = store.seats(practice_id, (row.id for row in known)) if known else []
    return tuple(meeting_card(row, [seat for seat in seats if seat.meeting_id == row.id]) for row in known)


def _seen(actor: Actor, group_id: UUID) -> Group:
    row = store.group(actor.practice_id, group_id)
    if row is None:
        raise NotFound
    return row


def _participants(actor: Actor, facts: list[RosterFact], day: date) -> tuple[Participant, ...]:
    ids = {each.client_id for each in facts}
    relations = people.relations(actor=actor, client_ids=ids, day=day)
    seen = {id_ for id_, one in relations.items() if people_policies.can_see_client(actor, one)}
    cards = people.client_cards(practice_id=actor.practice_id, client_ids=seen)
    named = [each for each in _latest(facts, day) if each.client_id in seen]
    read = {each.treatment_id for each in named if relations[each.client_id].may_read_file}
    courses = pathway.courses_named(practice_id=actor.practice_id, treatment_ids=read, day=day)
    return tuple(
        Participant(
            fact=each,
            client=cards[each.client_id],
            relation=relations[each.client_id],
            course=courses.get(each.treatment_id),
        )
        for each in named
    )


def _latest(facts: list[RosterFact], day: date) -> tuple[RosterFact, ...]:
    """What counts on the day, and for who is still to join what is to come."""
    now = standing(facts, day)
    known = {each.treatment_id for each in now}
    return (*now, *(each for each in standing(facts, date.max) if each.treatment_id not in known))


def _to_treat(actor: Actor, treatment_id: UUID, day: date) -> Course:
    course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
    relation = people.relation(actor=actor, client_id=course.client_id, day=day)
    people_policies.check_can_treat(actor, relation)
    return course


def _fits(one: TreatmentOutlook, card: GroupCard) -> bool:
    return one.stage in RUNNING and one.module.id == card.module.id
