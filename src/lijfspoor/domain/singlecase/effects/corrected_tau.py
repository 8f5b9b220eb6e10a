"""Baseline-corrected tau by measured time: Kendall's tau of score and phase, the A trend taken off where it is there.

Formula: the Theil-Sen line of A on measured time; residuals of all points; Kendall's tau-a or tau-b of residuals and
phase. The correction is made where Kendall's p of the A trend is at most `alpha`, or `always`. z and p by Kendall's
variance (tie-corrected for tau-b, plain for tau-a), with `continuity` on |S| - 1.

Dispute: tau-a is over all N(N-1)/2 pairs and cannot reach 1 (see `kendall`); testing first makes the answer jump at a
p of .05 and misses trends in short baselines; p forgets that the trend was estimated (without autocorrelation 9 % at
5 %, with .6 46 %). No interval is given.

Source: Tarlow (2017), https://doi.org/10.1177/0145445516676750.

Worked example: A 1, 2, 3 at times 1, 2, 3 and B 5, 9 at times 4, 6: residuals 0, 0, 0 and 1, 3: all six pairs are
better, S = 6; tau-b = 6/sqrt((10 - 4)(10 - 3)) = .926. The baseline p is .117, so only `always` corrects.
"""

from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Flags, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.kendall import (
    NO_TIES,
    TieSums,
    all_pairs,
    divided,
    normal_test,
    plain_variance,
    tau_b_denominator,
    tied_variance,
    ties_in,
    ties_of_groups,
    trend_score,
)
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import Comparisons, Counts, ranks_of
from lijfspoor.domain.singlecase.effects.stacks import Stack, one
from lijfspoor.domain.singlecase.effects.theil_sen import by_time

Test = tuple[Floats, Floats, Floats]


class TauKind(StrEnum):
    """What S is divided by."""

    A = "a"
    B = "b"


def corrected_tau(
    contrast: Contrast,
    *,
    tau: TauKind | str = TauKind.B,
    continuity: bool = False,
    always: bool = False,
    alpha: float = 0.05,
) -> Estimate:
    """Compute baseline-corrected tau; figures "p", "z", "corrected" (1 or 0) and the tau, z and p of the "baseline_",
    "uncorrected_" and "corrected_" scores, as far as they exist.

    Raises Refused: "baseline-too-short" (one score in A), "same-time-twice", "all-tied", "no-scores",
    "score-not-a-number".
    """
    kind = TauKind(tau)
    answers = corrected_tau_stack(one(contrast), tau=kind, continuity=continuity, always=always, alpha=alpha)
    name = f"corrected-tau.{kind}" + (".continuity" if continuity else "") + (".always" if always else "")
    return estimate(name, answers, tested=True)


def corrected_tau_stack(
    stack: Stack,
    *,
    tau: TauKind = TauKind.B,
    continuity: bool = False,
    always: bool = False,
    alpha: float = 0.05,
) -> Bounded:
    """The arithmetic over a stack."""
    if stack.m < 2:
        return Bounded(np.full(stack.k, np.nan), None, refused={"baseline-too-short": everywhere(True, stack.k)})
    twice = same_time_twice(stack)
    baseline = _trend_test(stack, tau, continuity=continuity)
    before = _phase_test(stack.toward_better.comparisons, tau, continuity=continuity)
    with np.errstate(all="ignore"):  # two scores at one time are refused
        after = _phase_test(by_time(stack.scaled).comparisons(stack.signs), tau, continuity=continuity)
    corrects = everywhere(True, stack.k) if always else baseline[2] <= alpha
    value, z, p = (np.where(corrects, right, left) for left, right in zip(before, after, strict=True))
    named = (("baseline", baseline), ("uncorrected", before), ("corrected", after))
    figures = {f"{name}_{what}": row for name, test in named for what, row in zip(("tau", "z", "p"), test, strict=True)}
    return Bounded(
        value,
        None,
        refused={"same-time-twice": twice, "all-tied": np.isnan(value)},
        unsure={"trend-was-estimated": everywhere(True, stack.k)},
        figures={"z": z, "p": p, "corrected": corrects.astype(np.float64), **figures},
    )


def same_time_twice(stack: Stack) -> Flags:
    """Whether two A scores have the same time, shape (k,)."""
    return np.asarray((np.diff(np.sort(stack.times_a, axis=1), axis=1) <= 0).any(axis=1))


def _trend_test(stack: Stack, kind: TauKind, *, continuity: bool) -> Test:
    """tau, z and p of the A scores in time; NaN where A is flat."""
    ranks = ranks_of(stack.toward_better.a)
    ties = ties_in(ranks)
    flat = tau_b_denominator(stack.m, NO_TIES, ties) <= 0
    test = _test(trend_score(ranks), stack.m, NO_TIES, ties, kind, continuity=continuity)
    tau, z, p = (np.where(flat, np.nan, row) for row in test)
    return tau, z, p


def _phase_test(comparisons: Comparisons, kind: TauKind, *, continuity: bool) -> Test:
    """tau, z and p of score and phase."""
    size, groups = comparisons.m + comparisons.n, ties_of_groups(comparisons.m, comparisons.n)
    return _test(comparisons.score, size, groups, ties_in(comparisons.pooled), kind, continuity=continuity)


def _test(s: Counts, size: int, x: TieSums, y: TieSums, kind: TauKind, *, continuity: bool) -> Test:
    if kind is TauKind.A:
        z, p = normal_test(s, np.full(len(s), plain_variance(size)), continuity=continuity)
        return s / all_pairs(size), z, p
    z, p = normal_test(s, tied_variance(size, x, y), continuity=continuity)
    return divided(s, tau_b_denominator(size, x, y)), z, p
