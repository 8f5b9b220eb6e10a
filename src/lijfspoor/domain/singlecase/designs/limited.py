"""Alternation with at most so many of the same condition in a row (Onghena & Edgington 1994).

Restricted alternating treatments, doi:10.1016/0005-7967(94)90036-1: of all orders with the given numbers per condition
only those without long runs. Counted by dynamic programming over (how many of each are left, which came last, how long
its run is): 16 rows, two conditions, at most 2 in a row leaves 1,296 of 12,870. Drawn by the same counts: at each row a
condition is taken with the share of orders that continue from it, so no order is ever thrown away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import factorial, prod

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.alternation import check_labels, shuffled, uneven
from lijfspoor.domain.singlecase.designs.phases import no_assignment
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks, read_codes, whole
from lijfspoor.domain.singlecase.designs.scheme import Codes

State = tuple[tuple[int, ...], int, int, int]
"""What is left of each label in this block, blocks still to come, the label that came last (-1: none), its run."""

MOST_STATES = 2_000_000


@dataclass(frozen=True, eq=False)
class Steps:
    """Per state and label: up to which rank the orders go on with that label, and the state that follows."""

    ends: Ranks
    follow: npt.NDArray[np.int64]


@dataclass(frozen=True)
class LimitedRuns(Ranked):
    """Orders with `each[i]` times label i in each of `blocks` blocks, at most `limit` equal labels in a row."""

    labels: tuple[str, ...]
    size: int
    each: tuple[int, ...]
    blocks: int
    limit: int

    @cached_property
    def _steps(self) -> Steps:
        begin: State = (self.each, self.blocks - 1, -1, 0)
        number, followers, queue = {begin: 0}, [], [begin]
        for state in queue:
            # The queue grows while it is walked: every state comes after the ones that lead to it.
            after = [self._next(state, label) for label in range(len(self.labels))]
            for one in after:
                if one is not None and one not in number:
                    number[one] = len(queue)
                    queue.append(one)
            followers.append([-1 if one is None else number[one] for one in after])
        return self._count_back(queue, followers)

    def _next(self, state: State, label: int) -> State | None:
        """The state after one more row with this label, None where that is not allowed."""
        left, blocks, last, run = state
        if not left[label] or (label == last and run == self.limit):
            return None
        left = tuple(times - (place == label) for place, times in enumerate(left))
        if blocks and not any(left):
            left, blocks = self.each, blocks - 1
        return left, blocks, label, run + 1 if label == last else 1

    def _count_back(self, states: list[State], followers: list[list[int]]) -> Steps:
        largest = (factorial(sum(self.each)) // prod(factorial(times) for times in self.each)) ** self.blocks
        ways: list[int] = [0] * len(states)
        ends = np.zeros((len(states), len(self.labels)), dtype=whole(largest))
        for place in reversed(range(len(states))):
            total = 0
            for label, follower in enumerate(followers[place]):
                total += ways[follower] if follower >= 0 else 0
                ends[place, label] = total
            ways[place] = total if any(states[place][0]) else 1
        return Steps(ends=ends, follow=np.array(followers, dtype=np.int64))

    def count(self) -> int:
        """How many orders there are."""
        return int(self._steps.ends[0, -1])

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the orders with these ranks, shape (k, size)."""
        ends, follow = self._steps.ends, self._steps.follow
        starts = np.concatenate([np.zeros_like(ends[:, :1]), ends[:, :-1]], axis=1)
        rank, state = np.asarray(ranks, dtype=ends.dtype), np.zeros(len(ranks), dtype=np.int64)
        codes = np.zeros((self.size, len(ranks)), dtype=np.int8)
        for row in range(self.size):
            for label in range(len(self.labels) - 1):
                codes[row] += rank >= ends[state, label]
            rank = rank - starts[state, codes[row]]
            state = follow[state, codes[row]]
        return np.ascontiguousarray(codes.T)

    def fewest_points(self, washout: int = 0) -> int:
        """Every order has the same numbers; each row may be a run of its own, of which washout takes its part."""
        return min(self.each) * self.blocks * max(1 - washout, 0)

    def fewest_changes(self) -> int:
        """Every condition needs so many runs that none is too long; each run but the first begins with a change."""
        return sum(-(-times * self.blocks // self.limit) for times in self.each) - 1

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say which run is too long, or which condition came too often or too seldom."""
        row = read_codes(codes, self.size, len(self.labels))
        if isinstance(row, Saying):
            return row
        for part in np.split(row, self.blocks):
            if why := uneven(part, self.labels, self.each):
                return why
        for code, run in groupby(row.tolist()):
            if (length := len(list(run))) > self.limit:
                return _long_run(self.labels[code], length, self.limit)
        return None


def _long_run(label: str, length: int, limit: int) -> Saying:
    return Saying(
        nl=f"Conditie {label} komt {length} keer achter elkaar; volgens het ontwerp ten hoogste {limit} keer.",
        en=f"Condition {label} comes {length} times in a row; the design allows at most {limit}.",
    )


def limited_runs(
    labels: Sequence[str], size: int, limit: int, each: Sequence[int] | None = None, block: int | None = None
) -> LimitedRuns:
    """Make the scheme of alternation with at most `limit` in a row, in one block or in blocks of `block` rows.

    Raises Refused: "one-condition", "uneven-numbers", "uneven-blocks", "no-assignment", "design-too-large" (the table
    of counts would not fit in memory).
    """
    check_labels(labels)
    rows = size if block is None else block
    if rows < 1 or size % rows:
        raise refuse(
            "uneven-blocks",
            nl=f"{size} metingen zijn niet in blokken van {rows} te verdelen.",
            en=f"{size} measurements cannot be cut in blocks of {rows}.",
        )
    times = shuffled(labels, rows, each).each
    blocks = size // rows
    if prod(part + 1 for part in times) * blocks * len(times) * max(limit, 1) > MOST_STATES:
        raise refuse(
            "design-too-large",
            nl="Dit aantal metingen is te groot om met een grens aan herhaling te tellen; kies blokken.",
            en="This number of measurements is too large to count with a limit on repeats; choose blocks.",
        )
    scheme = LimitedRuns(labels=tuple(labels), size=size, each=times, blocks=blocks, limit=limit)
    if limit < 1 or scheme.count() == 0:
        raise no_assignment(size)
    return scheme
