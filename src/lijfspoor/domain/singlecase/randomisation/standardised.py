"""Mean differences measured in the spread of the scores: Welch's t, Glass's delta and Hedges' g.

t = (mean B - mean A)/sqrt(var A/m + var B/n) (Welch 1947); delta = (mean B - mean A)/sd A (Glass 1976); pooled d over
sqrt(((m-1) var A + (n-1) var B)/(m+n-2)), and g = d (1 - 3/(4(m+n-2) - 1)) (Hedges 1981,
doi:10.3102/10769986006002107). Variances have the divisor n - 1.

Dispute: a spread that is zero leaves the statistic without a value, and such an assignment counts as extreme. The sign
is kept: averaging squares over cases would make an effect in the wrong direction significant. The interval is about a
shift of the scores of B, comes from the draw alone and does not assume independent scores.

Worked example: scores 1, 2, 3 | 6, 8: variances 1 and 2, mean difference 5: t = 5/sqrt(1/3 + 1) = 4.330; delta = 5;
pooled sd sqrt((2 + 2)/3) = 1.1547, d = 4.330, g = 4.330 (1 - 3/11) = 3.149.
"""

from typing import NamedTuple

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.means import centred, divide, side_means
from lijfspoor.domain.singlecase.randomisation.statistic import SLACK, Statistic, Unit


class _Sides(NamedTuple):
    """Mean difference, sums of squares and counts of both sides, each of shape (k,)."""

    difference: Floats
    squares_a: Floats
    squares_b: Floats
    count_a: Floats
    count_b: Floats


def _sides(layout: Layout, values: Floats) -> _Sides:
    of_a, of_b = side_means(layout, values)
    slack = SLACK * float(np.max(np.abs(values[~np.isnan(values)]), initial=0.0))
    scores = centred(values)
    return _Sides(
        of_b - of_a,
        _squares(layout.in_a, scores, of_a, slack),
        _squares(layout.in_b, scores, of_b, slack),
        layout.in_a.sum(axis=1),
        layout.in_b.sum(axis=1),
    )


def _squares(held: Floats, scores: Floats, mean: Floats, slack: float) -> Floats:
    """Sum of squared distances from the mean; 0 where all of them are round-off."""
    away = np.where(held > 0, scores - np.nan_to_num(mean)[:, None], 0.0)
    spread = np.max(np.abs(away), axis=1) > slack
    return np.where(spread, np.einsum("kn,kn->k", away, away), 0.0)


def welch_t(layout: Layout, values: Floats) -> Floats:
    """Welch's t of B less A, shape (k,)."""
    sides = _sides(layout, values)
    error = divide(sides.squares_a, sides.count_a * (sides.count_a - 1))
    error = error + divide(sides.squares_b, sides.count_b * (sides.count_b - 1))
    return divide(sides.difference, np.sqrt(error))


def smd_glass(layout: Layout, values: Floats) -> Floats:
    """Mean difference in standard deviations of A, shape (k,)."""
    sides = _sides(layout, values)
    return divide(sides.difference, np.sqrt(divide(sides.squares_a, sides.count_a - 1)))


def smd_pooled(layout: Layout, values: Floats) -> Floats:
    """Mean difference in pooled standard deviations, shape (k,)."""
    sides = _sides(layout, values)
    pooled = divide(sides.squares_a + sides.squares_b, sides.count_a + sides.count_b - 2)
    return divide(sides.difference, np.sqrt(pooled))


def smd_hedges(layout: Layout, values: Floats) -> Floats:
    """Mean difference in pooled standard deviations with the correction for few scores, shape (k,)."""
    freedom = layout.in_a.sum(axis=1) + layout.in_b.sum(axis=1) - 2
    return smd_pooled(layout, values) * (1 - divide(np.full_like(freedom, 3.0), 4 * freedom - 1))


WELCH_T = Statistic("welch-t", Saying(nl="t van Welch", en="Welch's t"), welch_t, unit=Unit.FREE)
SMD_GLASS = Statistic("smd-glass", Saying(nl="delta van Glass", en="Glass's delta"), smd_glass, unit=Unit.FREE)
SMD_POOLED = Statistic("smd-pooled", Saying(nl="d van Cohen", en="Cohen's d"), smd_pooled, unit=Unit.FREE)
SMD_HEDGES = Statistic("smd-hedges", Saying(nl="g van Hedges", en="Hedges' g"), smd_hedges, unit=Unit.FREE)
