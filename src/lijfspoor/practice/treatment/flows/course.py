"""Flows along the course: reading it, stepping through phases, rating subgoals, goals of one's own."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from uuid import UUID

from lijfspoor.domain.pathways import Step, StepKind, known_on
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import policies
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.tenancy.clock import AMSTERDAM
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require
from lijfspoor.practice.treatment.told import held_sessions, is_open, told

TAKEN_BACK = (f.TalkHeld, f.SuccessNoted, f.PracticeElsewhereNoted, f.SubgoalRated, f.EvaluationHeld, f.BondAsked)
"""What can be taken back when it was written down wrongly; steps that others build on are mended by a new step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRating:
    """A rating to give; `session` is the one that shows it."""

    subgoal: str
    rating: str
    session: str
    seen: str


def read_course(
    *,
    actor: Actor,
    treatment_id: UUID,
    day: date,
    now: datetime,
    kind: str = log_kinds.COURSE_READ,
    to_write: bool = False,
) -> tuple[Course, Relation]:
    """Return a treatment for reading, and how the reader relates to the client; `kind` tells the logbook what.

    With `to_write` only for someone who treats the client.
    """
    course, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
    if to_write:
        policies.check_can_treat(actor, relation)
    record(actor=actor, kind=kind, at=now, clients=(course.client_id,), subject=str(treatment_id))
    return course, relation


def read_as_of(
    *, actor: Actor, treatment_id: UUID, on: date, known: date | None, day: date, now: datetime
) -> tuple[Course, Relation]:
    """Return a treatment as it stood `on` a day; with `known` only from what was recorded by the end of that day."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.EARLIER_READ
    )
    facts = course.facts
    if known is not None:
        facts = known_on(facts, datetime.combine(known, time.max, AMSTERDAM).astimezone(UTC))
    return replace(course, facts=facts, on_day=on), relation


def move_phase(
    *,
    actor: Actor,
    treatment_id: UUID,
    to_phase: str,
    reason: str,
    signs_seen: tuple[str, ...],
    day: date,
    now: datetime,
) -> Course:
    """Step to another phase, forward or back, with a reason; only a person does this, no clock (S2-072, S2-086)."""
    require(reason, "reason", "Schrijf waarom. Dan is later te lezen hoe dit ging.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    known = {sign.id for phase in course.module.approach.phases for sign in phase.exit_signs}
    if not known.issuperset(signs_seen):
        raise NotUnderstood({"signs": "Kies tekens uit de lijst."})
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.MOVE_PHASE, to_phase),
        say=lambda stamp: f.PhaseMoved(stamp=stamp, to_phase=to_phase, reason=reason.strip(), signs_seen=signs_seen),
        day=day,
        now=now,
    )


def rate_subgoals(
    *, actor: Actor, treatment_id: UUID, ratings: Iterable[GivenRating], day: date, now: datetime
) -> Course:
    """Rate one or more subgoals at once; each names the held session that shows it (S2-031)."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    given = tuple(ratings)
    if not given:
        raise NotUnderstood({"": "Kies bij ten minste één subdoel een woord."})
    _check_ratings(course, given)
    steps = tuple((Step(StepKind.RATE_SUBGOAL, each.subgoal), _say_rating(each)) for each in given)
    return pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=day, now=now)


def _check_ratings(course: Course, given: tuple[GivenRating, ...]) -> None:
    scale = course.module.goals.rating
    words = {word.id for word in scale.words} if scale else set()
    held = {session.id for session in held_sessions(course)}
    for each in given:
        if each.rating not in words:
            raise NotUnderstood({f"rating-{each.subgoal}": "Kies een woord uit de lijst."})
        if each.session not in held:
            raise NotUnderstood({f"session-{each.subgoal}": "Kies de sessie die dit laat zien."})


def _say_rating(given: GivenRating) -> pathway.Say:
    return lambda stamp: f.SubgoalRated(
        stamp=stamp, subgoal=given.subgoal, rating=given.rating, session=given.session, seen=given.seen.strip()
    )


def agree_own_goal(*, actor: Actor, treatment_id: UUID, block: str, text: str, day: date, now: datetime) -> Course:
    """Agree a goal of one's own with a building block for which the module gives no subgoals (contradiction 1)."""
    require(text, "text", "Schrijf het doel op.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    if block not in {each.id for each in course.module.goals.blocks if each.own_goals}:
        raise NotUnderstood({"block": "Bij deze bouwsteen horen de subdoelen van de module."})
    goal = f"own-{uuid.uuid4()}"
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.AGREE_GOAL),
        say=lambda stamp: f.GoalAgreed(stamp=stamp, goal=goal, own=text.strip(), block=block),
        day=day,
        now=now,
    )


def drop_goal(*, actor: Actor, treatment_id: UUID, goal: str, reason: str, day: date, now: datetime) -> Course:
    """Stop working on an agreed goal, with the reason."""
    require(reason, "reason", "Schrijf waarom.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.DROP_GOAL, goal),
        say=lambda stamp: f.GoalDropped(stamp=stamp, goal=goal, reason=reason.strip()),
        day=day,
        now=now,
    )


def take_back(*, actor: Actor, treatment_id: UUID, fact_id: str, reason: str, day: date, now: datetime) -> Course:
    """Take back something that was written down wrongly; it stays readable in the file of earlier days."""
    require(reason, "reason", "Schrijf wat er niet klopte.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    if not is_open(course):
        raise NotPossible("Deze behandeling is afgerond. U kunt alleen nog lezen.")
    if fact_id not in {fact.stamp.id for kind in TAKEN_BACK for fact in told(course, kind)}:
        raise NotFound
    return pathway.correct(
        actor=actor,
        treatment_id=treatment_id,
        fact_id=fact_id,
        say=lambda stamp, wrong: f.Retracted(stamp=stamp, fact=wrong.stamp.id, reason=reason.strip()),
        now=now,
    )
