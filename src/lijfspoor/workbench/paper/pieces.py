"""A text as pieces the press can set: never markup, nothing off the paper, no letter without a shape."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from lijfspoor.workbench.paper.glyphs import covered, is_ignorable, visible

Piece: TypeAlias = tuple[str, str]

PLAIN, STAND_IN, MAY_BREAK = "p", "s", "b"

_WORD = re.compile(r"\S+")
_STEP = 6
_LONGEST_CLUSTER = 83 * _STEP
_BROAD = frozenset("mwMW@%&—…")


def pieces(text: str, longest: int) -> list[Piece]:
    """Split a text into pieces: plain, drawn by the stand-in font, or a place where a word may break.

    Words wider than `longest` (in narrow letters) get such places, for they might run off the paper. Joined
    again, the pieces are the text that `glyphs.visible` gives.
    """
    text = visible(text)
    breaks = frozenset(_break_places(text, longest))
    kinds = _kinds(text)
    cuts = [place for place in range(len(text)) if place in breaks or _begins_piece(text, kinds, place)]
    cut: list[Piece] = []
    for start, end in pairwise([*cuts, len(text)]):
        if start in breaks:
            cut.append((MAY_BREAK, ""))
        cut.append((kinds[start], text[start:end]))
    return cut


def width(text: str) -> int:
    """Estimate how wide a text is, counted in narrow letters of about half an em."""
    return sum(2 if char.isupper() or char in _BROAD or ord(char) > 0x2000 else 1 for char in text)


def _break_places(text: str, longest: int) -> Iterator[int]:
    """Give places inside wide words; endless rows of accents are cut too: a PDF cannot hold one such letter."""
    for word in _WORD.finditer(text):
        if width(word.group()) <= longest:
            continue
        for place in range(word.start() + _STEP, word.end(), _STEP):
            if not _clings(text[place]) or (place - word.start()) % _LONGEST_CLUSTER == 0:
                yield place


def _kinds(text: str) -> list[str]:
    drawn = covered()
    kinds: list[str] = []
    before = PLAIN
    for char in text:
        if not (is_ignorable(char) or (before == STAND_IN and _is_mark(char))):
            before = PLAIN if ord(char) in drawn or char.isspace() else STAND_IN
        kinds.append(before)
    return kinds


def _begins_piece(text: str, kinds: list[str], place: int) -> bool:
    if place == 0 or kinds[place] != kinds[place - 1]:
        return True
    return kinds[place] == STAND_IN and (_is_mark(text[place]) or _joins_emoji(text[place]) or _clings(text[place - 1]))


def _clings(char: str) -> bool:
    return _is_mark(char) or is_ignorable(char)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _joins_emoji(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF or 0x1F3FB <= ord(char) <= 0x1F3FF
