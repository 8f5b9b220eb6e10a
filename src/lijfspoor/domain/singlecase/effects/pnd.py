"""PND, the percentage of non-overlapping data: the share of B beyond the best A score.

Formula: count(b > max A)/n, scores turned so that higher is better.

Dispute: one outlying A score decides, and a longer A phase makes the share smaller without any change in the client;
a share of 1 does not say how far B lies from A. No standard error is known, so no interval is given.

Sources: Scruggs, Mastropieri & Casto (1987), https://doi.org/10.1177/074193258700800206; Allison & Gorman (1993),
https://doi.org/10.1016/0005-7967(93)90123-B.

Worked example: A 2, 4, 3 and B 4, 5, 6, 7: three of four lie above 4, PND = .75.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def pnd(contrast: Contrast) -> Estimate:
    """Compute PND, from 0 to 1. Raises Refused: "no-scores", "score-not-a-number"."""
    return estimate("pnd", pnd_stack(one(contrast)))


def pnd_stack(stack: Stack) -> Bounded:
    """The arithmetic over a stack: a B score lies beyond the best of A when it lies above all m."""
    beyond = (stack.toward_better.comparisons.below_b == stack.m).sum(axis=1)
    return Bounded(
        value=beyond / stack.n,
        se=None,
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={"beyond": np.asarray(beyond, dtype=np.float64)},
    )
