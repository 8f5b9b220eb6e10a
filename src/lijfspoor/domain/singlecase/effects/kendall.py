"""Kendall's S, its variance under no association, and the taus made of it (Kendall 1970, Rank Correlation Methods).

S counts the pairs that agree in order less those that disagree. tau-a is S over all pairs; tau-b is S over
sqrt((n0 - ties in x) (n0 - ties in y)), n0 = n (n - 1) / 2. With ties, the variance of S without association is
[v0 - vt - vu] / 18 + sum t(t-1) sum u(u-1) / (2 n (n-1)) + sum t(t-1)(t-2) sum u(u-1)(u-2) / (9 n (n-1) (n-2)),
v0 = n (n - 1) (2 n + 5), vt and vu = sum t (t - 1) (2 t + 5) over the groups of equal scores.

Dispute: normal p values of short series depend on whether 1 is taken off |S| (continuity); both are offered. All p
values assume that scores do not depend on the one before; daily scores of one person do, and then p is too small.

Example: 1, 2, 3, 3 in time has 5 pairs in order and 1 tie: S = 5, tau-a = 5/6, tau-b = 5 / sqrt(6 x 5) = .913.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.effects.inversions import inversions
from lijfspoor.domain.singlecase.effects.ranking import Counts, Ranks, ranks_of


@dataclass(frozen=True, eq=False)
class TieSums:
    """Over the groups of t equal scores, shapes (k,): `pairs` sum t(t-1)/2, `weighted` sum t(t-1)(2t+5), `triples`
    sum t(t-1)(t-2).
    """

    pairs: Floats
    weighted: Floats
    triples: Floats


NOTHING = 1e-12
NO_TIES = TieSums(np.zeros(1), np.zeros(1), np.zeros(1))


def ties_in(ranks: Ranks) -> TieSums:
    """Sum over the groups of equal scores; each of the t members carries a t-th part of its group."""
    size = ranks.equal.astype(np.float64)
    return TieSums(
        pairs=np.asarray((size - 1).sum(axis=1) / 2),
        weighted=np.asarray(((size - 1) * (2 * size + 5)).sum(axis=1)),
        triples=np.asarray(((size - 1) * (size - 2)).sum(axis=1)),
    )


def ties_of_groups(*sizes: int) -> TieSums:
    """Sum over groups of known sizes, such as the two phases."""
    t = np.array(sizes, dtype=np.float64)
    sums = (t * (t - 1) / 2, t * (t - 1) * (2 * t + 5), t * (t - 1) * (t - 2))
    pairs, weighted, triples = (np.array([part.sum()]) for part in sums)
    return TieSums(pairs, weighted, triples)


def all_pairs(size: int) -> float:
    """Count the pairs of `size` scores."""
    return size * (size - 1) / 2


def trend_score(ranks: Ranks) -> Counts:
    """Kendall's S of scores in order of time, shape (k,): rises less falls over all pairs."""
    size = ranks.below.shape[1]
    tied = (ranks.equal - 1).sum(axis=1) // 2
    return np.asarray(size * (size - 1) // 2 - tied - 2 * inversions(ranks.below), dtype=np.int64)


def plain_variance(size: int) -> float:
    """The variance of S over `size` scores when nothing is tied."""
    return size * (size - 1) * (2 * size + 5) / 18


def tied_variance(size: int, x: TieSums, y: TieSums) -> Floats:
    """The variance of S over `size` pairs of scores with these ties, shape (k,); 0 where it does not exist."""
    if size < 2:
        return np.zeros(np.broadcast_shapes(x.pairs.shape, y.pairs.shape))
    n = float(size)
    variance = (n * (n - 1) * (2 * n + 5) - x.weighted - y.weighted) / 18
    variance = variance + 2 * x.pairs * y.pairs / (n * (n - 1))
    if size > 2:
        variance = variance + x.triples * y.triples / (9 * n * (n - 1) * (n - 2))
    return np.asarray(np.where(variance > NOTHING * plain_variance(size), variance, 0.0))


def tau_b_denominator(size: int, x: TieSums, y: TieSums) -> Floats:
    """What S is divided by for tau-b, shape (k,); 0 when x or y is one group."""
    return np.asarray(np.sqrt((all_pairs(size) - x.pairs) * (all_pairs(size) - y.pairs)))


def divided(top: Floats | Counts, bottom: Floats | float) -> Floats:
    """Divide; NaN where the divisor is 0, for the caller to refuse."""
    below = np.broadcast_to(np.asarray(bottom, dtype=np.float64), top.shape)
    return np.asarray(np.divide(top, below, out=np.full(top.shape, np.nan), where=below > 0))


def normal_test(score: Floats | Counts, variance: Floats, *, continuity: bool = False) -> tuple[Floats, Floats]:
    """z and two-sided normal p of S; with `continuity` |S| - 1 (not below 0). NaN where the variance is 0."""
    size = np.maximum(np.abs(score) - 1, 0) if continuity else np.abs(score)
    z = divided(np.asarray(np.sign(score) * size, dtype=np.float64), np.sqrt(variance))
    return z, np.asarray(2 * ndtr(-np.abs(z)))


@dataclass(frozen=True, slots=True)
class Kendall:
    """Kendall's correlation of two rows of numbers; `denominator` is that of tau-b."""

    s: int
    denominator: float
    tau_a: float
    tau_b: float
    z: float
    p: float


def kendall(x: Floats, y: Floats, *, continuity: bool = False) -> Kendall:
    """Correlate x with y, both shape (n,).

    Raises Refused: "too-few-points" (fewer than 2), "all-tied" (x or y does not vary).
    """
    if len(x) < 2:
        raise refuse("too-few-points", nl="Er zijn minder dan twee scores.", en="There are fewer than two scores.")
    ranks_x, ranks_y = ranks_of(x[np.newaxis, :]), ranks_of(y[np.newaxis, :])
    ties_x, ties_y = ties_in(ranks_x), ties_in(ranks_y)
    bottom = tau_b_denominator(len(x), ties_x, ties_y)
    if not bottom[0] > 0:
        raise refuse(
            "all-tied",
            nl="Alle scores zijn gelijk; er is geen volgorde om te vergelijken.",
            en="All scores are equal; there is no order to compare.",
        )
    s = _score(ranks_x.below[0], ranks_y.below[0], ties_x, ties_y)
    z, p = normal_test(s, tied_variance(len(x), ties_x, ties_y), continuity=continuity)
    tau_a, tau_b = s[0] / all_pairs(len(x)), s[0] / bottom[0]
    return Kendall(int(s[0]), float(bottom[0]), float(tau_a), float(tau_b), float(z[0]), float(p[0]))


def _score(x: Counts, y: Counts, ties_x: TieSums, ties_y: TieSums) -> Counts:
    """S of two rows of ranks: sorted by x and then y, only pairs that disagree are inversions of y."""
    order = np.lexsort((y, x))
    both = np.unique(np.stack([x, y]), axis=1, return_counts=True)[1]
    tied_in_both = float((both * (both - 1) / 2).sum())
    apart = all_pairs(len(x)) - ties_x.pairs[0] - ties_y.pairs[0] + tied_in_both
    return np.array([round(apart) - 2 * int(inversions(y[order][np.newaxis, :])[0])], dtype=np.int64)
