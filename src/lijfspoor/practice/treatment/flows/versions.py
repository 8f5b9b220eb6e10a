"""Moving a treatment to a newer version of its module: only by a decision that has seen what changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways import Moving, Step, StepKind, fits, moving
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.steps import Permission
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import policies
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require


@dataclass(frozen=True, slots=True)
class MoveReading:
    """What someone sees before deciding: the course, the other version, what it would mean, and whether it may be."""

    course: Course
    relation: Relation
    new: CareModule
    moving: Moving
    permission: Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen for the new version: the phase (empty to stay), and a goal or nothing for each that is gone."""

    phase: str
    goals: Mapping[str, str]
    reason: str


def read_move(*, actor: Actor, treatment_id: UUID, version: str, day: date, now: datetime) -> MoveReading:
    """Return what a move to `version` would mean. Raises NotFound when the module has no such version."""
    course, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
    policies.check_can_treat(actor, relation)
    new = _version(course, version)
    record(actor=actor, kind=log_kinds.VERSION_READ, at=now, clients=(course.client_id,), subject=str(treatment_id))
    asked = moving(course.module, new, course.facts, day)
    return MoveReading(course, relation, new, asked, course.permission(Step(StepKind.MOVE_VERSION)))


def move_version(*, actor: Actor, treatment_id: UUID, version: str, chosen: Chosen, day: date, now: datetime) -> Course:
    """Let a running treatment go on along a newer version, with the reason; earlier days keep the version they had.

    Raises NotFound, NotAllowed, NotPossible with the reasons, and NotUnderstood when something is not chosen.
    """
    require(chosen.reason, "reason", "Schrijf waarom. Dan is later te lezen hoe dit ging.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    new = _version(course, version)
    asked = moving(course.module, new, course.facts, day)
    if asked.refused:
        raise NotPossible("Deze stap kan nu niet.", tuple(reason.text.nl for reason in asked.refused))
    phase = (chosen.phase if asked.asks_phase else course.standing.phase) if new.approach.phases else ""

    def say(stamp: f.Stamp) -> f.ModuleVersionMoved:
        return f.ModuleVersionMoved(
            stamp=stamp,
            from_pin=course.module.pin,
            to_pin=new.pin,
            reason=chosen.reason.strip(),
            phase=phase,
            goals=tuple(chosen.goals.items()),
        )

    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.MOVE_VERSION),
        say=lambda stamp: _fitting(say(stamp), asked, new),
        day=day,
        now=now,
        why=chosen.reason.strip(),
    )


def _fitting(move: f.ModuleVersionMoved, asked: Moving, new: CareModule) -> f.ModuleVersionMoved:
    if not fits(move, asked, new):
        raise NotUnderstood({"": "Kies voor alles wat in de nieuwe versie ontbreekt hoe het verdergaat."})
    return move


def _version(course: Course, version: str) -> CareModule:
    found = course.versions.get(f"{course.module.id}@{version}")
    if found is None:
        raise NotFound
    return found
