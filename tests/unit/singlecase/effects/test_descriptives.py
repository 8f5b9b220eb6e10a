"""What a phase looks like in numbers: against the standard library, with gaps, extremes and nothing at all."""

import statistics
from collections.abc import Sequence
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Floats, make_case
from lijfspoor.domain.singlecase.effects.autocorrelation import autocorrelation, phase_autocorrelations
from lijfspoor.domain.singlecase.effects.descriptives import describe
from lijfspoor.domain.singlecase.effects.trend import Trend, phase_trends, trend
from tests.unit.singlecase.effects import slow_parametric as slow
from tests.unit.singlecase.effects.sides import close, refusal

SCORES = st.lists(st.one_of(st.none(), st.integers(-50, 50)), min_size=1, max_size=15)


def row(values: Sequence[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def test_the_example_of_the_text() -> None:
    (found,) = describe(make_case("x", [2, None, 4, 9], ["A"] * 4))
    assert (found.label, found.n, found.missing) == ("A", 4, 1)
    assert (found.mean, found.median, found.minimum, found.maximum) == (5, 4, 2, 9)
    assert (found.sd, found.mad, found.trend) == (close(13**0.5), close(2.9652), close(15 / 7))
    assert dict(found.refused) == {}


@given(SCORES)
@settings(deadline=None)
def test_as_the_standard_library_says(values: list[int | None]) -> None:
    (found,) = describe(make_case("x", values, ["A"] * len(values)))
    there = [value for value in values if value is not None]
    assert (found.n, found.missing) == (len(values), len(values) - len(there))
    if not there:
        assert (
            found.mean is found.median is found.sd is found.mad is found.minimum is found.maximum is found.trend is None
        )
        assert {refused.code for refused in found.refused.values()} == {"no-scores"}
        assert set(found.refused) == {"mean", "median", "sd", "mad", "minimum", "maximum", "trend"}
        return
    middle = statistics.median(there)
    assert (found.mean, found.median) == (close(statistics.fmean(there)), close(middle))
    assert found.mad == close(1.4826 * statistics.median([abs(y - middle) for y in there]))
    assert (found.minimum, found.maximum) == (min(there), max(there))
    if len(there) == 1:
        assert (found.sd, found.trend) == (None, None)
        assert {key: refused.code for key, refused in found.refused.items()} == dict.fromkeys(
            ("sd", "trend"), "too-few-points"
        )
        return
    times = [t for t, value in enumerate(values, start=1) if value is not None]
    assert found.sd == close(statistics.stdev(there))
    assert found.trend == close(float(slow.line(times, there)[1]))


def test_spells_are_told_apart() -> None:
    case = make_case("x", [1, 2, 7, 8, 3, 5], ["A", "A", "B", "B", "A", "A"], times=[1, 2, 4, 8, 9, 10])
    first, second, third = describe(case)
    assert [found.label for found in (first, second, third)] == ["A", "B", "A"]
    assert (first.mean, second.mean, third.mean) == (1.5, 7.5, 4)
    assert (first.trend, second.trend, third.trend) == (close(1), close(1 / 4), close(2))


@pytest.mark.parametrize("size", [1e-300, 1e300, 1.2e308])
def test_huge_and_tiny_scores(size: float) -> None:
    (found,) = describe(make_case("x", [size, size / 2, size / 4], ["A"] * 3))
    assert found.mean == pytest.approx(size / 12 * 7)
    assert found.sd == pytest.approx(statistics.stdev([1, 0.5, 0.25]) * size)
    assert found.mad == pytest.approx(1.4826 * (size / 4))
    assert found.trend == pytest.approx(-0.375 * size)


def test_flat_scores_have_a_spread_of_exactly_zero() -> None:
    for value in (0.1, 0, 1e300):
        (found,) = describe(make_case("x", [value] * 7, ["A"] * 7))
        assert (found.sd, found.mad) == (0, 0)
        assert found.trend == pytest.approx(0, abs=abs(value) * 1e-12)
    (found,) = describe(make_case("x", [0.3, 0.1 + 0.2], ["A"] * 2))
    assert found.sd == 0


def test_the_example_of_the_trend() -> None:
    found = trend(np.arange(4.0), np.array([2.0, 4, 3, 7]))
    assert (found.intercept, found.slope, found.n) == (close(1.9), close(1.4), 4)
    assert found.correlation == close(7 / 70**0.5)


@given(
    st.lists(st.tuples(st.integers(-20, 20), st.integers(-50, 50)), min_size=2, max_size=12, unique_by=lambda p: p[0]),
    st.sampled_from([1e-300, 1, 1e5, 1e300]),
)
@settings(deadline=None)
def test_trend_by_fractions(points: list[tuple[int, int]], unit: float) -> None:
    times, scores = [t for t, _ in points], [y for _, y in points]
    intercept, slope = slow.line(times, scores)
    found = trend(row(times), row(scores) * unit)
    assert found.slope / unit == pytest.approx(float(slope), rel=1e-9, abs=1e-9)
    assert found.intercept / unit == pytest.approx(float(intercept), rel=1e-9, abs=1e-9)
    if len(set(scores)) == 1:
        assert found.correlation is None
    else:
        assert found.correlation == pytest.approx(np.corrcoef(times, scores)[0, 1], abs=1e-9)


def test_trends_start_at_zero_in_every_spell() -> None:
    case = make_case("x", [1, 2, 4, 9, 5, 5], ["A", "A", "B", "B", "A", "A"], times=[3, 4, 6, 8, 9, 12])
    lines = phase_trends(case)
    assert list(lines) == ["", "A", "B", "A (2)"]
    whole, a, b, again = (lines[key] for key in lines)
    assert isinstance(whole, Trend)
    assert isinstance(a, Trend)
    assert isinstance(b, Trend)
    assert isinstance(again, Trend)
    intercept, slope = slow.line([0, 1, 3, 5, 6, 9], [1, 2, 4, 9, 5, 5])
    assert (whole.intercept, whole.slope) == (close(float(intercept)), close(float(slope)))
    assert (a.intercept, a.slope, b.intercept, b.slope) == (close(1), close(1), close(4), close(2.5))
    assert (again.intercept, again.slope, again.correlation) == (close(5), close(0), None)
    squares = phase_trends(case, power=2)["B"]
    assert isinstance(squares, Trend)
    assert (squares.intercept, squares.slope) == (close(4), close(5 / 4))


def test_a_trend_of_too_little_or_too_much() -> None:
    assert refusal(lambda: trend(np.array([1.0, 2]), np.array([3.0, np.nan]))) == "too-few-points"
    lines = phase_trends(make_case("x", [1, 2, 4], ["A", "A", "B"]))
    assert isinstance(lines["B"], Refused)
    assert lines["B"].code == "too-few-points"
    assert lines["B"].why.nl == "Voor een trend zijn minstens twee scores nodig."
    assert lines["B"].why.en == "A trend needs at least two scores."
    assert isinstance(lines["A"], Trend)
    assert refusal(lambda: trend(np.array([0, 1e-10]), np.array([-1e308, 1e308]))) == "out-of-range"


def test_the_example_of_the_autocorrelation() -> None:
    scores = np.array([1.0, 2, 4, 5])
    first, second = autocorrelation(scores), autocorrelation(scores, 2)
    assert (first.lag, first.r, first.pairs, first.corrected) == (1, close(0.3), 3, close(0.55))
    assert (second.lag, second.r, second.pairs) == (2, close(-0.4), 2)


@given(SCORES, st.integers(1, 4), st.sampled_from([1e-300, 1, 1e300]))
@settings(deadline=None)
def test_autocorrelation_by_fractions_also_with_gaps(values: list[int | None], lag: int, unit: float) -> None:
    there = [value for value in values if value is not None]
    pairs = [pair for pair in zip(values, values[lag:], strict=False) if None not in pair]
    if not pairs:
        assert refusal(lambda: autocorrelation(row(values), lag)) == "too-few-points"
    elif len(set(there)) == 1:
        assert refusal(lambda: autocorrelation(row(values) * unit, lag)) == "flat-phase"
    else:
        found = autocorrelation(row(values) * unit, lag)
        assert found.r == close(float(slow.serial(values, lag)))
        assert found.corrected == close(found.r + 1 / len(there))
        assert found.pairs == len(pairs)


def test_gaps_are_not_closed() -> None:
    gap, closed = autocorrelation(row([1, 5, None, 1, 5])), autocorrelation(row([1, 5, 1, 5]))
    assert (gap.r, closed.r) == (close(-4 / 5), close(-3 / 4))
    assert gap.pairs == 2


def test_round_off_is_no_autocorrelation() -> None:
    assert refusal(lambda: autocorrelation(np.array([0.3, 0.1 + 0.2, 0.3]))) == "flat-phase"
    assert refusal(lambda: autocorrelation(np.zeros(4))) == "flat-phase"


def test_autocorrelation_per_spell_and_uneven_times() -> None:
    case = make_case("x", [1, 2, 4, 5, 9, 9, 1, 3], list("AAAABBAA"), times=[1, 2, 3, 4, 6, 7, 8, 9])
    found = phase_autocorrelations(case)
    assert list(found) == ["", "A", "B", "A (2)"]
    a, b, again, whole = found["A"], found["B"], found["A (2)"], found[""]
    assert not isinstance(a, Refused)
    assert not isinstance(again, Refused)
    assert not isinstance(whole, Refused)
    assert (a.r, again.r, a.remarks) == (close(0.3), close(-0.5), ())
    assert isinstance(b, Refused)
    assert b.code == "flat-phase"
    assert len(whole.remarks) == 1
    assert "measurements, not time" in whole.remarks[0].en
    assert "metingen, niet in tijd" in whole.remarks[0].nl
    third = phase_autocorrelations(case, 2)["A (2)"]
    assert isinstance(third, Refused)
    assert third.code == "too-few-points"
    assert "2 measurements apart" in third.why.en


def test_a_phase_with_uneven_times_says_so_and_a_lag_beyond_it_is_refused() -> None:
    case = make_case("x", [1, 2, 4, 5, 2, 9], list("AAAABB"), times=[1, 2, 5, 6, 7, 8])
    in_a = phase_autocorrelations(case)["A"]
    assert not isinstance(in_a, Refused)
    assert len(in_a.remarks) == 1
    assert refusal(autocorrelation, row([1, 2, 4]), 3) == "too-few-points"
    assert refusal(autocorrelation, row([1, 2, 4]), 4) == "too-few-points"


def test_a_hundred_thousand_points() -> None:
    values = np.tile([1.0, 2, 3, 2], 25_000)
    assert isfinite(autocorrelation(values).r)
    (found,) = describe(make_case("x", values, ["A"] * 100_000))
    assert found.mean == close(2)
