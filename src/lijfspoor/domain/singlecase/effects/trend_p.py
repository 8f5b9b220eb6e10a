"""The two-sided p of a Kendall trend in a phase: by the normal curve, or exact.

Normal: (|S| - 1) over the tie-corrected standard deviation of S; the p of three scores with a tie, or of scores that
are all equal, is 1: they can show nothing. Exact, for up to 100 scores without ties: the share of all orders with an
|S| at least as large (Kendall 1970). With ties or more scores the normal curve serves both.

Dispute: for five scores that only rise the normal curve says .027, counting says .017. The baseline pre-test of Tau-BC
in the field is the normal one. Both assume that scores do not depend on the one before.

Example: 5 scores that only rise have S = 10, reached by 2 of 120 orders in size: exact p = 2/120 = .0167.
"""

from functools import lru_cache

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.effects.kendall import NO_TIES, normal_test, tied_variance, ties_in, trend_score
from lijfspoor.domain.singlecase.effects.ranking import Counts, Ranks

EXACT_UP_TO = 100


def trend_p(ranks: Ranks, *, exact: bool = False) -> Floats:
    """The two-sided p per row of ranks in order of time, shape (k,); NaN for fewer than three scores."""
    size, ties = ranks.below.shape[1], ties_in(ranks)
    if size < 3:
        return np.full(len(ranks.below), np.nan)
    score, tied = trend_score(ranks), ties.pairs > 0
    p = normal_test(score, tied_variance(size, NO_TIES, ties), continuity=True)[1]
    p = np.where(np.isnan(p) | (tied if size == 3 else False), 1.0, p)
    return np.where(tied, p, _exact(score, size)) if exact and size <= EXACT_UP_TO else p


@lru_cache(maxsize=128)
def orders_by_inversions(size: int) -> tuple[int, ...]:
    """How many orders of `size` scores have 0, 1, 2, ... inversions."""
    counts = [1]
    for added in range(2, size + 1):
        longer = len(counts) + added - 1
        counts = [sum(counts[max(0, place - added + 1) : place + 1]) for place in range(longer)]
    return tuple(counts)


def _exact(score: Counts, size: int) -> Floats:
    """P(|S| >= |observed|) over all orders; S = pairs - 2 inversions. Whole numbers until the last division."""
    counts = orders_by_inversions(size)
    fewest = (size * (size - 1) // 2 - np.abs(score)) // 2
    return np.array([min(1.0, 2 * sum(counts[: most + 1]) / sum(counts)) for most in fewest.tolist()])
