"""The Tau-U table: non-overlap and trends as Kendall's S, taken together in six rows, in four ways of dividing.

Every row is the S of the scores with a pattern: phase (0..0, 1..1); time in A; time in B; and those together, with
trend A counted against and trend B for: S = S_AB - S_A, S_AB + S_B, S_AB + S_B - S_A. `pairs` are mn, m(m-1)/2,
n(n-1)/2 and their sums. Tau = S/D:
- "complete.a", "tarlow": D = pairs;
- "complete.b": D = sqrt((n0 - ties in pattern)(n0 - ties in scores)), in the first row mn - ties/2;
- "parker": D = pairs, but mn in "A vs. B - Trend A" (Parker et al. 2011).
Z = S/sd with Kendall's tie-corrected variance; "complete.a" without tie terms; "tarlow" with |S| - 1. The interval is
tanh(atanh Tau -+ z/sqrt(n - 3)), n the points in the row; none where |Tau| >= 1. SE = Tau/Z.

Dispute: the four give different numbers for one name; say which. Parker's fourth row can pass 1. Fisher's z is made for
Pearson's r. Z, SE and interval assume scores that do not depend on the one before.

Sources: Parker, Vannest, Davis & Sauber (2011), https://doi.org/10.1016/j.beth.2010.08.006; Tarlow (2017),
https://doi.org/10.1177/0145445516676750; Brossart, Laird & Armstrong (2018),
https://doi.org/10.1080/23311908.2018.1518687.

Worked example: A 1, 3, 2 and B 3, 4: S_AB 5 of 6 pairs, S_A 1 of 3, S_B 1 of 1. "A vs. B - Trend A" has S = 4: divided
by 9 in "complete.a" .444, by 6 in "parker" .667.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere, normal_quantile
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
from lijfspoor.domain.singlecase.effects.ranking import Ranks, ranks_of
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


class TauUMethod(StrEnum):
    """What S is divided by and how it is tested."""

    COMPLETE_A = "complete.a"
    COMPLETE_B = "complete.b"
    PARKER = "parker"
    TARLOW = "tarlow"


class TauURow(StrEnum):
    """What is counted."""

    A_VS_B = "A vs. B"
    TREND_A = "Trend A"
    TREND_B = "Trend B"
    LESS_TREND_A = "A vs. B - Trend A"
    PLUS_TREND_B = "A vs. B + Trend B"
    BOTH_TRENDS = "A vs. B + Trend B - Trend A"


@dataclass(frozen=True, eq=False)
class Tally:
    """Pairs of one kind: how many there are, rise, fall, tie; shapes (k,)."""

    pairs: float
    pos: Floats
    neg: Floats
    ties: Floats

    def plus(self, other: "Tally") -> "Tally":
        """Both kinds together."""
        return Tally(self.pairs + other.pairs, self.pos + other.pos, self.neg + other.neg, self.ties + other.ties)

    @property
    def turned(self) -> "Tally":
        """The same pairs with rises counted as falls."""
        return Tally(self.pairs, self.neg, self.pos, self.ties)


@dataclass(frozen=True, eq=False)
class TauU:
    """One row of the table, k series; NaN where a number does not exist.

    `n`: points in the row; `pairs`: those S is over, mn where "parker" divides by that.
    """

    n: int
    tally: Tally
    pairs: Floats
    s: Floats
    d: Floats
    tau: Floats
    sd_s: Floats
    z: Floats
    p: Floats
    se: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, eq=False)
class _Counted:
    """What a row is made of: its pairs, its points and the ties of its pattern and of its scores."""

    tally: Tally
    n: int
    pattern: TieSums
    scores: TieSums


def tau_u_of(
    contrast: Contrast,
    *,
    method: TauUMethod | str = TauUMethod.PARKER,
    row: TauURow | str = TauURow.LESS_TREND_A,
    level: float = 0.95,
) -> Estimate:
    """Compute one row of the Tau-U table; the figures hold the tau of every row and this row's "s", "d", "z", "p".

    Raises Refused: "no-scores", "score-not-a-number", "bad-level", "all-tied" (a row that cannot be divided).
    """
    way, asked = TauUMethod(method), TauURow(row)
    table = tau_u_table(one(contrast), way, level)
    return estimate(f"tau-u.{way}", _answers(table, asked), level, tested=True)


def _answers(table: Mapping[TauURow, TauU], asked: TauURow) -> Bounded:
    row = table[asked]
    return Bounded(
        value=row.tau,
        se=row.se,
        refused={"all-tied": np.isnan(row.tau)},
        unsure={
            "too-few-for-interval": everywhere(row.n < 4, len(row.tau)),
            "tau-at-its-bound": np.abs(row.tau) >= 1,
            "no-known-error": np.isnan(row.se),
        },
        figures={
            **{name: one_row.tau for name, one_row in table.items()},
            **{"s": row.s, "d": row.d, "z": row.z, "p": row.p},
        },
        lower=np.where(np.abs(row.tau) < 1, row.lower, np.nan),
        upper=np.where(np.abs(row.tau) < 1, row.upper, np.nan),
    )


def tau_u_table(stack: Stack, method: TauUMethod, level: float = 0.95) -> Mapping[TauURow, TauU]:
    """Compute all six rows over a stack."""
    z = normal_quantile(level)
    return {row: _row(row, counted, stack, method, z) for row, counted in _counted(stack).items()}


def _counted(stack: Stack) -> dict[TauURow, _Counted]:
    m, n, turned = stack.m, stack.n, stack.toward_better
    compared, in_a, in_b = turned.comparisons, ranks_of(turned.a), ranks_of(turned.b)
    counts = (np.asarray(part, dtype=np.float64) for part in (compared.wins, compared.losses, compared.ties))
    between = Tally(compared.pairs, *counts)
    trend_a, trend_b = _trend(in_a), _trend(in_b)
    scores = ties_in(compared.pooled)
    less_a = between.plus(trend_a.turned)
    return {
        TauURow.A_VS_B: _Counted(between, m + n, ties_of_groups(m, n), scores),
        TauURow.TREND_A: _Counted(trend_a, m, NO_TIES, ties_in(in_a)),
        TauURow.TREND_B: _Counted(trend_b, n, NO_TIES, ties_in(in_b)),
        TauURow.LESS_TREND_A: _Counted(less_a, m + n, ties_of_groups(n), scores),
        TauURow.PLUS_TREND_B: _Counted(between.plus(trend_b), m + n, ties_of_groups(m), scores),
        TauURow.BOTH_TRENDS: _Counted(less_a.plus(trend_b), m + n, NO_TIES, scores),
    }


def _trend(ranks: Ranks) -> Tally:
    score, ties = trend_score(ranks), ties_in(ranks).pairs
    pairs = all_pairs(ranks.below.shape[1])
    return Tally(pairs, (pairs - ties + score) / 2, (pairs - ties - score) / 2, ties)


def _row(row: TauURow, counted: _Counted, stack: Stack, method: TauUMethod, z: float) -> TauU:
    tally = counted.tally
    s = tally.pos - tally.neg
    pairs = np.full(s.shape, _pairs(row, counted, stack, method))
    d = _divisor(row, counted, method, pairs)
    tau = divided(s, d)
    variance = np.broadcast_to(_variance(counted, method), s.shape)
    test, p = normal_test(s, variance, continuity=method is TauUMethod.TARLOW)
    lower, upper = _limits(tau, counted.n, z)
    sd_s = np.sqrt(_shown_variance(row, counted, stack, method, variance))
    se = divided(np.abs(tau), np.abs(test))
    return TauU(counted.n, tally, pairs, s, d, tau, sd_s, test, p, se, lower, upper)


def _pairs(row: TauURow, counted: _Counted, stack: Stack, method: TauUMethod) -> float:
    """How many pairs a row is said to have; Parker counts only those between the phases when taking off trend A."""
    if method is TauUMethod.PARKER and row is TauURow.LESS_TREND_A:
        return float(stack.m * stack.n)
    return float(counted.tally.pairs)


def _divisor(row: TauURow, counted: _Counted, method: TauUMethod, pairs: Floats) -> Floats:
    if method is not TauUMethod.COMPLETE_B:
        return pairs
    if row is TauURow.A_VS_B:
        return pairs - counted.tally.ties / 2
    return np.broadcast_to(tau_b_denominator(counted.n, counted.pattern, counted.scores), pairs.shape)


def _variance(counted: _Counted, method: TauUMethod) -> Floats | float:
    if method is TauUMethod.COMPLETE_A:
        return plain_variance(counted.n)
    return tied_variance(counted.n, counted.pattern, counted.scores)


def _shown_variance(row: TauURow, counted: _Counted, stack: Stack, method: TauUMethod, tested: Floats) -> Floats:
    """The variance of S that programs print: in the first three rows not the one Z rests on."""
    if method is TauUMethod.TARLOW or row not in (TauURow.A_VS_B, TauURow.TREND_A, TauURow.TREND_B):
        return tested
    if row is TauURow.A_VS_B:
        return np.full(len(tested), stack.m * stack.n * (counted.n + 1) / 3)
    return np.full(len(tested), plain_variance(counted.n))


def _limits(tau: Floats, n: int, z: float) -> tuple[Floats, Floats]:
    """Fisher's z limits; with three points they are -1 and 1, with fewer, or beyond 1, there are none.

    At a tau of 1 or -1 the formula closes on the tau itself; nobody is told that as an interval (see `_answers`).
    """
    exists = (np.abs(tau) <= 1) & (n >= 3)
    at_bound = np.abs(tau) == 1
    middle = np.arctanh(np.where(exists & ~at_bound, tau, 0.0))
    reach = z / np.sqrt(n - 3) if n > 3 else np.inf
    lower, upper = (np.where(at_bound, tau, np.tanh(middle + side)) for side in (-reach, reach))
    return np.where(exists, lower, np.nan), np.where(exists, upper, np.nan)
