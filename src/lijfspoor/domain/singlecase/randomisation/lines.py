"""Change of level and of slope where a phase begins: straight lines by least squares, one per phase.

Level change: the line of the new phase less the line of the phase before, both at the first time of the new phase.
Slope change: the slope of the new phase less that of the phase before. With more than one change of side the changes
are averaged, those from B back to A with their sign turned; washout and phases left out are passed over. For one A and
one B phase these are b2 and b3 of piecewise regression (Huitema & McKean 2000, doi:10.1177/00131640021970358). Slope
difference: the slope common to all B phases less the slope common to all A phases (within-phase sums of squares taken
together); with one phase each the same as the slope change.

Times are measured times. Dispute: with few points before or after the change lines swing, and the test, though valid,
loses power. The interval of the level change is about a step, those of the slopes about a slope that begins with each B
phase; both rest on the draw alone and do not assume that scores are independent.

Worked example: scores 1, 2, 3 | 6, 8, 10 at times 1 to 6: slope change 2 - 1 = 1; the line of A is 4 at time 4 and that
of B 6, so the level change is 2.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Flags, Floats
from lijfspoor.domain.singlecase.randomisation.layout import SIDE_A, SIDE_B, Layout
from lijfspoor.domain.singlecase.randomisation.means import centred, divide
from lijfspoor.domain.singlecase.randomisation.statistic import Shape, Statistic, Unit


@dataclass(frozen=True, eq=False, slots=True)
class _Spell:
    """One spell of each sequence, every field of shape (k,): its side, its first time and its line."""

    exists: Flags
    side: npt.NDArray[np.int8]
    begins: Floats
    time: Floats
    score: Floats
    across: Floats
    along: Floats

    @property
    def slope(self) -> Floats:
        """The slope, NaN with fewer than two scores."""
        return divide(self.across, self.along)

    def over(self, before: "_Spell") -> "_Spell":
        """This spell where a sequence has it on a side, the one before elsewhere."""
        ours = self.exists & (self.side >= 0)
        return _Spell(*(np.where(ours, getattr(self, part), getattr(before, part)) for part in _Spell.__slots__))

    def at(self, time: Floats) -> Floats:
        """The height of the line at a time."""
        return self.score + self.slope * (time - self.time)


def _spells(layout: Layout, values: Floats) -> Iterator[_Spell]:
    scores, clock = centred(values), layout.clock
    for number in range(int(layout.spells.max(initial=0)) + 1):
        rows = layout.spells == number
        held = (rows & layout.present).astype(np.float64)
        count = held.sum(axis=1)
        time, score = divide(held @ clock, count), divide(held @ scores, count)
        away = np.where(held > 0, clock - np.nan_to_num(time)[:, None], 0.0)
        first = rows.argmax(axis=1)
        side = np.take_along_axis(layout.sides, first[:, None], axis=1)[:, 0]
        yield _Spell(rows.any(axis=1), side, clock[first], time, score, away @ scores, (away * away).sum(axis=1))


def _mean_change(layout: Layout, values: Floats, *, of_level: bool) -> Floats:
    total, number = np.zeros(len(layout.codes)), np.zeros(len(layout.codes))
    before: _Spell | None = None
    for after in _spells(layout, values):
        if before is not None:
            between = after.exists & (before.side != after.side) & (before.side >= 0) & (after.side >= 0)
            change = after.at(after.begins) - before.at(after.begins) if of_level else after.slope - before.slope
            total += np.where(between, np.where(after.side == SIDE_B, change, -change), 0.0)
            number += between
        before = after if before is None else after.over(before)
    return divide(total, number)


def level_change(layout: Layout, values: Floats) -> Floats:
    """Mean change of level where the side changes, shape (k,); NaN when a phase beside it has fewer than two scores."""
    return _mean_change(layout, values, of_level=True)


def slope_change(layout: Layout, values: Floats) -> Floats:
    """Mean change of slope where the side changes, shape (k,); NaN when a phase beside it has fewer than two scores."""
    return _mean_change(layout, values, of_level=False)


def slope_difference(layout: Layout, values: Floats) -> Floats:
    """The slope common to the B phases less that common to the A phases, shape (k,)."""
    across, along = np.zeros((2, len(layout.codes))), np.zeros((2, len(layout.codes)))
    for spell in _spells(layout, values):
        for which in (SIDE_A, SIDE_B):
            ours = spell.exists & (spell.side == which)
            across[which] += np.where(ours, spell.across, 0.0)
            along[which] += np.where(ours, spell.along, 0.0)
    return divide(across[SIDE_B], along[SIDE_B]) - divide(across[SIDE_A], along[SIDE_A])


LEVEL_CHANGE = Statistic(
    "level-change",
    Saying(nl="verandering van niveau bij het begin van de fase", en="change of level where the phase begins"),
    level_change,
    linear=True,
)
SLOPE_CHANGE = Statistic(
    "slope-change",
    Saying(nl="verandering van helling", en="change of slope"),
    slope_change,
    linear=True,
    shape=Shape.SLOPE,
    unit=Unit.SLOPE,
)
SLOPE_DIFFERENCE = Statistic(
    "slope-difference",
    Saying(nl="verschil van hellingen (B min A)", en="difference of slopes (B less A)"),
    slope_difference,
    linear=True,
    shape=Shape.SLOPE,
    unit=Unit.SLOPE,
)
