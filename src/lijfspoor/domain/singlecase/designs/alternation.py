"""Alternating treatments whose order is drawn: completely at random, or block by block.

Completely random: every order of the rows with the given number of each condition, n! / (n_1! n_2! ...) of them
(Edgington & Onghena 2007, Randomization Tests, 4th ed.); 16 rows, two conditions: C(16, 8) = 12,870. Randomised blocks:
an order of its own for each block, so the numbers multiply; 16 rows in pairs: 2^8 = 256.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import factorial, prod

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks, read_codes, whole
from lijfspoor.domain.singlecase.designs.scheme import Codes


@dataclass(frozen=True)
class Shuffled(Ranked):
    """Every order of rows in which label i stands `each[i]` times."""

    labels: tuple[str, ...]
    size: int
    each: tuple[int, ...]

    def count(self) -> int:
        """How many orders there are: the multinomial coefficient."""
        return factorial(self.size) // prod(factorial(times) for times in self.each)

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the orders with these ranks, shape (k, size).

        Of the w orders that are left, w * n_i / n begin with label i: walking down takes no table at all.
        """
        dtype = whole(self.count() * self.size)
        rank: Ranks = np.asarray(ranks, dtype=dtype)
        ways: Ranks = np.full(len(ranks), self.count(), dtype=dtype)
        left: list[Ranks] = [np.full(len(ranks), times, dtype=dtype) for times in self.each]
        codes = np.zeros((self.size, len(ranks)), dtype=np.int8)
        for row in range(self.size):
            parts = [ways * times // (self.size - row) for times in left]
            starts = [np.zeros_like(ways), *accumulate(parts)]
            for end in starts[1:-1]:
                codes[row] += (rank >= end).astype(np.int8)
            rank, ways = rank - np.choose(codes[row], starts[:-1]), np.choose(codes[row], parts)
            left = [times - (codes[row] == label) for label, times in enumerate(left)]
        return np.ascontiguousarray(codes.T)

    def draw(self, rng: np.random.Generator, k: int) -> Codes:
        """Draw `k` orders by shuffling, which is uniform without any rank."""
        return rng.permuted(np.tile(_in_order(self.each), (k, 1)), axis=1)

    def fewest_points(self, washout: int = 0) -> int:
        """Every order has the same numbers; each row may be a run of its own, of which washout takes its part."""
        return min(self.each) * max(1 - washout, 0)

    def fewest_changes(self) -> int:
        """At worst each condition comes in one run."""
        return len(self.labels) - 1

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say which condition came too often or too seldom."""
        row = read_codes(codes, self.size, len(self.labels))
        return row if isinstance(row, Saying) else uneven(row, self.labels, self.each)


def _in_order(each: tuple[int, ...]) -> Codes:
    return np.repeat(np.arange(len(each), dtype=np.int8), each)


def uneven(
    row: npt.NDArray[np.int64], labels: tuple[str, ...], each: tuple[int, ...], where: str = ""
) -> Saying | None:
    """Say which label does not come as often as planned; `where` is put before it, in both languages alike."""
    found = np.bincount(row, minlength=len(labels))
    for label, times, planned in zip(labels, found.tolist(), each, strict=True):
        if times != planned:
            return Saying(
                nl=f"{where}Conditie {label} komt {times} keer voor; volgens het ontwerp {planned} keer.",
                en=f"{where}Condition {label} comes {times} times; the design has it {planned} times.",
            )
    return None


def shuffled(labels: Sequence[str], size: int, each: Sequence[int] | None = None) -> Shuffled:
    """Make the scheme of a completely random order; by default every condition comes equally often.

    Raises Refused: "one-condition" (fewer than two labels, or one twice), "uneven-numbers" (the numbers do not add up
    to the rows, or the rows cannot be divided equally).
    """
    check_labels(labels)
    times = tuple(each) if each is not None else (size // len(labels),) * len(labels)
    if len(times) != len(labels) or sum(times) != size or min(times) < 1:
        raise refuse(
            "uneven-numbers",
            nl=f"De aantallen per conditie tellen niet op tot {size} metingen, of een conditie komt niet voor.",
            en=f"The numbers per condition do not add up to {size} measurements, or a condition does not come at all.",
        )
    return Shuffled(labels=tuple(labels), size=size, each=times)


def check_labels(labels: Sequence[str]) -> None:
    """Raise Refused "one-condition" unless there are two or more labels, each given once."""
    if len(labels) < 2 or len(set(labels)) < len(labels):
        raise refuse(
            "one-condition",
            nl="Afwisselen kan met twee of meer condities, elk met een eigen naam.",
            en="Alternation needs two or more conditions, each with a name of its own.",
        )


@dataclass(frozen=True)
class Blocks(Ranked):
    """The rows cut in blocks that are shuffled each for themselves; `block` is the scheme of one."""

    labels: tuple[str, ...]
    size: int
    block: Shuffled

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return self.size // self.block.size

    def count(self) -> int:
        """How many orders there are: the number of one block to the power of the blocks."""
        return int(self.block.count() ** self.blocks)

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the orders with these ranks, shape (k, size); the last block turns fastest."""
        rest, base = np.asarray(ranks), self.block.count()
        codes = np.empty((len(rest), self.size), dtype=np.int8)
        for block in reversed(range(self.blocks)):
            begin = block * self.block.size
            codes[:, begin : begin + self.block.size] = self.block.unrank(rest % base)
            rest = rest // base
        return codes

    def draw(self, rng: np.random.Generator, k: int) -> Codes:
        """Draw `k` orders by shuffling every block."""
        return self.block.draw(rng, k * self.blocks).reshape(k, self.size)

    def fewest_points(self, washout: int = 0) -> int:
        """The fewest of a block, times the blocks."""
        return self.block.fewest_points(washout) * self.blocks

    def fewest_changes(self) -> int:
        """At worst a block begins as the one before ended."""
        return self.block.fewest_changes() * self.blocks

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say in which block a condition came too often or too seldom."""
        row = read_codes(codes, self.size, len(self.labels))
        if isinstance(row, Saying):
            return row
        said = (
            uneven(part, self.labels, self.block.each, where=f"Blok/block {number}: ")
            for number, part in enumerate(np.split(row, self.blocks), start=1)
        )
        return next((why for why in said if why), None)


def randomised_blocks(labels: Sequence[str], size: int, block: int | None = None) -> Blocks:
    """Make the scheme of randomised blocks of `block` rows, by default one row of each condition.

    Raises Refused: "one-condition", "uneven-numbers", "uneven-blocks" (the blocks do not fill the rows).
    """
    check_labels(labels)
    rows = len(labels) if block is None else block
    if rows < 1 or size < rows or size % rows:
        raise refuse(
            "uneven-blocks",
            nl=f"{size} metingen zijn niet in blokken van {rows} te verdelen.",
            en=f"{size} measurements cannot be cut in blocks of {rows}.",
        )
    return Blocks(labels=tuple(labels), size=size, block=shuffled(labels, rows))
