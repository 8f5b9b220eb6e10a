"""ALIV: real and interpolated scores of alternating conditions, against drawing the lines by hand."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast, Improvement, contrast, make_case
from lijfspoor.domain.singlecase.effects.aliv import aliv, aliv_differences
from tests.unit.singlecase.effects.sides import DOWN, UP, close

Points = Sequence[tuple[int, float]]


def on_path(points: Points, moment: int) -> Fraction | None:
    """The height at a moment of the lines that join points (time, score), None outside them."""
    for (t, y), (u, z) in zip(points, points[1:] or points, strict=False):
        if t <= moment <= u:
            return Fraction(y) + (Fraction(z) - Fraction(y)) * Fraction(moment - t, max(u - t, 1))
    return None


def by_hand(first: Points, second: Points) -> list[Fraction]:
    both = []
    for moment in sorted({t for t, _ in first} | {t for t, _ in second}):
        here, there = on_path(first, moment), on_path(second, moment)
        if here is not None and there is not None:
            both.append(there - here)
    return both


def two(first: Points, second: Points, better: Improvement = UP) -> Contrast:
    sides = [np.array([y for _, y in side], dtype=float) for side in (first, second)]
    times = [np.array([t for t, _ in side], dtype=float) for side in (first, second)]
    return Contrast(sides[0], sides[1], times[0], times[1], better)


def test_the_example_of_the_text() -> None:
    alternation = two([(1, 2), (4, 4)], [(2, 6), (5, 9)])
    found = aliv(alternation)
    assert found.value == close(11 / 3)
    assert found.figures["comparisons"] == 2
    assert aliv_differences(alternation).tolist() == [close(10 / 3), close(4)]
    assert (found.statistic, found.se, found.interval) == ("aliv", None, None)
    assert "no sound standard error" in found.remarks[0].en


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 3), st.integers(0, 20)), min_size=2, max_size=16))
@settings(deadline=None)
def test_as_drawn_by_hand(rows: list[tuple[bool, int, int]]) -> None:
    sides: tuple[list[tuple[int, float]], list[tuple[int, float]]] = ([], [])
    now = 0
    for later, wait, score in rows:
        now += wait
        sides[later].append((now, score))
    first, second = sides
    if not first or not second:
        return
    expected = by_hand(first, second)
    if not expected:
        with pytest.raises(Refused) as refused:
            aliv(two(first, second))
        assert refused.value.code == "no-shared-occasions"
        return
    found = aliv(two(first, second))
    assert found.value == close(float(sum(expected) / len(expected)))
    assert found.figures["comparisons"] == len(expected)
    assert aliv(two(first, second, DOWN)).value == close(-found.value)
    assert aliv(two(second, first)).value == close(-found.value)


def test_a_missing_score_is_not_a_point_of_the_path() -> None:
    case = make_case("x", [1, 5, None, 8, 4], list("ABABA"))
    found = aliv(contrast(case, "A", "B"))
    assert aliv_differences(contrast(case, "A", "B")).tolist() == [close(5 - 1.75), close(8 - 3.25)]
    assert found.value == close(4)


def test_an_ordinary_phase_design_does_not_alternate() -> None:
    with pytest.raises(Refused) as refused:
        aliv(contrast(make_case("x", [1, 2, 3, 4], list("AABB"))))
    assert refused.value.code == "no-shared-occasions"
    assert "wisselen" in refused.value.why.nl


def test_huge_scores() -> None:
    assert aliv(two([(1, -8e307), (3, -8e307)], [(2, 8e307), (4, 8e307)])).value == close(1.6e308)
    with pytest.raises(Refused) as refused:
        aliv(two([(1, -1e308), (3, -1e308)], [(2, 1e308), (4, 1e308)]))
    assert refused.value.code == "out-of-range"
