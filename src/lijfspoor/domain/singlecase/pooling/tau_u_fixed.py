r"""The pooled Tau-U of R's scan, by its formula; kept so that its published values can be checked, not to be used.

Per case tau_i on n_i scores: z_i = atanh(tau_i), weight n_i - 3; mean = sum (n_i - 3) z_i / sum (n_i - 3),
se = 1/sqrt(sum (n_i - 3)), limits mean +- 1.96 se, all turned back by tanh (Fisher 1921; Hedges & Olkin 1985).

Why it is not ours: atanh(1) is infinite, so one case without overlap makes the pooled value 1 with interval [1, 1]
whatever all other cases say; 1/(n - 3) is the variance of a correlation of two measured variables, not of a tau with a
phase label; there is no variance between clients, so that more scores per client alone make the interval shrink.
Use `pool_overlap`. Whether it assumes independence: yes.

Example: tau .5 and .5 on 12 and 12 scores: .5, se = 1/sqrt(18) = .2357.
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from scipy.special import ndtr, ndtri

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.data.series import Floats

NOT_OURS = Saying(
    nl="Deze samenvatting kent geen verschil tussen cliënten en wordt bij één cliënt zonder overlap altijd 1 of -1.",
    en="This summary knows no difference between clients, and one client without overlap makes it 1 or -1 always.",
)


def tau_u_meta_fixed(taus: Sequence[float] | Floats, counts: Sequence[int], level: float = 0.95) -> Estimate:
    """Pool taus with fixed weights; `counts` are all scores of each case; `se` is on the scale of atanh.

    `figures`: "z" (infinite where a tau is 1 or -1) and "p". Raises Refused: "unequal-lengths", "no-rows",
    "too-few-scores" (three or fewer in a case), "tau-out-of-range", "opposite-perfect-cases" (1 and -1 together).
    """
    each, weights = np.asarray(taus, dtype=np.float64), np.asarray(counts, dtype=np.float64) - 3.0
    _check(each, weights)
    se = 1.0 / sqrt(float(weights.sum()))
    with np.errstate(divide="ignore"):
        mean = float(weights @ np.arctanh(each) / weights.sum())
    reach = float(ndtri(0.5 + level / 2)) * se
    return Estimate(
        statistic="tau-u.meta-fixed",
        value=float(np.tanh(mean)),
        se=se,
        interval=Interval(float(np.tanh(mean - reach)), float(np.tanh(mean + reach)), level),
        assumes_independence=True,
        figures={"z": mean / se, "p": 2.0 * float(ndtr(-abs(mean) / se))},
        remarks=(NOT_OURS,),
    )


def _check(each: Floats, weights: Floats) -> None:
    if each.shape != weights.shape:
        raise refuse(
            "unequal-lengths",
            nl="Er zijn niet evenveel tau's als aantallen scores.",
            en="Taus and numbers of scores differ in number.",
        )
    if each.size == 0:
        raise refuse("no-rows", nl="Er is geen enkele cliënt.", en="There is no client at all.")
    if np.any(weights <= 0):
        raise refuse(
            "too-few-scores",
            nl="Een cliënt heeft drie of minder scores; dan is er geen gewicht.",
            en="A client has three scores or fewer, which leaves no weight.",
        )
    if not np.all(np.abs(each) <= 1.0):
        raise refuse(
            "tau-out-of-range",
            nl="Een tau ligt niet tussen -1 en 1.",
            en="A tau does not lie between -1 and 1.",
        )
    if each.max() == 1.0 and each.min() == -1.0:
        raise refuse(
            "opposite-perfect-cases",
            nl="Een cliënt heeft tau 1 en een ander -1; het gemiddelde bestaat dan niet.",
            en="One client has tau 1 and another -1, and then the mean does not exist.",
        )
