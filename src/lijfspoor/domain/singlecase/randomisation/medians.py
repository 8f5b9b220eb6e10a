"""Median difference: the median of all scores of B less the median of all scores of A.

One wild score moves it little. Dispute: it takes few different values, so ties are common and its test is coarser than
that of the means; ties count as at least as extreme, compared with a slack and never by round-off. The interval comes
from the draw alone and does not assume that scores are independent. Bulte & Onghena 2008, doi:10.3758/BRM.40.2.467.

Worked example: scores 1, 2, 9 | 6, 8: 7 - 2 = 5.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic


def median_difference(layout: Layout, values: Floats) -> Floats:
    """Median of B less median of A, shape (k,)."""
    return _medians(layout.in_b, values) - _medians(layout.in_a, values)


def _medians(held: Floats, values: Floats) -> Floats:
    """The median of the scores each line holds, shape (k,); NaN for a line without any."""
    ordered = np.sort(np.where(held > 0, values, np.inf), axis=1)
    number = held.sum(axis=1).astype(np.int64)
    lines = np.arange(len(held))
    low, high = (
        ordered[lines, np.maximum(number - 1, 0) // 2],
        ordered[lines, np.minimum(number // 2, held.shape[1] - 1)],
    )
    with np.errstate(invalid="ignore"):
        return np.where(number > 0, low + (high - low) / 2, np.nan)


MEDIAN_DIFFERENCE = Statistic(
    "median-difference",
    Saying(nl="verschil van medianen (B min A)", en="difference of medians (B less A)"),
    median_difference,
)
