"""Flows with the treatments beside this one: noting them with their period, and their days of trauma processing."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import BesideStanding
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A treatment beside this one as filled in."""

    name: str
    since: date
    until: date | None = None
    by_whom: str = ""
    where: str = ""
    trauma: bool = False


def read_beside(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False
) -> tuple[Course, Relation]:
    """Return a treatment for the page of treatments beside it."""
    return read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.BESIDE_READ, to_write=to_write
    )


def note_treatment_beside(
    *, actor: Actor, treatment_id: UUID, beside: str, told: Beside, day: date, now: datetime
) -> Course:
    """Note a treatment beside this one, or with the id in `beside` what changed in it (S1-014, S4-003, S4-028)."""
    require(told.name, "name", "Schrijf welke behandeling het is.")
    if told.until is not None and told.until < told.since:
        raise NotUnderstood({"until": "De laatste dag ligt voor de eerste."})
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    if beside:
        beside_of(course, beside)
    fact_id = beside or str(uuid.uuid4())
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.NOTE_TREATMENT_BESIDE),
        say=lambda stamp: f.TreatmentBesideNoted(
            stamp=stamp,
            beside=fact_id,
            name=told.name.strip(),
            since=told.since,
            until=told.until,
            by_whom=told.by_whom.strip(),
            where=told.where.strip(),
            trauma=told.trauma,
        ),
        day=day,
        now=now,
    )


def note_trauma_session(
    *, actor: Actor, treatment_id: UUID, beside: str, on: date, at: str, day: date, now: datetime
) -> Course:
    """Note a day on which a treatment beside this one processes trauma, past or to come (S4-017)."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    other = beside_of(course, beside)
    if not other.runs_on(on):
        raise NotUnderstood({"on": "Op deze dag loopt die behandeling niet."})
    if any((each.on, each.at) == (on, at) for each in other.sessions):
        raise NotUnderstood({"on": "Deze sessie staat er al."})
    return _trauma_session(actor, treatment_id, beside, (str(uuid.uuid4()), on, at), dropped=False, day=day, now=now)


def drop_trauma_session(
    *, actor: Actor, treatment_id: UUID, beside: str, session: str, day: date, now: datetime
) -> Course:
    """Note that a day of trauma processing did not or will not take place; that it was noted stays readable."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    found = next((each for each in beside_of(course, beside).sessions if each.session == session), None)
    if found is None:
        raise NotFound
    noted = (session, found.on, found.at)
    return _trauma_session(actor, treatment_id, beside, noted, dropped=True, day=day, now=now)


def beside_of(course: Course, beside: str) -> BesideStanding:
    """Return a treatment beside this one. Raises NotFound."""
    for each in course.standing.beside:
        if each.beside == beside:
            return each
    raise NotFound


def _trauma_session(
    actor: Actor,
    treatment_id: UUID,
    beside: str,
    noted: tuple[str, date, str],
    *,
    dropped: bool,
    day: date,
    now: datetime,
) -> Course:
    session, on, at = noted
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.NOTE_TRAUMA_SESSION, beside),
        say=lambda stamp: f.TraumaSessionNoted(
            stamp=stamp, moment=session, beside=beside, on=on, at=at, dropped=dropped
        ),
        day=day,
        now=now,
    )
