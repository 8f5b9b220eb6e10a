"""Where things lie in the river: one frame for the wide drawing and one for the tall, from the same counts."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from lijfspoor.practice.look.pictures.svg import Point


@dataclass(frozen=True, slots=True)
class Frame:
    """Measures of one drawing, in viewBox units: `along` follows time, `across` goes through the phases."""

    upright: bool
    lanes: int
    lane: float
    lane_from: float
    first: float
    step: float
    last: float
    end: float
    width: float
    height: float
    pebble: float
    stone: float
    dense: bool

    def place(self, along: float, across: float) -> Point:
        """The point for a place in time and across the phases."""
        return (across, along) if self.upright else (along, across)

    def middle(self, lane: int) -> float:
        """The middle of a phase, across."""
        return self.lane_from + self.lane * (lane + 0.5)

    def along(self, index: int) -> float:
        """The place in time of the session with this index."""
        return self.first + self.step * index

    def sway(self, index: int) -> float:
        """How far a session lies from the middle of its phase: looks loose, is the same every time."""
        reach = min(10.0, self.lane / 2 - 26) if self.dense else min(12.0, self.lane / 2 - self.stone - 4)
        return (zlib.crc32(str(index).encode()) % 21 - 10) / 10 * max(2.0, reach * (0.6 if self.dense else 1))


def wide(sessions: int, phases: int, *, rows: int, words: int) -> Frame:
    """The frame for broad places: time runs to the right, phases lie under each other.

    `words` is the length of what stands beside the last session, so that it stays inside the drawing.
    """
    lanes = max(1, phases)
    lane = 110.0 if lanes == 1 else 78.0 if lanes <= 4 else 66.0
    first = 196.0 if phases else 56.0
    last_at_most = max(600.0, min(860.0, 1080 - 10.2 * words))
    step = min(60.0, (last_at_most - first) / max(1, sessions - 1))
    dense = step < 24
    return Frame(
        upright=False, lanes=lanes, lane=lane, lane_from=10, first=first, step=step,
        last=first + step * max(0, sessions - 1), end=1104, width=1120,
        height=10 + lanes * lane + 34 + 24 * rows,
        pebble=4.5 if step >= 14 else 3 if step >= 9 else 2, stone=10.5 if dense else 14, dense=dense,
    )  # fmt: skip


def tall(sessions: int, phases: int, *, ahead: bool) -> Frame:
    """The frame for narrow places: time runs down, phases stand beside each other."""
    lanes = max(1, phases)
    first = 92.0 if phases else 34.0
    step = min(24.0, max(9.0, 700 / max(1, sessions - 1)))
    dense = step < 22
    last = first + step * max(0, sessions - 1)
    end = last + (30 + 40 * lanes if ahead else 24)
    return Frame(
        upright=True, lanes=lanes, lane=360 / lanes, lane_from=0, first=first, step=step,
        last=last, end=end, width=360, height=end + 10,
        pebble=4 if step >= 14 else 3, stone=9.5 if dense else 13, dense=dense,
    )  # fmt: skip
