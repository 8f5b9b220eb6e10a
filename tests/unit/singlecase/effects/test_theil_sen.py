"""The Theil-Sen line: by fractions, in long rows, and what it leaves with exact ties."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.effects import long_theil_sen, theil_sen
from lijfspoor.domain.singlecase.effects.long_theil_sen import median_slope
from lijfspoor.domain.singlecase.effects.pet import pet
from lijfspoor.domain.singlecase.effects.stacks import one
from lijfspoor.domain.singlecase.effects.theil_sen import by_order, by_time, medians, slopes
from tests.unit.singlecase.effects import slow_ranks as slow
from tests.unit.singlecase.effects.sides import close, two

TENTHS = st.integers(-99, 99).map(lambda tenths: tenths / 10)


@given(st.lists(TENTHS, min_size=2, max_size=10), st.data())
@settings(deadline=None)
def test_the_slope_as_by_fractions(y: list[float], data: st.DataObject) -> None:
    steps = data.draw(st.lists(st.integers(1, 9), min_size=len(y), max_size=len(y)))
    times = np.cumsum(steps).astype(float)
    expected = slow.theil_sen(slow.exact(y), slow.exact(times.tolist()))
    assert slopes(np.array([y]), times[None, :])[0] == close(float(expected))
    assert median_slope(np.array(y), times) == close(float(expected), rel=1e-12, abs_=1e-13)


def test_rows_with_times_of_their_own_and_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert slopes(np.array([[2.0, 4, 9]]), np.array([[1.0, 2, 3]])).tolist() == [3.5]
    random = np.random.default_rng(5)
    y, times = random.normal(size=(7, 5)), np.cumsum(random.integers(1, 4, (7, 5)), axis=1).astype(float)
    alone = [slopes(y[[row]], times[[row]])[0] for row in range(7)]
    assert slopes(y, times).tolist() == alone
    monkeypatch.setattr(theil_sen, "rows_at_once", lambda pairs: 20 // pairs)
    assert slopes(y, times).tolist() == alone
    assert slopes(y, times[:1]).tolist() == [slopes(y[[row]], times[:1])[0] for row in range(7)]
    monkeypatch.setattr(theil_sen, "ALL_PAIRS_UP_TO", 4)
    assert slopes(y, times).tolist() == close_all(alone)
    assert slopes(y, times[:1]).tolist() == close_all([median_slope(row, times[0]) for row in y])


def close_all(numbers: list[float]) -> object:
    return pytest.approx(numbers, rel=1e-12, abs=1e-14)


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_medians_of_rows(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.random.default_rng(size).integers(0, 9, (6, size)).astype(float)
    assert medians(rows).tolist() == np.median(rows, axis=1).tolist()
    monkeypatch.setattr(theil_sen, "SORTED_UP_TO", 0)
    assert medians(rows).tolist() == np.median(rows, axis=1).tolist()


@pytest.mark.parametrize("kind", ["whole", "smooth", "flat", "line", "steps", "bent"])
@pytest.mark.parametrize("size", [50, 51, 52, 53, 400])
def test_the_median_slope_without_the_pairs(kind: str, size: int) -> None:
    random, times = np.random.default_rng(size), np.cumsum(np.random.default_rng(size + 1).integers(1, 4, size)) / 2
    y = {
        "whole": random.integers(0, 4, size).astype(float),
        "smooth": random.normal(size=size),
        "flat": np.full(size, 3.0),
        "line": 0.3 * times - 4,
        "steps": np.floor(times / 7),
        "bent": np.where(times < times[size // 2], 0.0, times - times[size // 2]),
    }[kind]
    earlier, later = np.triu_indices(size, 1)
    expected = np.median((y[later] - y[earlier]) / (times[later] - times[earlier]))
    assert median_slope(y, times) == pytest.approx(expected, rel=1e-13, abs=1e-15)


def test_the_extremes_serve_where_the_sample_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_theil_sen, "SAMPLED", 3)
    random, times = np.random.default_rng(3), np.arange(300.0)
    for y in (random.normal(size=300), random.integers(0, 3, 300).astype(float)):
        earlier, later = np.triu_indices(300, 1)
        expected = np.median((y[later] - y[earlier]) / (times[later] - times[earlier]))
        assert median_slope(y, times) == pytest.approx(expected, rel=1e-13, abs=1e-15)


def test_the_two_middle_slopes_may_lie_far_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_theil_sen, "FEW", 0)
    times = np.arange(4.0)
    y = np.array([0.0, -1.0, 3.0, 2.0])
    assert median_slope(y, times) == close(float(slow.theil_sen(slow.exact(y.tolist()), slow.exact(times.tolist()))))


def test_twenty_thousand_points_take_little_memory_and_time() -> None:
    times = np.arange(20_000.0)
    noise = np.random.default_rng(2).normal(size=20_000)
    assert slopes((0.25 * times + noise)[None, :], times[None, :])[0] == pytest.approx(0.25, abs=1e-5)


@given(st.lists(TENTHS, min_size=2, max_size=8), st.lists(TENTHS, min_size=1, max_size=8), st.sampled_from([1, -1]))
@settings(deadline=None)
def test_what_is_left_ties_where_fractions_tie(a: list[float], b: list[float], turn: int) -> None:
    left_a, left_b, slope, _ = slow.residuals(a, b, range(1, len(a) + len(b) + 1))
    trend = by_order(one(two(a, b)).scaled)
    found = trend.comparisons(np.array([float(turn)]))
    signs = [turn * slow.sign(right - left) for left in left_a for right in left_b]
    assert (found.wins[0], found.ties[0], found.losses[0]) == (signs.count(1), signs.count(0), signs.count(-1))
    unit = 2.0 ** np.frexp(max(map(abs, [*a, *b])))[1]
    assert trend.slope[0] * unit == close(float(slope), rel=1e-12, abs_=1e-13)
    by_clock = by_time(one(two(a, b)).scaled).comparisons(np.array([float(turn)]))
    assert (by_clock.wins[0], by_clock.ties[0]) == (found.wins[0], found.ties[0])


def test_a_long_straight_line_leaves_nothing() -> None:
    line = [0.1 * step for step in range(1, 1201)]
    found = by_order(one(two(line[:1000], line[1000:])).scaled).comparisons(np.ones(1))
    assert found.ties.tolist() == [200_000]
    raised = [*line[:1000], *(value + 1e-6 for value in line[1000:])]
    assert by_order(one(two(raised[:1000], raised[1000:])).scaled).comparisons(np.ones(1)).wins.tolist() == [200_000]


@pytest.mark.parametrize("start", [0, 20_000, 1_000_000])
def test_times_far_from_zero_leave_ties_too(start: int) -> None:
    times = np.array([start + round(step * 0.1, 1) for step in range(1, 61)])
    line = np.array([round(0.7 * step, 1) for step in range(1, 61)])
    contrast = replace(two(line[:25], line[25:]), times_a=times[:25], times_b=times[25:])
    assert by_time(one(contrast).scaled).comparisons(np.ones(1)).ties.tolist() == [25 * 35]
    assert pet(contrast).value == 0
    raised = replace(contrast, b=contrast.b + 0.1)
    assert by_time(one(raised).scaled).comparisons(np.ones(1)).wins.tolist() == [25 * 35]
    assert pet(raised).value == 1


def test_the_slope_that_most_pairs_share_is_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    below = long_theil_sen._slopes_below

    def counting(y: Floats, x: Floats, slope: float) -> int:
        counted.append(1)
        return below(y, x, slope)

    monkeypatch.setattr(long_theil_sen, "_slopes_below", counting)
    times = np.arange(1.0, 30_001)
    coarse = np.random.default_rng(2).integers(0, 4, 30_000).astype(np.float64)
    assert median_slope(coarse, times) == 0.0
    assert median_slope(coarse + 0.5 * times, times) == pytest.approx(0.5, rel=1e-12)
    assert len(counted) <= 8
