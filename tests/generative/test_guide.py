"""Laws of the guide over all answers there can be, and a second engine that must agree."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.guide import Fit, advise, asked, matters
from lijfspoor.domain.guide.advising import Advice
from lijfspoor.domain.guide.book import Question, Rule
from lijfspoor.domain.guide.conditions import UNKNOWN, Case, Clause, Given
from lijfspoor.domain.guide.pages import after, all_pages, before, pages
from lijfspoor.domain.kernel import Reason
from tests.generative.reference import guide as slow

BOOK = shipped_guide().book
DANGERS = [flag.id for flag in BOOK.flags if flag.when[0].all[0].question == "danger"]


def answers_to(question: Question) -> st.SearchStrategy[Given]:
    """Everything that can be answered to a question."""
    if question.kind == "number":
        return st.one_of(st.just(UNKNOWN), st.integers(question.lowest, question.highest))
    alone = [st.just((option.id,)) for option in question.options if option.alone]
    ids = [option.id for option in question.options if not option.alone]
    if question.kind == "one":
        return st.one_of(*alone, st.sampled_from([(each,) for each in ids]))
    several = st.sets(st.sampled_from(ids), min_size=1).map(lambda picked: tuple(i for i in ids if i in picked))
    return st.one_of(*alone, several)


def all_answers(*, calm: bool = False) -> st.SearchStrategy[dict[str, Given]]:
    """Answers to any questions, also to those that do not matter; `calm` ones raise no flag of danger."""
    optional: dict[str, Any] = {question.id: answers_to(question) for question in BOOK.questions}
    if calm:
        optional["danger"] = st.just(("none",))
        optional["medical"] = st.sampled_from([("cause",), ("no-cause",)])
        optional["home"] = st.sampled_from([("safe",), ("no-figure",)])
    return st.fixed_dictionaries({}, optional=optional)


ANY = st.one_of(all_answers(), all_answers(calm=True))


@given(ANY)
def test_both_engines_give_the_same_advice(answers: dict[str, Given]) -> None:
    advice = advise(BOOK, answers)
    assert matters(BOOK, answers) == slow.known(answers)
    assert [(one.flag.id, tuple(each.id for each in one.contacts)) for one in advice.alarms] == slow.alarms(answers)
    quick = {
        one.kind.id: (one.fit.value, {r.code for r in one.pro}, {r.code for r in one.con}) for one in advice.findings
    }
    assert quick == slow.findings(answers)
    assert {step.id for step in advice.steps} == slow.steps(answers)


@given(ANY)
def test_there_is_always_somewhere_to_go(answers: dict[str, Given]) -> None:
    advice = advise(BOOK, answers)
    assert advice.steps or advice.alarms
    assert all(alarm.contacts for alarm in advice.alarms)
    assert len({step.id for step in advice.steps}) == len(advice.steps)


@given(ANY)
def test_a_red_flag_stands_before_everything(answers: dict[str, Given]) -> None:
    advice = advise(BOOK, answers)
    if advice.alarms:
        assert (advice.findings, advice.steps) == ((), ())
    else:
        assert len(advice.findings) == len(BOOK.kinds)


@given(
    st.sampled_from([flag.id for flag in BOOK.flags if flag.when[0].all[0].question == "danger"]),
    all_answers(calm=True),
)
def test_danger_is_never_outweighed_by_anything_else(name: str, answers: dict[str, Given]) -> None:
    flag = next(each for each in BOOK.flags if each.id == name)
    danger = flag.when[0].all[0].any_of[:1]
    advice = advise(BOOK, answers | {"danger": danger})
    assert name in {alarm.flag.id for alarm in advice.alarms}
    assert advice.findings == ()


@given(all_answers(calm=True))
def test_nothing_is_recommended_without_a_reason_and_a_source(answers: dict[str, Given]) -> None:
    for finding in advise(BOOK, answers).findings:
        reasons = finding.con if finding.fit is Fit.FITS_LESS else finding.pro
        assert reasons, finding.kind.id
        assert finding.evidence
        told = [reason.sources for reason in (*finding.pro, *finding.con)] + [
            ground.sources for ground in finding.evidence
        ]
        assert all(sources and set(sources) <= {*requirements(), "own"} for sources in told)


@given(all_answers(calm=True))
def test_the_list_and_the_reasons_do_not_contradict_each_other(answers: dict[str, Given]) -> None:
    weight = {rule.id: (rule.direction, rule.weight) for rule in BOOK.rules}
    for finding in advise(BOOK, answers).findings:
        held = {weight[reason.code] for reason in (*finding.pro, *finding.con) if reason.code in weight}
        if finding.fit is Fit.FITS:
            assert ("for", "strong") in held
            assert not held & {("against", "strong"), ("against", "excludes")}
        if finding.fit is not Fit.FITS_LESS:
            assert ("against", "excludes") not in held


@given(ANY)
def test_an_answer_that_does_not_matter_changes_nothing(answers: dict[str, Given]) -> None:
    asked_for = {question.id for question in asked(BOOK, answers)}
    without = {name: value for name, value in answers.items() if name in asked_for}
    assert advise(BOOK, answers) == advise(BOOK, without)


@given(all_answers(calm=True), st.sampled_from([rule for rule in BOOK.rules if rule.direction == "for"]))
def test_an_answer_taken_back_never_makes_a_reason_of_it(answers: dict[str, Given], rule: Rule) -> None:
    asks = {clause.question for case in rule.when for clause in case.all}
    without = {name: value for name, value in answers.items() if name not in asks}
    told = {reason.code for finding in advise(BOOK, without).findings for reason in finding.pro}
    assert rule.id not in told


@given(ANY)
def test_pages_ask_every_question_that_matters_once_and_lead_back_the_same_way(answers: dict[str, Given]) -> None:
    shown = pages(BOOK, answers)
    assert sorted(q.id for page in shown for q in page.questions) == sorted(q.id for q in asked(BOOK, answers))
    there = [shown[0]]
    while (further := after(BOOK, answers, there[-1].id)) is not None:
        there.append(further)
    back = [there[-1]]
    while (earlier := before(BOOK, answers, back[-1].id)) is not None:
        back.append(earlier)
    assert there == list(shown) == back[::-1]


def test_no_page_asks_what_depends_on_another_question_of_it() -> None:
    for page in all_pages(BOOK):
        here = {question.id for question in page.questions}
        needed = {clause.question for each in page.questions for case in each.shown_in for clause in case.all}
        assert not here & needed


def fulfilling(case: Case, calm: dict[str, Given]) -> dict[str, Given]:
    """Answers with which a case holds, with what makes its questions appear."""
    answers = dict(calm)
    for clause in sorted(case.all, key=lambda each: [q.id for q in BOOK.questions].index(each.question)):
        question = BOOK.question(clause.question)
        if question.shown_in:
            opened = next((each for each in question.shown_in if _agrees(each, answers)), question.shown_in[0])
            answers = fulfilling(opened, answers)
        value, before_ = _value(question, clause), answers.get(question.id)
        both = isinstance(value, tuple) and isinstance(before_, tuple) and not {"none", "unknown"} & {*value, *before_}
        answers[question.id] = (*before_, *value) if both else value  # type: ignore[misc]  # both are tuples
    return answers


def _agrees(case: Case, answers: dict[str, Given]) -> bool:
    return all(clause.question in answers for clause in case.all)


def _value(question: Question, clause: Clause) -> Given:
    if clause.is_open:
        return UNKNOWN
    if question.kind == "number":
        limits = [limit for limit in (clause.at_least, clause.at_most) if limit is not None]
        return limits[0]
    return next((each,) for each in clause.any_of or (o.id for o in question.options) if each not in clause.none_of)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_every_rule_is_reached_in_each_of_its_cases(rule: Rule) -> None:
    for case in rule.when:
        advice = advise(BOOK, fulfilling(case, {"danger": ("none",)}))
        assert rule.id in reasons_of(advice)


@pytest.mark.parametrize("name", [flag.id for flag in BOOK.flags])
def test_every_flag_is_reached_in_each_of_its_cases(name: str) -> None:
    flag = next(each for each in BOOK.flags if each.id == name)
    for case in flag.when:
        assert name in {alarm.flag.id for alarm in advise(BOOK, fulfilling(case, {})).alarms}


@pytest.mark.parametrize("name", [step.id for step in BOOK.steps])
def test_every_step_is_reached(name: str) -> None:
    step = next(each for each in BOOK.steps if each.id == name)
    cases = step.when or tuple(
        case for rule in BOOK.rules if rule.kind in step.kinds and rule.direction == "for" for case in rule.when
    )
    tried = [fulfilling(case, {"danger": ("none",)}) for case in cases] or [{"danger": ("none",)}]
    assert any(name in {each.id for each in advise(BOOK, answers).steps} for answers in tried)


def codes(reasons: Iterable[Reason]) -> set[str]:
    """The codes of reasons."""
    return {reason.code for reason in reasons}


def reasons_of(advice: Advice) -> set[str]:
    """The codes of every reason told."""
    return {reason.code for finding in advice.findings for reason in (*finding.pro, *finding.con)}
