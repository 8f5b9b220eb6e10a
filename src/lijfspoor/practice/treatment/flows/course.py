"""Flows along the course: phases, subgoals, talks, successes, practice elsewhere, evaluations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds
from lijfspoor.practice.treatment.flows.entry import course_to_read, course_to_treat

Audience = Literal["caregivers", "school", "guardian", "relatives", "co_treatment", "lead_clinician"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRating:
    """A rating to give; `session` is the one that shows it, empty when none."""

    subgoal: str
    rating: str
    session: str
    seen: str


def read_course(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> tuple[Course, Relation]:
    """Return a treatment for reading, and how the reader relates to the client."""
    course, relation = course_to_read(actor=actor, treatment_id=treatment_id, day=day)
    record(actor=actor, kind=log_kinds.COURSE_READ, at=now, clients=(course.client_id,), subject=str(treatment_id))
    return course, relation


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
    """Step to another phase, forward or back, with a reason (S2-072)."""
    _require(reason, "reason", "Schrijf waarom. Dan is later te lezen hoe dit ging.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
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
    """Rate one or more subgoals at once; each names the session that shows it."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    words = {word.id for word in course.module.goals.rating.words} if course.module.goals.rating else set()
    given = tuple(ratings)
    if not given:
        raise NotUnderstood({"": "Kies bij ten minste één subdoel een woord."})
    if any(each.rating not in words for each in given):
        raise NotUnderstood({"rating": "Kies een woord uit de lijst."})
    steps = tuple((Step(StepKind.RATE_SUBGOAL, each.subgoal), _say_rating(each)) for each in given)
    return pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=day, now=now)


def _say_rating(given: GivenRating) -> pathway.Say:
    return lambda stamp: f.SubgoalRated(
        stamp=stamp, subgoal=given.subgoal, rating=given.rating, session=given.session, seen=given.seen.strip()
    )


def hold_talk(
    *, actor: Actor, treatment_id: UUID, audience: Audience, mode: str, summary: str, day: date, now: datetime
) -> Course:
    """Write down a talk with people around the client, or with other disciplines (S2-051, S2-073, S2-140)."""
    _require(summary, "summary", "Schrijf kort waar het over ging.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.HOLD_TALK),
        say=lambda stamp: f.TalkHeld(stamp=stamp, audience=audience, mode=mode, summary=summary.strip()),
        day=day,
        now=now,
    )


def note_success(*, actor: Actor, treatment_id: UUID, text: str, session: str, day: date, now: datetime) -> Course:
    """Write down a success experience, in words for the client (S2-107)."""
    _require(text, "text", "Schrijf wat er lukte.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.NOTE_SUCCESS),
        say=lambda stamp: f.SuccessNoted(stamp=stamp, text=text.strip(), session=session),
        day=day,
        now=now,
    )


def note_practice_elsewhere(
    *, actor: Actor, treatment_id: UUID, text: str, where: str, day: date, now: datetime
) -> Course:
    """Write down that new behaviour was practised outside the room (S2-095)."""
    _require(text, "text", "Schrijf wat er geoefend is.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.NOTE_PRACTICE_ELSEWHERE),
        say=lambda stamp: f.PracticeElsewhereNoted(stamp=stamp, text=text.strip(), where=where.strip()),
        day=day,
        now=now,
    )


def hold_evaluation(
    *,
    actor: Actor,
    treatment_id: UUID,
    evaluation: str,
    summary: str,
    answers: Mapping[str, tuple[Answer, str, str]],
    day: date,
    now: datetime,
) -> Course:
    """Hold an evaluation: keep its summary and the conditions asked again (criterion -> answer, note, person).

    Answers and evaluation are kept together or not at all.
    """
    _require(summary, "summary", "Schrijf kort wat er besproken is.")
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    asked = tuple(
        (Step(StepKind.ANSWER_CRITERION, criterion), _say_answer(criterion, *answer))
        for criterion, answer in answers.items()
    )
    held: tuple[Step, pathway.Say] = (
        Step(StepKind.HOLD_EVALUATION, evaluation),
        lambda stamp: f.EvaluationHeld(stamp=stamp, evaluation=evaluation, summary=summary.strip()),
    )
    return pathway.take_all(actor=actor, treatment_id=treatment_id, steps=(*asked, held), day=day, now=now)


def _say_answer(criterion: str, answer: Answer, note: str, person: str) -> pathway.Say:
    return lambda stamp: f.CriterionAnswered(
        stamp=stamp, criterion=criterion, answer=answer, note=note.strip(), person=person.strip()
    )


def _require(text: str, field: str, words: str) -> None:
    if not text.strip():
        raise NotUnderstood({field: words})
