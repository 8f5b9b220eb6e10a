"""All that still points at someone in a text, in order and each once; and the text in pieces, to show it in place."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lijfspoor.domain.disguise.folding import fold
from lijfspoor.domain.disguise.known import Hit, Known
from lijfspoor.domain.disguise.moments import find_moments
from lijfspoor.domain.disguise.names import find_initials, find_names, find_places
from lijfspoor.domain.disguise.numbers import find_numbers


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; with a hit when it points at someone."""

    words: str
    hit: Hit | None = None


def check(text: str, known: Known) -> tuple[Hit, ...]:
    """Return every hit in a text, in its order, none within another."""
    folded = fold(text)
    found = [
        *find_names(folded, known),
        *find_initials(text, known),
        *find_places(folded, known),
        *find_moments(folded, known),
        *find_numbers(text, known),
    ]
    return tuple(_apart(found))


def _apart(found: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits that count: of those that touch, the sure one, then the longest, then the first."""
    taken: list[Hit] = []
    for hit in sorted(found, key=lambda each: (not each.sure, each.start - each.end, each.start, each.kind)):
        if all(hit.end <= other.start or hit.start >= other.end for other in taken):
            taken.append(hit)
    yield from sorted(taken, key=lambda each: each.start)


def still_open(hits: Iterable[Hit], kept: Collection[str]) -> tuple[Hit, ...]:
    """Return the hits that were neither mended nor knowingly kept."""
    return tuple(hit for hit in hits if hit.key not in kept)


def pieces(text: str, hits: Iterable[Hit]) -> Iterator[Piece]:
    """Yield a text in pieces, each hit a piece of its own."""
    at = 0
    for hit in hits:
        if hit.start > at:
            yield Piece(text[at : hit.start])
        yield Piece(text[hit.start : hit.end], hit)
        at = hit.end
    if at < len(text):
        yield Piece(text[at:])
