"""Percent of goal and reliable change: anchors, slow references, what the usual formula gets wrong, refusals."""

from fractions import Fraction
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.parametric_catalogue import PARAMETRIC
from lijfspoor.domain.singlecase.effects.pogo import pogo
from lijfspoor.domain.singlecase.effects.rci import rci
from tests.unit.singlecase.effects import slow_parametric as slow
from tests.unit.singlecase.effects.sides import DOWN, close, refusal, two

PHASE = st.lists(st.integers(0, 30), min_size=2, max_size=10)


def test_the_examples_of_the_texts() -> None:
    found = pogo(two([2, 4, 6], [8, 10]), 14)
    assert (found.value, found.statistic) == (close(50), "pogo")
    assert found.se == close(10 * sqrt(2 / 2 + 0.25 * 4 / 3))
    independent = pogo(two([2, 4, 6], [8, 10]), 14, shared_baseline=False)
    assert independent.se == close(10 * sqrt(2 / 2 + 1.25 * 4 / 3))
    assert independent.statistic == "pogo.independent"
    assert rci(two([2, 4, 6], [8, 10]), 0.75, form="jacobson").value == close(5)
    both = rci(two([2, 4, 6], [8, 10]), 0.75)
    assert (both.value, both.statistic) == (close(5 / sqrt(2)), "rci.christensen-mendoza")
    assert both.figures["se_measurement"] == close(1)
    assert (both.se, both.interval) == (None, None)
    assert len(both.remarks) == 1


@given(PHASE, PHASE, st.integers(-10, 50))
@settings(deadline=None)
def test_pogo_as_by_small_steps(a: list[int], b: list[int], goal: int) -> None:
    assume(slow.mean(a) != goal)
    value, se = slow.goal_share(a, b, goal)
    found = pogo(two(a, b), goal)
    assert found.value == close(value)
    assert found.se == pytest.approx(se, rel=1e-6, abs=1e-7)
    assert found.interval is not None
    assert found.interval.upper == pytest.approx(found.value + slow.Z95 * (found.se or 0), rel=1e-9, abs=1e-9)


@given(PHASE, st.integers(40, 50), st.integers(1, 5))
@settings(deadline=None)
def test_pogo_is_anchored_at_baseline_and_goal(a: list[int], goal: int, n: int) -> None:
    assert pogo(two(a, [float(slow.mean(a))] * n), goal).value == close(0)
    assert pogo(two(a, [goal] * n), goal).value == close(100)
    half = float((slow.mean(a) + goal) / 2)
    assert pogo(two(a, [half] * n), goal).value == close(50)


@given(PHASE, PHASE, st.sampled_from([1e-200, 0.3, 1e150, 1e300]))
@settings(deadline=None)
def test_pogo_has_no_unit_and_no_direction(a: list[int], b: list[int], unit: float) -> None:
    plain, moved = pogo(two(a, b), 40), pogo(two(np.array(a) * unit, np.array(b) * unit, DOWN), 40 * unit)
    assert (moved.value, moved.se) == (close(plain.value), close(plain.se, 1e-6, 1e-6))


def test_at_the_goal_the_error_of_the_baseline_does_not_matter() -> None:
    steady, restless = two([9, 10, 11], [20, 20]), two([0, 10, 20], [20, 20])
    assert pogo(steady, 20).se == close(0)
    assert pogo(restless, 20).se == close(0)
    assert pogo(restless, 20, shared_baseline=False).se == close(10 * sqrt(2 * 100 / 3))


def test_a_goal_that_is_the_baseline() -> None:
    assert refusal(lambda: pogo(two([2, 4, 6], [8, 10]), 4)) == "goal-is-baseline"
    assert refusal(lambda: pogo(two([0.1] * 3, [8, 10]), 0.1)) == "goal-is-baseline"
    assert refusal(lambda: pogo(two([0, 0], [8, 10]), 0)) == "goal-is-baseline"
    for goal in (np.nan, np.inf, -np.inf):
        assert refusal(pogo, two([2, 4], [8, 10]), goal) == "bad-goal"
    assert pogo(two([2, 4, 6], [8, 10]), 4.0001).value == close(100 * 5 / 0.0001)


def test_pogo_of_one_point_has_no_standard_error() -> None:
    for contrast in (two([4], [9, 10]), two([4, 5], [9])):
        found = pogo(contrast, 14)
        assert found.se is None
        assert "one score only" in found.remarks[0].en
    assert pogo(two([4], [9]), 14).value == close(50)


@given(PHASE.filter(lambda a: len(set(a)) > 1), PHASE, st.sampled_from([0, 0.5, 0.8, 0.99]))
@settings(deadline=None)
def test_rci_by_fractions(a: list[int], b: list[int], reliability: float) -> None:
    error = sqrt(float(slow.variance(a)) * (1 - reliability))
    difference = float(slow.mean(b) - slow.mean(a))
    first = rci(two(a, b), reliability, form="jacobson")
    assert (first.value, first.statistic) == (close(difference / error), "rci.jacobson")
    assert rci(two(a, b, DOWN), reliability).value == close(-difference / error / sqrt(2))
    assert first.figures["se_measurement"] == close(error)


def test_rci_refuses_what_it_cannot_weigh() -> None:
    for reliability in (-0.01, 1, 1.2, float("nan")):
        assert refusal(rci, two([1, 2], [3, 4]), reliability) == "bad-reliability"
    assert refusal(lambda: rci(two([0.1] * 6, [3, 4]), 0.8)) == "flat-baseline"
    assert refusal(lambda: rci(two([1], [3, 4]), 0.8)) == "one-point-baseline"
    assert rci(two([1, 2], [3]), 0).value == close(1.5 / sqrt(0.5) / sqrt(2))


def test_every_name_of_the_catalogue_computes_what_it_says() -> None:
    contrast = two([2, 4, 6], [8, 10, 5])
    contrast = Contrast(contrast.a, contrast.b, np.array([1.0, 3, 5]), np.array([2.0, 4, 6]))
    shares = two([0.2, 0.4, 0.3], [0.6, 0.8, 0.5])
    extra: dict[str, dict[str, float]] = {"pogo": {"goal": 14}, "rci": {"reliability": 0.8}}
    for name, entry in PARAMETRIC.items():
        given_contrast = shares if name.startswith("lor") else contrast
        found = entry.compute(given_contrast, **extra.get(name.split(".")[0], {}))
        assert found.statistic == name
        assert np.isfinite(found.value)
        assert entry.what.nl.endswith(".")
        assert entry.what.en.endswith(".")
        assert entry.what.nl != entry.what.en
    assert len({found.what for found in PARAMETRIC.values()}) == 9
    assert len(PARAMETRIC) == 18


def test_a_setting_that_is_needed_is_asked_for() -> None:
    contrast = two([2, 4, 6], [8, 10, 5])
    for name, word in (("pogo", "goal"), ("pogo.independent", "goal"), ("rci.jacobson", "reliability")):
        with pytest.raises(Refused) as refused:
            PARAMETRIC[name].compute(contrast)
        assert refused.value.code == "setting-needed"
        assert word in refused.value.why.en
        assert word in refused.value.why.nl


def test_fractions_agree_on_a_whole_way() -> None:
    assert slow.goal_share([1, 2], [4, 5], Fraction(9, 2))[0] == close(100)


def test_what_each_index_measures_is_said_word_for_word() -> None:
    assert list(dict.fromkeys(entry.what.en for entry in PARAMETRIC.values())) == [
        "How many standard deviations of the first phase the mean has moved.",
        "How many standard deviations, of both phases together, the mean has moved.",
        "By what factor the mean has changed, as a logarithm; above zero is better.",
        "By what factor the mean has changed, as a logarithm; below zero is better.",
        "How the odds have changed, as a logarithm.",
        "By what factor the median has changed, as a logarithm.",
        "What part of the way from baseline to goal has been covered, in percent.",
        "Whether the difference is larger than the unreliability of the instrument.",
        "How much higher or lower one condition lies than the other, where both have a value.",
    ]
