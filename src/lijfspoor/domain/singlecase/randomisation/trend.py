"""Trend-adjusted mean difference: the effect of B in a least-squares fit with one straight trend through all phases.

y = b0 + b1 time + b2 [B]; the statistic is b2, on measured times and the rows that are on either side. Dispute: a
treatment that works slowly looks like trend and is taken away with it; a trend of its own in each phase is the matter
of the level change instead (Parker, Vannest & Davis 2011 discuss such corrections, doi:10.1177/0145445511399147). The
interval rests on the draw alone and does not assume that scores are independent.

Worked example: scores 1, 2, 3 | 6, 7 at times 1 to 5 lie on time and a step of 2: the statistic is 2, where the plain
mean difference is 4.5.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.means import centred, divide
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic

ROUND_OFF = 1e-12


def trend_adjusted_difference(layout: Layout, values: Floats) -> Floats:
    """The step between A and B beside one common trend, shape (k,); NaN where step and trend cannot be told apart."""
    scores, clock = centred(values), layout.clock
    held, in_b = layout.in_a + layout.in_b, layout.in_b
    number = held.sum(axis=1)
    time, score, share = divide(held @ clock, number), divide(held @ scores, number), divide(in_b.sum(axis=1), number)
    time_time = held @ (clock * clock) - number * time * time
    step_step = number * share * (1 - share)
    step_time = in_b @ clock - number * share * time
    time_score = held @ (clock * scores) - number * time * score
    step_score = in_b @ scores - number * share * score
    below = step_step * time_time - step_time * step_time
    told_apart = np.where(below > ROUND_OFF * step_step * time_time, below, 0.0)
    return divide(step_score * time_time - step_time * time_score, told_apart)


TREND_ADJUSTED_DIFFERENCE = Statistic(
    "trend-adjusted-difference",
    Saying(nl="verschil van gemiddelden naast één trend", en="difference of means beside one trend"),
    trend_adjusted_difference,
    linear=True,
)
