"""Statistics that look at pairs of scores only: NAP, Tau, Tau-b, Tau-U and the rank sum W.

Over all pairs of an A and a B score: NAP is the share in which B is higher, a tie counting a half (Parker & Vannest
2009, doi:10.1016/j.beth.2008.10.006); Tau = 2 NAP - 1; Tau-b divides the same S by sqrt((n0 - ties) m n), with n0 =
N(N-1)/2, so that phases of unequal length are weighed otherwise; Tau-U takes the trend within A off: (S_AB -
S_A)/(mn) (Parker, Vannest, Davis & Sauber 2011, doi:10.1016/j.beth.2010.08.006), pairs of A taken over all its
phases; W counts the pairs in which A is higher, ties a half (Wilcoxon-Mann-Whitney): it falls when B is higher.

Dispute: W grows with m n, which changes with the start, so its test differs from that of NAP, and turning all scores
does not turn its p. Scores tie when they are within the data's resolution. Only order counts: any increasing change
of the scale leaves the p value as it is. The interval is about a shift of the scores of B, comes from the draw alone
and does not assume independent scores.

Worked example: scores 1, 3 | 2, 4, 3: pairs with B higher: 2>1, 4>1, 3>1, 4>3, a tie 3=3: NAP 4.5/6 = .75, Tau .5, W
1.5; S_A = 1, so Tau-U (3 - 1)/6 = 1/3.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.data.ties import sign_with_ties, tie_slack
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.means import divide
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic, Unit


def _signs(values: Floats) -> Floats:
    """Entry [i, j]: 1 where score j is higher than score i, -1 where lower, 0 where tied or missing. Shape (n, n)."""
    slack = tie_slack(values[~np.isnan(values)])
    return sign_with_ties(np.nan_to_num(values[None, :] - values[:, None]), slack)


def _between(layout: Layout, signs: Floats) -> Floats:
    """S: pairs in which B is higher less those in which A is, shape (k,)."""
    return _row_sums(layout.in_a @ signs, layout.in_b)


def _pairs(layout: Layout) -> Floats:
    return np.asarray(layout.in_a.sum(axis=1) * layout.in_b.sum(axis=1), dtype=np.float64)


def _row_sums(left: Floats, right: Floats) -> Floats:
    return np.asarray(np.einsum("kj,kj->k", left, right), dtype=np.float64)


def tau(layout: Layout, values: Floats) -> Floats:
    """S over the number of pairs, shape (k,)."""
    return divide(_between(layout, _signs(values)), _pairs(layout))


def nap(layout: Layout, values: Floats) -> Floats:
    """Share of pairs in which B is higher, a tie counting a half, shape (k,)."""
    return (tau(layout, values) + 1) / 2


def tau_b(layout: Layout, values: Floats) -> Floats:
    """S over the geometric mean of the pairs not tied in score and of those not tied in side, shape (k,)."""
    signs = _signs(values)
    held = layout.in_a + layout.in_b
    untied = _row_sums(held @ np.abs(signs), held) / 2
    return divide(_between(layout, signs), np.sqrt(untied * _pairs(layout)))


def tau_u(layout: Layout, values: Floats) -> Floats:
    """S less the S of the A scores with their order, over the number of pairs, shape (k,)."""
    signs = _signs(values)
    within = _row_sums(layout.in_a @ np.triu(signs), layout.in_a)
    return divide(_between(layout, signs) - within, _pairs(layout))


def rank_sum(layout: Layout, values: Floats) -> Floats:
    """W: pairs in which A is higher, a tie counting a half, shape (k,); NaN for a side without a score."""
    pairs = _pairs(layout)
    return np.where(pairs > 0, (pairs - _between(layout, _signs(values))) / 2, np.nan)


NAP = Statistic("nap", Saying(nl="NAP", en="NAP"), nap, unit=Unit.FREE)
TAU = Statistic("tau", Saying(nl="Tau", en="Tau"), tau, unit=Unit.FREE)
TAU_B = Statistic("tau-b", Saying(nl="Tau-b", en="Tau-b"), tau_b, unit=Unit.FREE)
TAU_U = Statistic("tau-u", Saying(nl="Tau-U", en="Tau-U"), tau_u, unit=Unit.FREE)
RANK_SUM = Statistic("w", Saying(nl="rangsom W", en="rank sum W"), rank_sum, sign=-1, unit=Unit.FREE)
