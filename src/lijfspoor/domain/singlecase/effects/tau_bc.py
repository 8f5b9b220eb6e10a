"""Tau-BC, baseline-corrected tau: Tau of what is left when the Theil-Sen trend of A is taken off both phases.

Formula: the Theil-Sen slope of A on the order of its scores 1..m; residuals of A (1..m) and of B (m+1..m+n); Tau of the
residuals (see `tau`). With `kendall`, Kendall's tau-b of residuals and phase instead, SE sqrt(2/N (1 - tau^2)). With
`pretest`, the correction is made only where Kendall's two-sided p of the A trend is at most that (.05 in Tarlow 2017).

Dispute: Tarlow tests first, others always correct; time is the order here and the measured time in `corrected_tau`;
tau-b with the phase cannot reach 1. Residuals that tie in theory are split by round-off in other programs: on
A 1..5, B 6..10 all residuals tie and Tau-BC is 0. Published standard errors forget that the trend was estimated: their
test calls 47 % of series without any effect an effect at 5 %, without any autocorrelation. So no standard error or
interval is given, unless `plain_interval` asks for what is published; that also assumes independent scores.

Source: Tarlow (2017), https://doi.org/10.1177/0145445516676750.

Worked example: A 1, 2, 4 has slopes 1, 1.5, 2: the line has slope 1.5. A leaves -.5, -1, -.5 and B 5, 9 leaves -1, 1.5
(up to one constant). Of six pairs two are worse, one ties and three are better: Tau-BC = 1/6.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Flags, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere, normal_quantile
from lijfspoor.domain.singlecase.effects.kendall import divided, tau_b_denominator, ties_in, ties_of_groups
from lijfspoor.domain.singlecase.effects.nap import nap_of
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import Comparisons, ranks_of
from lijfspoor.domain.singlecase.effects.scaling import powers_of_two
from lijfspoor.domain.singlecase.effects.stacks import Stack, one
from lijfspoor.domain.singlecase.effects.tau import doubled
from lijfspoor.domain.singlecase.effects.theil_sen import Detrended, by_order, medians
from lijfspoor.domain.singlecase.effects.trend_p import trend_p


def tau_bc(
    contrast: Contrast,
    *,
    pretest: float | None = None,
    kendall: bool = False,
    plain_interval: bool = False,
    level: float = 0.95,
) -> Estimate:
    """Compute Tau-BC; figures "slope", "intercept" (of the raw scores on their order), "corrected" (1 or 0) and, with
    a pre-test, "trend_p".

    Raises Refused: "baseline-too-short" (fewer than 2 scores in A, 3 with a pre-test), "all-tied" (`kendall`),
    "no-scores", "score-not-a-number", "bad-level".
    """
    name = "tau-bc" + (".kendall" if kendall else "") + (".pretest" if pretest is not None else "")
    answers = tau_bc_stack(one(contrast), pretest=pretest, kendall=kendall, plain_interval=plain_interval, level=level)
    return estimate(name, answers, level)


def tau_bc_stack(
    stack: Stack,
    *,
    pretest: float | None = None,
    kendall: bool = False,
    plain_interval: bool = False,
    level: float = 0.95,
) -> Bounded:
    """The arithmetic over a stack."""
    z, asked = normal_quantile(level), level if plain_interval else None
    if stack.m < (2 if pretest is None else 3):
        return Bounded(np.full(stack.k, np.nan), None, refused={"baseline-too-short": everywhere(True, stack.k)})
    trend = by_order(stack.scaled)
    figures, corrected = _line(stack, trend), everywhere(True, stack.k)
    if pretest is not None:
        figures["trend_p"] = trend_p(ranks_of(stack.a))
        corrected = figures["trend_p"] <= pretest
    figures["corrected"] = corrected.astype(np.float64)
    tau = _compared(trend.comparisons(stack.signs), z, asked, kendall=kendall)
    if not corrected.all():
        tau = _chosen(corrected, tau, _compared(stack.toward_better.comparisons, z, asked, kendall=kendall))
    if plain_interval:
        return Bounded(tau.value, tau.se, tau.refused, tau.unsure, figures, tau.lower, tau.upper)
    return Bounded(tau.value, None, tau.refused, {"trend-was-estimated": everywhere(True, stack.k)}, figures)


def _line(stack: Stack, trend: Detrended) -> dict[str, Floats]:
    """Slope and intercept in the unit of the scores; `trend.a` is what is left with the line through order 1."""
    unit = powers_of_two(stack.a, stack.b)
    intercept = medians(trend.a) - trend.slope
    with np.errstate(over="ignore"):  # a slope beyond the largest number is left out of the figures
        return {"slope": np.ldexp(trend.slope, unit), "intercept": np.ldexp(intercept, unit)}


def _compared(comparisons: Comparisons, z: float, level: float | None, *, kendall: bool) -> Bounded:
    if not kendall:
        return doubled(nap_of(comparisons, level=level))
    size = comparisons.m + comparisons.n
    groups = ties_of_groups(comparisons.m, comparisons.n)
    value = divided(comparisons.score, tau_b_denominator(size, groups, ties_in(comparisons.pooled)))
    se = np.sqrt(2 / size * np.maximum(1 - value**2, 0.0))
    return Bounded(value, se, {"all-tied": np.isnan(value)}, lower=value - z * se, upper=value + z * se)


def _chosen(first: Flags, one_way: Bounded, other: Bounded) -> Bounded:
    """`one_way` where `first` holds, else `other`."""
    value, se, lower, upper = (
        None if left is None or right is None else np.where(first, left, right)
        for left, right in (
            (one_way.value, other.value),
            (one_way.se, other.se),
            (one_way.lower, other.lower),
            (one_way.upper, other.upper),
        )
    )
    refused, unsure = (
        {code: np.where(first, flags, right[code]) for code, flags in left.items()}
        for left, right in ((one_way.refused, other.refused), (one_way.unsure, other.unsure))
    )
    return Bounded(np.asarray(value), se, refused, unsure, {}, lower, upper)
