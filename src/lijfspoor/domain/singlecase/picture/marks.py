"""The picture of a study as plain data: what stands where, in the units of the series; no pixels and no colours."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Floats

Rows = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Band:
    """One phase as it was lived: from where to where, which condition, and whether it is a step back.

    `condition` counts from 0 in the order of first use over the whole picture; A1 and A2 are one condition.
    """

    label: str
    start: float
    stop: float
    condition: int
    step_back: bool


@dataclass(frozen=True, slots=True)
class Level:
    """The median of the scores of one phase, drawn from `start` to `stop`."""

    value: float
    start: float
    stop: float
    condition: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two points in time: the least-squares trend within one phase."""

    start: float
    stop: float
    from_value: float
    to_value: float


@dataclass(frozen=True, eq=False)
class Projection:
    """The baseline carried on: `times`, `values`, `lower`, `upper`, shapes (k,); `kind` "trend" or "level".

    trend: least-squares line with its 95% prediction limits (t, m - 2 degrees of freedom; scores independent);
    level: median with the range of the baseline scores.
    """

    kind: str
    times: Floats
    values: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, eq=False)
class Panel:
    """The series of one case on one measure.

    `times`, `values` (NaN = missing), `conditions`: shapes (n,). `runs`: rows that are joined by a line; a line never
    crosses a missing score or a change of phase. `cuts`: times of the phase lines. `gaps`: times of missing scores.
    """

    name: str
    measure: str
    times: Floats
    values: Floats
    conditions: Rows
    bands: tuple[Band, ...]
    cuts: tuple[float, ...]
    runs: tuple[Rows, ...]
    gaps: Floats
    levels: tuple[Level, ...]
    trends: tuple[Segment, ...]
    projection: Projection | None
    low: float
    high: float
    alternating: bool

    @property
    def heading(self) -> str:
        """Who and what, in one line."""
        return " · ".join(part for part in (self.name, self.measure) if part)


@dataclass(frozen=True, slots=True)
class Join:
    """The phase line steps from one panel to the one below it: a staggered start."""

    above: int
    time_above: float
    time_below: float


@dataclass(frozen=True, eq=False)
class Picture:
    """Panels under each other on one time axis, with the words that stand for them when they are not seen.

    `conditions`: their names in order; `first_day`: the day of time 0, where times are days.
    """

    title: Saying
    description: Saying
    panels: tuple[Panel, ...]
    conditions: tuple[str, ...]
    start: float
    stop: float
    joins: tuple[Join, ...]
    first_day: date | None = None
