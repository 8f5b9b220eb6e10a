"""Which criteria are met: answers that count, ages from the file, overrides that stay in sight."""

from collections.abc import Iterator
from datetime import date

from lijfspoor.domain.caremodules.criteria import AgeRange, Criterion, CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import ages
from lijfspoor.domain.pathways.facts import ContraIndicationOverridden, CriterionAnswered, EvaluationHeld
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import CriterionStanding, GroupStanding, OverrideStanding


def groups(module: CareModule, history: History, on_day: date) -> tuple[GroupStanding, ...]:
    """Return every group of criteria of the module with its answers on `on_day`; unknown opens nothing
    (S2-002, S2-021). What opens a session together is unknown again after each evaluation (S2-015).
    """
    answered = {fact.criterion: fact for fact in history.of(CriterionAnswered)}
    passed: dict[str, list[ContraIndicationOverridden]] = {}
    for fact in history.of(ContraIndicationOverridden):
        passed.setdefault(fact.criterion, []).append(fact)
    return tuple(_group(group, answered, passed, history, on_day) for group in module.audience.groups)


def _group(
    group: CriterionGroup,
    answered: dict[str, CriterionAnswered],
    passed: dict[str, list[ContraIndicationOverridden]],
    history: History,
    on_day: date,
) -> GroupStanding:
    standings = tuple(
        _by_age(criterion.id, criterion.age, history, on_day, _override(group, passed.get(criterion.id, [])))
        if criterion.age
        else _by_answer(
            criterion,
            answered.get(criterion.id),
            _override(group, passed.get(criterion.id, [])),
            _lapses(group, history),
        )
        for criterion in group.criteria
    )
    return GroupStanding(group.id, group.kind, _met(group, standings), standings)


def _lapses(group: CriterionGroup, history: History) -> tuple[Answer, date] | None:
    """The answer that would open a session together, and the day of the last evaluation: given before that day it
    counts no more. The other answer stays in sight until it is asked again (S2-015, contradiction 14).
    """
    last = history.last(EvaluationHeld)
    if last is None or group.kind != "joint_session" or "at_evaluation" not in group.asked:
        return None
    return Answer.NO if group.needs == "none" else Answer.YES, last.stamp.holds_on


def _by_answer(
    criterion: Criterion,
    fact: CriterionAnswered | None,
    override: OverrideStanding | None,
    lapses: tuple[Answer, date] | None,
) -> CriterionStanding:
    if fact is None:
        return CriterionStanding(criterion.id, Answer.UNKNOWN, override=override)
    nameless = criterion.names_person is not None and fact.answer is Answer.YES and not fact.person
    lapsed = lapses is not None and fact.answer is lapses[0] and fact.stamp.holds_on < lapses[1]
    return CriterionStanding(
        criterion=criterion.id,
        answer=Answer.UNKNOWN if nameless or lapsed else fact.answer,
        since=fact.stamp.holds_on,
        by=fact.stamp.by,
        note=fact.note,
        person=fact.person,
        override=override,
    )


def _by_age(
    criterion: str, age: AgeRange, history: History, on_day: date, override: OverrideStanding | None
) -> CriterionStanding:
    fact = ages.told(age.measure, history)
    if fact is None:
        return CriterionStanding(criterion, Answer.UNKNOWN, override=override)
    answer = ages.fits(age, fact, on_day)
    return CriterionStanding(criterion, answer, fact.stamp.holds_on, fact.stamp.by, override=override)


def _override(group: CriterionGroup, facts: list[ContraIndicationOverridden]) -> OverrideStanding | None:
    if group.kind != "contra_indication" or group.override is None:
        return None
    roles = group.override.consulted_roles
    valid = [f for f in facts if f.consulted_role in roles and f.reason and f.consulted]
    if not valid:
        return None
    last = valid[-1]
    return OverrideStanding(last.reason, last.consulted, last.consulted_role, last.stamp.holds_on, last.stamp.by)


def _met(group: CriterionGroup, standings: tuple[CriterionStanding, ...]) -> Answer:
    answers = [s.answer for s in standings]
    if group.needs == "any":
        if Answer.YES in answers:
            return Answer.YES
        return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO
    if group.needs == "none":
        answers = list(_cleared(standings))
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def _cleared(standings: tuple[CriterionStanding, ...]) -> Iterator[Answer]:
    for standing in standings:
        if standing.answer is Answer.UNKNOWN:
            yield Answer.UNKNOWN
        elif standing.answer is Answer.NO or standing.override is not None:
            yield Answer.YES
        else:
            yield Answer.NO
