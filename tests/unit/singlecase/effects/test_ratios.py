"""Log ratios of means, of odds and of medians: by hand, by fractions, their floors, their laws, their refusals."""

from fractions import Fraction
from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.effects.lor import lor
from lijfspoor.domain.singlecase.effects.lrm import lrm
from lijfspoor.domain.singlecase.effects.lrr import lrr_decreasing, lrr_increasing
from lijfspoor.domain.singlecase.effects.scales import Scale, resolution
from tests.unit.singlecase.effects import slow_parametric as slow
from tests.unit.singlecase.effects.sides import DOWN, UP, close, refusal, two

COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=12)
POSITIVE = COUNTS.filter(any)
TENTHS = st.lists(st.integers(0, 10), min_size=2, max_size=10)


def test_the_examples_of_the_texts() -> None:
    found = lrr_increasing(two([2, 4, 6], [8, 10]))
    assert found.value == close(log(9 / 4) + 2 / (2 * 2 * 81) - 4 / (2 * 3 * 16))
    assert found.se == close(sqrt(4 / 48 + 2 / 162))
    assert found.figures["change"] == close(exp(found.value) - 1)
    odds = lor(two([0.2, 0.4], [0.6, 0.8]), corrected=False)
    assert (odds.value, odds.se) == (close(2 * log(7 / 3)), close(sqrt(0.02 / 0.0441)))
    assert lor(two([0.2, 0.4], [0.6, 0.8])).value == close(2 * log(7 / 3) - 0.4 * 0.01 / 0.0441)
    medians = lrm(two([1, 2, 4], [6, 8, 9]))
    assert medians.value == close(log(4))
    assert medians.se == close(sqrt(log(4) ** 2 + log(1.5) ** 2) / (2 * 1.1503493803760079))
    assert medians.figures["change"] == close(3)


@given(POSITIVE, POSITIVE, st.booleans(), st.booleans())
@settings(deadline=None)
def test_lrr_as_by_fractions(a: list[int], b: list[int], corrected: bool, rising: bool) -> None:
    value, se = slow.log_ratio(a, b, corrected=corrected)
    better = UP if rising else DOWN
    up = lrr_increasing(two(a, b, better), corrected=corrected)
    down = lrr_decreasing(two(a, b, better), corrected=corrected)
    assert up.value == close(value if rising else -value)
    assert down.value == close(-value if rising else value)
    assert (up.se, down.se) == (close(se), close(se))
    assert up.interval is not None
    assert (up.interval.lower, up.interval.upper) == (close(up.value - slow.Z95 * se), close(up.value + slow.Z95 * se))
    suffix = "corrected" if corrected else "uncorrected"
    assert (up.statistic, down.statistic) == (f"lrr-i.{suffix}", f"lrr-d.{suffix}")


@given(COUNTS, COUNTS, st.sampled_from([("count", None, 1), ("rate", 10, 10), ("rate", 2.5, 2.5)]))
@settings(deadline=None)
def test_lrr_has_a_floor_that_follows_from_the_recording(
    a: list[int], b: list[int], recording: tuple[str, float | None, float]
) -> None:
    scale, length, finest = recording
    found = lrr_increasing(two(a, b), scale=scale, observation_length=length)
    value, se = slow.log_ratio(a, b, finest=Fraction(finest))
    assert (found.value, found.se) == (close(value), close(se))


@given(TENTHS, TENTHS, st.booleans(), st.sampled_from([10, 25]))
@settings(deadline=None)
def test_shares_are_reflected_when_the_goal_runs_the_other_way(
    a: list[int], b: list[int], rising: bool, intervals: int
) -> None:
    better = UP if rising else DOWN
    percent = two([10 * y for y in a], [10 * y for y in b], better)
    exact_a, exact_b = [10 * y for y in a], [10 * y for y in b]
    floor = Fraction(intervals, 100)
    plain = slow.log_ratio(exact_a, exact_b, finest=floor)
    reflected = slow.log_ratio(exact_a, exact_b, finest=floor, top=100)
    up = lrr_increasing(percent, scale="percentage", intervals=intervals)
    down = lrr_decreasing(percent, scale="percentage", intervals=intervals)
    for found, expected in ((up, plain if rising else reflected), (down, reflected if rising else plain)):
        assert (found.value, found.se) == (close(expected[0]), close(expected[1]))
    shares = two([y / 10 for y in a], [y / 10 for y in b], better)
    assert lrr_increasing(shares, scale="proportion", intervals=intervals).value == close(up.value)
    assert lrr_decreasing(shares, scale="proportion", intervals=intervals).value == close(down.value)


def test_an_empty_baseline_is_refused_until_the_recording_is_known() -> None:
    never = two([0, 0, 0], [4, 6])
    assert refusal(lambda: lrr_increasing(never)) == "mean-not-positive"
    assert refusal(lambda: lrr_increasing(never, scale="rate")) == "mean-not-positive"
    assert refusal(lambda: lrr_increasing(never, scale="other", observation_length=10)) == "mean-not-positive"
    counted = lrr_increasing(never, scale="count", corrected=False)
    assert counted.value == close(log(5) - log(1 / 6))
    assert counted.se == close(sqrt(2 / (2 * 25) + (1 / 27) / (3 / 36)))
    assert refusal(lambda: lrr_increasing(two([4, 5], [-4, 2]))) == "mean-not-positive"
    assert refusal(lambda: lrr_increasing(two([100, 100], [90, 80], DOWN), scale="percentage")) == "mean-not-positive"


def test_scores_that_the_scale_cannot_have() -> None:
    for scale in ("count", "rate", "proportion", "percentage"):
        assert refusal(lrr_increasing, two([1, -0.1], [1, 1]), scale=scale) == "score-below-scale"
        assert refusal(lrr_decreasing, two([1, 0], [1, -2]), scale=scale) == "score-below-scale"
    assert refusal(lambda: lrr_increasing(two([0.5, 1.1], [0.5, 1]), scale="proportion")) == "score-above-scale"
    assert refusal(lambda: lrr_increasing(two([50, 60], [101, 60]), scale="percentage")) == "score-above-scale"
    assert refusal(lambda: lor(two([0.5, 0.6], [0.5, 1.01]))) == "score-above-scale"
    assert refusal(lambda: lor(two([0.5, -0.6], [0.5, 0.6]))) == "score-below-scale"
    assert lrr_increasing(two([50, 60], [100 + 1e-12, 60]), scale="percentage").value > 0
    assert lrr_increasing(two([500, 600], [1000, 600]), scale="count").value > 0


def test_scores_below_zero_on_another_scale_carry_a_remark() -> None:
    remarks = lrr_increasing(two([5, -1, 3], [6, 7])).remarks
    assert [remark.en for remark in remarks] == [
        "There are scores below zero. A ratio has a meaning only on a scale with a true zero."
    ]
    assert lrr_increasing(two([5, 0, 3], [6, 7])).remarks == ()
    assert lrr_increasing(two([5, 1, 3], [26, -7])).remarks == remarks


def test_one_point_gives_no_standard_error() -> None:
    bare = lrr_increasing(two([2], [8, 10]), corrected=False)
    assert (bare.value, bare.se, bare.interval) == (close(log(4.5)), None, None)
    assert "one score only" in bare.remarks[0].en
    assert refusal(lambda: lrr_increasing(two([2], [8, 10]))) == "one-point-phase"
    assert refusal(lambda: lrr_increasing(two([2, 3], [8]))) == "one-point-phase"
    assert refusal(lambda: lor(two([0.2], [0.5, 0.6]))) == "one-point-phase"
    odds = lor(two([0.2, 0.3], [0.5]), corrected=False)
    assert (odds.value, odds.se) == (close(log(3)), None)
    medians = lrm(two([2], [8, 10, 11]))
    assert (medians.value, medians.se) == (close(log(5)), None)
    assert lrm(two([8, 10, 11], [2])).se is None
    assert lrm(two([2, 3], [8, 9])).se is not None


@given(POSITIVE, POSITIVE, st.sampled_from([1e-308, 1e-160, 1e-3, 7.0, 1e150, 1e300]))
@settings(deadline=None)
def test_the_unit_does_not_count(a: list[int], b: list[int], unit: float) -> None:
    plain, moved = two(a, b), two(np.array(a) * unit, np.array(b) * unit)
    for compute in (lrr_increasing, lrr_decreasing):
        assert compute(moved).value == pytest.approx(compute(plain).value, rel=1e-8, abs=1e-8)
        assert compute(moved).se == pytest.approx(compute(plain).se, rel=1e-6, abs=1e-12)
    if min(a) > 0 and min(b) > 0:
        assert lrm(moved).value == pytest.approx(lrm(plain).value, rel=1e-8, abs=1e-8)
        assert lrm(moved).se == pytest.approx(lrm(plain).se, rel=1e-6, abs=1e-8)


@given(TENTHS, TENTHS, st.booleans(), st.integers(1, 40))
@settings(deadline=None)
def test_lor_as_by_fractions(a: list[int], b: list[int], corrected: bool, intervals: int) -> None:
    value, se = slow.log_odds([Fraction(y, 10) for y in a], [Fraction(y, 10) for y in b], intervals=intervals)
    shares = two([y / 10 for y in a], [y / 10 for y in b])
    found = lor(shares, intervals=intervals)
    assert (found.value, found.se) == (close(value), close(se))
    percent = two([10 * y for y in a], [10 * y for y in b])
    assert lor(percent, scale="percentage", intervals=intervals).value == close(value)
    turned = lor(two(shares.a, shares.b, DOWN), intervals=intervals)
    assert (turned.value, turned.se) == (close(-value), close(se))
    counted_away = lor(two(1 - shares.a, 1 - shares.b, DOWN), intervals=intervals)
    assert counted_away.value == close(value)
    bare = lor(shares, corrected=False, intervals=intervals)
    assert bare.value == close(
        slow.log_odds([Fraction(y, 10) for y in a], [Fraction(y, 10) for y in b], intervals=intervals, corrected=False)[
            0
        ]
    )
    assert (found.statistic, bare.statistic) == ("lor.corrected", "lor.uncorrected")


def test_lor_at_the_bounds() -> None:
    for a, b in (([0, 0], [0.5, 0.6]), ([0.5, 0.6], [1, 1]), ([1, 1], [0.5, 0.6]), ([0.5, 0.6], [0, 0])):
        assert refusal(lor, two(a, b)) == "mean-at-bound"
        assert np.isfinite(lor(two(a, b), intervals=10).value)
    assert refusal(lambda: lor(two([1, 2], [3, 4]), scale="count")) == "not-a-proportion"


POSITIVES = st.lists(st.integers(1, 30), min_size=2, max_size=30)


@given(POSITIVES, POSITIVES)
@settings(deadline=None)
def test_lrm_by_counting(a: list[int], b: list[int]) -> None:
    value, se = slow.log_medians(a, b)
    found = lrm(two(a, b))
    assert (found.value, found.se) == (close(value), close(se))
    turned = lrm(two(a, b, DOWN))
    assert (turned.value, turned.se, turned.statistic) == (close(-value), close(se), "lrm")


@pytest.mark.parametrize("bad", [0.0, -1.0])
def test_lrm_asks_for_scores_above_zero(bad: float) -> None:
    assert refusal(lambda: lrm(two([bad, 2, 3], [4, 5]))) == "score-not-positive"
    assert refusal(lambda: lrm(two([1, 2, 3], [4, bad]))) == "score-not-positive"


def test_extremes_are_numbers_or_named() -> None:
    assert lrm(two([1e-300, 1e-300], [1e300, 1e300])).value == close(600 * log(10))
    assert lrr_increasing(two([1, 2], [1e308, 1e308]), corrected=False).value == close(log(1e308) - log(1.5))
    assert refusal(lambda: lrr_increasing(two([1e-300, 2e-300], [1e300, 2e300]))) in {
        "mean-not-positive",
        "out-of-range",
    }


def test_what_the_finest_step_is() -> None:
    assert resolution(Scale.COUNT, None, None) == 1
    assert resolution(Scale.RATE, 15, 4) == 15
    assert resolution(Scale.PROPORTION, 15, 20) == 20
    assert resolution(Scale.PERCENTAGE, 15, 20) == 0.2
    assert resolution(Scale.PERCENTAGE, 15, None) is None
    assert resolution(Scale.OTHER, 15, 20) is None


@pytest.mark.filterwarnings("error")
def test_huge_scores_are_off_the_scale_of_odds() -> None:
    assert refusal(lor, two([1, -1e308, 1e308], [1e308] * 3)) == "score-below-scale"
    assert refusal(lor, two([1, 1e308, 1e308], [1e308] * 3)) == "score-above-scale"
