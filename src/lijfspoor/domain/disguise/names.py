"""Finds names of people, institutions and places of the file in a text, in any case and with any accents."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lijfspoor.domain.disguise.folding import Folded, words_in
from lijfspoor.domain.disguise.known import Hit, Kind, Known, Named
from lijfspoor.domain.disguise.ordinary import GENERIC, ORDINARY, PARTICLES, SHORT

PEOPLE = ("client", "relative", "professional", "colleague")
ENDINGS = ("s", "je", "tje", "pje", "ke")
BEFORE_SENTENCE = re.compile(r"(?:^|[.!?:\n\r\"“„(•*-])\s*$")
WHY = {
    "client": "een naam van de cliënt",
    "relative": "iemand uit het netwerk",
    "professional": "een hulpverlener of school rond de cliënt",
    "colleague": "een collega van de praktijk",
    "institution": "een instelling uit het dossier",
    "place": "een plaats uit het dossier",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """A word to look for and what it belongs to; `loose` when it is likely ordinary unless written as a name."""

    named: Named
    loose: bool


def find_names(folded: Folded, known: Known) -> Iterator[Hit]:
    """Yield every word of the text that is a name of the file, with the rest of that name beside it."""
    sought = dict(_sought(known.names))
    for start, end, word in folded.words():
        found = _match(word, sought)
        if found is not None:
            yield _hit(folded, start, end, word, found)


def _sought(names: Iterable[Named]) -> Iterator[tuple[str, Sought]]:
    # The last of a word counts, so the client comes last.
    for named in sorted(names, key=lambda each: each.part == "client"):
        skipped = PARTICLES | GENERIC if named.part in ("institution", "place") else PARTICLES
        pieces = words_in(named.words)
        kept = [piece for piece in pieces if len(piece) > 1 and piece not in skipped] or [
            piece for piece in pieces if len(piece) > 1
        ]
        for piece in kept:
            yield piece, Sought(named, named.part not in PEOPLE)
        for one, two in itertools.pairwise(kept):
            yield one + two, Sought(named, loose=False)


def _match(word: str, sought: dict[str, Sought]) -> Sought | None:
    if word in sought:
        return sought[word]
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and stem in sought and (ending == "s" or len(stem) > SHORT - 1):
            found = sought[stem]
            return Sought(found.named, found.loose or ending != "s" or word in ORDINARY)
    return None


def _hit(folded: Folded, start: int, end: int, word: str, found: Sought) -> Hit:
    first, last = folded.span(start, end)
    named = found.named
    kind: Kind = "name" if named.part in PEOPLE else "place" if named.part == "place" else "institution"
    sure = not _may_be_ordinary(folded.text, first, last, word, found)
    return Hit(first, last, folded.text[first:last], kind, WHY[named.part], named.instead, sure)


def _may_be_ordinary(text: str, start: int, end: int, word: str, found: Sought) -> bool:
    ordinary = word in ORDINARY or word in PARTICLES or word in GENERIC
    if text[start].isupper():
        return ordinary and BEFORE_SENTENCE.search(text[:start]) is not None
    return ordinary or found.loose or end - start <= SHORT


def find_initials(text: str, known: Known) -> Iterator[Hit]:
    """Yield initials of people: J.d.W., J. W. and JW; a single J. may be another."""
    for named in known.names:
        if named.part not in PEOPLE:
            continue
        pieces = [piece for piece in words_in(named.words) if piece not in PARTICLES]
        letters = [piece[0].upper() for piece in pieces if piece[0].isalpha()]
        if len(letters) > 1:
            yield from _initials(text, letters, named)
        if letters and named.part == "client":
            single = re.compile(rf"(?<![\w.]){letters[0]}\.(?=[\s,;:)'’]|$)(?!\s?[A-Z]\.)")
            yield from (_initial_hit(found, named, sure=False) for found in single.finditer(text))


def _initials(text: str, letters: list[str], named: Named) -> Iterator[Hit]:
    between = r"\.\s?(?:[a-z]{1,4}\.?\s?){0,3}"
    dotted = re.compile(rf"(?<!\w){between.join(letters)}(?:\.|(?!\w))")
    yield from (_initial_hit(found, named, sure=True) for found in dotted.finditer(text))
    plain = re.compile(rf"(?<!\w){'[a-z]{0,3}'.join(letters)}(?!\w)")
    yield from (_initial_hit(found, named, sure=False) for found in plain.finditer(text))


def _initial_hit(found: re.Match[str], named: Named, *, sure: bool) -> Hit:
    why = f"de beginletters van {WHY[named.part].removeprefix('een naam van ')}"
    return Hit(found.start(), found.end(), found.group(), "initials", why, named.instead, sure)


def find_places(folded: Folded, known: Known) -> Iterator[Hit]:
    """Yield names of places anywhere that are written as a name; a first word of a sentence may be ordinary."""
    words = list(folded.words())
    for at, (start, end, word) in enumerate(words):
        first, last = folded.span(start, end)
        if not folded.text[first].isupper():
            continue
        two = f"{word} {words[at + 1][2]}" if at + 1 < len(words) else ""
        if two in known.places and folded.letters[end : words[at + 1][0]].strip(" '-") == "":
            first, last = folded.span(start, words[at + 1][1])
        elif word not in known.places or word in PARTICLES:
            continue
        begins = BEFORE_SENTENCE.search(folded.text[:first]) is not None
        yield Hit(first, last, folded.text[first:last], "place", "een plaatsnaam", "een plaats in de regio", not begins)
