r"""tau^2 of Paule and Mandel as R's metafor finds it; kept so that its published values can be checked, not to be used.

The equation is that of `between` (Q(tau^2) = k - 1), but the search, Brent's (1973) on 0 to 100, may stop once tau^2
is known to about eps^(1/4) = 1.2e-4, whatever the scale of the effects: for log ratios and taus, whose tau^2 is about
.01, that is one part in a hundred, and Q misses k - 1 by up to .02. `between` solves the equation to the last digit.
"""

import numpy as np
from scipy.optimize import brentq

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.pooling.between import cochran_q
from lijfspoor.domain.singlecase.pooling.client_effects import ClientEffects

LARGEST = 100.0
STOP = float(np.finfo(float).eps) ** 0.25


def paule_mandel_coarse(effects: ClientEffects) -> float:
    """tau^2 where that search stops; 0 where Q(0) <= k - 1. Raises Refused: "tau2-over-100", where it finds nothing."""

    def excess(tau2: float) -> float:
        return cochran_q(effects.values, effects.variances, tau2) - (effects.count - 1)

    if excess(0.0) <= 0:
        return 0.0
    if excess(LARGEST) > 0:
        raise refuse(
            "tau2-over-100",
            nl="De variantie tussen cliënten is groter dan 100; deze zoekwijze vindt haar niet.",
            en="The variance between clients is above 100, where this search does not find it.",
        )
    return float(brentq(excess, 0.0, LARGEST, xtol=STOP))
