"""The few words of SVG the pictures speak: escaped elements, numbers without commas, soft curves, fitted text."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape
from itertools import pairwise

Point = tuple[float, float]
"""A place in the drawing: x to the right, y down, in the units of its viewBox."""


def number(value: float) -> str:
    """A coordinate with at most one decimal and a point, whatever the language of the page."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def element(name: str, inner: str = "", /, **attributes: str | float) -> str:
    """One element; `inner` is markup already, attribute values are escaped; `class_` becomes class, `_` a dash."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def text(words: str, x: float, y: float, class_: str, anchor: str = "start") -> str:
    """One line of text, escaped, with its baseline at y."""
    return element("text", escape(words), class_=class_, x=x, y=y, text_anchor=anchor)


def fitted(words: str, width: int, lines: int) -> list[str]:
    """`words` over at most `lines` lines of `width` characters; what does not fit ends in an ellipsis."""
    kept = " ".join(word if len(word) <= width else word[: width - 1] + "…" for word in words.split())
    return textwrap.wrap(kept, width, max_lines=lines, placeholder="…") or [""]


def curve(points: Sequence[Point], *, upright: bool) -> str:
    """Path data of a soft line through all points, moving along x, or along y when `upright`."""
    if not points:
        return ""
    parts = [f"M{_pair(points[0])}"]
    for start, end in pairwise(points):
        parts.append(f"C{' '.join(_pair(point) for point in (*_handles(start, end, upright), end))}")
    return "".join(parts)


def _handles(start: Point, end: Point, upright: bool) -> tuple[Point, Point]:
    if upright:
        middle = (start[1] + end[1]) / 2
        return (start[0], middle), (end[0], middle)
    middle = (start[0] + end[0]) / 2
    return (middle, start[1]), (middle, end[1])


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
