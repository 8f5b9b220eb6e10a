"""The rank sum test behind NAP, by the normal approximation, one-sided toward improvement.

Formula: W counts the pairs in which A is better, ties half; its variance is mn/12 [(N+1) - sum(c^3 - c)/(N(N-1))] over
the groups of c equal scores; z takes 1/2 off for continuity. `d` = 3.464 (1 - sqrt((1 - NAP)/.5)) and `r2` =
d^2/(d^2 + 4) translate NAP to a standardised difference as if both phases were evenly spread.

Dispute: for short phases the exact p differs, and p assumes scores that do not depend on the one before: under
autocorrelation of .6 it is below .05 in 31 % of series without effect. A randomisation test is what to rely on.

Sources: Mann & Whitney (1947), https://doi.org/10.1214/aoms/1177730491; Parker & Vannest (2009),
https://doi.org/10.1016/j.beth.2008.10.006.

Worked example: A 1, 3 and B 2, 3, 4: A is better once, one tie: W = 1.5; z = (1.5 - 3 + .5)/1.688 = -.592, p = .277.
"""

import numpy as np
from scipy.special import ndtr

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.kendall import divided
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import Comparisons
from lijfspoor.domain.singlecase.effects.stacks import Stack, one

EVEN_SPREAD = 3.464


def mann_whitney(contrast: Contrast) -> Estimate:
    """Compute W with the figures "z", "p" (one-sided), "d", "r2".

    Raises Refused: "no-scores", "score-not-a-number", "all-tied" (no variance).
    """
    return estimate("mann-whitney", mann_whitney_stack(one(contrast)), tested=True)


def mann_whitney_stack(stack: Stack) -> Bounded:
    """The arithmetic over a stack."""
    comparisons = stack.toward_better.comparisons
    w = comparisons.losses + comparisons.ties / 2
    z = divided(w - comparisons.pairs / 2 + 0.5, np.sqrt(_variance(comparisons)))
    d = EVEN_SPREAD * (1 - np.sqrt(2 * w / comparisons.pairs))
    return Bounded(
        value=w,
        se=None,
        refused={"all-tied": np.isnan(z)},
        figures={"z": z, "p": ndtr(z), "d": d, "r2": d**2 / (d**2 + 4)},
    )


def _variance(comparisons: Comparisons) -> Floats:
    size = comparisons.m + comparisons.n
    group = comparisons.pooled.equal.astype(np.float64)
    tied = (group**2 - 1).sum(axis=1) / (size * (size - 1))
    return np.asarray(np.maximum(comparisons.pairs / 12 * (size + 1 - tied), 0.0))
