"""The picture as SVG text: stands alone or in a page, readable in grey, on a phone, and by a screen reader."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from lijfspoor.domain.singlecase.picture.canvas import dot, element, path, text_safe, width_of, words
from lijfspoor.domain.singlecase.picture.frame import TEXT, Frame, frame
from lijfspoor.domain.singlecase.picture.layers import panel_layers
from lijfspoor.domain.singlecase.picture.legend import legend
from lijfspoor.domain.singlecase.picture.marks import Picture
from lijfspoor.domain.singlecase.picture.moments import day_of, plain
from lijfspoor.domain.singlecase.picture.palette import FONT, look
from lijfspoor.domain.singlecase.picture.ticks import ticks

WIDE, PHONE = 760.0, 360.0
AXIS_ROW = 28.0


def to_svg(picture: Picture, language: str = "nl", *, width: float = WIDE, name: str = "picture") -> str:
    """Write the picture as SVG of `width` units (`WIDE`, or `PHONE` for a narrow screen).

    `name` begins the ids of title and description, so that several pictures can stand in one page.
    """
    room = frame(picture, width)
    below, end = legend(picture, width, room.axis + AXIS_ROW + 6, language)
    inside = "".join(
        [
            element("title", escape(text_safe(picture.title.in_language(language))), id=f"{name}-title"),
            element("desc", escape(text_safe(picture.description.in_language(language))), id=f"{name}-desc"),
            element("rect", x=0, y=0, width=width, height=end, **look("c-ground")),
            *panels(picture, room),
            *phase_lines(picture, room),
            *time_axis(picture, room, language),
            *below,
        ]
    )
    return element(
        "svg",
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {dot(width)} {dot(end)}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONT,
        lang=language,
    )


def panels(picture: Picture, room: Frame) -> Iterator[str]:
    """Every panel in its box."""
    for panel, box in zip(picture.panels, room.boxes, strict=True):
        yield element("g", "".join(panel_layers(panel, box)))


def phase_lines(picture: Picture, room: Frame) -> Iterator[str]:
    """The lines between phases, and the steps that join a start with the start below it."""
    for panel, box in zip(picture.panels, room.boxes, strict=True):
        for cut in panel.cuts:
            yield element("path", d=path([(box.x(cut), box.top - 6), (box.x(cut), box.bottom)]), **look("c-cut"))
    for join in picture.joins:
        above, below = room.boxes[join.above], room.boxes[join.above + 1]
        x, y, step = above.x(join.time_above), above.bottom, above.bottom + 11
        to = below.x(join.time_below)
        yield element("path", d=path([(x, y), (x, step), (to, step), (to, below.top - 6)]), **look("c-cut"))


def time_axis(picture: Picture, room: Frame, language: str) -> Iterator[str]:
    """Round times under the lowest panel, as many as fit beside each other."""
    box = room.boxes[-1]
    y = box.bottom + 22
    yield words("tijd" if language == "nl" else "time", 4, y, font_size=TEXT, **look("t-soft"))
    free = box.left - 4
    for time in times(picture, box.right - box.left):
        label = time_label(picture, time, language)
        half, x = width_of(label, TEXT) / 2, box.x(time)
        x = min(max(x, half), room.width - half)
        if x - half > free:
            yield element("path", d=path([(box.x(time), box.bottom), (box.x(time), box.bottom + 5)]), **look("c-axis"))
            yield words(label, x, y, text_anchor="middle", font_size=TEXT, **look("t-soft"))
            free = x + half + 8


def times(picture: Picture, width: float) -> tuple[float, ...]:
    """The first time there is, and round ones after it."""
    first = min(float(panel.times[0]) for panel in picture.panels)
    last = max(float(panel.times[-1]) for panel in picture.panels)
    whole = all(float(time).is_integer() for panel in picture.panels for time in panel.times[:50])
    widest = max(width_of(time_label(picture, time, "nl"), TEXT) for time in (first, last))
    most = max(2, min(9, int(width / (widest + 26))))
    round_ones = ticks(first, last, most, 1.0 if whole else 0.0)
    clear = 0.6 * (round_ones[1] - round_ones[0]) if len(round_ones) > 1 else 0.0
    return (first, *(time for time in round_ones if time > first and time - first >= clear))


def time_label(picture: Picture, time: float, language: str) -> str:
    """A time as a number, or as a date when the series was kept by dates."""
    return plain(time) if picture.first_day is None else day_of(time, picture.first_day, language)
