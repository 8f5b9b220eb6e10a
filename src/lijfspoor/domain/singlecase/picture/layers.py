"""The layers of one panel from back to front: bands, grid, envelope, levels, lines, scores, gaps."""

from collections.abc import Iterator

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.picture.canvas import element, path, shortened, words
from lijfspoor.domain.singlecase.picture.frame import TEXT, Box, score_ticks, share, tick_labels
from lijfspoor.domain.singlecase.picture.markers import marker
from lijfspoor.domain.singlecase.picture.marks import Panel, Rows
from lijfspoor.domain.singlecase.picture.palette import look

MARKED_FROM, LARGEST, THIN_FROM = 2.6, 5.0, 2.0


def panel_layers(panel: Panel, box: Box) -> Iterator[str]:
    """Everything inside one plot, and the names above it."""
    yield from bands(panel, box)
    yield from grid(panel, box)
    yield from carried(panel, box)
    if radius(panel, box):
        yield from summaries(panel, box)
        yield from lines(panel, box)
    else:
        yield from lines(panel, box)
        yield from summaries(panel, box)
    yield from gaps(panel, box)
    yield from dots(panel, box)
    yield from names(panel, box)


def summaries(panel: Panel, box: Box) -> Iterator[str]:
    """Medians and trends: behind the scores, and before them where scores run together."""
    yield from levels(panel, box)
    yield from trends(panel, box)


def bands(panel: Panel, box: Box) -> Iterator[str]:
    """Every phase that is not the first condition gets a ground of its own."""
    if panel.alternating:
        return
    first = panel.bands[0].condition
    for band in panel.bands:
        if band.condition != first:
            left, right = box.x(band.start), box.x(band.stop)
            yield element("rect", x=left, y=box.top, width=right - left, height=box.bottom - box.top, **look("c-band"))


def grid(panel: Panel, box: Box) -> Iterator[str]:
    """Round scores as faint lines with their number; the axis of time below."""
    height = box.bottom - box.top
    for value, label in zip(score_ticks(panel, height), tick_labels(panel, height), strict=True):
        y = box.y(value)
        yield element("path", d=path([(box.left, y), (box.right, y)]), **look("c-grid"))
        yield words(label, box.left - 8, y + 5, text_anchor="end", font_size=TEXT, **look("t-soft"))
    yield element("path", d=path([(box.left, box.bottom), (box.right, box.bottom)]), **look("c-axis"))


def carried(panel: Panel, box: Box) -> Iterator[str]:
    """The baseline carried on, with its envelope as far as the axis reaches."""
    if panel.projection is None:
        return
    ahead = panel.projection
    there = [(box.x(time), box.y(value)) for time, value in zip(ahead.times, ahead.upper, strict=True)]
    back = [(box.x(time), box.y(value)) for time, value in zip(ahead.times, ahead.lower, strict=True)]
    if there != back:
        yield element("path", d=path([*there, *reversed(back)]) + "Z", **look("c-env"))
    ends = float(ahead.times[0]), float(ahead.times[-1]), float(ahead.values[0]), float(ahead.values[-1])
    yield from straight(box, *ends, "c-proj")


def straight(box: Box, start: float, stop: float, from_value: float, to_value: float, name: str) -> Iterator[str]:
    """A straight line, cut where it leaves the plot."""
    one, other = share(from_value, box.low, box.high), share(to_value, box.low, box.high)
    ends = clip(one, other)
    if ends is not None:
        x, run = box.x(start), box.x(stop) - box.x(start)
        rise = box.bottom - box.top
        yield element(
            "path",
            d=path([(x + run * at, box.bottom - rise * (one + (other - one) * at)) for at in ends]),
            **look(name),
        )


def clip(one: float, other: float) -> tuple[float, float] | None:
    """The part (0 to 1) of a line from height `one` to height `other` that lies between 0 and 1."""
    if one == other:
        return (0.0, 1.0) if 0 <= one <= 1 else None
    at_bottom, at_top = -one / (other - one), (1 - one) / (other - one)
    first, last = max(0.0, min(at_bottom, at_top)), min(1.0, max(at_bottom, at_top))
    return (first, last) if first < last else None


def levels(panel: Panel, box: Box) -> Iterator[str]:
    """The medians."""
    for level in panel.levels:
        left, right = box.x(level.start) + 4, min(box.x(level.stop), box.right) - 4
        y = box.y(level.value)
        yield element("path", d=path([(min(left, right), y), (max(right, left), y)]), **look("c-med"))
        if panel.alternating:
            label = shortened(_label_of(panel, level.condition), 90)
            yield words(label, right, y - 7, text_anchor="end", font_size=TEXT, **look("t"))


def _label_of(panel: Panel, condition: int) -> str:
    return next(band.label for band in panel.bands if band.condition == condition)


def trends(panel: Panel, box: Box) -> Iterator[str]:
    """The trend within each phase."""
    for made in panel.trends:
        yield from straight(box, made.start, made.stop, made.from_value, made.to_value, "c-trend")


def places(panel: Panel, box: Box, rows: Rows) -> tuple[Floats, Floats]:
    """Where the scores of `rows` stand."""
    x = box.left + (panel.times[rows] / 2 - box.start / 2) / _half(box.start, box.stop) * (box.right - box.left)
    y = box.bottom - (panel.values[rows] / 2 - box.low / 2) / _half(box.low, box.high) * (box.bottom - box.top)
    return x, y


def _half(low: float, high: float) -> float:
    return max(high / 2 - low / 2, 5e-324)


def lines(panel: Panel, box: Box) -> Iterator[str]:
    """Scores joined by a line; of more scores than there is room for, the highest and lowest in each place."""
    name = "c-line" if radius(panel, box) else "c-line c-line--dense"
    for run in panel.runs:
        if len(run) > 1:
            x, y = thinned(*places(panel, box, run), box)
            yield element("path", d=path(zip(x, y, strict=True)), **look(name))


def thinned(x: Floats, y: Floats, box: Box) -> tuple[Floats, Floats]:
    """Keep of each column one unit wide its first, lowest, highest and last score."""
    if len(x) <= THIN_FROM * (box.right - box.left):
        return x, y
    column = np.floor(x).astype(np.int64)
    first = np.flatnonzero(np.r_[True, np.diff(column) > 0])
    sizes = np.diff(np.r_[first, len(x)])
    order = np.lexsort((y, column))
    keep = np.unique(np.concatenate([first, first + sizes - 1, order[first], order[first + sizes - 1]]))
    return x[keep], y[keep]


def radius(panel: Panel, box: Box) -> float:
    """As large as the room between scores allows; 0 when they would run together."""
    room = (box.right - box.left) * share_of(panel, box) / max(len(panel.times), 1)
    return 0.0 if room < MARKED_FROM else min(LARGEST, max(room * 0.42, 1.6))


def share_of(panel: Panel, box: Box) -> float:
    """Which part of the axis of time this panel fills."""
    return max(share(panel.bands[-1].stop, box.start, box.stop) - share(panel.bands[0].start, box.start, box.stop), 0.0)


def dots(panel: Panel, box: Box) -> Iterator[str]:
    """Every score, in the shape of its condition; a score that stands alone is always marked."""
    size = radius(panel, box)
    for run in panel.runs:
        if size or len(run) == 1:
            for row, x, y in zip(run, *places(panel, box, run), strict=True):
                yield marker(float(x), float(y), size or 1.6, int(panel.conditions[row]))


def gaps(panel: Panel, box: Box) -> Iterator[str]:
    """A short dotted stroke on the axis at each time without a score."""
    for x in dict.fromkeys(round(box.x(float(time)), 1) for time in panel.gaps):
        yield element("path", d=path([(x, box.bottom - 9), (x, box.bottom + 7)]), **look("c-gap"))


def names(panel: Panel, box: Box) -> Iterator[str]:
    """Whose series it is, and the name of each phase as far as it fits."""
    if panel.heading:
        head = shortened(panel.heading, box.right - box.left, TEXT + 1)
        y = box.top - 8 - (0 if panel.alternating else 24)
        yield words(head, box.left, y, font_size=TEXT + 1, **look("t-b"))
    if panel.alternating:
        return
    for band in panel.bands:
        left, right = box.x(band.start), box.x(band.stop)
        label = shortened(band.label, right - left - 6)
        if label:
            yield words(label, (left + right) / 2, box.top - 8, text_anchor="middle", font_size=TEXT, **look("t"))
