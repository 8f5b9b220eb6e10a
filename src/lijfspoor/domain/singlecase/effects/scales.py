"""On what scale behaviour was recorded, and the smallest mean and variance that such a recording can show.

A phase without any event has a mean of 0, of which there is no logarithm; yet the behaviour may only have been too rare
to be seen. Pustejovsky (2018, https://doi.org/10.1016/j.jsp.2018.02.003) puts a floor under mean and variance that
follows from the finest step the recording can show: with resolution D and k scores, mean >= 1/(2 D k) and variance >=
1/(D^2 k^3). D is 1 for counts, the observation length for rates, the number of intervals for proportions and a
hundredth of that for percentages. Without a known resolution there is no floor.
"""

from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.series import Flags
from lijfspoor.domain.singlecase.effects.stacks import Stack


class Scale(StrEnum):
    """How behaviour was recorded."""

    OTHER = "other"
    COUNT = "count"
    RATE = "rate"
    PROPORTION = "proportion"
    PERCENTAGE = "percentage"


HIGHEST = {Scale.PROPORTION: 1.0, Scale.PERCENTAGE: 100.0}


def resolution(scale: Scale, observation_length: float | None, intervals: float | None) -> float | None:
    """D of the module's text: one over the smallest step of a single score, or None when that is not known."""
    if scale is Scale.COUNT:
        return 1.0
    if scale is Scale.RATE:
        return observation_length
    if scale is Scale.PROPORTION:
        return intervals
    if scale is Scale.PERCENTAGE and intervals is not None:
        return intervals / 100
    return None


def off_scale(stack: Stack, scale: Scale) -> dict[str, Flags]:
    """Which series hold a score that the scale cannot have, by code; nothing is off the scale "other"."""
    if scale is Scale.OTHER:
        return {}
    flags = {"score-below-scale": np.minimum(stack.a.min(axis=1), stack.b.min(axis=1)) < 0}
    if scale in HIGHEST:
        slack = HIGHEST[scale] * 1e-10
        highest = np.maximum(stack.a.max(axis=1), stack.b.max(axis=1))
        flags["score-above-scale"] = highest > HIGHEST[scale] + slack
    return flags
