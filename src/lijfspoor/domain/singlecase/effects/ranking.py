"""Ranks with ties settled once, and what the pairwise comparison of two phases comes to, without the pairs.

All overlap indices rest on the m x n comparisons of each A score with each B score. Those counts follow from one sort
per series, so that time grows with N log N and memory with N: the same code serves 10,000 short series and one series
of 100,000 points.

Two raw scores are equal when they differ by no more than 1e-13 of their own size: the difference that adding up items
in another order makes, far below the step of any instrument. The slack goes with the two scores and not with the
largest of the series, so that indices stay the same under any increasing transformation. Computed numbers (residuals)
bring a slack of their own.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.series import Flags, Floats

Counts = npt.NDArray[np.int64]

SAME = 1e-13


@dataclass(frozen=True, eq=False)
class Ranks:
    """Per series and score, shapes (k, n): how many scores lie `below` it, how many are `equal` (itself included)."""

    below: Counts
    equal: Counts


@dataclass(frozen=True, eq=False)
class Comparisons:
    """The comparison of every A score with every B score, k series.

    `above_a`, `equal_a`, shapes (k, m): how many B scores lie above, equal each A score; `below_b`, `equal_b`, shapes
    (k, n): how many A scores lie below, equal each B score; `pooled`: the ranks in A and B together, A first.
    """

    above_a: Counts
    equal_a: Counts
    below_b: Counts
    equal_b: Counts
    pooled: Ranks

    @property
    def m(self) -> int:
        """How many A scores per series."""
        return int(self.above_a.shape[1])

    @property
    def n(self) -> int:
        """How many B scores per series."""
        return int(self.below_b.shape[1])

    @property
    def pairs(self) -> int:
        """How many comparisons per series: m n."""
        return self.m * self.n

    @cached_property
    def wins(self) -> Counts:
        """Pairs in which B lies above A, shape (k,)."""
        return np.asarray(self.above_a.sum(axis=1))

    @cached_property
    def ties(self) -> Counts:
        """Pairs in which A and B are equal, shape (k,)."""
        return np.asarray(self.equal_a.sum(axis=1))

    @cached_property
    def losses(self) -> Counts:
        """Pairs in which B lies below A, shape (k,)."""
        return np.asarray(self.pairs - self.wins - self.ties)

    @property
    def score(self) -> Counts:
        """Kendall's S between score and phase: wins less losses, shape (k,)."""
        return np.asarray(self.wins - self.losses)


def ranks_of(values: Floats, slack: Floats | None = None) -> Ranks:
    """Rank each row of `values`, shape (k, n); `slack`, shape (k,), replaces the rule for raw scores."""
    order, first, last = _runs(values, slack)
    before, through = _bounds(np.broadcast_to(np.arange(1, values.shape[1] + 1), values.shape), first, last)
    return Ranks(below=_back(before, order), equal=_back(through - before, order))


def compare(a: Floats, b: Floats, slack: Floats | None = None) -> Comparisons:
    """Compare the rows of `a`, shape (k, m), with those of `b`, shape (k, n); `slack` as in `ranks_of`."""
    m, n = a.shape[1], b.shape[1]
    order, first, last = _runs(np.concatenate([a, b], axis=1), slack)
    before_a, through_a = _bounds(np.cumsum(order < m, axis=1), first, last)
    position = np.broadcast_to(np.arange(1, m + n + 1), order.shape)
    before, through = _bounds(position, first, last)
    below_a, below = _back(before_a, order), _back(before, order)
    equal_a, equal = _back(through_a - before_a, order), _back(through - before, order)
    return Comparisons(
        above_a=n - (below - below_a + equal - equal_a)[:, :m],
        equal_a=(equal - equal_a)[:, :m],
        below_b=below_a[:, m:],
        equal_b=equal_a[:, m:],
        pooled=Ranks(below=below, equal=equal),
    )


def _runs(values: Floats, slack: Floats | None) -> tuple[Counts, Flags, Flags]:
    """Sort each row; return the order and where a run of equal scores begins and ends."""
    order = np.argsort(values, axis=1)
    inside = np.take_along_axis(values, order, axis=1)
    low, high = inside[:, :-1], inside[:, 1:]
    allowed = np.maximum(np.abs(low), np.abs(high)) * SAME if slack is None else slack[:, np.newaxis]
    with np.errstate(over="ignore"):  # the gap between -1e308 and 1e308 is infinite, and no tie
        apart = high - low > allowed
    edge = np.ones((len(values), 1), dtype=np.bool_)
    return order, np.concatenate([edge, apart], axis=1), np.concatenate([apart, edge], axis=1)


def _bounds(counted: Counts, first: Flags, last: Flags) -> tuple[Counts, Counts]:
    """From running counts, shape (k, n): the count before each run of equal scores, and through its end."""
    ahead = np.concatenate([np.zeros((len(counted), 1), dtype=np.int64), counted[:, :-1]], axis=1)
    before = np.maximum.accumulate(np.where(first, ahead, 0), axis=1)
    ends = np.where(last, counted, counted.shape[1] + 1)
    through = np.minimum.accumulate(ends[:, ::-1], axis=1)[:, ::-1]
    return before, through


def _back(inside: Counts, order: Counts) -> Counts:
    """Put what belongs to sorted scores back into the rows' own order."""
    out = np.empty_like(inside)
    np.put_along_axis(out, order, inside, axis=1)
    return out
