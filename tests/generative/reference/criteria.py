"""Criteria and their groups, read afresh from the facts."""

from collections.abc import Sequence
from datetime import date

from lijfspoor.domain.caremodules.criteria import AgeRange, Criterion, CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer, age_on
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    Born,
    ContraIndicationOverridden,
    CriterionAnswered,
    DevelopmentalAgeStated,
    EvaluationHeld,
)
from lijfspoor.domain.pathways.model import CriterionStanding, GroupStanding, OverrideStanding
from tests.generative.reference.counting import every, last

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def groups(module: CareModule, facts: Sequence[AnyFact], on_day: date) -> tuple[GroupStanding, ...]:
    return tuple(group_standing(group, facts, on_day) for group in module.audience.groups)


def group_standing(group: CriterionGroup, facts: Sequence[AnyFact], on_day: date) -> GroupStanding:
    criteria = tuple(criterion_standing(group, criterion, facts, on_day) for criterion in group.criteria)
    return GroupStanding(group.id, group.kind, group_met(group.needs, criteria), criteria)


def group_met(needs: str, criteria: Sequence[CriterionStanding]) -> Answer:
    answers = [criterion.answer for criterion in criteria]
    if needs == "all":
        return NO if NO in answers else YES if all(a == YES for a in answers) else UNKNOWN
    if needs == "any":
        return YES if YES in answers else NO if all(a == NO for a in answers) else UNKNOWN
    if any(c.answer == YES and c.override is None for c in criteria):
        return NO
    return UNKNOWN if UNKNOWN in answers else YES


def criterion_standing(
    group: CriterionGroup, criterion: Criterion, facts: Sequence[AnyFact], on_day: date
) -> CriterionStanding:
    override = override_of(group, criterion, facts)
    if criterion.age is not None:
        told = told_age(criterion.age.measure, facts)
        since, by = (None, "") if told is None else (told.stamp.holds_on, told.stamp.by)
        answer = age_answer(criterion.age, facts, on_day)
        return CriterionStanding(criterion.id, answer, since, by, override=override)
    given = last([fact for fact in every(facts, CriterionAnswered) if fact.criterion == criterion.id])
    if given is None:
        return CriterionStanding(criterion.id, UNKNOWN, override=override)
    answer = given.answer
    if criterion.names_person is not None and answer == YES and given.person == "":
        answer = UNKNOWN
    if group.kind == "joint_session" and "at_evaluation" in group.asked:
        later = [held for held in every(facts, EvaluationHeld) if held.stamp.holds_on > given.stamp.holds_on]
        opens = NO if group.needs == "none" else YES
        answer = UNKNOWN if later and answer == opens else answer
    stamp = given.stamp
    return CriterionStanding(criterion.id, answer, stamp.holds_on, stamp.by, given.note, given.person, override)


def age_answer(age: AgeRange, facts: Sequence[AnyFact], on_day: date) -> Answer:
    months = months_by(age.measure, facts, on_day)
    if months is None:
        return UNKNOWN
    return YES if age.low_months <= months <= age.high_months else NO


def months_by(measure: str, facts: Sequence[AnyFact], on_day: date) -> int | None:
    told = told_age(measure, facts)
    if isinstance(told, DevelopmentalAgeStated):
        return told.months
    return None if told is None or told.on > on_day else age_on(told.on, on_day).months


def told_age(measure: str, facts: Sequence[AnyFact]) -> Born | DevelopmentalAgeStated | None:
    if measure == "developmental":
        return last(every(facts, DevelopmentalAgeStated))
    return last(every(facts, Born))


def override_of(group: CriterionGroup, criterion: Criterion, facts: Sequence[AnyFact]) -> OverrideStanding | None:
    if group.kind != "contra_indication" or group.override is None:
        return None
    passed = last(
        [
            fact
            for fact in every(facts, ContraIndicationOverridden)
            if fact.criterion == criterion.id
            and fact.consulted_role in group.override.consulted_roles
            and fact.reason != ""
            and fact.consulted != ""
        ]
    )
    if passed is None:
        return None
    stamp = passed.stamp
    return OverrideStanding(passed.reason, passed.consulted, passed.consulted_role, stamp.holds_on, stamp.by)
