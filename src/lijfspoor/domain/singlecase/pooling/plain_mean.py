r"""The plain mean over clients, for effects whose standard errors are not known or not to be trusted.

mean = sum y_i / k, se = sd / sqrt(k), t with k - 1 degrees of freedom (Student 1908, doi:10.1093/biomet/6.1.1). Every
client counts alike; the error comes from how the clients differ and from nothing else, so it holds under any
autocorrelation within a client. It is the answer that belongs to design-based estimates, which have no standard error.

Dispute: it wastes precision where clients were measured very unequally, and needs clients who are a sample of those it
is to hold for. Whether it assumes independence: of clients, not of scores.

Example: 1, 2, 3: mean 2, se = 1/sqrt(3) = .577, 95% interval 2 +- 4.303 x .577 = -.484 to 4.484.
"""

from collections.abc import Sequence

import numpy as np
from scipy.special import stdtr, stdtrit

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects
from lijfspoor.domain.singlecase.pooling.random_effects import check_level


def plain_mean(values: Sequence[float] | Floats, *, level: float = 0.95) -> Estimate:
    """The mean of k >= 2 effects; figures "p" (of no effect), "k", "sd".

    Raises Refused: "one-client", "effect-not-finite", "identical-effects" (no difference to take an error from),
    "effects-out-of-range", "bad-level".
    """
    check_level(level)
    checked = client_effects(values, np.full(np.size(values), _size(values)))
    count, each = checked.count, checked.values
    centre = float(np.median(each))
    scale = float(np.max(np.abs(each - centre)))
    if scale == 0.0:
        raise refuse(
            "identical-effects",
            nl="Alle cliënten hebben precies hetzelfde effect; de onzekerheid is daaruit niet te schatten.",
            en="All clients have exactly the same effect, from which the uncertainty cannot be estimated.",
        )
    apart = (each - centre) / scale
    mean, sd = centre + scale * float(apart.mean()), scale * float(apart.std(ddof=1))
    se = sd / count**0.5
    reach = float(stdtrit(count - 1, 0.5 + level / 2)) * se
    return Estimate(
        statistic="pooled.plain-mean",
        value=mean,
        se=se,
        interval=Interval(mean - reach, mean + reach, level),
        assumes_independence=False,
        figures={"p": 2.0 * float(stdtr(count - 1, -abs(mean) / se)), "k": float(count), "sd": sd},
    )


def _size(values: Sequence[float] | Floats) -> float:
    """A standard error that is never out of range, for the checks alone."""
    finite = np.abs(np.asarray(values, dtype=np.float64))
    largest = float(finite.max(initial=0.0))
    return largest if np.isfinite(largest) and largest > 0 else 1.0
