"""Flows along the reporting code: shielded notes that only those who treat the client can read (standards 4.5)."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import policies
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows import minutes
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat
from lijfspoor.practice.treatment.told import is_open

CodeStep = Literal["signals", "consult", "talk", "weigh", "decide"]


def read_safety(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime
) -> tuple[Course, Relation, tuple[minutes.Minutes, ...]]:
    """Return a treatment with the shielded notes on safety, for those who treat the client only."""
    course, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
    policies.check_can_treat(actor, relation)
    record(actor=actor, kind=log_kinds.SHIELDED_READ, at=now, clients=(course.client_id,), subject=str(treatment_id))
    kept = minutes.kept(practice_id=actor.practice_id, treatment_id=treatment_id, kind="reporting_code")
    return course, relation, kept


def note_code_step(
    *,
    actor: Actor,
    treatment_id: UUID,
    code_step: CodeStep,
    who: str,
    content: str,
    decision: str,
    on: date,
    day: date,
    now: datetime,
) -> None:
    """Write down one step of the reporting code: on which day, with whom, what, and what was decided.

    The steps may be taken in any order, and more than once.
    """
    minutes.require(who, "who", "Schrijf met wie u dit deed. U alleen mag ook.")
    minutes.require(content, "content", "Schrijf wat u zag, hoorde of deed. Houd het bij feiten.")
    minutes.require_past(on, day)
    if code_step == "decide" and not decision.strip():
        raise NotUnderstood({"decision": "Schrijf wat u besloot, en waarom."})
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    if not is_open(course):
        raise NotPossible("Deze behandeling is afgerond. U kunt alleen nog lezen.")
    body = {"on": on.isoformat(), "who": who.strip(), "content": content.strip(), "decision": decision.strip()}
    with transaction.atomic():
        minutes.keep(actor=actor, at=course, kind="reporting_code", subject=code_step, body=body, now=now)
        record(
            actor=actor, kind=log_kinds.SHIELDED_NOTED, at=now, clients=(course.client_id,), subject=str(treatment_id)
        )
