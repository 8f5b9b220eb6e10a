"""Text in folded letters: without case, accents and odd signs, with the way back to the text as it was written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LETTERS = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
SIGNS = dict.fromkeys("’‘ʼ´`′＇", "'") | dict.fromkeys("‐‑‒–—−－", "-")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded letters, and for each where it stands in the text."""

    text: str
    letters: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where folded letters stand in the text, accents written apart included."""
        last = self.at[end - 1] + 1
        while last < len(self.text) and _unseen(self.text[last]):
            last += 1
        return self.at[start], last

    def words(self) -> Iterator[tuple[int, int, str]]:
        """Yield every word in folded letters with its place among them."""
        for found in WORD.finditer(self.letters):
            yield found.start(), found.end(), found.group()


def fold(text: str) -> Folded:
    """Return a text in folded letters."""
    letters: list[str] = []
    at: list[int] = []
    for place, sign in enumerate(text):
        for letter in _folded(sign):
            letters.append(letter)
            at.append(place)
    return Folded(text, "".join(letters), tuple(at))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in folded letters."""
    return tuple(word for _, _, word in fold(text).words())


def _folded(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    plain = unicodedata.normalize("NFKD", sign.casefold()).casefold()
    return "".join(LETTERS.get(letter, letter) for letter in plain if not _unseen(letter))


def _unseen(sign: str) -> bool:
    return unicodedata.combining(sign) != 0 or unicodedata.category(sign) in ("Cf", "Mn", "Me")
