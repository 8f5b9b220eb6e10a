"""NAP, the non-overlap of all pairs: the chance that a B score is better than an A score, a tie counting half.

Formula: q_ij = [b_j > a_i] + [b_j = a_i]/2, scores turned so that higher is better; NAP = mean q = P(B > A) +
P(tie)/2. With P = NAP kept within [1/(2mn), 1 - 1/(2mn)], Q1 = sum_i (sum_j (q_ij - NAP))^2/(m n^2), Q2 likewise with
the roles exchanged over (m^2 n), and X = mean (q - NAP)^2, the variance is
- "unbiased": [P(1-P) + n Q1 + m Q2 - 2X]/((m-1)(n-1)) (Sen 1967; Mee 1990);
- "hanley": [P(1-P) + (n-1) Q1 + (m-1) Q2]/(mn) (Hanley & McNeil 1982);
- "null": (m+n+1)/(12mn), that of no effect and no ties.
Interval, the same for all three: Newcombe's method 5, the roots x of
mn (NAP - x)^2 (2 - x)(1 + x) = z^2 x(1-x) [2 + h + (1+2h) x(1-x)], h = (m+n)/2 - 1.
At NAP = 1 the equation also holds at x = 1 for any data; the limit is the inner root, below 1 (mirrored at NAP = 0).

Dispute: standard error and interval assume scores that do not depend on the one before. Under autocorrelation of .3 to
.6 an interval "at 95 %" misses in 12 to 31 %. A trend in the baseline counts as effect.

Sources: Parker & Vannest (2009), https://doi.org/10.1016/j.beth.2008.10.006; Mee (1990),
https://doi.org/10.1080/01621459.1990.10474942; Hanley & McNeil (1982), https://doi.org/10.1148/radiology.143.1.7063747;
Newcombe (2006), https://doi.org/10.1002/sim.2324.

Worked example: A 1, 3 and B 2, 3, 4: of six pairs four are better and one is tied: NAP = 4.5/6 = .75.
"""

from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere, normal_quantile
from lijfspoor.domain.singlecase.effects.newcombe import newcombe_limits
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import Comparisons
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


class NapError(StrEnum):
    """Which standard error."""

    UNBIASED = "unbiased"
    HANLEY = "hanley"
    NULL = "null"


def nap(contrast: Contrast, *, se: NapError | str = NapError.UNBIASED, level: float = 0.95) -> Estimate:
    """Compute NAP, from 0 to 1.

    Raises Refused: "no-scores", "score-not-a-number", "bad-level". With one score in a phase there is no unbiased
    standard error; the interval stands.
    """
    kind = NapError(se)
    return estimate(named("nap", kind), nap_stack(one(contrast), se=kind, level=level), level)


def named(index: str, kind: NapError) -> str:
    """The stable name: the unbiased standard error is the unmarked one."""
    return index if kind is NapError.UNBIASED else f"{index}.{kind}"


def nap_stack(stack: Stack, *, se: NapError | str = NapError.UNBIASED, level: float = 0.95) -> Bounded:
    """The arithmetic over a stack."""
    return nap_of(stack.toward_better.comparisons, se=NapError(se), level=level)


def nap_of(comparisons: Comparisons, *, se: NapError = NapError.UNBIASED, level: float | None = 0.95) -> Bounded:
    """The arithmetic over comparisons, also of residuals; without error and limits when `level` is None."""
    m, n = comparisons.m, comparisons.n
    value = _value(comparisons)
    lower, upper = (None, None) if level is None else _limits(comparisons, level)
    k = len(value)
    return Bounded(
        value=value,
        se=None if level is None else _error(comparisons, se),
        unsure={"one-point-phase": everywhere(se is NapError.UNBIASED and min(m, n) < 2, k)},
        figures={
            "pairs": np.full(k, float(comparisons.pairs)),
            "wins": comparisons.wins.astype(np.float64),
            "ties": comparisons.ties.astype(np.float64),
            "losses": comparisons.losses.astype(np.float64),
        },
        lower=lower,
        upper=upper,
    )


def _value(comparisons: Comparisons) -> Floats:
    return np.asarray((comparisons.wins + comparisons.ties / 2) / comparisons.pairs)


def _limits(comparisons: Comparisons, level: float) -> tuple[Floats, Floats]:
    """Newcombe's limits, found once for NAP and Tau of the same comparisons."""
    known, z = comparisons.limits, normal_quantile(level)
    if level not in known:
        known[level] = newcombe_limits(_value(comparisons), comparisons.m, comparisons.n, z)
    return known[level]


def _error(comparisons: Comparisons, kind: NapError) -> Floats:
    """The standard error, found once for NAP and Tau of the same comparisons."""
    known = comparisons.errors
    if kind not in known:
        known[kind] = np.sqrt(np.maximum(_variance(comparisons, _value(comparisons), kind), 0.0))
    return known[kind]


def _variance(comparisons: Comparisons, value: Floats, kind: NapError) -> Floats:
    """The variance of NAP; 0 where one score in a phase leaves nothing to divide by."""
    m, n, pairs = comparisons.m, comparisons.n, comparisons.pairs
    if kind is NapError.NULL:
        return np.full(len(value), (m + n + 1) / (12 * pairs))
    inside = np.clip(value, 1 / (2 * pairs), 1 - 1 / (2 * pairs))
    spread = inside * (1 - inside)
    by_a = comparisons.above_a + comparisons.equal_a / 2 - n * value[:, np.newaxis]
    by_b = comparisons.below_b + comparisons.equal_b / 2 - m * value[:, np.newaxis]
    q1, q2 = (by_a**2).sum(axis=1) / (m * n * n), (by_b**2).sum(axis=1) / (m * m * n)
    if kind is NapError.HANLEY:
        return np.asarray((spread + (n - 1) * q1 + (m - 1) * q2) / pairs)
    within = (comparisons.wins + comparisons.ties / 4) / pairs - value**2
    return np.asarray((spread + n * q1 + m * q2 - 2 * within) / max(1, (m - 1) * (n - 1)))
