"""Flows around the questions before start: answers, developmental age, and passing a contra-indication."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.criteria import Criterion, CriterionGroup
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import (
    ContraIndicationOverridden,
    CriterionAnswered,
    DevelopmentalAgeStated,
)
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import GroupStanding
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.intake import log_kinds
from lijfspoor.practice.intake.entrance import readable, treatable
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import network

OLDEST_MONTHS = 120 * 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer to a criterion, with a note and, when asked for, whom it is about."""

    answer: Answer
    note: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRead:
    """A group of criteria with where the client stands, and everything answered before, oldest first."""

    course: Course
    group: CriterionGroup
    standing: GroupStanding
    earlier: Mapping[str, tuple[CriterionAnswered, ...]]
    ages: tuple[DevelopmentalAgeStated, ...]
    people: tuple[str, ...]
    may_write: bool


def read_group(*, actor: Actor, treatment_id: UUID, group_id: str, day: date, now: datetime) -> GroupRead:
    """Return a group of criteria with answers and history. Raises NotFound for a group the module has not."""
    with transaction.atomic():
        at, relation = readable(actor, treatment_id, day)
        group = _group(at, group_id)
        subject = f"{treatment_id}:{group_id}"
        record(actor=actor, kind=log_kinds.CRITERIA_READ, at=now, clients=(at.client_id,), subject=subject)
        around = network.people_around(practice_id=actor.practice_id, client_id=at.client_id, day=day)
        counting = history(at.facts, day)
        return GroupRead(
            course=at,
            group=group,
            standing=at.standing.group(group_id),
            earlier=_by_criterion(group, tuple(counting.of(CriterionAnswered))),
            ages=tuple(counting.of(DevelopmentalAgeStated)),
            people=tuple(person.details.name for person in around if person.ended_on is None),
            may_write=relation.treats,
        )


def answer_criteria(
    *,
    actor: Actor,
    treatment_id: UUID,
    group_id: str,
    answers: Mapping[str, Answered],
    day: date,
    now: datetime,
    ask_again: bool = False,
) -> int:
    """Record the answers of a group that differ from what counts now; return how many were recorded (S2-002, S2-138).

    With `ask_again` every answer given is recorded anew, so that the file shows it was asked on this day. Raises
    NotUnderstood with `person.<id>` when a yes must name someone and does not.
    """
    at = treatable(actor, treatment_id, day)
    group = _group(at, group_id)
    asked = {each.id: each for each in group.criteria if each.age is None and each.id in answers}
    if nameless := [id_ for id_, one in asked.items() if _nameless(one, answers[id_])]:
        words = "Vul een naam in. Zonder naam telt dit antwoord nog niet."
        raise NotUnderstood({f"person.{id_}": words for id_ in nameless})
    before = {fact.criterion: fact for fact in history(at.facts, day).of(CriterionAnswered)}
    said = {id_: answers[id_] for id_ in asked if ask_again or _differs(before.get(id_), answers[id_])}
    steps = [(Step(StepKind.ANSWER_CRITERION, id_), _says(id_, answer)) for id_, answer in said.items()]
    if steps:
        pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=day, now=now)
    return len(steps)


def state_developmental_age(*, actor: Actor, treatment_id: UUID, months: int, day: date, now: datetime) -> None:
    """Record the developmental age in months, as judged on `day`; it never grows by itself (S2-002, S2-004)."""
    at = treatable(actor, treatment_id, day)
    if not 0 <= months <= OLDEST_MONTHS:
        raise NotUnderstood({"years": "Vul een leeftijd in tussen 0 en 120 jaar."})
    before = history(at.facts, day).last(DevelopmentalAgeStated)
    if before is not None and before.months == months:
        return
    pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.STATE_DEVELOPMENTAL_AGE),
        say=lambda stamp: DevelopmentalAgeStated(stamp=stamp, months=months),
        day=day,
        now=now,
    )


def override_contra_indication(
    *,
    actor: Actor,
    treatment_id: UUID,
    criterion_id: str,
    reason: str,
    consulted: str,
    consulted_role: str,
    day: date,
    now: datetime,
) -> None:
    """Pass a contra-indication with a reason, after consulting someone in a role the module names (S2-021).

    It shows for ever. Raises NotUnderstood, or NotPossible with the engine's reasons.
    """
    at = treatable(actor, treatment_id, day)
    group, _ = contra_indication(at, criterion_id)
    roles = group.override.consulted_roles if group.override else ()
    faults = {
        "reason": "" if reason.strip() else "Schrijf op waarom de behandeling toch kan starten.",
        "consulted": "" if consulted.strip() else "Vul in wie u hebt gesproken.",
        "consulted_role": "" if consulted_role in roles else "Kies wie dit is.",
    }
    if any(faults.values()):
        raise NotUnderstood({name: words for name, words in faults.items() if words})
    pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.OVERRIDE_CONTRA_INDICATION, criterion_id),
        say=lambda stamp: ContraIndicationOverridden(
            stamp=stamp,
            criterion=criterion_id,
            reason=reason.strip(),
            consulted=consulted.strip(),
            consulted_role=consulted_role,
        ),
        day=day,
        now=now,
    )


def read_contra_indication(
    *, actor: Actor, treatment_id: UUID, criterion_id: str, day: date, now: datetime
) -> tuple[CriterionGroup, Criterion]:
    """Return the contra-indication that someone is about to pass. Raises NotFound when it cannot be passed."""
    with transaction.atomic():
        at = treatable(actor, treatment_id, day)
        found = contra_indication(at, criterion_id)
        subject = f"{treatment_id}:{criterion_id}"
        record(actor=actor, kind=log_kinds.CRITERIA_READ, at=now, clients=(at.client_id,), subject=subject)
        return found


def contra_indication(at: Course, criterion_id: str) -> tuple[CriterionGroup, Criterion]:
    """Return a contra-indication that may be passed, with its group. Raises NotFound."""
    try:
        group, criterion = at.module.criterion(criterion_id)
    except KeyError as missing:
        raise NotFound from missing
    if group.kind != "contra_indication" or group.override is None:
        raise NotFound
    return group, criterion


def _group(at: Course, group_id: str) -> CriterionGroup:
    for group in at.module.audience.groups:
        if group.id == group_id:
            return group
    raise NotFound


def _by_criterion(
    group: CriterionGroup, facts: tuple[CriterionAnswered, ...]
) -> dict[str, tuple[CriterionAnswered, ...]]:
    return {each.id: tuple(fact for fact in facts if fact.criterion == each.id) for each in group.criteria}


def _nameless(criterion: Criterion, said: Answered) -> bool:
    return criterion.names_person is not None and said.answer is Answer.YES and not said.person.strip()


def _differs(before: CriterionAnswered | None, said: Answered) -> bool:
    if before is None:
        return said.answer is not Answer.UNKNOWN or bool(said.note or said.person)
    return (before.answer, before.note, before.person) != (said.answer, said.note, said.person)


def _says(criterion: str, said: Answered) -> pathway.Say:
    return lambda stamp: CriterionAnswered(
        stamp=stamp, criterion=criterion, answer=said.answer, note=said.note, person=said.person
    )
