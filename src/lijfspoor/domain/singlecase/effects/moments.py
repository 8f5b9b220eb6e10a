"""Means and variances of both sides of many contrasts at once, safe for huge, tiny and flat scores."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.series import Flags, Floats
from lijfspoor.domain.singlecase.data.ties import SLACK

Exponents = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False, slots=True)
class Moments:
    """Means and variances (divisor size - 1) of stacks `a` (k, m) and `b` (k, n), every array of shape (k,).

    All are in units of 2**`exponent` of each contrast, so that squares neither overflow nor vanish; multiplying by a
    power of two is exact. A side is flat when its scores differ by round-off alone; its variance is then exactly 0.
    The variance of one single point is NaN; whoever uses it refuses first.
    """

    m: int
    n: int
    mean_a: Floats
    mean_b: Floats
    var_a: Floats
    var_b: Floats
    flat_a: Flags
    flat_b: Flags
    exponent: Exponents

    def unscaled(self, values: Floats) -> Floats:
        """Bring numbers in the unit of the scores back from the scaled unit."""
        return np.ldexp(values, self.exponent)


def moments(a: Floats, b: Floats) -> Moments:
    """Compute the moments of two stacks without missing scores."""
    low_a, high_a, low_b, high_b = a.min(axis=1), a.max(axis=1), b.min(axis=1), b.max(axis=1)
    exponent = common_exponent(a, b)
    flat_a, flat_b = _flat(low_a, high_a), _flat(low_b, high_b)
    mean_a, var_a = _of_one_side(np.ldexp(a, -exponent[:, None]), flat_a)
    mean_b, var_b = _of_one_side(np.ldexp(b, -exponent[:, None]), flat_b)
    return Moments(a.shape[1], b.shape[1], mean_a, mean_b, var_a, var_b, flat_a, flat_b, exponent)


def common_exponent(*stacks: Floats) -> Exponents:
    """The power of two, per row, that brings the largest absolute score of these stacks between 1/2 and 1."""
    largest = np.max([np.maximum(stack.max(axis=1), -stack.min(axis=1)) for stack in stacks], axis=0)
    exponent: Exponents = np.frexp(largest)[1].astype(np.int32)
    return exponent


def _flat(lowest: Floats, highest: Floats) -> Flags:
    with np.errstate(over="ignore"):  # the gap between -1e308 and 1e308 is infinite, and not flat
        flat: Flags = highest - lowest <= SLACK * np.maximum(highest, -lowest)
    return flat


def _of_one_side(stack: Floats, flat: Flags) -> tuple[Floats, Floats]:
    mean = stack.mean(axis=1)
    if stack.shape[1] == 1:
        return mean, np.full(len(stack), np.nan)
    off = stack - mean[:, None]
    variance = np.einsum("ki,ki->k", off, off) / (stack.shape[1] - 1)
    return mean, np.where(flat, 0.0, variance)
