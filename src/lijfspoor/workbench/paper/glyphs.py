"""Which characters the letter font can draw, and what happens to the ones it cannot."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
TEXT_FONTS = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSans3-It.ttf",
)
STAND_IN_FONTS = ("StandIn-Known.otf", "StandIn-Rest.ttf")
NEEDED = "≥≤↔→éëï€‘’“”–·•"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_OVERRIDES = "\u202d\u202e"
_BYTE_ORDER_MARK = "\ufeff"
_WORD_JOINER = "\u2060"
_IGNORABLES = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
    (0xE0000, 0xE0FFF),
)


def visible(text: str) -> str:
    """Make every character printable without changing what can be printed.

    Line ends become `\\n`, a tab four spaces, the byte order mark a word joiner (both invisible). Control
    characters, private and unassigned-for-ever code points, lone surrogates and characters that turn the
    reading direction by force become U+FFFD, which prints as a box.
    """
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    text = text.replace("\t", "    ").replace(_BYTE_ORDER_MARK, _WORD_JOINER)
    return "".join(REPLACEMENT if _unprintable(char) else char for char in text)


def _unprintable(char: str) -> bool:
    if char == "\n":
        return False
    return (
        unicodedata.category(char) in {"Cc", "Cs", "Co"}
        or char in _OVERRIDES
        or (ord(char) & 0xFFFE) == 0xFFFE
        or 0xFDD0 <= ord(char) <= 0xFDEF
    )


def is_ignorable(char: str) -> bool:
    """Say whether a character is invisible by nature, such as a joiner (Unicode: default ignorable)."""
    return any(low <= ord(char) <= high for low, high in _IGNORABLES)


@cache
def covered(font: str = TEXT_FONTS[0]) -> frozenset[int]:
    """Give the code points one of the shipped text fonts can draw.

    Raises OSError when the font is not there and ValueError when it has no full character map.
    """
    data = (FONTS / font).read_bytes()
    return frozenset(_code_points(data, _character_map(data)))


def _character_map(data: bytes) -> int:
    """Find where the full character map (format 12) starts; the layout is that of OpenType tables."""
    tables = (struct.unpack_from(">4s3I", data, 12 + 16 * n) for n in range(struct.unpack_from(">H", data, 4)[0]))
    start = next((offset for tag, _, offset, _ in tables if tag == b"cmap"), None)
    if start is None:
        raise ValueError("the font has no character map")
    for n in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset: int = start + struct.unpack_from(">I", data, start + 8 + 8 * n)[0]
        if struct.unpack_from(">H", data, offset)[0] == 12:
            return offset
    raise ValueError("the font has no full character map")


def _code_points(data: bytes, start: int) -> Iterator[int]:
    for n in range(struct.unpack_from(">I", data, start + 12)[0]):
        first, last, _ = struct.unpack_from(">3I", data, start + 16 + 12 * n)
        yield from range(first, last + 1)


def fonts_ok() -> list[str]:
    """Check the shipped fonts; give one plain sentence per fault, an empty list when all is well."""
    faults = [f"Lettertype {name} ontbreekt." for name in STAND_IN_FONTS if not (FONTS / name).is_file()]
    for name in TEXT_FONTS:
        try:
            missing = [char for char in NEEDED if ord(char) not in covered(name)]
        except (OSError, ValueError, struct.error):
            faults.append(f"Lettertype {name} ontbreekt of is beschadigd.")
            continue
        if missing:
            faults.append(f"Lettertype {name} mist: {' '.join(missing)}")
    return faults
