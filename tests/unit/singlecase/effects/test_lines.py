"""PET and CDC: by fractions, on the line itself, and refused with a reason."""

from dataclasses import replace
from math import ceil, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.cdc import CdcTrend, cdc, cdc_stack
from lijfspoor.domain.singlecase.effects.pet import pet, pet_stack
from lijfspoor.domain.singlecase.effects.stacks import one
from tests.unit.singlecase.effects import slow_ranks as slow
from tests.unit.singlecase.effects.sides import DOWN, close, refusal, two

TENTHS = st.integers(-9, 9).map(lambda tenths: tenths / 10)
PHASE = st.lists(TENTHS, min_size=2, max_size=9)
LONG = st.lists(TENTHS, min_size=5, max_size=11)


def timed(a: list[float], b: list[float], times: list[int]) -> Contrast:
    moments = np.array(times, dtype=np.float64)
    return replace(two(a, b), times_a=moments[: len(a)], times_b=moments[len(a) :])


def drawn_times(data: st.DataObject, size: int) -> list[int]:
    steps: list[int] = data.draw(st.lists(st.integers(1, 5), min_size=size, max_size=size))
    return [sum(steps[: place + 1]) for place in range(size)]


def test_the_examples_of_the_texts() -> None:
    found = pet(two([1, 2, 3], [5, 5, 7]))
    assert (found.statistic, found.value, found.assumes_independence) == ("pet", close(2 / 3), True)
    assert found.figures == {"beyond": 2, "binomial_p": 0.5}
    assert (found.se, found.interval) == (None, None)
    found = cdc(two([2, 2, 2, 2, 2], [3, 3, 2, 3, 3]))
    assert (found.statistic, found.value, found.assumes_independence) == ("cdc.ols", 4, True)
    assert found.figures == {"n_b": 5, "p": close(6 / 32), "systematic": 0}
    clear = cdc(two([2, 2, 2, 2, 2], [3, 3, 3, 3, 3]), trend="bisplit")
    assert (clear.statistic, clear.figures) == ("cdc.bisplit", {"n_b": 5, "p": close(1 / 32), "systematic": 1})


@given(PHASE, PHASE, st.data(), st.booleans())
@settings(deadline=None)
def test_pet_as_by_fractions(a: list[float], b: list[float], data: st.DataObject, decrease: bool) -> None:
    times = drawn_times(data, len(a) + len(b))
    line = slow.line_at(a, times[: len(a)], times[len(a) :])
    contrast = timed(a, b, times)
    if decrease:
        contrast = replace(contrast, a=-contrast.a, b=-contrast.b, improvement=DOWN)
    beyond = sum(value > at for value, at in zip(slow.exact(b), line, strict=True))
    found = pet(contrast)
    assert found.value == close(beyond / len(b))
    assert found.figures == {"beyond": beyond, "binomial_p": close(slow.binomial(beyond, len(b)))}


def test_the_margin_of_pet() -> None:
    contrast = two([1, 3, 2, 5], [5.5, 7, 8, 9])
    middle, slope, s = 2.5, 1.1, sqrt(2.7 / 2)
    margins = [1.6448536269514722 * s * sqrt(1 / 4 + (t - middle) ** 2 / 5) for t in (5, 6, 7, 8)]
    raised = [2.75 + slope * (t - middle) + margin for t, margin in zip((5, 6, 7, 8), margins, strict=True)]
    assert pet(contrast, margin=True).statistic == "pet.margin"
    for place in range(4):
        above, below = list(contrast.b), list(contrast.b)
        above[place], below[place] = raised[place] + 1e-6, raised[place] - 1e-6
        gain = pet(two([1, 3, 2, 5], above), margin=True).value - pet(two([1, 3, 2, 5], below), margin=True).value
        assert gain == close(1 / 4)
    found = pet(contrast, margin=True)
    assert found.figures["beyond"] == pet(contrast).figures["beyond"] == 3
    assert found.value == close(sum(value > at for value, at in zip((5.5, 7, 8, 9), raised, strict=True)) / 4)


@given(LONG, LONG, st.data(), st.sampled_from(list(CdcTrend)), st.booleans())
@settings(deadline=None)
def test_cdc_as_by_fractions(
    a: list[float], b: list[float], data: st.DataObject, trend: CdcTrend, decrease: bool
) -> None:
    m, times = len(a), drawn_times(data, len(a) + len(b))
    before, after = times[:m], times[m:]
    first, last = {"bisplit": (m // 2, m - ceil(m / 2)), "trisplit": (m // 3, m - ceil(2 * m / 3))}.get(trend, (0, 0))
    line = slow.split_line_at(a, before, after, first, last) if first else slow.line_at(a, before, after)
    beyond = slow.beyond_both(a, b, line)
    contrast = timed(a, b, times)
    if decrease:
        contrast = replace(contrast, a=-contrast.a, b=-contrast.b, improvement=DOWN)
    found = cdc(contrast, trend=trend)
    chance = slow.binomial(beyond, len(b))
    assert (found.statistic, found.value) == (f"cdc.{trend}", beyond)
    assert found.figures == {"n_b": len(b), "p": close(chance), "systematic": float(chance < 0.05)}


def test_the_shift_is_a_part_of_the_standard_deviation() -> None:
    a, sd = [1.0, 3, 1, 3, 1, 3, 1, 3], sqrt(8 / 7)
    for part in (0.0, 0.25, 1.0):
        edge = 2 + part * sd
        level = [2.0] * 4
        flat = replace(two(a, level), times_a=np.array([1.0, 1.5, 2.5, 2, 3, 3.5, 4.5, 4]))
        above, below = replace(flat, b=np.full(4, edge + 0.4)), replace(flat, b=np.full(4, edge - 1e-6))
        assert cdc(above, shift=part).value > cdc(below, shift=part).value
    assert cdc(two(a, [2 + 0.25 * sd - 1e-6] * 5)).value == 0


@pytest.mark.parametrize("trend", list(CdcTrend))
def test_a_straight_line_is_not_exceeded_by_its_own_extension(trend: CdcTrend) -> None:
    tenths = [step / 10 for step in range(1, 61)]
    contrast = two(tenths[:23], tenths[23:])
    assert pet(contrast).value == 0
    assert cdc(contrast, trend=trend, shift=0).value == 0
    raised = two(tenths[:23], [value + 1e-6 for value in tenths[23:]])
    assert pet(raised).value == 1
    assert cdc(raised, trend=trend, shift=0).value == 37


def test_what_has_no_line_is_refused() -> None:
    assert refusal(pet, two([1], [2, 3])) == "baseline-too-short"
    assert refusal(pet, two([1, 2], [2, 3]), margin=True) == "baseline-too-short"
    assert pet(two([1, 2], [2, 5])).value == 0.5
    assert refusal(cdc, two([1], [2, 3])) == "baseline-too-short"
    assert cdc(two([1, 2], [2, 5])).value == 1
    for short in (two([1, 2, 3, 4], [1, 2, 3, 4, 5]), two([1, 2, 3, 4, 5], [1, 2, 3, 4])):
        assert cdc(short).figures["n_b"] == len(short.b)
        for trend in ("bisplit", "trisplit"):
            assert refusal(cdc, short, trend=trend) == "phase-too-short"
    still = timed([1, 2, 3, 4, 5], [2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 2, 3, 4, 5, 6])
    assert refusal(pet, still) == "same-time-twice"
    for trend in CdcTrend:
        assert refusal(cdc, still, trend=trend) == "same-time-twice"
    assert refusal(pet, two([1, np.nan], [1])) == "score-not-a-number"
    assert refusal(cdc, two([], [1])) == "no-scores"


def test_a_refused_stack_holds_no_numbers() -> None:
    for answers in (pet_stack(one(two([1], [2]))), cdc_stack(one(two([1], [2])))):
        assert np.isnan(answers.value).all()
        assert answers.refused["baseline-too-short"].tolist() == [True]


def test_huge_scores_and_times_have_a_line_too() -> None:
    huge = timed([1e308, -1e308, 1.5e308], [1.7e308, -1.7e308, 1e308], [1, 2, 3, 4, 5, 6])
    small = timed([10, -10, 15], [17, -17, 10], [1, 2, 3, 4, 5, 6])
    far = replace(small, times_a=small.times_a * 1e300, times_b=small.times_b * 1e300)
    for contrast in (huge, far):
        assert (pet(contrast).value, cdc(contrast).value) == (pet(small).value, cdc(small).value)
        assert pet(contrast, margin=True).value == pet(small, margin=True).value
