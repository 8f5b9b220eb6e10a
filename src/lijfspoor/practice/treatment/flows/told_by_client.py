"""Flows with what the client lets the therapist know between and in sessions (S3-022)."""

import uuid
from datetime import date, datetime
from uuid import UUID

from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import ClientNote
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require, require_past


def read_client_notes(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False
) -> tuple[Course, Relation]:
    """Return a treatment for the page of what the client let know."""
    return read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.CLIENT_NOTES_READ, to_write=to_write
    )


def receive_client_note(
    *, actor: Actor, treatment_id: UUID, text: str, as_spoken: bool, on: date, day: date, now: datetime
) -> Course:
    """Keep what the client wrote, or said (`as_spoken`), in the client's own words (S3-022)."""
    require(text, "text", "Schrijf wat de cliënt liet weten.")
    require_past(on, day)
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    note = str(uuid.uuid4())
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.RECEIVE_CLIENT_NOTE),
        say=lambda stamp: f.ClientNoteReceived(stamp=stamp, note=note, text=text.strip(), as_spoken=as_spoken),
        day=on,
        now=now,
    )


def answer_client_note(*, actor: Actor, treatment_id: UUID, note: str, words: str, day: date, now: datetime) -> Course:
    """Keep that someone came back to what the client let know, and how."""
    require(words, "words", "Schrijf kort hoe u erop terugkwam.")
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    client_note_of(course, note)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.ANSWER_CLIENT_NOTE, note),
        say=lambda stamp: f.ClientNoteAnswered(stamp=stamp, note=note, words=words.strip()),
        day=day,
        now=now,
    )


def client_note_of(course: Course, note: str) -> ClientNote:
    """Return what the client let know. Raises NotFound."""
    for each in course.standing.client_notes:
        if each.note == note:
            return each
    raise NotFound
