"""Flows around treatment goals: what the module offers, goals of one's own, agreeing and letting go."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import GoalAgreed, GoalDropped
from lijfspoor.domain.pathways.model import AgreedGoal
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.intake import log_kinds
from lijfspoor.practice.intake.entrance import readable, treatable
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course

OWN = "own-"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnGoal:
    """A goal in one's own words; `tie` is an aspect or a building block, or empty."""

    words: str
    tie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """A goal as pages and papers say it."""

    id: str
    words: str
    place: str
    own: bool
    sources: tuple[str, ...]


def read_goals(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> tuple[Course, bool]:
    """Return the course for the page of goals, and whether the colleague may agree on goals."""
    with transaction.atomic():
        at, relation = readable(actor, treatment_id, day)
        record(actor=actor, kind=log_kinds.GOALS_READ, at=now, clients=(at.client_id,), subject=str(treatment_id))
        return at, relation.treats


def agree_goals(
    *,
    actor: Actor,
    treatment_id: UUID,
    chosen: tuple[str, ...],
    own: OwnGoal | None,
    day: date,
    now: datetime,
) -> int:
    """Agree on goals the module offers and on one of one's own; return how many were new (S1-015, S2-025).

    Goals agreed already stay as they are. Raises NotUnderstood when nothing is chosen or a goal is not the module's.
    """
    at = treatable(actor, treatment_id, day)
    agreed = {goal.goal for goal in at.standing.goals}
    facts = [_offered(at.module, goal) for goal in dict.fromkeys(chosen) if goal not in agreed]
    if own is not None and own.words.strip():
        facts.append(_own(at.module, own))
    if not facts and not chosen:
        raise NotUnderstood({"own": "Kies een doel, of schrijf een eigen doel op."})
    if facts:
        steps = [(Step(StepKind.AGREE_GOAL), _says(goal)) for goal in facts]
        pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=day, now=now)
    return len(facts)


def drop_goal(*, actor: Actor, treatment_id: UUID, goal: str, reason: str, day: date, now: datetime) -> None:
    """Let go of an agreed goal, with the reason; it can be agreed again later."""
    treatable(actor, treatment_id, day)
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf op waarom dit doel vervalt."})
    pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.DROP_GOAL, goal),
        say=lambda stamp: GoalDropped(stamp=stamp, goal=goal, reason=reason.strip()),
        day=day,
        now=now,
    )


def _says(goal: AgreedGoal) -> pathway.Say:
    return lambda stamp: GoalAgreed(stamp=stamp, goal=goal.goal, own=goal.own, aspect=goal.aspect, block=goal.block)


def _offered(module: CareModule, goal: str) -> AgreedGoal:
    for offered in module.goals.offered:
        if offered.id == goal:
            return AgreedGoal(goal, "", offered.aspect or "", "", date.min)
    for block, subgoal in module.subgoals():
        if subgoal.id == goal:
            return AgreedGoal(goal, "", "", block.id, date.min)
    raise NotUnderstood({"chosen": "Kies een doel uit de lijst."})


def _own(module: CareModule, own: OwnGoal) -> AgreedGoal:
    aspects = {aspect.id for aspect in module.goals.aspects}
    blocks = {block.id for block in module.goals.blocks}
    if own.tie and own.tie not in aspects | blocks:
        raise NotUnderstood({"tie": "Kies waar dit doel bij hoort."})
    goal = f"{OWN}{uuid.uuid4()}"
    aspect, block = (own.tie if own.tie in ids else "" for ids in (aspects, blocks))
    return AgreedGoal(goal, own.words.strip(), aspect, block, date.min)


def goal_words(module: CareModule, goal: AgreedGoal) -> GoalWords:
    """Return a goal in words, with the aspect or building block it belongs to."""
    places = {aspect.id: aspect.name.nl for aspect in module.goals.aspects}
    places |= {block.id: f"bouwsteen {block.number}, {block.name.nl.lower()}" for block in module.goals.blocks}
    words, sources = _words(module, goal)
    return GoalWords(
        id=goal.goal,
        words=words,
        place=places.get(goal.aspect or goal.block, ""),
        own=bool(goal.own),
        sources=sources,
    )


def _words(module: CareModule, goal: AgreedGoal) -> tuple[str, tuple[str, ...]]:
    if goal.own:
        return goal.own, ()
    offered = {each.id: (each.text.nl, each.sources) for each in module.goals.offered}
    ladder = {each.id: (f"{each.code} {each.text.nl}", each.sources) for _, each in module.subgoals()}
    return (offered | ladder).get(goal.goal, (goal.goal, ()))


def agreed_goal(at: Course, goal: str) -> GoalWords:
    """Return an agreed goal in words. Raises NotFound when it is not agreed now."""
    for each in at.standing.goals:
        if each.goal == goal:
            return goal_words(at.module, each)
    raise NotFound
