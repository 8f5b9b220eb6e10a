"""PET, the percentage of data exceeding the trend: the share of B beyond the A trend drawn on.

Formula: the least-squares line of A on measured time; PET = count(b > line)/n, scores turned so that higher is better.
With `margin` the line is raised by the one-sided 95 % margin of its mean, 1.645 s sqrt(1/m + (t - mean t)^2/SS_t), s^2
on m - 2 degrees of freedom. `binomial_p` is P(Bin(n, 1/2) >= count), one-sided, without the margin.

Dispute: a line through few points drawn on over many is soon absurd (beyond the scale's end); a B score on the line
counts as not beyond, and whether it is on the line is judged by round-off's measure. The binomial p takes the line as
known and the scores as independent: it is too small.

Source: Wolery, Busick, Reichow & Barton (2010), https://doi.org/10.1177/0022466908328009.

Worked example: A 1, 2, 3 at times 1, 2, 3; the line reaches 4, 5, 6 at B's times 4, 5, 6; B 5, 5, 7: two of three lie
beyond, PET = .667.
"""

import numpy as np
from scipy.special import ndtri

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.least_squares import baseline_line
from lijfspoor.domain.singlecase.effects.pem import at_least
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.stacks import Stack, one

ONE_SIDED = float(ndtri(0.95))


def pet(contrast: Contrast, *, margin: bool = False) -> Estimate:
    """Compute PET, from 0 to 1.

    Raises Refused: "baseline-too-short" (A has fewer than 2 scores, 3 with the margin), "same-time-twice" (all A scores
    at one time), "no-scores", "score-not-a-number".
    """
    return estimate("pet.margin" if margin else "pet", pet_stack(one(contrast), margin=margin), tested=True)


def pet_stack(stack: Stack, *, margin: bool = False) -> Bounded:
    """The arithmetic over a stack."""
    if stack.m < (3 if margin else 2):
        return Bounded(np.full(stack.k, np.nan), None, refused={"baseline-too-short": everywhere(True, stack.k)})
    turned = stack.scaled.toward_better
    line = baseline_line(turned)
    over = turned.b - line.at_b
    beyond = (over > line.slack).sum(axis=1)
    raised = (over - ONE_SIDED * line.se_at_b > line.slack).sum(axis=1) if margin else beyond
    return Bounded(
        value=raised / stack.n,
        se=None,
        refused={"same-time-twice": line.no_time},
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={"beyond": beyond.astype(np.float64), "binomial_p": at_least(beyond, stack.n)},
    )
