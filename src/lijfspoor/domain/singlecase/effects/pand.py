"""PAND, the percentage of all non-overlapping data: the share of points kept when all overlap is taken away.

Two ways of counting:
- "minimum": keep as many points as possible such that every kept A lies strictly below every kept B. The most is the
  largest of i + count(b > i-th smallest A) over i = 0..m, where i = 0 keeps no A and all B.
- "sort": sort all scores; the first m "should" be A and the rest B. PAND is the share that is where it should be; the
  2 x 2 table also gives `phi`, sqrt(chi^2/N), and `fisher_p`, Fisher's exact p, two-sided.

Dispute: the two differ whenever more than one pair overlaps. "sort" depends on how scores that are equal across the
phases happen to be sorted, and so on the direction of improvement: it is refused ("tie-at-the-cut") where that
decides. PAND has a floor above 0: never less than max(m, n)/N. `fisher_p` assumes independent scores.

Source: Parker, Hagan-Burke & Vannest (2007), https://doi.org/10.1177/00224669070400040101; Parker, Vannest & Davis
(2011), https://doi.org/10.1177/0145445511399147.

Worked example: A 1, 5, 2 and B 4, 6, 7: leaving out 5 keeps five of six, PAND = .833; sorted, 1 2 4 | 5 6 7, one A and
one B are out of place: .667.
"""

from enum import StrEnum

import numpy as np
from scipy.special import gammaln

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import Comparisons, Counts
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


class Counting(StrEnum):
    """How overlap is counted."""

    MINIMUM = "minimum"
    SORT = "sort"


def pand(contrast: Contrast, *, counting: Counting | str = Counting.MINIMUM) -> Estimate:
    """Compute PAND, from 0 to 1. Raises Refused: "no-scores", "score-not-a-number"; "sort": "tie-at-the-cut"."""
    way = Counting(counting)
    if way is Counting.SORT:
        return estimate("pand.sort", pand_sort_stack(one(contrast)), tested=True)
    return estimate("pand", pand_stack(one(contrast)))


def kept(comparisons: Comparisons) -> Counts:
    """How many points can be kept without overlap, shape (k,). The lower an A score, the more B lie above it."""
    above = -np.sort(-comparisons.above_a, axis=1)
    return np.asarray(np.maximum(comparisons.n, (above + np.arange(1, comparisons.m + 1)).max(axis=1)))


def pand_stack(stack: Stack) -> Bounded:
    """The arithmetic of "minimum" over a stack."""
    size = stack.m + stack.n
    most = kept(stack.toward_better.comparisons)
    return Bounded(
        value=most / size,
        se=None,
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={"overlaps": (size - most).astype(np.float64), "points": np.full(stack.k, float(size))},
    )


def pand_sort_stack(stack: Stack) -> Bounded:
    """The arithmetic of "sort" over a stack; the table has `displaced` B scores among the first m."""
    m, n = stack.m, stack.n
    ranks = stack.toward_better.comparisons.pooled
    first = ranks.below + ranks.equal <= m
    at_cut = (ranks.below < m) & ~first
    cut_b = at_cut[:, m:].any(axis=1)
    displaced = first[:, m:].sum(axis=1) + np.where(cut_b, m - first.sum(axis=1), 0)
    displaced = np.minimum(displaced, min(m, n))  # beyond that only where the cut is refused
    return Bounded(
        value=(m + n - 2 * displaced) / (m + n),
        se=None,
        refused={"tie-at-the-cut": np.asarray(at_cut[:, :m].any(axis=1) & cut_b)},
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={
            "overlaps": 2.0 * displaced,
            "phi": np.abs((m - displaced) * (n - displaced) - displaced**2) / (m * n),
            "fisher_p": fisher_p(displaced, m, n),
        },
    )


def fisher_p(displaced: Counts, m: int, n: int) -> Floats:
    """Fisher's two-sided p of the table with margins m, n both ways: tables no more likely than the one seen."""
    possible = np.arange(min(m, n) + 1)
    log_chance = -2 * (gammaln(possible + 1.0)) - gammaln(m - possible + 1.0) - gammaln(n - possible + 1.0)
    chance = np.exp(log_chance - log_chance.max())
    seen = chance[displaced][:, np.newaxis] * (1 + 1e-7)
    return np.asarray(np.where(chance <= seen, chance, 0.0).sum(axis=1) / chance.sum())
