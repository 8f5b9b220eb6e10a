"""What the marks mean, under the picture, in as many rows as it takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.picture.canvas import element, path, shortened, width_of, words
from lijfspoor.domain.singlecase.picture.frame import TEXT
from lijfspoor.domain.singlecase.picture.markers import SHAPES, marker
from lijfspoor.domain.singlecase.picture.marks import Picture
from lijfspoor.domain.singlecase.picture.palette import look

SIGN, ROW, APART = 30.0, 25.0, 22.0
MEDIAN = Saying(nl="middelste score", en="median")
TREND = Saying(nl="trend in de fase", en="trend within the phase")
CARRIED = {
    "trend": Saying(nl="eerste fase doorgetrokken, 95%-marge", en="first phase carried on, 95% limits"),
    "level": Saying(nl="eerste fase doorgetrokken, met bereik", en="first phase carried on, with its range"),
}
OPEN = Saying(nl="geen score", en="no score")


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark with its meaning: a class of line, or a condition."""

    text: str
    line: str = ""
    condition: int = -1


def entries(picture: Picture, language: str) -> Iterator[Entry]:
    """Only what is really in the picture."""
    for code, name in enumerate(picture.conditions[:SHAPES]):
        yield Entry(name, condition=code)
    panels = picture.panels
    if any(panel.levels for panel in panels):
        yield Entry(MEDIAN.in_language(language), "c-med")
    if any(panel.trends for panel in panels):
        yield Entry(TREND.in_language(language), "c-trend")
    for kind, saying in CARRIED.items():
        if any(panel.projection is not None and panel.projection.kind == kind for panel in panels):
            yield Entry(saying.in_language(language), "c-proj")
    if missing := sum(len(panel.gaps) for panel in panels):
        yield Entry(f"{OPEN.in_language(language)} ({missing})", "c-gap")


def legend(picture: Picture, width: float, top: float, language: str) -> tuple[tuple[str, ...], float]:
    """Draw the legend from `top`; returns its parts and where it ends."""
    parts: list[str] = []
    x, y = 8.0, top + ROW / 2
    for entry in entries(picture, language):
        text = shortened(entry.text, width - SIGN - 24)
        takes = SIGN + 8 + width_of(text, TEXT) + APART
        if x + takes - APART > width and x > 8:
            x, y = 8.0, y + ROW
        parts += [*sign(entry, x, y), words(text, x + SIGN + 6, y + 5, font_size=TEXT, **look("t"))]
        x += takes
    return tuple(parts), y + ROW / 2 + 4


def sign(entry: Entry, x: float, y: float) -> Iterator[str]:
    """The mark itself."""
    if entry.condition >= 0:
        yield marker(x + SIGN - 9, y, 5, entry.condition)
    elif entry.line == "c-gap":
        yield element("path", d=path([(x + SIGN - 9, y - 9), (x + SIGN - 9, y + 9)]), **look("c-gap"))
    else:
        if entry.line == "c-proj":
            yield element("rect", x=x, y=y - 8, width=SIGN, height=16, **look("c-env"))
        yield element("path", d=path([(x + 2, y), (x + SIGN - 2, y)]), **look(entry.line))
