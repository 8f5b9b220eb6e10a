"""Trends and the baseline carried on, against exact arithmetic and a table of t."""

from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from lijfspoor.domain.singlecase.picture.lines import fit_line, project, trend

TIMES = np.array([1.0, 2.0, 4.0, 7.0])
SCORES = np.array([3.0, 5.0, 4.0, 9.0])
T_975_2, T_975_1 = 4.302652729911275, 12.706204736432095


def slow_line(times: list[int], scores: list[int]) -> tuple[Fraction, Fraction]:
    n = len(times)
    mean_t, mean_y = Fraction(sum(times), n), Fraction(sum(scores), n)
    above = sum(((t - mean_t) * (y - mean_y) for t, y in zip(times, scores, strict=True)), Fraction(0))
    return above / sum(((t - mean_t) ** 2 for t in times), Fraction(0)), mean_y


def test_the_line_is_the_least_squares_one() -> None:
    slope, mean = slow_line([1, 2, 4, 7], [3, 5, 4, 9])
    assert fit_line(TIMES, SCORES) == pytest.approx((float(slope), float(mean)), rel=1e-14)


def test_a_line_through_one_moment_is_flat() -> None:
    assert fit_line(np.array([3.0]), np.array([8.0])) == (0.0, 8.0)


def test_a_trend_runs_from_the_first_to_the_last_score() -> None:
    slope, mean = slow_line([1, 2, 4, 7], [3, 5, 4, 9])
    made = trend(TIMES, SCORES)
    assert made is not None
    assert (made.start, made.stop) == (1.0, 7.0)
    assert made.from_value == pytest.approx(float(mean + slope * (1 - Fraction(7, 2))))
    assert made.to_value == pytest.approx(float(mean + slope * (7 - Fraction(7, 2))))


def test_a_trend_needs_three_scores() -> None:
    assert trend(TIMES[:2], SCORES[:2]) is None
    assert trend(TIMES[:3], SCORES[:3]) is not None


def test_scores_too_large_for_a_line_have_none() -> None:
    huge = np.array([1.7e308, -1.7e308, 1.7e308])
    assert trend(np.array([0.0, 1.0, 2.0]), huge) is None
    carried = project(np.array([0.0, 1.0, 2.0]), huge, np.array([3.0]), "trend")
    assert carried is not None
    assert carried.kind == "level"


def test_a_level_goes_on_at_the_median_within_the_range_of_the_baseline() -> None:
    carried = project(TIMES, SCORES, np.array([8.0, 9.0]), "level")
    assert carried is not None
    assert carried.kind == "level"
    assert carried.times.tolist() == [8.0, 9.0]
    assert carried.values.tolist() == [4.5, 4.5]
    assert carried.lower.tolist() == [3.0, 3.0]
    assert carried.upper.tolist() == [9.0, 9.0]


def test_a_trend_goes_on_with_its_prediction_limits() -> None:
    slope, mean = slow_line([1, 2, 4, 7], [3, 5, 4, 9])
    carried = project(TIMES, SCORES, np.array([8.0, 10.0]), "trend")
    assert carried is not None
    assert carried.kind == "trend"
    rest = [Fraction(y) - mean - slope * (t - Fraction(7, 2)) for t, y in zip([1, 2, 4, 7], [3, 5, 4, 9], strict=True)]
    s = sqrt(float(sum(one * one for one in rest) / 2))
    for place, time in enumerate((8, 10)):
        ahead = Fraction(time) - Fraction(7, 2)
        half = T_975_2 * s * sqrt(1 + 0.25 + float(ahead**2 / 21))
        assert carried.values[place] == pytest.approx(float(mean + slope * ahead))
        assert carried.upper[place] == pytest.approx(float(mean + slope * ahead) + half)
        assert carried.lower[place] == pytest.approx(float(mean + slope * ahead) - half)


def test_three_scores_carry_a_trend_and_two_a_level() -> None:
    three = project(TIMES[:3], SCORES[:3], np.array([5.0]), "trend")
    two = project(TIMES[:2], SCORES[:2], np.array([5.0]), "trend")
    assert three is not None
    assert two is not None
    assert (three.kind, two.kind) == ("trend", "level")


def test_three_scores_use_one_degree_of_freedom() -> None:
    carried = project(np.array([1.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0]), np.array([4.0]), "trend")
    assert carried is not None
    # line 2 + 0.5 (t - 2), residuals -0.5, 1, -0.5: s^2 = 1.5
    assert carried.values[0] == pytest.approx(3.0)
    assert carried.upper[0] - 3.0 == pytest.approx(T_975_1 * sqrt(1.5) * sqrt(1 + 1 / 3 + 4 / 2))


def test_nothing_is_carried_on_without_scores_or_without_a_time_to_go_to() -> None:
    assert project(TIMES[:0], SCORES[:0], np.array([1.0])) is None
    assert project(TIMES, SCORES, np.array([])) is None
