"""Flows on who takes part: joining, waiting for a place, leaving."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.consent import Holder, Needed, consenters
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.groups import log_kinds, policies, store
from lijfspoor.practice.groups.cards import GroupCard
from lijfspoor.practice.groups.flows.binding import bind, unbind
from lijfspoor.practice.groups.flows.entry import card_of, known_group, therapists_of
from lijfspoor.practice.groups.flows.seating import seat_in, unseat
from lijfspoor.practice.groups.models import Group
from lijfspoor.practice.groups.roster import standing, taking_part
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.overview import holding
from lijfspoor.practice.people.policies import check_can_treat
from lijfspoor.practice.tenancy.clock import day_of

RUNNING = (Stage.UNDER_WAY, Stage.TAPERING)


def join_group(
    *,
    actor: Actor,
    group_id: UUID,
    treatment_id: UUID,
    on: date,
    agreed: Iterable[str],
    waits: bool = False,
    day: date,
    now: datetime,
) -> tuple[str, ...]:
    """Let a client take part from `on`, or wait for a place; plan their own session in what the group planned.

    `agreed` holds who said yes to being in a group with others: everyone who decides must (our own rule). Returns why
    some sessions got no seat. Raises NotPossible with the reasons, NotUnderstood without a yes.
    """
    with transaction.atomic():
        group = _in_hand(actor, group_id)
        course = pathway.course_in_hand(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        check_can_treat(actor, people.relation(actor=actor, client_id=course.client_id, day=day))
        facts = store.roster(actor.practice_id, (group_id,))[group_id]
        if any(each.treatment_id == treatment_id for each in taking_part(facts, date.max)):
            return ()
        card = card_of(group, facts, day)
        if against := why_not(card, course, waits=waits):
            raise NotPossible("Meedoen in deze groep kan nu niet.", against)
        if card.ended(on):
            raise NotUnderstood({"on": "De groep is dan al voorbij."})
        said = _agreed(course, agreed)
        bound = bind(actor=actor, client_id=course.client_id, therapists=therapists_of(group), day=day, now=now)
        fact = {"kind": "waits" if waits else "joined", "on": on, "agreed": said, "bound": [str(id_) for id_ in bound]}
        _record(actor, group, course.treatment_id, course.client_id, fact, now)
        if waits:
            return ()
        coming = [each for each in store.meetings(actor.practice_id, group_id) if _ahead(each.starts_at, on, day)]
        return seat_in(actor=actor, treatment_id=treatment_id, meetings=coming, day=day, now=now)


def leave_group(
    *, actor: Actor, group_id: UUID, treatment_id: UUID, on: date, reason: str, day: date, now: datetime
) -> None:
    """Let a client take part no longer from `on`: seats from then on fall away, what was written stays."""
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf kort waarom."})
    with transaction.atomic():
        group = _in_hand(actor, group_id)
        facts = store.roster(actor.practice_id, (group_id,))[group_id]
        last = next((each for each in standing(facts, date.max) if each.treatment_id == treatment_id), None)
        if last is None:
            raise NotFound
        check_can_treat(actor, people.relation(actor=actor, client_id=last.client_id, day=day))
        if last.kind == "left":
            return
        if on < last.on:
            raise NotUnderstood({"on": "Deze dag ligt voor de dag van meedoen."})
        fact = {"kind": "left", "on": on, "reason": reason.strip()}
        _record(actor, group, treatment_id, last.client_id, fact, now)
        coming = [each for each in store.meetings(actor.practice_id, group_id) if _ahead(each.starts_at, on, day)]
        unseat(actor=actor, treatment_id=treatment_id, meetings=coming, day=day, now=now)
        members = store.bound_by(actor.practice_id, group_id, treatment_id)
        if on <= day:
            unbind(actor=actor, client_id=last.client_id, members=members, day=day, now=now)


def why_not(card: GroupCard, course: Course, *, waits: bool = False) -> tuple[str, ...]:
    """Return why a client cannot take part in a group now; nothing when they can."""
    day, found = course.on_day, []
    if card.ended(day):
        found.append("Deze groep is afgelopen.")
    elif card.shut(day):
        found.append("Dit is een gesloten groep die al loopt. Er komt niemand meer bij.")
    if course.module.id != card.module.id:
        found.append(f"Deze groep hoort bij een andere module: {card.module.short_title.nl}.")
    if course.standing.stage not in RUNNING:
        found.append("De behandeling van deze cliënt loopt nog niet, of is afgerond.")
    if not card.room and not waits:
        found.append(f"De groep is vol: {card.taken} van {card.details.most} plaatsen zijn bezet.")
    return tuple(found)


def who_decides(course: Course) -> tuple[Needed, ...] | None:
    """Return whose yes to a group is needed on the day; None when that is not known."""
    held = holding(course.around.authority, course.on_day)
    holders = tuple(Holder(str(contact), one.name, one.guardian) for contact, one in held.items())
    return consenters(course.around.card.born, holders, course.on_day)


def _agreed(course: Course, said: Iterable[str]) -> list[str]:
    needed = who_decides(course)
    if needed is None:
        raise NotPossible("Meedoen in een groep kan nu niet.", ("Het is niet bekend wie voor deze cliënt beslist.",))
    yes = set(said)
    if missing := [one.name or course.around.card.name for one in needed if one.person not in yes]:
        raise NotUnderstood({"agreed": f"Nog nodig: een ja van {', '.join(missing)}."})
    return [one.person for one in needed]


def _ahead(starts_at: datetime, on: date, day: date) -> bool:
    return day_of(starts_at) >= max(on, day)


def _in_hand(actor: Actor, group_id: UUID) -> Group:
    group = known_group(actor=actor, group_id=group_id)
    store.lock_group(actor.practice_id, group_id)
    policies.check_can_open_group(actor)
    return group


def _record(
    actor: Actor, group: Group, treatment_id: UUID, client_id: UUID, fact: Mapping[str, object], now: datetime
) -> None:
    store.add_to_roster(
        {
            "practice_id": actor.practice_id,
            "group_id": group.id,
            "treatment_id": treatment_id,
            "client_id": client_id,
            "recorded_at": now,
            "recorded_by": actor.name,
            **fact,
        }
    )
    kinds = {"joined": log_kinds.JOINED, "waits": log_kinds.WAITS, "left": log_kinds.LEFT}
    record(actor=actor, kind=kinds[str(fact["kind"])], at=now, clients=(client_id,), subject=str(group.id))
