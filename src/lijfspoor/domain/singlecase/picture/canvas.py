"""Writes SVG: every text escaped, every number with a plain dot, no style attributes, no scripts."""

import math
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FULL_WIDTH_FROM = 0x2E80
_WIDE, _NARROW = "MWmw@%", "iljtfrI.,:;'|()· "


def text_safe(text: str) -> str:
    """Make text fit to stand in XML: control characters that XML cannot hold are left out."""
    return _NOT_XML.sub("", text)


def dot(number: float) -> str:
    """A coordinate: one decimal, a dot, no needless zero."""
    if not math.isfinite(number):
        raise ValueError("a place in a picture is a number")
    text = f"{number:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """Write one element; `class_` is class, `stroke_width` is stroke-width; numbers through `dot`, None is left out."""
    written = "".join(
        f" {_attribute(key)}={quoteattr(_value(value))}" for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _attribute(key: str) -> str:
    return key if key in {"viewBox"} else key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    return dot(float(value)) if isinstance(value, int | float) else text_safe(str(value))


def words(content: str, x: float, y: float, /, **attributes: object) -> str:
    """A piece of text at a place; `content` is anybody's."""
    return element("text", escape(text_safe(content)), x=x, y=y, **attributes)


def path(points: Iterable[tuple[float, float]]) -> str:
    """The data of a path through points."""
    return "M" + "L".join(f"{dot(x)} {dot(y)}" for x, y in points)


def width_of(text: str, size: float = 14.0) -> float:
    """About how wide a text is, in the units of the picture; rather too wide than too narrow."""
    return sum(_unit(sign) for sign in text) * size


def _unit(sign: str) -> float:
    if sign in _NARROW:
        return 0.32
    return 1.05 if ord(sign) >= _FULL_WIDTH_FROM else 0.9 if sign in _WIDE else 0.56


def shortened(text: str, room: float, size: float = 14.0) -> str:
    """The text if it fits in the room, else its beginning and an ellipsis, else nothing."""
    if width_of(text, size) <= room:
        return text
    for length in range(min(len(text), int(room / (size * 0.3)) + 1), 0, -1):
        short = f"{text[:length].rstrip()}\u2026"
        if width_of(short, size) <= room:
            return short
    return ""
