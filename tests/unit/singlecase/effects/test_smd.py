"""Mean differences in standard deviations: worked by hand, by fractions, by law, and refused with a reason."""

from dataclasses import replace
from math import nextafter, sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.series import Improvement
from lijfspoor.domain.singlecase.effects.smd import Standardiser, cohen_d, durlak_g, smd
from tests.unit.singlecase.effects import slow_parametric as slow
from tests.unit.singlecase.effects.sides import close, refusal, two

PHASE = st.lists(st.integers(0, 30), min_size=3, max_size=12).filter(lambda scores: len(set(scores)) > 1)


def test_the_example_of_the_text() -> None:
    found = smd(two([2, 4, 6], [8, 10]))
    assert found.statistic == "smd.baseline.corrected"
    assert found.value == close(10 / 7)
    assert found.se == close(4 / 7 * sqrt(1 / 3 + 2 / 8 + (10 / 7) ** 2 / 4))
    assert found.figures["sd"] == close(2)
    assert found.assumes_independence is True
    assert smd(two([2, 4, 6], [8, 10]), corrected=False).value == close(2.5)


@given(PHASE, PHASE, st.booleans(), st.booleans())
@settings(deadline=None)
def test_as_by_fractions(a: list[int], b: list[int], pooled: bool, corrected: bool) -> None:
    ruler = Standardiser.POOLED if pooled else Standardiser.BASELINE
    found = smd(two(a, b), standardiser=ruler, corrected=corrected, level=0.95)
    value, se, sd = slow.smd(a, b, pooled=pooled, corrected=corrected)
    assert found.statistic == f"smd.{'pooled' if pooled else 'baseline'}.{'' if corrected else 'un'}corrected"
    assert (found.value, found.se, found.figures["sd"]) == (close(value), close(se), close(sd))
    assert found.interval is not None
    assert (found.interval.lower, found.interval.upper) == (close(value - slow.Z95 * se), close(value + slow.Z95 * se))
    assert found.interval.level == 0.95


@given(PHASE, PHASE, st.randoms(), st.sampled_from(list(Standardiser)))
@settings(deadline=None)
def test_order_does_not_count(a: list[int], b: list[int], random: Random, ruler: Standardiser) -> None:
    before = smd(two(a, b), standardiser=ruler)
    random.shuffle(a)
    random.shuffle(b)
    after = smd(two(a, b), standardiser=ruler)
    assert (after.value, after.se) == (close(before.value), close(before.se))


@given(PHASE, PHASE, st.sampled_from([1e-308, 1e-200, 0.1, 3, 1e150, 1e306]), st.sampled_from([0, 5]))
@settings(deadline=None)
def test_neither_scale_nor_origin_counts(a: list[int], b: list[int], factor: float, shift: float) -> None:
    moved = two((np.array(a) + shift) * factor, (np.array(b) + shift) * factor)
    assert smd(moved).value == pytest.approx(smd(two(a, b)).value, rel=1e-7, abs=1e-7)
    assert smd(moved).se == pytest.approx(smd(two(a, b)).se, rel=1e-7)


@given(PHASE, PHASE)
@settings(deadline=None)
def test_the_sign_turns_with_the_direction(a: list[int], b: list[int]) -> None:
    falling = two(a, b, Improvement.DECREASE)
    for compute in (smd, cohen_d, durlak_g):
        assert compute(falling).value == -compute(two(a, b)).value
    assert smd(falling).se == smd(two(a, b)).se


def test_relatives_without_an_interval() -> None:
    contrast = two([2, 4, 6], [8, 10])
    assert cohen_d(contrast).value == close(5 / sqrt((4 + 2) / 2))
    assert cohen_d(contrast).figures["sd"] == close(sqrt(3))
    pooled = sqrt((2 * 4 + 1 * 2) / 3)
    assert durlak_g(contrast).value == close(5 / pooled * (5 - 3) / (5 - 2.25) * sqrt(3 / 5))
    assert (cohen_d(contrast).statistic, durlak_g(contrast).statistic) == ("smd.average", "smd.durlak")
    for found in (cohen_d(contrast), durlak_g(contrast)):
        assert (found.se, found.interval, found.assumes_independence) == (None, None, None)
        assert [remark.en for remark in found.remarks] == ["There is no sound standard error for this measure."]


@pytest.mark.parametrize("value", [0.1, 7, 0, 1e300, 1e-300])
def test_a_flat_baseline_is_refused_whatever_its_round_off(value: float) -> None:
    assert refusal(lambda: smd(two([value] * 7, [1, 2, 3]))) == "flat-baseline"


def test_a_baseline_flat_up_to_round_off_is_flat() -> None:
    assert refusal(lambda: smd(two([0.3, 0.1 + 0.2, nextafter(0.3, 1)], [1, 2]))) == "flat-baseline"
    assert smd(two([1e9, 1e9 + 1, 1e9 + 2], [1e9 + 4, 1e9 + 4])).figures["sd"] == pytest.approx(1)


def test_two_flat_phases_have_no_pooled_ruler() -> None:
    flat = two([3, 3, 3], [5, 5])
    for compute in (lambda: smd(flat, standardiser="pooled"), lambda: cohen_d(flat), lambda: durlak_g(flat)):
        assert refusal(compute) == "flat-phases"
    assert smd(two([3, 3, 3], [5, 6]), standardiser="pooled").value > 0
    for one_flat in (two([3, 3, 3], [5, 6]), two([5, 6], [8, 8, 8])):
        assert cohen_d(one_flat).value == close(2.5 / 0.25**0.5)


def test_one_point() -> None:
    assert refusal(lambda: smd(two([3], [5, 6]))) == "one-point-baseline"
    assert refusal(lambda: smd(two([3], [5]), standardiser="pooled")) == "too-few-points"
    assert refusal(lambda: durlak_g(two([3], [5]))) == "too-few-points"
    assert refusal(lambda: cohen_d(two([3], [5, 6]))) == "one-point-phase"
    assert refusal(lambda: cohen_d(two([3, 4], [5]))) == "one-point-phase"
    single = smd(two([3, 4, 5], [8]))
    assert single.value == close(4 / 1 * 4 / 7)
    assert (single.se, single.interval) == (None, None)
    assert "one score only" in single.remarks[0].en
    pooled = smd(two([3], [5, 6, 7]), standardiser="pooled", corrected=False)
    assert (pooled.value, pooled.se) == (close(3), close(sqrt(1 / 1 + 1 / 3 + 9 / 4)))


def test_two_baseline_points_leave_nothing_after_correction() -> None:
    assert refusal(lambda: smd(two([2, 3], [5, 4, 6]))) == "correction-leaves-nothing"
    assert refusal(lambda: smd(two([2], [5, 4]), standardiser="pooled")) == "correction-leaves-nothing"
    assert refusal(lambda: durlak_g(two([2, 3], [5]))) == "correction-leaves-nothing"
    assert smd(two([2, 3], [5, 4, 6]), corrected=False).value == close(2.5 / sqrt(0.5))


def test_numbers_out_of_range_are_named() -> None:
    assert refusal(lambda: smd(two([1e-300, 2e-300, 4e-300], [1e300, 2e300]))) == "out-of-range"


def test_bad_input_is_named() -> None:
    contrast = two([1, 2, 3], [4, 5])
    assert refusal(lambda: smd(replace(contrast, a=np.array([])))) == "no-scores"
    assert refusal(lambda: smd(two([1, np.nan, 3], [4, 5]))) == "score-not-a-number"
    assert refusal(lambda: smd(two([1, 2, 3], [4, np.inf]))) == "score-not-a-number"
    for level in (0, 1, -0.1, 1.5):
        assert refusal(smd, contrast, level=level) == "bad-level"


def test_the_level_moves_the_limits() -> None:
    wide, narrow = smd(two([1, 2, 4], [4, 5]), level=0.99), smd(two([1, 2, 4], [4, 5]), level=0.5)
    assert wide.interval is not None
    assert narrow.interval is not None
    assert wide.se is not None
    assert wide.interval.upper - wide.value == close(2.5758293035489 * wide.se)
    assert narrow.interval.upper - wide.value == close(0.67448975019608 * wide.se)
    assert wide.interval.level == 0.99


def test_a_hundred_thousand_points() -> None:
    a, b = np.arange(50_000.0) % 10, np.arange(50_000.0) % 10 + 1
    assert smd(two(a, b), corrected=False).value == pytest.approx(1 / np.std(a, ddof=1))
