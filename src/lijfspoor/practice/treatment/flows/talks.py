"""Flows with the people around the client: talks, advice, practice elsewhere, and what went well."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import network
from lijfspoor.practice.people.details import Person
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows import minutes
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.told import held_sessions

Audience = Literal["caregivers", "school", "guardian", "relatives", "co_treatment", "lead_clinician"]
Mode = Literal["talk", "psycho_education", "joint_session", "handover"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkMinutes:
    """What goes with a talk: who was there, advice given, tasks agreed, and at a handover approach and manner."""

    present: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    tasks: str = ""
    approach: str = ""
    manner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksFile:
    """Everything the page of talks shows."""

    course: Course
    relation: Relation
    people: tuple[Person, ...]
    minutes: tuple[minutes.Minutes, ...]


def read_talks(*, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False) -> TalksFile:
    """Return the talks of a treatment with their minutes and the people around the client."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.TALKS_READ, to_write=to_write
    )
    return TalksFile(
        course=course,
        relation=relation,
        people=network.people_around(practice_id=actor.practice_id, client_id=course.client_id, day=day),
        minutes=minutes.kept(practice_id=actor.practice_id, treatment_id=treatment_id, kind="talk"),
    )


def hold_talk(
    *,
    actor: Actor,
    treatment_id: UUID,
    audience: Audience,
    mode: Mode,
    summary: str,
    told: TalkMinutes,
    on: date,
    day: date,
    now: datetime,
) -> Course:
    """Write down a talk that was `on` a day, with people around the client or other disciplines.

    S2-051, S2-073, S2-120, S2-137, S2-140; a handover also says what approach and manner help (S2-143).
    """
    minutes.require(summary, "summary", "Schrijf kort waar het over ging.")
    minutes.require_past(on, day)
    if mode == "handover":
        minutes.require(told.approach, "approach", "Schrijf welke aanpak helpt.")
        minutes.require(told.manner, "manner", "Schrijf welke manier van omgaan helpt.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    with transaction.atomic():
        at = pathway.take(
            actor=actor,
            treatment_id=treatment_id,
            step=Step(StepKind.HOLD_TALK),
            say=lambda stamp: f.TalkHeld(stamp=stamp, audience=audience, mode=mode, summary=summary.strip()),
            day=on,
            now=now,
        )
        minutes.keep(actor=actor, at=at, kind="talk", subject=at.facts[-1].stamp.id, body={**asdict(told)}, now=now)
        record(actor=actor, kind=log_kinds.MINUTES_KEPT, at=now, clients=(at.client_id,), subject=str(treatment_id))
        return at


def note_success(*, actor: Actor, treatment_id: UUID, text: str, session: str, day: date, now: datetime) -> Course:
    """Write down a success experience, in words for the client (S2-107)."""
    minutes.require(text, "text", "Schrijf wat er lukte.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    if session and session not in {held.id for held in held_sessions(course)}:
        raise NotUnderstood({"session": "Kies een sessie uit de lijst."})
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.NOTE_SUCCESS),
        say=lambda stamp: f.SuccessNoted(stamp=stamp, text=text.strip(), session=session),
        day=day,
        now=now,
    )


def note_practice_elsewhere(
    *, actor: Actor, treatment_id: UUID, text: str, where: str, on: date, day: date, now: datetime
) -> Course:
    """Write down that new behaviour was practised outside the room, `on` a day (S2-051, S2-095)."""
    minutes.require(text, "text", "Schrijf wat er geoefend is.")
    minutes.require_past(on, day)
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.NOTE_PRACTICE_ELSEWHERE),
        say=lambda stamp: f.PracticeElsewhereNoted(stamp=stamp, text=text.strip(), where=where.strip()),
        day=on,
        now=now,
    )
