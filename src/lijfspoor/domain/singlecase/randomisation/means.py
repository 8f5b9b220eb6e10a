"""Differences of means: of all scores, without their sign, and of the means of phases.

Mean difference: mean of all scores of B less the mean of all scores of A (Edgington 1980; Bulte & Onghena 2008,
doi:10.3758/BRM.40.2.467). Difference of phase means: the mean over the B phases of each phase's mean, less the same of
the A phases, so that a long phase weighs no more than a short one (the PB-PA of Onghena 1992).

Dispute: under a trend both grow with the length of the series; the test stays valid and loses power. The absolute
difference throws the sign away; a test that keeps it doubles the smaller one-sided p instead. The interval rests on
the draw alone and does not assume that scores are independent.

Worked example: scores 1, 2, 3 | 6, 8: mean difference 7 - 2 = 5. With phases 1, 3 | 6 | 4, 4, 4 | 8 the phase means
are 2, 6, 4, 8: difference of phase means (6 + 8)/2 - (2 + 4)/2 = 4.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.randomisation.layout import SIDE_A, SIDE_B, Layout
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic


def centred(values: Floats) -> Floats:
    """The scores from their mean on, 0 where missing, so that a large level costs no digits. Shape (n,)."""
    middle = values.mean() if values.size else 0.0
    if not np.isnan(middle):
        return np.asarray(values - middle)
    present = ~np.isnan(values)
    middle = values[present].mean() if present.any() else 0.0
    return np.where(present, values - middle, 0.0)


def divide(above: Floats, below: Floats) -> Floats:
    """Divide, with NaN where there is nothing to divide by."""
    if (below > 0).all():
        return np.asarray(above / below)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below > 0, above / below, np.nan)


def side_means(layout: Layout, values: Floats) -> tuple[Floats, Floats]:
    """The means of A and of B from the overall mean on, each of shape (k,); NaN for a side without a score."""
    scores = centred(values)
    in_a, in_b = layout.in_a, layout.in_b
    return divide(in_a @ scores, in_a.sum(axis=1)), divide(in_b @ scores, in_b.sum(axis=1))


def mean_difference(layout: Layout, values: Floats) -> Floats:
    """Mean of B less mean of A, shape (k,)."""
    of_a, of_b = side_means(layout, values)
    return of_b - of_a


def phase_means_difference(layout: Layout, values: Floats) -> Floats:
    """Mean of the means of the B phases less that of the A phases, shape (k,); NaN when a phase has no score."""
    scores, spells = centred(values), layout.spells
    total = np.zeros((2, len(spells)))
    number = np.zeros((2, len(spells)))
    for spell in range(int(spells.max(initial=0)) + 1):
        rows = spells == spell
        held = (rows & layout.present).astype(np.float64)
        mean = divide(held @ scores, held.sum(axis=1))
        side = np.take_along_axis(layout.sides, rows.argmax(axis=1)[:, None], axis=1)[:, 0]
        for which in (SIDE_A, SIDE_B):
            ours = rows.any(axis=1) & (side == which)
            total[which] += np.where(ours, mean, 0.0)
            number[which] += ours
    return divide(total[SIDE_B], number[SIDE_B]) - divide(total[SIDE_A], number[SIDE_A])


MEAN_DIFFERENCE = Statistic(
    "mean-difference",
    Saying(nl="verschil van gemiddelden (B min A)", en="difference of means (B less A)"),
    mean_difference,
    linear=True,
)
MEAN_DIFFERENCE_A_B = Statistic(
    "mean-difference-a-b",
    Saying(nl="verschil van gemiddelden (A min B)", en="difference of means (A less B)"),
    lambda layout, values: -mean_difference(layout, values),
    sign=-1,
    linear=True,
)
ABSOLUTE_MEAN_DIFFERENCE = Statistic(
    "absolute-mean-difference",
    Saying(nl="verschil van gemiddelden zonder teken", en="difference of means without its sign"),
    lambda layout, values: np.abs(mean_difference(layout, values)),
    sign=0,
    shape=None,
)
PHASE_MEANS_DIFFERENCE = Statistic(
    "phase-means-difference",
    Saying(nl="verschil van fasegemiddelden (B min A)", en="difference of phase means (B less A)"),
    phase_means_difference,
    linear=True,
)
PHASE_MEANS_DIFFERENCE_A_B = Statistic(
    "phase-means-difference-a-b",
    Saying(nl="verschil van fasegemiddelden (A min B)", en="difference of phase means (A less B)"),
    lambda layout, values: -phase_means_difference(layout, values),
    sign=-1,
    linear=True,
)
ABSOLUTE_PHASE_MEANS_DIFFERENCE = Statistic(
    "absolute-phase-means-difference",
    Saying(nl="verschil van fasegemiddelden zonder teken", en="difference of phase means without its sign"),
    lambda layout, values: np.abs(phase_means_difference(layout, values)),
    sign=0,
    shape=None,
)
