"""Flows with movement: agreeing on it in one of the ways of the module, agreeing anew, stopping."""

import uuid
from datetime import date, datetime
from uuid import UUID

from lijfspoor.domain.caremodules.movement import LINKED, Movement
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import MovementStanding
from lijfspoor.domain.pathways.movements import objections
from lijfspoor.domain.pathways.plans import MovementPlan
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require


def read_movement(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False
) -> tuple[Course, Relation]:
    """Return a treatment for the pages of movement. Raises NotFound when its module has no movement."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.MOVEMENT_READ, to_write=to_write
    )
    movement_of(course)
    return course, relation


def movement_of(course: Course) -> Movement:
    """Return the chapter on movement. Raises NotFound when the module has none."""
    if course.module.movement is None:
        raise NotFound
    return course.module.movement


def agree_movement(
    *, actor: Actor, treatment_id: UUID, movement: str, plan: MovementPlan, reason: str, day: date, now: datetime
) -> Course:
    """Agree on movement, or with the id in `movement` agree on it anew (S4-004, S4-017).

    Raises NotPossible without our own check of effort, or for an enhancer without its link.
    """
    if wrong := {field: text.nl for field, text in objections(plan)}:
        raise NotUnderstood(wrong)
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    movement_of(course)
    if movement:
        require(reason, "reason", "Schrijf waarom dit verandert.")
        running_movement(course, movement)
    named = movement or str(uuid.uuid4())
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.PRESCRIBE_MOVEMENT, way(plan)),
        say=lambda stamp: f.MovementPrescribed(stamp=stamp, movement=named, plan=plan, reason=reason.strip()),
        day=day,
        now=now,
    )


def stop_movement(*, actor: Actor, treatment_id: UUID, movement: str, reason: str, day: date, now: datetime) -> Course:
    """Stop asking for movement, with the reason."""
    require(reason, "reason", "Schrijf waarom.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    running_movement(course, movement)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.STOP_MOVEMENT, movement),
        say=lambda stamp: f.MovementStopped(stamp=stamp, movement=movement, reason=reason.strip()),
        day=day,
        now=now,
    )


def running_movement(course: Course, movement: str) -> MovementStanding:
    """Return a movement that runs. Raises NotFound."""
    for each in course.standing.movements:
        if each.movement == movement and each.stopped_on is None:
            return each
    raise NotFound


def way(plan: MovementPlan) -> str:
    """Return what the engine judges: the way, and for an enhancer its link and on which side of the session."""
    return f"{LINKED}:{plan.beside}:{plan.timing}" if plan.route == LINKED else plan.route
