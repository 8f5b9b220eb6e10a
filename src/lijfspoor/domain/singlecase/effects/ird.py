"""IRD, the improvement rate difference: the share of B that improved less the share of A that did.

Formula: with the smallest number of points to take away so that nothing overlaps (see `pand`), robust IRD is
((m + n)^2 PAND - m^2 - n^2)/(2 m n): 1 without overlap; negative values are possible when phases differ in length.

Dispute: the first definition takes points away by hand and is not unique; the formula is the robust form, which shares
the taken points over both phases. No standard error is known for it: those in use forget that the points were chosen.

Sources: Parker, Vannest & Brown (2009), https://doi.org/10.1177/001440290907500201; Pustejovsky (2019),
https://doi.org/10.1037/met0000179.

Worked example: A 1, 5, 2 and B 4, 6, 7: PAND = 5/6, IRD = (36 x 5/6 - 9 - 9)/18 = .667.
"""

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.pand import kept
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def ird(contrast: Contrast) -> Estimate:
    """Compute robust IRD. Raises Refused: "no-scores", "score-not-a-number"."""
    return estimate("ird", ird_stack(one(contrast)))


def ird_stack(stack: Stack) -> Bounded:
    """The arithmetic over a stack."""
    m, n = stack.m, stack.n
    most = kept(stack.toward_better.comparisons)
    return Bounded(
        value=((m + n) * most - m * m - n * n) / (2 * m * n),
        se=None,
        unsure={"no-known-error": everywhere(True, stack.k)},
    )
