"""ALIV: for alternating treatments, real and interpolated scores of both conditions compared at every occasion.

Definition: each condition's scores are joined by straight lines over real time. At every measured occasion at which
both conditions have a real or an interpolated score, B less A is taken, turned so that higher is better; the value is
the mean. Occasions before both conditions have begun, or after one has ended, are left out: nothing is extrapolated.
A missing score is simply not one of the points joined.

Dispute: joining points supposes that a condition goes on changing evenly while the other one runs, so carry-over
between conditions is not seen. Neighbouring differences share points, so no standard error follows from their spread:
none is given. The randomisation test of the drawn alternation gives the p value and the interval.

Sources: Manolov & Onghena (2018), https://doi.org/10.1037/met0000133; Manolov (2019),
https://doi.org/10.1177/0145445518777875.

Worked example: A is 2 and 4 at times 1 and 4, B is 6 and 9 at times 2 and 5. Both paths exist at times 2 to 4, measured
at 2 and 4: A there is 2 2/3 and 4, B is 6 and 8; the differences 3 1/3 and 4 have mean 3.667.
"""

from types import MappingProxyType

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import Answers, single
from lijfspoor.domain.singlecase.effects.moments import common_exponent
from lijfspoor.domain.singlecase.effects.stacks import one


def aliv(contrast: Contrast) -> Estimate:
    """Compute ALIV; the figure "comparisons" counts the occasions.

    Raises Refused: "no-shared-occasions" (the conditions do not alternate), "no-scores", "score-not-a-number".
    """
    stack = one(contrast)
    differences = aliv_differences(contrast)
    with np.errstate(all="ignore"):  # what is not finite is refused
        value = stack.signs * np.sum(differences / len(differences))
    figures = MappingProxyType({"comparisons": np.array([float(len(differences))])})
    answers = Answers(value, None, {"out-of-range": ~np.isfinite(value)}, {"no-interval": np.array([True])}, figures)
    return single("aliv", answers, 0.95)


def aliv_differences(contrast: Contrast) -> Floats:
    """B less A, raw scores, at each occasion where both paths exist, in order of time."""
    first = max(contrast.times_a[0], contrast.times_b[0])
    last = min(contrast.times_a[-1], contrast.times_b[-1])
    occasions = np.union1d(contrast.times_a, contrast.times_b)
    occasions = occasions[(occasions >= first) & (occasions <= last)]
    if not occasions.size:
        raise refuse(
            "no-shared-occasions",
            nl="De twee condities wisselen elkaar niet af: er is geen moment waarop beide een waarde hebben.",
            en="The two conditions do not alternate: there is no moment at which both have a value.",
        )
    exponent = int(common_exponent(contrast.a[np.newaxis, :], contrast.b[np.newaxis, :])[0])
    path_a = np.interp(occasions, contrast.times_a, np.ldexp(contrast.a, -exponent))
    path_b = np.interp(occasions, contrast.times_b, np.ldexp(contrast.b, -exponent))
    with np.errstate(over="ignore"):  # left infinite, for the caller to refuse
        differences: Floats = np.ldexp(path_b - path_a, exponent)
    return differences
