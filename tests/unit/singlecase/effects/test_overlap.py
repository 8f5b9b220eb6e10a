"""PND, PEM, PAND and IRD: worked by hand, by every choice of points, by law, and refused with a reason."""

from collections.abc import Callable
from dataclasses import replace
from math import sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, fisher_exact

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.ird import ird
from lijfspoor.domain.singlecase.effects.mann_whitney import mann_whitney
from lijfspoor.domain.singlecase.effects.nap import nap
from lijfspoor.domain.singlecase.effects.pand import Counting, pand
from lijfspoor.domain.singlecase.effects.pem import pem
from lijfspoor.domain.singlecase.effects.pnd import pnd
from lijfspoor.domain.singlecase.effects.tau import tau
from tests.unit.singlecase.effects import slow_ranks as slow
from tests.unit.singlecase.effects.sides import DOWN, close, refusal, two

SCORE = st.integers(-12, 12).map(lambda tenths: tenths / 10)
PHASE = st.lists(SCORE, min_size=1, max_size=9)
SHORT = st.lists(SCORE, min_size=1, max_size=5)
RANK_INDICES = [pnd, pand, ird, nap, tau, mann_whitney]
UNCHANGED_BY_ORDER = [*RANK_INDICES, pem]


def said(index: Callable[[Contrast], Estimate], contrast: Contrast) -> tuple[object, ...]:
    """What an index says to twelve digits, or why it does not."""
    try:
        found = index(contrast)
    except Refused as refused:
        return (refused.code,)
    limits = [] if found.interval is None else [found.interval.lower, found.interval.upper]
    numbers = [found.value, found.se or 0.0, *limits, *found.figures.values()]
    return (found.se is None, *(round(number, 12) for number in numbers))


def test_the_examples_of_the_texts() -> None:
    found = pnd(two([2, 4, 3], [4, 5, 6, 7]))
    assert (found.statistic, found.value, found.figures["beyond"]) == ("pnd", 0.75, 3)
    found = pem(two([2, 4, 6], [4, 5, 6, 7]))
    assert (found.statistic, found.value) == ("pem", 0.875)
    assert found.figures == {"beyond": 3, "ties": 1, "binomial_p": 5 / 16}
    found = pem(two([2, 4, 6], [4, 5, 6, 7]), half_ties=False)
    assert (found.statistic, found.value) == ("pem.strict", 0.75)
    found = pand(two([1, 5, 2], [4, 6, 7]))
    assert (found.statistic, found.value, found.figures) == ("pand", close(5 / 6), {"overlaps": 1, "points": 6})
    found = pand(two([1, 5, 2], [4, 6, 7]), counting="sort")
    assert (found.statistic, found.value, found.figures["overlaps"]) == ("pand.sort", close(2 / 3), 2)
    found = ird(two([1, 5, 2], [4, 6, 7]))
    assert (found.statistic, found.value) == ("ird", close(2 / 3))


def test_no_interval_is_invented_and_what_a_p_rests_on_is_said() -> None:
    for found in (pnd(two([1, 2], [3])), pand(two([1, 2], [3])), ird(two([1, 2], [3]))):
        assert (found.se, found.interval, found.assumes_independence) == (None, None, None)
        assert [remark.en for remark in found.remarks] == [
            "No standard error of this index is known; there is no interval for that reason."
        ]
        assert found.remarks[0].nl.startswith("Van deze maat is geen standaardfout bekend")
    assert pem(two([1, 2], [3])).assumes_independence is True
    assert pand(two([1, 2], [3]), counting="sort").assumes_independence is True


@given(PHASE, PHASE)
@settings(deadline=None)
def test_pnd_and_pem_as_by_fractions(a: list[float], b: list[float]) -> None:
    middle = slow.middle(slow.exact(a))
    beyond, ties = sum(one > middle for one in slow.exact(b)), sum(one == middle for one in slow.exact(b))
    assert pnd(two(a, b)).value == sum(one > max(a) for one in b) / len(b)
    assert pem(two(a, b)).value == close((beyond + ties / 2) / len(b))
    strict = pem(two(a, b), half_ties=False)
    assert strict.value == close(beyond / len(b))
    assert strict.figures == {"beyond": beyond, "ties": ties, "binomial_p": close(slow.binomial(beyond, len(b)))}


@given(SHORT, SHORT)
@settings(deadline=None)
def test_pand_and_ird_keep_as_many_points_as_any_choice_can(a: list[float], b: list[float]) -> None:
    m, n, kept = len(a), len(b), slow.most_kept(a, b)
    found = pand(two(a, b))
    assert found.value == close(kept / (m + n))
    assert found.figures == {"overlaps": m + n - kept, "points": m + n}
    assert ird(two(a, b)).value == close(((m + n) ** 2 * found.value - m**2 - n**2) / (2 * m * n))


@given(st.permutations(range(12)), st.integers(1, 11))
@settings(deadline=None)
def test_pand_by_sorting_as_the_table_says(scores: list[int], m: int) -> None:
    a, b = scores[:m], scores[m:]
    placed = sum(one < m for one in a), sum(one >= m for one in b)
    table = np.array([[placed[0], m - placed[0]], [12 - m - placed[1], placed[1]]])
    found = pand(two(a, b), counting=Counting.SORT)
    assert found.value == close(sum(placed) / 12)
    assert found.figures["overlaps"] == 12 - sum(placed)
    assert found.figures["phi"] == close(sqrt(chi2_contingency(table, correction=False).statistic / 12), rel=1e-8)
    assert found.figures["fisher_p"] == close(fisher_exact(table).pvalue, rel=1e-8)


def test_pand_by_sorting_says_when_a_tie_decides() -> None:
    def by_sorting(contrast: Contrast) -> Estimate:
        return pand(contrast, counting="sort")

    assert refusal(by_sorting, two([1, 3], [3, 4])) == "tie-at-the-cut"
    assert refusal(by_sorting, two([3, 3, 3, 3], [3])) == "tie-at-the-cut"
    assert by_sorting(two([1, 3], [4, 4, 1, 9])).value == close(4 / 6)
    assert by_sorting(two([1, 9], [3, 3, 0])).value == close(3 / 5)
    assert by_sorting(two([5, 3, 3], [2, 7])).value == close(3 / 5)
    assert by_sorting(two([5, 3], [1, 1, 9])).value == close(1 / 5)


@given(PHASE, PHASE, st.randoms())
@settings(deadline=None)
def test_the_order_within_a_phase_does_not_count(a: list[float], b: list[float], random: Random) -> None:
    shuffled = two(random.sample(a, len(a)), random.sample(b, len(b)))
    for index in UNCHANGED_BY_ORDER:
        assert said(index, shuffled) == said(index, two(a, b))


@pytest.mark.parametrize("increasing", [np.exp, lambda x: x**3, lambda x: 1e6 * x - 5, lambda x: np.exp(40 * x)])
@given(a=PHASE, b=PHASE)
@settings(deadline=None, max_examples=40)
def test_any_increasing_transformation_leaves_rank_indices_as_they_are(
    increasing: Callable[[np.ndarray], np.ndarray], a: list[float], b: list[float]
) -> None:
    after = two(increasing(np.array(a)), increasing(np.array(b)))
    for index in RANK_INDICES:
        assert said(index, after) == said(index, two(a, b))


@given(PHASE, PHASE)
@settings(deadline=None)
def test_lower_is_better_is_the_mirror_image(a: list[float], b: list[float]) -> None:
    mirrored = two([-one for one in a], [-one for one in b], DOWN)
    for index in UNCHANGED_BY_ORDER:
        assert said(index, mirrored) == said(index, two(a, b))


def test_scores_that_differ_by_round_off_alone_are_equal() -> None:
    noisy = two([0.1 + 0.2, 0.7], [0.3, 0.1 * 7])
    assert pnd(noisy).value == 0
    assert nap(noisy).figures == {"pairs": 4, "wins": 1, "ties": 2, "losses": 1}
    assert pem(two([0.1 + 0.2], [0.3])).value == 0.5
    assert nap(two([1.0], [1.0 + 1e-12])).value == 1


@pytest.mark.parametrize("index", UNCHANGED_BY_ORDER)
def test_what_is_no_score_is_refused(index: Callable[[Contrast], Estimate]) -> None:
    for empty in (two([], [1]), two([1], [])):
        assert refusal(index, empty) == "no-scores"
    for wrong in (two([1, np.nan], [1]), two([1], [2, np.inf]), two([1], [-np.inf])):
        assert refusal(index, wrong) == "score-not-a-number"


def test_the_largest_numbers_have_an_order_too() -> None:
    most = np.finfo(float).max
    huge = two([-most, 1, most], [most, -most, 2])
    assert nap(huge).figures == {"pairs": 9, "wins": 4, "ties": 2, "losses": 3}
    assert pem(huge).value == close(2 / 3)
    assert pem(two([most, most], [most])).value == 0.5
    assert nap(two([5e-324], [1e-323])).value == 1
    assert replace(huge, improvement=DOWN).toward_better.a[0] == most
