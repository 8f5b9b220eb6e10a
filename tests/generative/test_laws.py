"""What always holds, whatever the module and whatever happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways import (
    AnyFact,
    Standing,
    Urgency,
    advice,
    allowed_steps,
    known_on,
    next_turn,
    permit,
    standing,
)
from lijfspoor.domain.pathways.facts import ModuleVersionMoved, PhaseMoved, TreatmentStarted
from tests.generative.histories import FIRST_DAY, SPAN, Case, cases
from tests.generative.laws import LAW
from tests.generative.reference.counting import counting

DAY = timedelta(days=1)
LOOK_AHEAD = 10


@LAW
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_arrive_never_matters(case: Case, chance: Random) -> None:
    shuffled = list(case.facts)
    chance.shuffle(shuffled)
    assert standing(case.module, shuffled, case.on_day) == standing(case.module, case.facts, case.on_day)


@LAW
@given(cases())
def test_facts_recorded_later_never_change_what_was_known_then(case: Case) -> None:
    then = known_on(case.facts, case.moment)
    assert then == tuple(fact for fact in case.facts if fact.stamp.recorded_at <= case.moment)
    late = [_recorded(fact, case) for fact in case.facts]
    assert known_on([*late, *case.facts], case.moment) == then


def _recorded(fact: AnyFact, case: Case) -> AnyFact:
    stamp = fact.stamp
    known_late = case.moment + timedelta(seconds=1)
    return replace(fact, stamp=replace(stamp, id=f"late-{stamp.id}", recorded_at=known_late))


@LAW
@given(cases())
def test_now_differs_from_then_only_by_what_was_recorded_since(case: Case) -> None:
    since = [fact for fact in case.facts if fact.stamp.recorded_at > case.moment]
    then = standing(case.module, known_on(case.facts, case.moment), case.on_day)
    rejoined = [*known_on(case.facts, case.moment), *since]
    assert standing(case.module, rejoined, case.on_day) == standing(case.module, case.facts, case.on_day)
    if not any(fact.stamp.holds_on <= case.on_day for fact in since):
        assert then == standing(case.module, case.facts, case.on_day)


@LAW
@given(cases())
def test_advice_always_has_a_title_a_reason_and_a_source(case: Case) -> None:
    now = standing(case.module, case.facts, case.on_day)
    for each in advice(case.module, now):
        assert each.code
        assert each.subject
        assert each.title.nl.strip()
        assert each.title.en.strip()
        assert each.reason.text.nl.strip()
        assert each.reason.text.en.strip()
        assert all(each.reason.sources)


@LAW
@given(cases())
def test_refusals_always_have_words_and_a_source(case: Case) -> None:
    for each in allowed_steps(case.module, standing(case.module, case.facts, case.on_day)):
        assert each.allowed or each.reasons
        for reason in each.reasons:
            assert reason.text.nl.strip()
            assert reason.text.en.strip()
            assert all(reason.sources)


@LAW
@given(cases())
def test_advice_comes_in_one_fixed_order(case: Case) -> None:
    given_now = advice(case.module, standing(case.module, case.facts, case.on_day))
    order = ["due", "possible", "know"]
    places = [(order.index(each.urgency), each.code, each.subject) for each in given_now]
    assert places == sorted(places)


@LAW
@given(cases())
def test_a_step_that_advice_offers_exists_and_is_allowed_when_advice_calls_it_possible(case: Case) -> None:
    now = standing(case.module, case.facts, case.on_day)
    permitted = {each.step: each.allowed for each in allowed_steps(case.module, now)}
    for each in advice(case.module, now):
        assert each.step is None or each.step in permitted, each
        assert each.step is None or each.urgency != Urgency.POSSIBLE or permitted[each.step], each


@LAW
@given(cases())
def test_a_fact_about_a_day_never_changes_an_earlier_day(case: Case) -> None:
    so_far = [fact for fact in case.facts if fact.stamp.holds_on <= case.on_day]
    assert standing(case.module, so_far, case.on_day) == standing(case.module, case.facts, case.on_day)


@LAW
@given(cases())
def test_permit_agrees_with_the_allowed_steps_when_nothing_is_known_of_later_days(case: Case) -> None:
    so_far = [fact for fact in case.facts if fact.stamp.holds_on <= case.on_day]
    for each in allowed_steps(case.module, standing(case.module, so_far, case.on_day)):
        assert permit(case.module, so_far, each.step, case.on_day) == each


@LAW
@given(cases())
def test_nothing_changes_by_itself_between_one_turn_and_the_next(case: Case) -> None:
    day = FIRST_DAY - DAY
    turn, seen = next_turn(case.module, case.facts, day), _seen(case.module, case.facts, day)
    for _ in range(SPAN + LOOK_AHEAD):
        day += DAY
        assert turn is None or turn >= day
        if turn == day:
            turn, seen = next_turn(case.module, case.facts, day), _seen(case.module, case.facts, day)
        else:
            assert _seen(case.module, case.facts, day) == seen, day


def _seen(module: CareModule, facts: Sequence[AnyFact], day: date) -> tuple[object, object]:
    now = standing(module, facts, day)
    said = [(each.code, each.subject, each.urgency, each.step) for each in advice(module, now)]
    return replace(now, on_day=FIRST_DAY), said


@LAW
@given(cases())
def test_no_phase_changes_without_someone_who_moved_it(case: Case) -> None:
    now = standing(case.module, case.facts, case.on_day)
    moved = _moves(case.facts, case.on_day)
    assert all((step.on, step.phase) in moved for step in now.path if step.direction != "start")
    later = standing(case.module, case.facts, FIRST_DAY + timedelta(days=SPAN))
    much_later = standing(case.module, case.facts, FIRST_DAY + timedelta(days=4000))
    assert _steps(later) == _steps(much_later)
    nobody = [fact for fact in case.facts if not isinstance(fact, PhaseMoved | TreatmentStarted)]
    assert standing(case.module, nobody, case.on_day).phase == ""


def _moves(facts: Sequence[AnyFact], day: date) -> set[tuple[date, str]]:
    """When, and to which phase, someone moved: a move by itself, or one that a newer version names (S2-086)."""
    counted = counting(facts, day)
    moves = {(fact.stamp.holds_on, fact.to_phase) for fact in counted if isinstance(fact, PhaseMoved)}
    return moves | {(fact.stamp.holds_on, fact.phase) for fact in counted if isinstance(fact, ModuleVersionMoved)}


def _steps(now: Standing) -> tuple[str, ...]:
    return tuple(step.phase for step in now.path)
