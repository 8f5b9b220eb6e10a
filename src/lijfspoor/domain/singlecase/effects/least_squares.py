"""The least-squares line of the baseline on measured time, drawn on over the other phase."""

from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.series import Flags, Floats
from lijfspoor.domain.singlecase.effects.stacks import Stack

ROUND_OFF = 16 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True, eq=False)
class BaselineLine:
    """The line at the times of B, `at_b`, the standard error of its mean there, `se_at_b` (NaN for two points), and
    the round-off it may carry, `slack`, shapes (k, n); `no_time`, shape (k,): A has no spread in time, no line.
    """

    at_b: Floats
    se_at_b: Floats
    slack: Floats
    no_time: Flags


def baseline_line(stack: Stack) -> BaselineLine:
    """Fit the line per series; scores and times of a size whose products do not overflow (see `Stack.scaled`)."""
    middle = stack.times_a.mean(axis=1, keepdims=True)
    off, away = stack.times_a - middle, stack.times_b - middle
    spread = (off**2).sum(axis=1, keepdims=True)
    no_time = np.ptp(stack.times_a, axis=1) <= 0
    spread = np.where(no_time[:, np.newaxis], 1.0, spread)
    mean = stack.a.mean(axis=1, keepdims=True)
    slope = (off * (stack.a - mean)).sum(axis=1, keepdims=True) / spread
    left = stack.a - mean - slope * off
    free = max(stack.m - 2, 0)
    with np.errstate(all="ignore"):  # two points leave no degree of freedom: NaN
        variance = (left**2).sum(axis=1, keepdims=True) / free if free else np.full_like(mean, np.nan)
    reach = 1 + np.abs(away) * np.abs(off).sum(axis=1, keepdims=True) / spread
    size = np.maximum(np.abs(stack.a).max(axis=1, keepdims=True), np.abs(stack.b).max(axis=1, keepdims=True))
    far = np.maximum(np.abs(stack.times_a).max(axis=1), np.abs(stack.times_b).max(axis=1))[:, np.newaxis]
    return BaselineLine(
        at_b=mean + slope * away,
        se_at_b=np.sqrt(variance * (1 / stack.m + away**2 / spread)),
        slack=ROUND_OFF * (size + np.abs(slope) * far) * reach,
        no_time=no_time,
    )
