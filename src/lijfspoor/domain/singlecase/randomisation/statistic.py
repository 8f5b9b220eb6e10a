"""What a randomisation test can test: a named number that is computed for many label sequences at once."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.randomisation.layout import Layout

SLACK = 1e-12
Compute = Callable[[Layout, Floats], Floats]


class Unit(StrEnum):
    """What a statistic is measured in, which says how large its round-off can be."""

    SCORE = "score"
    SLOPE = "slope"
    FREE = "free"


class Shape(StrEnum):
    """What an additive effect does to the scores of side B: one step, or a slope that begins with each spell."""

    STEP = "step"
    SLOPE = "slope"


@dataclass(frozen=True, slots=True)
class Statistic:
    """One statistic of a series under many label sequences.

    `compute(layout, values)`: values of shape (n,), NaN where missing, to shape (k,), NaN where a sequence has
    none; `sign`: 1 when it grows as side B gets higher, -1 when it falls, 0 when only a larger value is more
    extreme; `linear`: whether it is a weighted sum of the scores that turns an added effect of size d into d more,
    so that its interval is exact; `shape`: what effect its interval is about, None when there is no interval.
    """

    name: str
    title: Saying
    compute: Compute
    sign: int = 1
    linear: bool = False
    shape: Shape | None = Shape.STEP
    unit: Unit = Unit.SCORE

    def slack(self, cases: tuple[Case, ...], found: Floats) -> float:
        """How far apart two of its values may be and still count as equal: 1e-12 times the scale they come from."""
        if self.unit is Unit.FREE:
            return SLACK * max(1.0, float(np.max(np.abs(found[np.isfinite(found)]), initial=0.0)))
        return SLACK * max(self._scale(case) for case in cases)

    def _scale(self, case: Case) -> float:
        largest = float(np.max(np.abs(case.values[case.present]), initial=0.0))
        if self.unit is Unit.SLOPE and case.size > 1:
            return largest * case.size / float(case.times[-1] - case.times[0])
        return largest


def own_statistic(
    name: str,
    compute: Compute,
    *,
    sign: int = 1,
    title: Saying | None = None,
    shape: Shape | None = Shape.STEP,
    unit: Unit = Unit.SCORE,
) -> Statistic:
    """Make a statistic of your own function of (layout, values), vectorised over the sequences of the layout."""
    return Statistic(name, title or Saying(nl=name, en=name), compute, sign=sign, shape=shape, unit=unit)


def one_by_one(function: Callable[[Floats, Floats], float]) -> Compute:
    """Turn a plain function of the scores of A and of B into one that takes all sequences, at the speed of a loop.

    A sequence for which it raises ValueError or ZeroDivisionError, or a side is empty, has no value.
    """

    def compute(layout: Layout, values: Floats) -> Floats:
        in_a, in_b = layout.in_a > 0, layout.in_b > 0
        return np.array([_one(function, values[a], values[b]) for a, b in zip(in_a, in_b, strict=True)])

    return compute


def _one(function: Callable[[Floats, Floats], float], a: Floats, b: Floats) -> float:
    if not a.size or not b.size:
        return float("nan")
    try:
        return float(function(a, b))
    except (ValueError, ZeroDivisionError):
        return float("nan")
