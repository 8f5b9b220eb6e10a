"""Round numbers along an axis, few enough to read."""

import math
from collections.abc import Iterator


def ticks(low: float, high: float, most: int, least_step: float = 0.0) -> tuple[float, ...]:
    """Give at most `most` round numbers from `low` to `high`, steps of 1, 2 or 5 times a power of ten.

    `least_step` keeps the step of whole numbers whole. Ranges that floating point cannot divide give both ends.
    """
    most = max(most, 2)
    for step in _steps(high / most - low / most, least_step):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first < most:
            places = decimals_of(step)
            rounded = (round(count * step, places) for count in range(first, last + 1))
            return tuple(dict.fromkeys(rounded)) or (low,)
    return (low,) if low == high else (low, high)


def decimals_of(step: float) -> int:
    """How many decimals a number needs to be told from its neighbours at this step."""
    return max(0, -math.floor(math.log10(step) + 1e-6)) if 0 < step < math.inf else 0


def _steps(rough: float, least: float) -> Iterator[float]:
    """Round steps from just below `rough` upwards; none when it is nothing or too small or large to count with."""
    if 1e-290 < rough < 1e290:
        power = 10.0 ** (math.floor(math.log10(rough)) - 1)
        for factor in (1.0, 10.0, 100.0, 1000.0):
            for lead in (1.0, 2.0, 5.0):
                step = lead * factor * power
                if step >= max(least, rough * 0.5):
                    yield step


def roomy(low: float, high: float) -> tuple[float, float]:
    """Widen a range of scores to an axis: a flat series gets room, and 0 comes along when it is near."""
    if low == high:
        room = max(abs(low) * 0.1, 1e-300) if low else 1.0
        room = max(room, 1.0) if abs(low) < 1e6 and abs(low) > 1e-3 else room
        return max(low - room, -1.7e308), min(high + room, 1.7e308)
    span = high / 2 - low / 2
    if 0 <= low <= high * 0.5:
        return 0.0, min(high + span * 0.1, 1.7e308)
    if high <= 0 and low * 0.5 <= high:
        return max(low - span * 0.1, -1.7e308), 0.0
    return max(low - span * 0.14, -1.7e308), min(high + span * 0.14, 1.7e308)
