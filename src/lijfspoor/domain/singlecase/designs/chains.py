"""Rising moments with allowed rows and gaps between them: counted, numbered and found back exactly."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import comb

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.designs.ranks import Ranks, whole

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Chain:
    """All (s_0, s_1, ..., s_J) with s_j in `allowed[j]` and least[j] <= s_(j+1) - s_j <= most[j].

    `allowed`: per moment the rows it may fall on, from 0 up to and including `last`. Counted from the back:
    ways_j(s) = sum of ways_(j+1)(t) over the allowed t in reach of s, one running sum per moment, so linear in the
    number of rows and moments.
    """

    last: int
    allowed: tuple[tuple[int, ...] | range, ...]
    least: tuple[int, ...]
    most: tuple[int, ...]

    @cached_property
    def _sums(self) -> tuple[Ranks, ...]:
        """Per moment j the running sum of ways_j over the rows: sums[j][s] = ways of all rows before s."""
        dtype = whole(comb(self.last + 1 + len(self.allowed), len(self.allowed)))
        sums: list[Ranks] = []
        for moment in reversed(range(len(self.allowed))):
            ways = np.zeros(self.last + 1, dtype=dtype)
            rows = np.array([row for row in self.allowed[moment] if 0 <= row <= self.last], dtype=np.int64)
            ways[rows] = self._after(sums[-1], rows, moment) if sums else 1
            sums.append(np.concatenate([np.zeros(1, dtype=dtype), np.cumsum(ways)]))
        return tuple(reversed(sums))

    def _after(self, later: Ranks, rows: Rows, moment: int) -> Ranks:
        """How many ways the moments after `moment` have when it falls on each of `rows`."""
        begin, end = self._reach(rows, moment)
        ways: Ranks = later[end] - later[begin]
        return ways

    def _reach(self, rows: Rows, moment: int) -> tuple[Rows, Rows]:
        """The rows from `begin` up to `end` where the next moment may fall."""
        begin = np.minimum(rows + self.least[moment], self.last + 1)
        end = np.minimum(rows + min(self.most[moment], self.last) + 1, self.last + 1)
        return begin, np.maximum(begin, end)

    @cached_property
    def total(self) -> int:
        """How many chains there are."""
        return int(self._sums[0][-1])

    def unrank(self, ranks: Ranks) -> Rows:
        """Return the chains with these ranks, shape (k, moments), ordered by the first moment, then the second, ..."""
        left = np.asarray(ranks, dtype=self._sums[0].dtype)
        moments = np.empty((len(left), len(self.allowed)), dtype=np.int64)
        begin: Rows | int = 0
        for moment, sums in enumerate(self._sums):
            # The rank counts from the first row in reach; the running sum counts from row 0.
            target = left + sums[begin]
            rows = np.searchsorted(sums, target, side="right") - 1
            left = target - sums[rows]
            moments[:, moment] = rows
            if moment < len(self.least):
                begin, _ = self._reach(rows, moment)
        return moments

    def shortest_gap(self, moment: int) -> int:
        """Return the smallest gap after `moment` that some chain has; there must be a chain."""
        ways = np.diff(self._sums[moment + 1]) > 0
        begins = np.flatnonzero(self._reachable(moment))
        ends = np.flatnonzero(ways)
        nearest = ends[np.minimum(np.searchsorted(ends, begins + self.least[moment]), len(ends) - 1)]
        gaps = nearest - begins
        return int(gaps[(gaps >= self.least[moment]) & (gaps <= self.most[moment])].min())

    def _reachable(self, moment: int) -> npt.NDArray[np.bool_]:
        """Which rows `moment` can fall on after the moments before it."""
        mask = self._mask(0)
        for before in range(moment):
            rows = np.flatnonzero(mask)
            begin, end = self._reach(rows, before)
            covered = np.bincount(begin, minlength=self.last + 2) - np.bincount(end, minlength=self.last + 2)
            mask = (np.cumsum(covered)[:-1] > 0) & self._mask(before + 1)
        return mask

    def _mask(self, moment: int) -> npt.NDArray[np.bool_]:
        return np.isin(np.arange(self.last + 1), np.array(self.allowed[moment], dtype=np.int64))

    def holds(self, moments: tuple[int, ...]) -> bool:
        """Say whether these moments are one of the chains."""
        gaps = [later - earlier for earlier, later in pairwise(moments)]
        return all(row in rows for row, rows in zip(moments, self.allowed, strict=True)) and all(
            least <= gap <= most for gap, least, most in zip(gaps, self.least, self.most, strict=True)
        )
