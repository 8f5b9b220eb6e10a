"""Tau-U with the baseline trend taken off: Tau less the trend of A, both over the pairs between the phases.

Formula: (S_AB - S_A)/(mn), S_AB the pairs between phases that are better less those that are worse, S_A the rises less
the falls over pairs within A.

Dispute: the m(m-1)/2 pairs of S_A are divided by mn, so that the size of the correction depends on the lengths of both
phases and Tau-U can pass 1; other Tau-U's divide otherwise (see `tau_u_table`; Brossart et al. 2018 compare them).
No standard error fits this form; none is given.

Sources: Parker, Vannest, Davis & Sauber (2011), https://doi.org/10.1016/j.beth.2010.08.006; Brossart, Laird &
Armstrong (2018), https://doi.org/10.1080/23311908.2018.1518687.

Worked example: A 1, 3, 2 and B 3, 4: S_AB = 5 (one tie), S_A = 1: Tau-U = 4/6 = .667.
"""

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.kendall import trend_score
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.ranking import ranks_of
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def tau_u(contrast: Contrast) -> Estimate:
    """Compute Tau-U with figures "s_ab" and "s_a". Raises Refused: "no-scores", "score-not-a-number"."""
    return estimate("tau-u", tau_u_stack(one(contrast)))


def tau_u_stack(stack: Stack) -> Bounded:
    """The arithmetic over a stack."""
    turned = stack.toward_better
    between, within = turned.comparisons.score, trend_score(ranks_of(turned.a))
    return Bounded(
        value=(between - within) / turned.comparisons.pairs,
        se=None,
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={"s_ab": between.astype(float), "s_a": within.astype(float)},
    )
