"""Distance from the criterion: how well scores follow a criterion that changes from phase to phase.

For a changing criterion design: the mean over the present scores of |score - criterion of its phase|, with its sign
turned, so that a higher value is a closer match (Onghena, Tanious & De 2019, doi:10.1016/j.brat.2019.01.005). Phases
without a criterion (a baseline) do not count. It has no interval: it is not about an added effect.

Worked example: scores 9, 8, 5, 6 with criteria 8, 8, 5, 5: distances 1, 0, 0, 1; the statistic is -0.5.
"""

from collections.abc import Sequence

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.means import divide
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic


def criterion_match(criteria: Sequence[float | None]) -> Statistic:
    """Make the statistic; `criteria` holds one per label of the design, None for a phase without one."""
    wanted = np.array([np.nan if criterion is None else criterion for criterion in criteria])

    def compute(layout: Layout, values: Floats) -> Floats:
        distance = np.abs(values - wanted[layout.codes])
        counts = ~np.isnan(distance)
        return -divide(np.where(counts, distance, 0.0).sum(axis=1), counts.sum(axis=1).astype(np.float64))

    title = Saying(nl="hoe dicht de scores bij het criterium liggen", en="how close the scores are to the criterion")
    return Statistic("criterion-match", title, compute, sign=0, shape=None)
