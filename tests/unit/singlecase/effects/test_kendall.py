"""Kendall's S, its variance and p: by all orders, and counted without the pairs in long rows."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau

from lijfspoor.domain.singlecase.effects import inversions as counting
from lijfspoor.domain.singlecase.effects import ranking
from lijfspoor.domain.singlecase.effects.inversions import inversions, rows_at_once
from lijfspoor.domain.singlecase.effects.kendall import (
    NO_TIES,
    kendall,
    normal_test,
    plain_variance,
    tied_variance,
    ties_in,
    ties_of_groups,
    trend_score,
)
from lijfspoor.domain.singlecase.effects.ranking import Comparisons, compare, ranks_of
from lijfspoor.domain.singlecase.effects.trend_p import trend_p
from tests.unit.singlecase.effects import slow_ranks as slow
from tests.unit.singlecase.effects.sides import close, refusal

ROW = st.lists(st.integers(0, 5), min_size=1, max_size=12)
SMALL = st.lists(st.integers(0, 3), min_size=2, max_size=6)


def row(*scores: float) -> np.ndarray:
    return np.array([scores], dtype=np.float64)


def test_the_example_of_the_text() -> None:
    ranks = ranks_of(row(1, 2, 3, 3))
    assert ranks.below.tolist() == [[0, 1, 2, 2]]
    assert ranks.equal.tolist() == [[1, 1, 2, 2]]
    assert trend_score(ranks).tolist() == [5]
    found = kendall(np.arange(4.0), np.array([1.0, 2, 3, 3]))
    assert (found.s, found.tau_a, found.tau_b) == (5, close(5 / 6), close(5 / sqrt(30)))
    assert found.denominator == close(sqrt(30))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=9), st.booleans())
@settings(deadline=None)
def test_two_rows_of_numbers_as_by_pairs(points: list[tuple[int, int]], continuity: bool) -> None:
    x, y = [point[0] for point in points], [point[1] for point in points]
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert refusal(kendall, np.array(x, float), np.array(y, float)) == "all-tied"
        return
    found = kendall(np.array(x, float), np.array(y, float), continuity=continuity)
    s = slow.score(x, y)
    assert (found.s, found.tau_a) == (s, close(s / (len(x) * (len(x) - 1) / 2)))
    assert found.tau_b == close(kendalltau(x, y).statistic)
    assert found.denominator == close(slow.tau_b_divisor(x, y))
    size = max(abs(s) - 1, 0) if continuity else abs(s)
    assert found.z == close(slow.sign(s) * size / sqrt(slow.variance(x, y)))
    assert found.p == close(slow.two_sided(found.z))


def test_fewer_than_two_numbers_have_no_order() -> None:
    assert refusal(kendall, np.array([1.0]), np.array([2.0])) == "too-few-points"


@given(SMALL, st.data())
@settings(deadline=None, max_examples=40)
def test_the_variance_is_the_mean_square_over_all_orders(y: list[int], data: st.DataObject) -> None:
    x = data.draw(st.lists(st.integers(0, 3), min_size=len(y), max_size=len(y)))
    ties = [ties_in(ranks_of(row(*side))) for side in (x, y)]
    assert tied_variance(len(y), *ties)[0] == close(slow.variance_by_orders(x, y), abs_=1e-9)
    assert plain_variance(len(y)) == close(tied_variance(len(y), NO_TIES, NO_TIES)[0])


def test_groups_of_known_size_tie_as_their_members_do() -> None:
    known, counted = ties_of_groups(3, 1, 5), ties_in(ranks_of(row(7, 7, 7, 8, 9, 9, 9, 9, 9)))
    for name in ("pairs", "weighted", "triples"):
        assert getattr(known, name).tolist() == getattr(counted, name).tolist()
    assert known.pairs.tolist() == [13]
    assert tied_variance(1, NO_TIES, NO_TIES).tolist() == [0]


def test_a_score_without_variance_has_no_test() -> None:
    z, p = normal_test(np.array([3.0, 0.0, 4.0, -4.0, 1.0]), np.array([0.0, 4.0, 4.0, 4.0, 4.0]), continuity=True)
    assert np.isnan(z[0])
    assert np.isnan(p[0])
    assert z[1:].tolist() == [0, 1.5, -1.5, 0]
    assert p[1:].tolist() == [1, close(slow.two_sided(1.5)), close(slow.two_sided(1.5)), 1]


@given(ROW)
@settings(deadline=None)
def test_rises_less_falls(scores: list[int]) -> None:
    assert trend_score(ranks_of(row(*scores))).tolist() == [slow.score(range(len(scores)), scores)]


@pytest.mark.parametrize("size", [2, 3, 64, 149, 150, 151, 257])
def test_pairs_in_the_wrong_order_are_counted_the_same_in_short_and_long_rows(size: int) -> None:
    random = np.random.default_rng(size)
    rows = ranks_of(random.integers(0, size, (4, size)).astype(float)).below
    slowly = [int((one[:, None] > one[None, :])[np.triu_indices(size, 1)].sum()) for one in rows]
    assert inversions(rows).tolist() == slowly
    assert [counting._of_long_row(one) for one in rows] == slowly


def test_many_rows_are_counted_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.random.default_rng(1).permuted(np.tile(np.arange(6), (7, 1)), axis=1)
    at_once = inversions(rows).tolist()
    monkeypatch.setattr(counting, "PAIRS_AT_ONCE", 31)
    assert rows_at_once(15) == 2
    assert rows_at_once(40) == 1
    assert rows_at_once(0) == 31
    assert inversions(rows).tolist() == at_once == [inversions(one[None, :])[0] for one in rows]


def test_a_hundred_thousand_scores_are_counted_without_their_pairs() -> None:
    falling = np.arange(100_000)[::-1][None, :]
    assert inversions(falling).tolist() == [100_000 * 99_999 // 2]
    assert trend_score(ranks_of(np.arange(100_000.0)[None, :])).tolist() == [100_000 * 99_999 // 2]


def seen(found: Comparisons) -> list[list[list[int]]]:
    return [part.tolist() for part in (found.above_a, found.equal_a, found.below_b, found.equal_b)]


@pytest.mark.parametrize(("m", "n"), [(1, 1), (3, 5), (200, 200), (201, 4), (4, 201)])
def test_comparing_all_at_once_or_by_looking_up_is_the_same(m: int, n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(m * n)
    a, b = random.integers(0, 9, (3, m)) / 10, random.integers(0, 9, (3, n)) / 10
    found = compare(a, b)
    over, tie = b[:, None, :] > a[:, :, None], b[:, None, :] == a[:, :, None]
    assert seen(found) == [over.sum(2).tolist(), tie.sum(2).tolist(), over.sum(1).tolist(), tie.sum(1).tolist()]
    assert (found.m, found.n, found.pairs) == (m, n, m * n)
    assert (found.wins + found.ties + found.losses).tolist() == [m * n] * 3
    assert found.score.tolist() == (found.wins - found.losses).tolist()
    assert found.pooled.below.tolist() == ranks_of(np.concatenate([a, b], axis=1)).below.tolist()
    monkeypatch.setattr(ranking, "SHORT_SIDE", 2)
    assert seen(compare(a, b)) == seen(found)
    monkeypatch.setattr(ranking, "SHORT_SIDE", 250)
    monkeypatch.setattr(ranking, "COMPARED_AT_ONCE", 1)
    assert seen(compare(a, b)) == seen(found)


@pytest.mark.parametrize("side", [2, 200])
def test_a_slack_of_its_own_settles_ties(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "SHORT_SIDE", side)
    a, b = np.array([[1.0, 2.0, 5.0]]), np.array([[1.5, 2.0, 6.5]])
    found = compare(a, b, np.array([0.5]))
    assert (found.wins.tolist(), found.ties.tolist(), found.losses.tolist()) == ([4], [3], [2])
    assert found.pooled.equal.tolist() == [[4, 4, 1, 4, 4, 1]]
    assert compare(a, b, np.array([0.4])).ties.tolist() == [1]
    apart = compare(np.array([[-1.0], [-1.0]]), np.array([[-1.0 - 3e-13], [-1.0 - 3e-14]]))
    assert apart.losses.tolist() == [1, 0]
    assert apart.pooled.equal.tolist() == [[1, 1], [2, 2]]


@given(st.lists(st.integers(0, 6), min_size=3, max_size=7))
@settings(deadline=None, max_examples=40)
def test_the_p_of_a_trend(scores: list[int]) -> None:
    ranks, size = ranks_of(row(*scores)), len(scores)
    by_curve, exact = trend_p(ranks)[0], trend_p(ranks, exact=True)[0]
    s, tied = slow.score(range(size), scores), len(set(scores)) < size
    spread = slow.variance(range(size), scores)
    if len(set(scores)) == 1 or (size == 3 and tied):
        assert by_curve == 1
    else:
        assert by_curve == close(slow.two_sided(max(abs(s) - 1, 0) / sqrt(spread)))
    assert exact == (by_curve if tied else close(slow.trend_p_by_orders(scores)))


def test_the_p_of_a_trend_at_its_limits() -> None:
    assert trend_p(ranks_of(row(1, 2, 3, 4, 5)), exact=True).tolist() == [close(2 / 120)]
    assert trend_p(ranks_of(row(1, 2, 3, 4, 5))).tolist() == [close(slow.two_sided(9 / sqrt(50 / 3)))]
    assert np.isnan(trend_p(ranks_of(row(1, 2)))).tolist() == [True]
    hundred, more = np.arange(100.0)[None, :], np.arange(101.0)[None, :]
    assert trend_p(ranks_of(hundred), exact=True)[0] < 1e-100
    assert trend_p(ranks_of(more), exact=True).tolist() == trend_p(ranks_of(more)).tolist()
    assert trend_p(ranks_of(more))[0] > 1e-100
    both = np.array([[1.0, 1, 2, 3], [4.0, 3, 2, 1]])
    assert trend_p(ranks_of(both), exact=True).tolist() == [trend_p(ranks_of(both[:1]))[0], close(2 / 24)]
