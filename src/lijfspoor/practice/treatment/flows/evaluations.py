"""Flows around an evaluation: what client and therapist see, the conditions asked again, does it still fit."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.agreements import Evaluation
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
from lijfspoor.practice.treatment.flows import minutes
from lijfspoor.practice.treatment.flows.bond import BondAnswer, says
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.told import asked_again

Fits = Literal["yes", "partly", "no"]
Bond = Literal["at_ease", "growing", "other", "not_discussed"]


BOND_ANSWERS: dict[Bond, BondAnswer] = {
    "at_ease": BondAnswer(at_ease="yes", understood="yes", wish="stay"),
    "growing": BondAnswer(at_ease="partly", understood="partly", wish="talk"),
    "other": BondAnswer(wish="change"),
}
"""What each word for the bond in an evaluation comes to; not discussed says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """A condition asked again: the answer, a note, and whom it is about when the condition asks for a name."""

    answer: Answer
    note: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of an evaluation in two voices."""

    topic: str
    client: str = ""
    therapist: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationMinutes:
    """What goes with an evaluation: topics in two voices, does the treatment still fit (S0-063), the bond (S0-062)."""

    topics: tuple[Topic, ...] = ()
    fits: Fits
    fits_words: str = ""
    bond: Bond
    bond_words: str = ""


def read_evaluations(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False
) -> tuple[Course, Relation, tuple[minutes.Minutes, ...]]:
    """Return a treatment with the minutes of its evaluations."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.EVALUATIONS_READ, to_write=to_write
    )
    kept = minutes.kept(practice_id=actor.practice_id, treatment_id=treatment_id, kind="evaluation")
    return course, relation, kept


def hold_evaluation(
    *,
    actor: Actor,
    treatment_id: UUID,
    evaluation: str,
    summary: str,
    told: EvaluationMinutes,
    answers: Mapping[str, GivenAnswer],
    on: date,
    day: date,
    now: datetime,
) -> Course:
    """Hold an evaluation `on` a day: its summary, its minutes and the conditions asked again.

    All of it is kept together or not at all. Raises NotUnderstood when a condition that this evaluation asks again
    stays without an answer (unknown is an answer; silence is not) (S1-012, S2-138).
    """
    minutes.require(summary, "summary", "Schrijf kort wat er besproken is.")
    minutes.require_past(on, day)
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    _check_answers(course, evaluation, answers)
    asked = tuple(
        (Step(StepKind.ANSWER_CRITERION, criterion), _say_answer(criterion, given))
        for criterion, given in answers.items()
    )
    held: tuple[Step, pathway.Say] = (
        Step(StepKind.HOLD_EVALUATION, evaluation),
        lambda stamp: f.EvaluationHeld(stamp=stamp, evaluation=evaluation, summary=summary.strip(), fits=told.fits),
    )
    steps = (*asked, *_bond(course, told), held)
    with transaction.atomic():
        at = pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=on, now=now)
        minutes.keep(
            actor=actor, at=at, kind="evaluation", subject=at.facts[-1].stamp.id, body={**asdict(told)}, now=now
        )
        record(actor=actor, kind=log_kinds.MINUTES_KEPT, at=now, clients=(at.client_id,), subject=str(treatment_id))
        return at


def _bond(course: Course, told: EvaluationMinutes) -> tuple[tuple[Step, pathway.Say], ...]:
    """What the evaluation says of the bond, as an answer of its own where the module asks for it (S0-062)."""
    said = BOND_ANSWERS.get(told.bond)
    if course.module.agreements.bond is None or said is None:
        return ()
    return ((Step(StepKind.ASK_BOND), says(replace(said, words=told.bond_words))),)


def evaluation_of(course: Course, evaluation: str) -> Evaluation | None:
    """Return the module's evaluation of this id, if it has one."""
    return next((each for each in course.module.agreements.evaluations if each.id == evaluation), None)


def _check_answers(course: Course, evaluation: str, answers: Mapping[str, GivenAnswer]) -> None:
    wanted = evaluation_of(course, evaluation)
    if wanted is None or not wanted.asks_preconditions:
        return
    for _, criterion in asked_again(course):
        given = answers.get(criterion.id)
        if given is None:
            raise NotUnderstood({f"answer-{criterion.id}": "Geef een antwoord. Nog niet bekend mag ook."})
        if given.answer is Answer.YES and criterion.names_person and not given.person.strip():
            raise NotUnderstood({f"person-{criterion.id}": "Schrijf de naam op. Zonder naam telt dit nog niet."})


def _say_answer(criterion: str, given: GivenAnswer) -> pathway.Say:
    return lambda stamp: f.CriterionAnswered(
        stamp=stamp,
        criterion=criterion,
        answer=given.answer,
        note=given.note.strip(),
        person=given.person.strip(),
    )
