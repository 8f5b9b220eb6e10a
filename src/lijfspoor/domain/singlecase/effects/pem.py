"""PEM, the percentage of data exceeding the median: the share of B beyond the median of A.

Formula: [count(b > median A) + w count(b = median A)]/n, scores turned so that higher is better; w = 1/2, or 0 when
`half_ties` is off. `binomial_p` is P(Bin(n, 1/2) >= count beyond), one-sided.

Dispute: programs count a tie as a half or not at all. Without effect PEM is about .5, not 0. It ignores a trend and how
far B lies from A. The binomial p takes the median of A as known and the scores as independent: it is too small.

Source: Ma (2006), https://doi.org/10.1177/0145445504272974.

Worked example: A 2, 4, 6 and B 4, 5, 6, 7: median 4, three beyond and one tie: PEM = 3.5/4 = .875, without ties .75.
"""

import numpy as np
from scipy.special import bdtrc

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import SAME, Counts
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def pem(contrast: Contrast, *, half_ties: bool = True) -> Estimate:
    """Compute PEM, from 0 to 1. Raises Refused: "no-scores", "score-not-a-number"."""
    return estimate("pem" if half_ties else "pem.strict", pem_stack(one(contrast), half_ties=half_ties), tested=True)


def pem_stack(stack: Stack, *, half_ties: bool = True) -> Bounded:
    """The arithmetic over a stack; a median between two scores is as exact as they are."""
    turned = stack.toward_better
    inside = np.sort(turned.a, axis=1)
    low, high = inside[:, [(stack.m - 1) // 2]], inside[:, [stack.m // 2]]
    median = low / 2 + high / 2
    slack = SAME * np.maximum(np.abs(turned.b), np.maximum(np.abs(low), np.abs(high)))
    with np.errstate(over="ignore"):  # an edge beyond the largest number lies above every median
        beyond = (turned.b - slack > median).sum(axis=1)
        ties = (turned.b + slack >= median).sum(axis=1) - beyond
    return Bounded(
        value=(beyond + (ties / 2 if half_ties else 0)) / stack.n,
        se=None,
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={"beyond": beyond * 1.0, "ties": ties * 1.0, "binomial_p": at_least(beyond, stack.n)},
    )


def at_least(count: Counts, size: int) -> Floats:
    """P(Bin(size, 1/2) >= count), shape (k,)."""
    return np.asarray(np.where(count > 0, bdtrc(np.maximum(count, 1) - 1, size, 0.5), 1.0))
