"""The engine is total: whatever stands in the file, it answers and never raises."""

from datetime import UTC, date, datetime
from typing import TypeVar, get_args, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import (
    AnyFact,
    Stamp,
    Step,
    StepKind,
    advice,
    allowed_steps,
    known_on,
    next_turn,
    permit,
    standing,
)
from lijfspoor.domain.pathways.plans import MovementPlan
from tests.generative.laws import LAW
from tests.generative.modules import modules

T = TypeVar("T")
WORDS = st.sampled_from(
    ("", " ", "client", "c00", "g0", "decision0", "decision0:client", ":", "f1", "touch", "reached")
)
DAYS = st.sampled_from(
    (date.min, date(1, 2, 28), date(1900, 2, 28), date(2024, 2, 29), date(2026, 3, 1), date(9987, 6, 1), date.max)
)
NUMBERS = st.sampled_from((-(10**9), -1, 0, 1, 2, 10**9))
MOMENTS = st.sampled_from(
    (datetime.min.replace(tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
)
PAIRS = tuple[tuple[str, str], ...]
ANY_PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)
STAMPS = st.builds(Stamp, id=WORDS, holds_on=DAYS, recorded_at=MOMENTS, sequence=NUMBERS, by=WORDS)


def _values(hint: object) -> st.SearchStrategy[object]:
    if isinstance(hint, type) and issubclass(hint, Stamp):
        return STAMPS
    if hint is MovementPlan:
        return _junk(MovementPlan)
    simple = {
        str: WORDS,
        int: NUMBERS,
        bool: st.booleans(),
        date: DAYS,
        tuple[str, ...]: st.tuples(WORDS),
        PAIRS: ANY_PAIRS,
    }
    if hint in simple:
        return simple[hint]
    options = get_args(hint)
    if date in options:
        return st.none() | DAYS
    if int in options:
        return st.none() | NUMBERS
    return st.sampled_from(options or tuple(Answer))


def _junk(kind: type[T]) -> st.SearchStrategy[T]:
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name != "kind"}
    return st.builds(kind, **{name: _values(hint) for name, hint in hints.items()})


JUNK = st.lists(st.one_of([_junk(kind) for kind in get_args(AnyFact)]), max_size=12)
STEPS = st.builds(Step, st.sampled_from(StepKind), WORDS)


@LAW
@given(modules(), JUNK, DAYS, STEPS, MOMENTS)
def test_junk_gets_an_answer(module: CareModule, junk: list[AnyFact], day: date, step: Step, moment: datetime) -> None:
    now = standing(module, junk, day)
    assert now.on_day == day
    assert isinstance(advice(module, now), tuple)
    assert len(allowed_steps(module, now)) > 0
    assert permit(module, junk, step, day).step == step
    assert all(fact.stamp.recorded_at <= moment for fact in known_on(junk, moment))
    turn = next_turn(module, junk, day)
    assert turn is None or turn > day


@LAW
@given(modules(), JUNK, DAYS)
def test_junk_in_another_order_gets_the_same_answer(module: CareModule, junk: list[AnyFact], day: date) -> None:
    assert standing(module, junk[::-1], day) == standing(module, junk, day)
