"""How many pairs stand in the wrong order, for many short rows or one of 100,000 scores."""

from functools import lru_cache

import numpy as np

from lijfspoor.domain.singlecase.effects.ranking import Counts

SHORT = 150
PAIRS_AT_ONCE = 4_000_000


@lru_cache(maxsize=256)
def pairs_within(size: int) -> tuple[Counts, Counts]:
    """Every pair i < j of 0..size-1, as two arrays of size (size - 1) / 2."""
    earlier, later = np.triu_indices(size, 1)
    return np.asarray(earlier, dtype=np.int64), np.asarray(later, dtype=np.int64)


def rows_at_once(pairs: int) -> int:
    """How many rows with that many pairs each are worked on at once, so that memory stays small."""
    return max(1, PAIRS_AT_ONCE // max(1, pairs))


def inversions(ranks: Counts) -> Counts:
    """Count per row the pairs i < j with ranks[i] > ranks[j]; `ranks` shape (k, n), whole numbers from 0 to n - 1."""
    rows, size = ranks.shape
    if size > SHORT:
        return np.array([_of_long_row(row) for row in ranks], dtype=np.int64)
    earlier, later = pairs_within(size)
    small, counts = ranks.astype(np.int16), np.empty(rows, dtype=np.int64)
    step = rows_at_once(len(earlier))
    for start in range(0, rows, step):
        part = small[start : start + step]
        counts[start : start + step] = np.count_nonzero(part[:, earlier] > part[:, later], axis=1)
    return counts


def _of_long_row(row: Counts) -> int:
    """Count from the highest bit down.

    Two ranks are told apart by their highest bit that differs. Per bit, the ranks that agree in all higher bits stand
    together in their own order; each 1 before a 0 among them is an inversion. Time n log n, memory n.
    """
    total, arranged = 0, row
    for bit in reversed(range(int(row.max(initial=0)).bit_length())):
        ones = (arranged >> bit) & 1
        start = _starts_of_runs(arranged >> (bit + 1))
        ahead = np.cumsum(ones) - ones
        ones_before = ahead - ahead[start]
        total += int(ones_before[ones == 0].sum())
        inside = np.arange(len(row)) - start
        arranged = _stably_by(arranged >> bit, np.where(ones == 1, ones_before, inside - ones_before), arranged)
    return total


def _starts_of_runs(keys: Counts) -> Counts:
    """For each place the place where its run of equal keys begins."""
    first = np.concatenate([[True], keys[1:] != keys[:-1]])
    return np.asarray(np.maximum.accumulate(np.where(first, np.arange(len(keys)), 0)))


def _stably_by(keys: Counts, within: Counts, values: Counts) -> Counts:
    """Put `values` in order of `keys`, at place `within` among those of the same key."""
    sizes = np.bincount(keys)
    out = np.empty_like(values)
    out[(np.cumsum(sizes) - sizes)[keys] + within] = values
    return out
