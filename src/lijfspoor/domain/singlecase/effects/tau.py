"""Tau, the non-overlap of the phases as a correlation: the share of pairs that are better less the share that is worse.

Formula: Tau = 2 NAP - 1, from -1 to 1; its standard error is twice that of NAP, its limits 2 x - 1 of Newcombe's.

Dispute: this is Kendall's tau-a of score and phase over the pairs between the phases only, which can reach 1; Kendall's
tau over all pairs cannot. As for NAP, the interval assumes scores that do not depend on the one before.

Source: Parker, Vannest, Davis & Sauber (2011), https://doi.org/10.1016/j.beth.2010.08.006. Sources of the standard
errors: see `nap`.

Worked example: A 1, 3 and B 2, 3, 4: of six pairs four are better, one is worse: Tau = 3/6 = .50.
"""

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.nap import NapError, named, nap_stack
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def tau(contrast: Contrast, *, se: NapError | str = NapError.UNBIASED, level: float = 0.95) -> Estimate:
    """Compute Tau, from -1 to 1; raises as `nap`."""
    kind = NapError(se)
    return estimate(named("tau", kind), tau_stack(one(contrast), se=kind, level=level), level)


def tau_stack(stack: Stack, *, se: NapError | str = NapError.UNBIASED, level: float = 0.95) -> Bounded:
    """The arithmetic over a stack."""
    return doubled(nap_stack(stack, se=se, level=level))


def doubled(nap: Bounded) -> Bounded:
    """NAP on the scale from -1 to 1."""
    return Bounded(
        value=2 * nap.value - 1,
        se=None if nap.se is None else 2 * nap.se,
        refused=nap.refused,
        unsure=nap.unsure,
        figures=nap.figures,
        lower=None if nap.lower is None else 2 * nap.lower - 1,
        upper=None if nap.upper is None else 2 * nap.upper - 1,
    )
