"""How fast eleven indices of 10,000 series are, beside the pairwise comparisons alone, and each index's share of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import numpy as np

from lijfspoor.bench.singlecase.rows import Row, timed_beside
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.batch import ELEVEN, batch
from lijfspoor.domain.singlecase.effects.stacked import STACKED
from lijfspoor.domain.singlecase.effects.stacks import stack

SERIES, LEAST_POINTS, MOST_POINTS, LEAST_BASELINE = 10_000, 30, 40, 8
SEED = 1
MOST_SECONDS, MOST_TIMES = 1.5, 30.0
TURNS = 5
REFERENCE = "the pairwise comparisons"
REST = "stacking, limits and the table"


@dataclass(frozen=True, eq=False, slots=True)
class Sides:
    """The scores of all series of one pair of lengths, shapes (k, m) and (k, n)."""

    a: Floats
    b: Floats


def rows() -> Iterator[Row]:
    """Time the whole call, then what each index takes of it in the order in which they are computed."""
    contrasts = many_series(SERIES)
    by_lengths = [Sides(np.stack([c.a for c in group]), np.stack([c.b for c in group])) for group in groups(contrasts)]
    seconds, bare = timed_beside(lambda: batch(contrasts), lambda: pairwise(by_lengths))
    met = seconds <= MOST_SECONDS and seconds / bare <= MOST_TIMES
    name = f"{len(ELEVEN)} indices with SE and interval, {SERIES:,} series"
    yield Row(name, seconds, REFERENCE, seconds / bare, f"{1e3 * MOST_SECONDS:.0f} ms, {MOST_TIMES:.0f} x", met)
    spent = shares(contrasts)
    whole = sum(spent.values())
    for part, taken in spent.items():
        yield Row(f"  {part}: {taken / whole:.0%}", taken, REFERENCE, taken / bare, "", None)


def many_series(count: int) -> list[Contrast]:
    """Whole scores of 30 to 40 points that rise by 3 after a baseline of 8 points up to half of them."""
    random, made = np.random.default_rng(SEED), []
    for _ in range(count):
        points = int(random.integers(LEAST_POINTS, MOST_POINTS + 1))
        start = int(random.integers(LEAST_BASELINE, points // 2 + 1))
        scores = random.normal(20, 4, points).round().clip(1)
        scores[start:] += 3
        times = np.arange(1.0, points + 1)
        made.append(Contrast(scores[:start], scores[start:], times[:start], times[start:]))
    return made


def groups(contrasts: list[Contrast]) -> list[list[Contrast]]:
    """Contrasts of the same lengths together."""
    found: dict[tuple[int, int], list[Contrast]] = {}
    for contrast in contrasts:
        found.setdefault((contrast.a.size, contrast.b.size), []).append(contrast)
    return list(found.values())


def pairwise(by_lengths: list[Sides]) -> list[Floats]:
    """What no overlap index can do without: which scores lie above or equal to which, per series, as a mean."""
    return [_compared(sides.a[:, :, np.newaxis], sides.b[:, np.newaxis, :]) for sides in by_lengths]


def _compared(a: Floats, b: Floats) -> Floats:
    return np.asarray(((b > a) + 0.5 * (b == a)).mean(axis=(1, 2)))


def shares(contrasts: list[Contrast]) -> dict[str, float]:
    """Seconds per part; what several share (comparisons, moments, limits) counts for the first that needs it."""
    turns = [_one_turn(contrasts) for _ in range(TURNS)]
    return {part: median(turn[part] for turn in turns) for part in (*ELEVEN, REST)}


def _one_turn(contrasts: list[Contrast]) -> dict[str, float]:
    spent = dict.fromkeys(ELEVEN, 0.0)
    began = perf_counter()
    batch(contrasts)
    whole = perf_counter() - began
    for group in groups(contrasts):
        stacked = stack(group)
        for index in ELEVEN:
            began = perf_counter()
            STACKED[index](stacked, level=0.95)
            spent[index] += perf_counter() - began
    return spent | {REST: max(0.0, whole - sum(spent.values()))}
