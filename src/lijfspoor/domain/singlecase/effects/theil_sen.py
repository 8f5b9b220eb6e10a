"""The Theil-Sen line: the median of the slopes through all pairs of points (Theil 1950; Sen 1968,
doi:10.1080/01621459.1968.10480934), and what it leaves when taken off both phases.

Up to 1,500 points every slope is made and the middle one taken. Above that the same median is found without making
them: the number of slopes below s is the number of pairs that y - s x puts in the wrong order, counted in n log n, so
that the median is closed in by halving; memory grows with n, the answer is the median up to round-off.

Dispute: time is the order of the scores in some programs and the measured time in others; both are offered by whoever
calls. What is left after taking off the line is compared with a slack that follows from the round-off of the slope,
because exact ties are common there and round-off breaks them at random.

Example: 2, 4, 9 at times 1, 2, 3 has slopes 2, 3.5, 5: the line has slope 3.5.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.effects.inversions import pairs_within, rows_at_once
from lijfspoor.domain.singlecase.effects.long_theil_sen import median_slope
from lijfspoor.domain.singlecase.effects.ranking import Comparisons, compare
from lijfspoor.domain.singlecase.effects.stacks import Stack

ALL_PAIRS_UP_TO = 1_500
ROUND_OFF = 16 * float(np.finfo(np.float64).eps)
SORTED_UP_TO = 2_000


def slopes(y: Floats, x: Floats) -> Floats:
    """The Theil-Sen slope per row, shape (k,); `y` shape (k, m) with m >= 2, `x` (k, m) or (1, m), ascending."""
    if y.shape[1] > ALL_PAIRS_UP_TO:
        wide = np.broadcast_to(x, y.shape)
        return np.array([median_slope(row, times) for row, times in zip(y, wide, strict=True)])
    earlier, later = pairs_within(y.shape[1])
    out, step = np.empty(len(y)), rows_at_once(len(earlier))
    for start in range(0, len(y), step):
        rows, times = y[start : start + step], x if len(x) == 1 else x[start : start + step]
        out[start : start + step] = medians(
            (rows[:, later] - rows[:, earlier]) / (times[:, later] - times[:, earlier]),
        )
    return out


def medians(rows: Floats) -> Floats:
    """The median of each row, shape (k,)."""
    low, high = (rows.shape[1] - 1) // 2, rows.shape[1] // 2
    ordered = np.sort(rows, axis=1) if high < SORTED_UP_TO else np.partition(rows, (low, high), axis=1)
    return np.asarray(ordered[:, low] / 2 + ordered[:, high] / 2)


class Detrended:
    """Both phases of a stack with the A trend taken off, ties settled by the round-off of the slope.

    `slope`: shape (k,), by `times_a` (k, m) or (1, m); `a`, `b`: what is left, up to one constant per series; `slack`:
    shape (k,). Scores and times must be of a size whose products do not overflow (see `Stack.scaled`).
    """

    def __init__(self, a: Floats, b: Floats, times_a: Floats, times_b: Floats) -> None:
        self.slope = slopes(a, times_a)
        start, rate = times_a[:, :1], self.slope[:, np.newaxis]
        self.a = a - rate * (times_a - start)
        self.b = b - rate * (times_b - start)
        self.slack = self._slack(a, b, times_a, times_b)

    def _slack(self, a: Floats, b: Floats, times_a: Floats, times_b: Floats) -> Floats:
        """Round-off: a slope is off by eps |y| / shortest step and by eps |time| / shortest step of itself, and that
        times the length of the series. Times may be far from 0, as days since a date are.
        """
        size = np.maximum(np.abs(a).max(axis=1), np.abs(b).max(axis=1))
        first = np.minimum(times_a.min(axis=1), times_b.min(axis=1))
        last = np.maximum(times_a.max(axis=1), times_b.max(axis=1))
        shortest, far = np.diff(times_a, axis=1).min(axis=1), np.maximum(np.abs(first), np.abs(last))
        rise = np.abs(self.slope) * (last - first)
        return np.asarray(ROUND_OFF * (size * (1 + (last - first) / shortest) + rise * (1 + far / shortest)))

    def comparisons(self, signs: Floats) -> Comparisons:
        """Every A residual compared with every B residual, turned so that higher is better."""
        turn = signs[:, np.newaxis]
        return compare(self.a * turn, self.b * turn, self.slack)


def by_order(stack: Stack) -> Detrended:
    """Take off the A trend with the order of the scores, 1 to m + n, as time."""
    order = np.arange(1.0, stack.m + stack.n + 1)[np.newaxis, :]
    return Detrended(stack.a, stack.b, order[:, : stack.m], order[:, stack.m :])


def by_time(stack: Stack) -> Detrended:
    """Take off the A trend by measured time."""
    return Detrended(stack.a, stack.b, stack.times_a, stack.times_b)
