"""Flows around the bond between client and therapist: asking how it is, without blame whatever the answer (S0-062)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require_past

Wish = Literal["stay", "talk", "change", "not_said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BondAnswer:
    """What the client said; every answer may stay unsaid, but not all of them."""

    at_ease: f.Degree = "not_said"
    understood: f.Degree = "not_said"
    wish: Wish = "not_said"
    words: str = ""


def read_bond(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False
) -> tuple[Course, Relation]:
    """Return a treatment for the page on the bond. Raises NotFound when its module does not ask for it."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.BOND_READ, to_write=to_write
    )
    if course.module.agreements.bond is None:
        raise NotFound
    return course, relation


def ask_bond(*, actor: Actor, treatment_id: UUID, said: BondAnswer, on: date, day: date, now: datetime) -> Course:
    """Write down how the client says it is, on the day it was asked."""
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    require_past(on, day)
    if said == BondAnswer():
        raise NotUnderstood({"at_ease": "Kies ten minste één antwoord."})
    return pathway.take(
        actor=actor, treatment_id=treatment_id, step=Step(StepKind.ASK_BOND), say=says(said), day=on, now=now
    )


def says(said: BondAnswer) -> pathway.Say:
    """Return the fact of an answer."""
    return lambda stamp: f.BondAsked(
        stamp=stamp, at_ease=said.at_ease, understood=said.understood, wish=said.wish, words=said.words.strip()
    )
