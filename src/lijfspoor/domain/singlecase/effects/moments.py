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
    exponent = common_exponent(a, b)
    mean_a, var_a, flat_a = _of_one_side(np.ldexp(a, -exponent[:, None]))
    mean_b, var_b, flat_b = _of_one_side(np.ldexp(b, -exponent[:, None]))
    return Moments(a.shape[1], b.shape[1], mean_a, mean_b, var_a, var_b, flat_a, flat_b, exponent)


def common_exponent(*stacks: Floats) -> Exponents:
    """The power of two, per row, that brings the largest absolute score of these stacks between 1/2 and 1."""
    largest = np.max([np.maximum(stack.max(axis=1), -stack.min(axis=1)) for stack in stacks], axis=0)
    exponent: Exponents = np.frexp(largest)[1].astype(np.int32)
    return exponent


def _of_one_side(stack: Floats) -> tuple[Floats, Floats, Flags]:
    size = stack.shape[1]
    highest, lowest = stack.max(axis=1), stack.min(axis=1)
    flat = highest - lowest <= SLACK * np.maximum(highest, -lowest)
    mean = stack.mean(axis=1)
    if size == 1:
        return mean, np.full(len(stack), np.nan), flat
    off = stack - mean[:, None]
    variance = np.einsum("ki,ki->k", off, off) / (size - 1)
    return mean, np.where(flat, 0.0, variance), flat
