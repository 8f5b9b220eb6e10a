"""Flows around what a client hears before treatment starts (S3-022)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.approach import Forewarning
from lijfspoor.domain.pathways.facts import ForewarningGiven
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.intake import log_kinds
from lijfspoor.practice.intake.entrance import readable, treatable
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class ForewarningRead:
    """A forewarning for one client, and when it was given."""

    course: Course
    forewarning: Forewarning
    given_on: date | None
    may_write: bool


def read_forewarning(
    *, actor: Actor, treatment_id: UUID, forewarning: str, day: date, now: datetime
) -> ForewarningRead:
    """Return what is to be told beforehand. Raises NotFound when the module has no such forewarning."""
    with transaction.atomic():
        at, relation = readable(actor, treatment_id, day)
        found = _forewarning(at, forewarning)
        record(actor=actor, kind=log_kinds.FOREWARNING_READ, at=now, clients=(at.client_id,), subject=str(treatment_id))
        return ForewarningRead(
            course=at,
            forewarning=found,
            given_on=dict(at.standing.forewarnings)[found.id],
            may_write=relation.treats and at.standing.stage is not Stage.CLOSED,
        )


def give_forewarning(*, actor: Actor, treatment_id: UUID, forewarning: str, day: date, now: datetime) -> Course:
    """Keep that the client heard this beforehand; the start waits for it (S3-022)."""
    _forewarning(treatable(actor, treatment_id, day), forewarning)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.GIVE_FOREWARNING, forewarning),
        say=lambda stamp: ForewarningGiven(stamp=stamp, forewarning=forewarning),
        day=day,
        now=now,
    )


def _forewarning(at: Course, forewarning: str) -> Forewarning:
    for each in at.module.approach.forewarnings:
        if each.id == forewarning:
            return each
    raise NotFound
