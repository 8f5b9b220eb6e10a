"""ALIV: the mean distance between the joined-up data path of B and that of A, for alternating treatments.

Each condition's scores are joined by straight lines on measured time. At every row with a score that lies within the
range of both paths, one path has a score and the other an interpolated value; the statistic is the mean of path B less
path A over these rows (Manolov & Onghena 2018, doi:10.1037/met0000133; its randomisation test in Manolov, Tanious &
Onghena 2021, doi:10.1007/s10864-021-09452-z). Rows before both paths have begun or after one has ended have nothing to
be compared with and are left out.

Dispute: scores near the ends count less often than those in the middle. The interval rests on the draw alone and does
not assume that scores are independent.

Worked example: A 1 at time 1, B 5 at 2, A 3 at 3, B 7 at 4: at time 2 path A is 2 (distance 3), at time 3 path B is 6
(distance 3): ALIV 3.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Flags, Floats
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.means import centred, divide
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic


def aliv(layout: Layout, values: Floats) -> Floats:
    """Mean distance of path B above path A, shape (k,); NaN when the paths nowhere lie beside each other."""
    scores = centred(values)
    on_a, on_b = layout.in_a > 0, layout.in_b > 0
    apart = _path(on_b, scores, layout.clock) - _path(on_a, scores, layout.clock)
    beside = (on_a | on_b) & ~np.isnan(apart)
    return divide(np.where(beside, apart, 0.0).sum(axis=1), beside.sum(axis=1).astype(np.float64))


def _path(on: Flags, scores: Floats, clock: Floats) -> Floats:
    """The joined-up scores of the marked rows at every row, shape (k, n); NaN before the first and after the last."""
    last = on.shape[1] - 1
    rows = np.arange(last + 1)
    before = np.maximum.accumulate(np.where(on, rows, -1), axis=1)
    after = np.minimum.accumulate(np.where(on, rows, last + 1)[:, ::-1], axis=1)[:, ::-1]
    within = (before >= 0) & (after <= last)
    low, high = np.where(within, before, 0), np.where(within, after, 0)
    gap = clock[high] - clock[low]
    share = np.where(gap > 0, (clock - clock[low]) / np.where(gap > 0, gap, 1.0), 0.0)
    return np.where(within, scores[low] + share * (scores[high] - scores[low]), np.nan)


ALIV = Statistic(
    "aliv",
    Saying(nl="ALIV (afstand van de twee lijnen, B min A)", en="ALIV (distance of the two paths, B less A)"),
    aliv,
    linear=True,
)
