"""What comparing every score of one phase with every score of the other comes to, and ranks with ties settled once.

All overlap indices rest on the m x n comparisons of each A score with each B score. Short series are compared many at
once; in long ones the same counts are looked up in the sorted scores, so that 100,000 points need no m x n memory.

Two raw scores are equal when they differ by no more than 1e-13 of their own size: the difference that adding up items
in another order makes, far below the step of any instrument. The slack goes with the scores compared and not with the
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
SHORT_SIDE = 200
COMPARED_AT_ONCE = 2_000_000


@dataclass(frozen=True, eq=False)
class Ranks:
    """Per series and score, shapes (k, n): how many scores lie `below` it, how many are `equal` (itself included)."""

    below: Counts
    equal: Counts


@dataclass(frozen=True, eq=False)
class Comparisons:
    """The comparison of every A score with every B score, k series.

    `above_a`, `equal_a`, shapes (k, m): how many B scores lie above, equal each A score; `below_b`, `equal_b`, shapes
    (k, n): how many A scores lie below, equal each B score; `values`, shape (k, m + n): the scores, A first; `slack`:
    see `ranks_of`.
    """

    above_a: Counts
    equal_a: Counts
    below_b: Counts
    equal_b: Counts
    values: Floats
    slack: Floats | None = None

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

    @cached_property
    def limits(self) -> dict[float, tuple[Floats, Floats]]:
        """Limits of the chance that B lies above A by level, kept by whoever finds them."""
        return {}

    @cached_property
    def errors(self) -> dict[str, Floats]:
        """Standard errors of that chance by kind, kept likewise."""
        return {}

    @cached_property
    def pooled(self) -> Ranks:
        """The ranks in A and B together, A first."""
        return ranks_of(self.values, self.slack)


def compare(a: Floats, b: Floats, slack: Floats | None = None) -> Comparisons:
    """Compare the rows of `a`, shape (k, m), with those of `b`, shape (k, n); `slack` as in `ranks_of`.

    B lies above A when even its lower edge does, and below when even its upper edge does.
    """
    half = np.abs(b) * SAME if slack is None else slack[:, np.newaxis]
    with np.errstate(over="ignore"):  # an edge beyond the largest number lies above every score
        lower, upper = b - half, b + half
    short = max(a.shape[1], b.shape[1]) <= SHORT_SIDE
    above_a, reached_a, below_b, reached_b = (_all_at_once if short else _looked_up)(a, lower, upper)
    return Comparisons(
        above_a, reached_a - above_a, below_b, reached_b - below_b, np.concatenate([a, b], axis=1), slack
    )


def _all_at_once(a: Floats, lower: Floats, upper: Floats) -> tuple[Counts, Counts, Counts, Counts]:
    """Per A score the B edges above it and not below it, per B score the A scores below and not above it.

    The series lie along the last axis: that is where one instruction handles several.
    """
    (k, m), n = a.shape, lower.shape[1]
    out = [np.empty((size, k), dtype=np.int64) for size in (m, m, n, n)]
    first, low, high = (np.ascontiguousarray(side.T) for side in (a, lower, upper))
    step = max(1, COMPARED_AT_ONCE // (m * n))
    for start in range(0, k, step):
        part = slice(start, start + step)
        over = (low[np.newaxis, :, part] > first[:, np.newaxis, part]).view(np.uint8)
        reach = (high[np.newaxis, :, part] >= first[:, np.newaxis, part]).view(np.uint8)
        for place, (pairs, axis) in enumerate(((over, 1), (reach, 1), (over, 0), (reach, 0))):
            out[place][:, part] = pairs.sum(axis=axis, dtype=np.uint8)  # at most SHORT_SIDE
    above_a, reached_a, below_b, reached_b = (np.ascontiguousarray(counts.T) for counts in out)
    return above_a, reached_a, below_b, reached_b


def _looked_up(a: Floats, lower: Floats, upper: Floats) -> tuple[Counts, Counts, Counts, Counts]:
    """The counts of `_all_at_once` from the sorted sides, row by row."""
    n = lower.shape[1]
    rows = [
        (
            n - np.searchsorted(np.sort(low), first, side="right"),
            n - np.searchsorted(np.sort(high), first, side="left"),
            np.searchsorted(np.sort(first), low, side="left"),
            np.searchsorted(np.sort(first), high, side="right"),
        )
        for first, low, high in zip(a, lower, upper, strict=True)
    ]
    above_a, reached_a, below_b, reached_b = (np.stack(counts) for counts in zip(*rows, strict=True))
    return above_a, reached_a, below_b, reached_b


def ranks_of(values: Floats, slack: Floats | None = None) -> Ranks:
    """Rank each row of `values`, shape (k, n); `slack`, shape (k,), replaces the rule for raw scores."""
    order = np.argsort(values, axis=1)
    first, last = _edges_of_runs(np.take_along_axis(values, order, axis=1), slack)
    place = np.broadcast_to(np.arange(values.shape[1]), order.shape)
    begins = np.maximum.accumulate(np.where(first, place, 0), axis=1)
    ends = np.minimum.accumulate(np.where(last, place, values.shape[1])[:, ::-1], axis=1)[:, ::-1]
    return Ranks(below=_back(begins, order), equal=_back(ends - begins + 1, order))


def _edges_of_runs(inside: Floats, slack: Floats | None) -> tuple[Flags, Flags]:
    """Where, in sorted rows, a run of equal scores begins and where it ends."""
    low, high = inside[:, :-1], inside[:, 1:]
    allowed = np.maximum(np.abs(low), np.abs(high)) * SAME if slack is None else slack[:, np.newaxis]
    with np.errstate(over="ignore"):  # the gap between -1e308 and 1e308 is infinite, and no tie
        apart = high - low > allowed
    edge = np.ones((len(inside), 1), dtype=np.bool_)
    return np.concatenate([edge, apart], axis=1), np.concatenate([apart, edge], axis=1)


def _back(inside: Counts, order: Counts) -> Counts:
    """Put what belongs to sorted scores back into the rows' own order."""
    out = np.empty_like(inside)
    np.put_along_axis(out, order, inside, axis=1)
    return out
