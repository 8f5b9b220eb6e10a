"""How much of the spread lies between cases: the intraclass correlation of a model with nothing but an intercept.

ICC = t^2 / (t^2 + s^2) with t^2 the variance between cases and s^2 within. L = 2 (l - l0), against the model without
t^2, is judged here by half the chi-square tail (`p`): under the hypothesis t^2 = 0 lies at the edge and L is 0 half the
time. Peers use the whole tail (`p_whole_tail`), which is twice as careful as it says.

The test assumes independent residuals within cases. Self & Liang (1987), doi:10.1080/01621459.1987.10478472.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.hierarchical.fit import Method, fit_mixed
from lijfspoor.domain.singlecase.models.hierarchical.problem import Level, MixedModel
from lijfspoor.domain.singlecase.models.hierarchical.stacking import Stacked, stacked
from lijfspoor.domain.singlecase.models.piecewise import INTERCEPT


@dataclass(frozen=True, slots=True)
class Intraclass:
    """The intraclass correlation `value`, the likelihood ratio against none, and its p by half and by whole tail."""

    value: float
    likelihood_ratio: float
    p: float
    p_whole_tail: float


def intraclass(cases: Sequence[Case], method: Method | str = Method.REML) -> Intraclass:
    """Estimate the intraclass correlation. Raises Refused as `hierarchical_piecewise`."""
    stack = stacked(cases, trend=False, level=False, slope=False)
    level = Level((INTERCEPT,), np.ones((len(stack.scores), 1)), stack.case)
    fit = fit_mixed(_intercept_only(stack, (level,)), Method(method))
    bare = fit_mixed(_intercept_only(stack, ()), Method(method))
    between = float(fit.random[0][0, 0])
    ratio = max(0.0, 2 * (fit.log_likelihood - bare.log_likelihood))
    tail = float(special.chdtrc(1, ratio))
    return Intraclass(between / (between + fit.sigma**2), ratio, tail / 2 if ratio > 0 else 1.0, tail)


def _intercept_only(stack: Stacked, levels: tuple[Level, ...]) -> MixedModel:
    nothing = np.zeros_like(stack.case)
    return MixedModel(
        stack.scores, np.ones((len(stack.scores), 1)), (INTERCEPT,), levels, stack.case, stack.times, nothing
    )
