"""The between-case difference as scan gives it: a fixed effect over the spread of people, and nothing more.

value = b / sqrt(intercept variance + residual variance), se = SE(b) / the same root, normal interval. Given for
comparison: it lacks the small-sample factor and treats the standard deviation, known from a handful of cases, as if it
were exact, so that its interval is far too short (a set of eight cases: standard error .12 where .29 is due). It
assumes independent residuals. Use `restricted_difference`.

Pustejovsky, Hedges & Shadish (2014), doi:10.3102/1076998614547577, for what is due.

Example: effect 8 with standard error 1, variances 9 and 7: value 2, standard error 0.25.
"""

from collections.abc import Sequence

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import HierarchicalFit, hierarchical_piecewise

TOO_SHORT = Saying(
    nl="Dit interval is te kort: het rekent de spreiding tussen casussen als bekend.",
    en="This interval is too short: it takes the spread between cases as known.",
)


def uncorrected_differences(cases: Sequence[Case], *, full: bool = False, level: float = 0.95) -> dict[str, Estimate]:
    """Every change of level over the spread, by term, from the level-only model or the full piecewise model (W).

    Raises Refused as `hierarchical_piecewise`.
    """
    found = hierarchical_piecewise(cases, trend=full, slope=full)
    terms = [term for term, name in enumerate(found.stack.names) if name.startswith("phase")]
    return {found.stack.names[term]: _over_spread(found, term, level) for term in terms}


def _over_spread(found: HierarchicalFit, term: int, level: float) -> Estimate:
    root = float(np.sqrt(found.fit.random[0][0, 0] + found.fit.sigma**2))
    value = float(found.fit.coefficients[term]) / root
    se = float(np.sqrt(found.fit.covariance[term, term])) / root
    reach = float(special.ndtri((1 + level) / 2)) * se
    return Estimate(
        statistic="between-case-smd.uncorrected",
        value=value,
        se=se,
        interval=Interval(value - reach, value + reach, level),
        assumes_independence=True,
        remarks=(TOO_SHORT, *found.remarks),
    )
