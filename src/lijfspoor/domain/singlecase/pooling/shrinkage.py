r"""The estimate of each client, drawn towards the mean of all in the measure of its own uncertainty.

th_i = B_i b + (1 - B_i) y_i with B_i = v_i/(v_i + tau^2) (empirical Bayes; Efron & Morris 1975,
doi:10.2307/2285814), se^2 = v_i tau^2/(v_i + tau^2) + B_i^2 se(b)^2, limits with the multiplier of the pooled interval.

Dispute: tau^2 is taken as known, so intervals are somewhat short with few clients, and at tau^2 = 0 every client gets
the mean; the Bayesian answer (`pool_bayes`) carries the uncertainty of tau^2 along.
Whether it assumes independence: v_i comes from the client's own standard error, so it does where that does.

Example: y = 0, 2 with se = sqrt(1/2): tau^2 = 3/2, B = 1/4, b = 1: 0.25 and 1.75.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri, stdtrit

from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.pooling.client_effects import ClientEffects
from lijfspoor.domain.singlecase.pooling.random_effects import Pooled


@dataclass(frozen=True, slots=True)
class Shrunken:
    """One client's effect with the help of the others; `pull` is the share taken from the mean, 0 to 1."""

    name: str
    value: float
    se: float
    interval: Interval
    pull: float


def shrunken(effects: ClientEffects, pooled: Pooled) -> tuple[Shrunken, ...]:
    """The shrunken estimate per client, in the order of `effects`, which `pooled` was made from."""
    # Ratios of standard deviations, so that squares of huge or tiny ones never leave floating point.
    tau = np.sqrt(pooled.tau2)
    whole = np.hypot(effects.ses, tau)
    pulls = (effects.ses / whole) ** 2
    values = pooled.mean + (1.0 - pulls) * (effects.values - pooled.mean)
    ses = np.hypot(effects.ses * (tau / whole), pulls * pooled.se)
    level = pooled.interval.level
    upper = 0.5 + level / 2
    multiplier = float(ndtri(upper) if np.isinf(pooled.freedom) else stdtrit(pooled.freedom, upper))
    return tuple(
        Shrunken(name, value, se, Interval(value - multiplier * se, value + multiplier * se, level), pull)
        for name, value, se, pull in zip(effects.names, values.tolist(), ses.tolist(), pulls.tolist(), strict=True)
    )
