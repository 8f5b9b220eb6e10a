"""Round numbers along an axis."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.picture.ticks import roomy, ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 10, 6, (0, 2, 4, 6, 8, 10)),
        (0, 10, 11, tuple(range(11))),
        (0, 10, 10, (0, 2, 4, 6, 8, 10)),
        (0, 10, 5, (0, 5, 10)),
        (0, 10, 2, (0, 10)),
        (0.2, 0.9, 4, (0.2, 0.4, 0.6, 0.8)),
        (-3, 3, 7, (-3, -2, -1, 0, 1, 2, 3)),
        (1, 40, 9, (5, 10, 15, 20, 25, 30, 35, 40)),
        (1996, 2018, 6, (2000, 2005, 2010, 2015)),
        (1e-9, 5e-9, 5, (1e-9, 2e-9, 3e-9, 4e-9, 5e-9)),
    ],
)
def test_ticks_are_the_finest_round_numbers_that_fit(
    low: float, high: float, most: int, expected: tuple[float, ...]
) -> None:
    assert ticks(low, high, most) == expected


def test_whole_numbers_keep_whole_steps() -> None:
    assert ticks(1, 3, 9, least_step=1.0) == (1, 2, 3)
    assert ticks(1, 3, 4) == (1, 2, 3)
    assert ticks(1, 3, 9) == (1.0, 1.5, 2.0, 2.5, 3.0)


@pytest.mark.parametrize(("low", "high"), [(-1.7e308, 1.7e308), (0.0, 5e-324), (0.0, 1e-300)])
def test_a_range_that_cannot_be_divided_gives_both_ends(low: float, high: float) -> None:
    assert ticks(low, high, 6) == (low, high)


def test_a_single_value_gives_itself() -> None:
    assert ticks(3.0, 3.0, 5) == (3.0,)


@given(
    st.floats(-1e6, 1e6),
    st.floats(1e-6, 1e6),
    st.integers(2, 12),
)
def test_ticks_are_even_within_the_range_and_not_too_many(low: float, span: float, most: int) -> None:
    high = low + span
    found = ticks(low, high, most)
    assert 1 <= len(found) <= most
    slack = 1e-6 * (span + abs(low))
    assert all(low - slack <= tick <= high + slack for tick in found)
    steps = [after - before for before, after in pairwise(found)]
    assert all(step > 0 for step in steps)
    assert max(steps, default=1.0) - min(steps, default=1.0) <= slack


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (5, 10, (0.0, 10.25)),
        (0, 10, (0.0, 10.5)),
        (-10, -5, (-10.25, 0.0)),
        (-10, -2, (-10.4, 0.0)),
        (8, 10, (7.86, 10.14)),
        (-10, -8, (-10.14, -7.86)),
        (-4, 6, (-4.7, 6.7)),
        (3, 3, (2.0, 4.0)),
        (30, 30, (27.0, 33.0)),
        (-30, -30, (-33.0, -27.0)),
        (0, 0, (-1.0, 1.0)),
        (0.5, 0.5, (-0.5, 1.5)),
        (2e6, 2e6, (1.8e6, 2.2e6)),
        (1e-4, 1e-4, (9e-5, 1.1e-4)),
    ],
)
def test_an_axis_has_room_and_takes_zero_along_when_it_is_near(
    low: float, high: float, expected: tuple[float, float]
) -> None:
    assert roomy(low, high) == pytest.approx(expected)


@pytest.mark.parametrize("value", [1e308, -1e308, 1e-320, 1e9, 1e-5])
def test_a_flat_series_of_any_size_gets_room(value: float) -> None:
    low, high = roomy(value, value)
    assert low < value < high
    assert math.isfinite(low)
    assert math.isfinite(high)


def test_the_largest_numbers_do_not_overflow() -> None:
    low, high = roomy(-1.7e308, 1.7e308)
    assert low == -1.7e308
    assert high == 1.7e308
