"""Every admissible assignment has a number, its rank: listing is counting up, drawing is one random whole number."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.designs.scheme import CHUNK, Codes

Ranks = npt.NDArray[Any]
"""Whole numbers from 0 up: int64 while the largest count fits with room to spare, Python ints beyond."""

ROOM = 2**62
CELLS = 2**25


def whole(largest: int) -> type[np.int64] | type[np.object_]:
    """Return the dtype that holds whole numbers up to `largest` exactly."""
    return np.int64 if largest < ROOM else np.object_


def rank_chunks(count: int, chunk: int, width: int) -> Iterator[Ranks]:
    """Give 0 .. count-1 in order, at most `chunk` at a time and fewer when a line of `width` cells is long."""
    lines = max(1, min(chunk, CELLS // max(width, 1)))
    for begin in range(0, count, lines):
        end = min(begin + lines, count)
        yield rank_array(range(begin, end), count) if count >= ROOM else np.arange(begin, end)


def rank_array(ranks: Iterable[int], count: int) -> Ranks:
    """Put ranks below `count` in an array that holds them exactly."""
    return np.array(list(ranks), dtype=whole(count))


def random_ranks(rng: np.random.Generator, count: int, k: int) -> Ranks:
    """Draw `k` ranks below `count`, each equally likely; exact also where `count` is beyond 64 bits."""
    if count < ROOM:
        return rng.integers(0, count, size=k, dtype=np.int64)
    bits = (count - 1).bit_length()
    ranks: list[int] = []
    while len(ranks) < k:
        # The surplus bits are cut off, so that on average fewer than two tries are needed whatever the count.
        number = int.from_bytes(rng.bytes((bits + 7) // 8), "big") >> (-bits % 8)
        if number < count:
            ranks.append(number)
    return rank_array(ranks, count)


class Ranked(ABC):
    """A scheme that can turn ranks into label sequences: the rest of `Scheme` follows from it.

    Ranks follow the order of the dictionary: a lower rank has the lower code at the first row where two differ,
    unless the scheme says otherwise.
    """

    labels: tuple[str, ...]
    size: int

    @abstractmethod
    def count(self) -> int:
        """How many sequences are admissible."""

    @abstractmethod
    def unrank(self, ranks: Ranks) -> Codes:
        """Return the sequences with these ranks, shape (k, size)."""

    @abstractmethod
    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say why a sequence is not admissible; None when it is."""

    @abstractmethod
    def fewest_points(self, washout: int = 0) -> int:
        """Return the fewest rows that any phase or condition is sure of, `washout` rows after each change left out."""

    @abstractmethod
    def fewest_changes(self) -> int:
        """Return how often the phase or condition changes at least."""

    def enumerate(self, chunk: int = CHUNK) -> Iterator[Codes]:
        """Give every admissible sequence once, by rank, at most `chunk` at a time."""
        for ranks in rank_chunks(self.count(), chunk, self.size):
            yield self.unrank(ranks)

    def draw(self, rng: np.random.Generator, k: int) -> Codes:
        """Draw `k` sequences independently, each admissible one equally likely."""
        return self.unrank(random_ranks(rng, self.count(), k))

    def admits(self, codes: npt.ArrayLike) -> bool:
        """Say whether one sequence is admissible."""
        return self.refusal(codes) is None

    def settle(self, codes: npt.ArrayLike) -> Codes:
        """Return an admissible sequence as `enumerate` gives it: where a scheme marks rows, with those rows marked."""
        return np.asarray(codes, dtype=np.int8)


def read_codes(codes: npt.ArrayLike, size: int, labels: int) -> npt.NDArray[np.int64] | Saying:
    """Return one sequence as whole numbers, or say why it cannot be one: wrong length, a code without a label."""
    row = np.asarray(codes)
    if row.ndim != 1 or row.size != size:
        return Saying(
            nl=f"De reeks heeft {row.size} metingen; het ontwerp heeft er {size}.",
            en=f"The series has {row.size} measurements; the design has {size}.",
        )
    if row.dtype.kind not in "iu" or row.min() < 0 or row.max() >= labels:
        return Saying(
            nl="De reeks heeft een fase die niet in het ontwerp staat.",
            en="The series has a phase that the design does not have.",
        )
    return row.astype(np.int64)
