"""Where everything goes: the measures of a picture in units of SVG, for a wide page or a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from lijfspoor.domain.singlecase.data.numerals import numeral
from lijfspoor.domain.singlecase.picture.canvas import width_of
from lijfspoor.domain.singlecase.picture.marks import Panel, Picture
from lijfspoor.domain.singlecase.picture.moments import LARGEST_PLAIN, MINUS, MOST_PLACES
from lijfspoor.domain.singlecase.picture.ticks import decimals_of, ticks

TEXT = 14.0
LEAST_LEFT = 46.0
NARROW_BELOW = 520.0
NAME_ROW, LABEL_ROW, BETWEEN, TOP, RIGHT = 24.0, 24.0, 20.0, 6.0, 12.0
TALL, MIDDLE, LOW = 296.0, 168.0, 116.0


@dataclass(frozen=True, slots=True)
class Box:
    """The plot of one panel: its edges, with the range of times and scores it shows."""

    left: float
    right: float
    top: float
    bottom: float
    start: float
    stop: float
    low: float
    high: float

    def x(self, time: float) -> float:
        """Where a time stands."""
        return self.left + share(time, self.start, self.stop) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Where a score stands; beyond the axis it stays on its edge."""
        return self.bottom - min(max(share(value, self.low, self.high), 0.0), 1.0) * (self.bottom - self.top)


def share(value: float, low: float, high: float) -> float:
    """How far `value` is from `low` to `high`; halves keep the largest numbers from overflowing."""
    span = high / 2 - low / 2
    return 0.5 if span <= 0 else (value / 2 - low / 2) / span


@dataclass(frozen=True, slots=True)
class Frame:
    """The width, the boxes of the panels from top to bottom, and where the axis of time stands."""

    width: float
    boxes: tuple[Box, ...]
    axis: float

    @property
    def narrow(self) -> bool:
        """Whether this is for a phone."""
        return self.width < NARROW_BELOW


def frame(picture: Picture, width: float) -> Frame:
    """Share out the room: one tall panel, or lower ones when there are more."""
    count = len(picture.panels)
    height = TALL if count == 1 else MIDDLE if count <= 6 else LOW
    if width < NARROW_BELOW:
        height = min(height, 220.0)
    left = max(width_of(text, TEXT) for panel in picture.panels for text in tick_labels(panel, height)) + 16
    left = max(left, LEAST_LEFT)
    heads = [head(panel) for panel in picture.panels]
    steps = accumulate((top + height + BETWEEN for top in heads), initial=TOP)
    boxes = tuple(
        Box(left, width - RIGHT, at + top, at + top + height, picture.start, picture.stop, panel.low, panel.high)
        for panel, top, at in zip(picture.panels, heads, steps, strict=False)
    )
    return Frame(width, boxes, boxes[-1].bottom)


def head(panel: Panel) -> float:
    """The room above a plot: a row for the name, a row for the names of the phases."""
    return (NAME_ROW if panel.heading else 0.0) + (0.0 if panel.alternating else LABEL_ROW) + 8


def score_ticks(panel: Panel, height: float) -> tuple[float, ...]:
    """The round scores along a panel: fewer when it is lower."""
    return ticks(panel.low, panel.high, max(3, int(height / 30)))


def tick_labels(panel: Panel, height: float) -> tuple[str, ...]:
    """What stands beside those scores."""
    return labels(score_ticks(panel, height))


def labels(values: Sequence[float]) -> tuple[str, ...]:
    """Numbers for along an axis: a dot in every language, no thousands, as many decimals as tell them apart."""
    places = decimals_of(min((after - before for before, after in pairwise(values)), default=0.0))
    if max(map(abs, values)) >= LARGEST_PLAIN or places > MOST_PLACES:
        return tuple(numeral(value) for value in values)
    return tuple(f"{value:.{places}f}".replace("-", MINUS) for value in values)
