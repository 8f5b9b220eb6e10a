"""Newcombe's interval for the chance that one score is above another (method 5; 2006,
https://doi.org/10.1002/sim.2324): no formula gives the limits, so the roots are found for all series at once.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats

STEPS = 80
EPS = float(np.finfo(np.float64).eps)


def newcombe_limits(value: Floats, m: Floats | int, n: Floats | int, z: float) -> tuple[Floats, Floats]:
    """Lower and upper limit, shapes (k,), of chances from 0 to 1; m and n: numbers or shape (k,).

    The upper limit is the lower one of the other phase's chance, turned about 1/2. A chance of 0 has lower limit 0.
    """
    both = np.concatenate([value, 1 - value])
    weight, h = (
        part if np.ndim(part) == 0 else np.tile(part, 2) for part in (np.multiply(m, n) / z**2, np.add(m, n) / 2 - 1)
    )
    below = _lower_roots(both, weight, h)
    return below[: len(value)], 1 - below[len(value) :]


def _lower_roots(value: Floats, weight: Floats, h: Floats) -> Floats:
    """The root in (0, value): Newton steps, halved where they would leave the limits known so far."""
    low, high = np.zeros_like(value), value.copy()
    x = value / 2
    for _ in range(STEPS):
        gap, slope = _equation(x, value, weight, h)
        low, high = np.where(gap > 0, x, low), np.where(gap > 0, high, x)
        with np.errstate(all="ignore"):  # a step that is no number is not taken
            step = x - gap / slope
        following = np.where((step >= low) & (step <= high), step, low + (high - low) / 2)
        moved = np.abs(following - x) > 4 * EPS * following
        x = following
        if not moved.any():
            break
    return x


def _equation(x: Floats, value: Floats, weight: Floats, h: Floats) -> tuple[Floats, Floats]:
    """Newcombe's left side less the right side, and its slope; above 0 left of the root, below 0 right of it."""
    u, off = x * (1 - x), value - x
    turn = 1 - 2 * x
    left, right = weight * off**2 * (2 + u), u * (2 + h + (1 + 2 * h) * u)
    left_slope = weight * off * (off * turn - 2 * (2 + u))
    right_slope = turn * (2 + h + 2 * (1 + 2 * h) * u)
    return left - right, left_slope - right_slope
