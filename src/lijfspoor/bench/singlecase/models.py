"""How fast hierarchical models and between-case differences are, beside one dense evaluation of the same likelihood."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from lijfspoor.bench.singlecase.rows import Row, timed_beside
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.between.multiple_baseline import moment_multiple_baseline
from lijfspoor.domain.singlecase.models.between.restricted import restricted_difference
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import hierarchical_piecewise
from lijfspoor.domain.singlecase.models.hierarchical.stacking import stacked

SEED = 1
POINTS = (30, 40)
SHORT = (13, 20)
REFERENCE = "one dense likelihood"


def rows() -> Iterator[Row]:
    """Time 1,000 cases, 50 cases in which everything differs, and the between-case difference of 8 cases."""
    rng = np.random.default_rng(SEED)
    thousand, fifty, eight = _cases(rng, 1000, POINTS), _cases(rng, 50, POINTS), _cases(rng, 8, SHORT)
    effects = ("intercept", "trend", "level", "slope")
    yield _row("hierarchical model, 1,000 cases", partial(hierarchical_piecewise, thousand), thousand, 2.6, times=5)
    serial = partial(hierarchical_piecewise, thousand, correlation="ar1")
    yield _row("the same with AR(1)", serial, thousand, None, times=3)
    everything = partial(hierarchical_piecewise, fifty, random=effects)
    yield _row("50 cases, level, trend and changes random", everything, fifty, 0.8, times=5)
    yield _row("g_AB by REML, 8 cases", partial(restricted_difference, eight), eight, 0.022)
    yield _row("g by moments, 8 cases", partial(moment_multiple_baseline, eight), eight, 0.006)


def _row(name: str, ours: Callable[[], object], cases: list[Case], most: float | None, times: int = 15) -> Row:
    seconds, reference = timed_beside(ours, partial(_dense_likelihood, cases), times)
    bar = "" if most is None else f"{1e3 * most:.0f} ms"
    return Row(name, seconds, REFERENCE, seconds / reference, bar, None if most is None else seconds <= most)


def _cases(rng: np.random.Generator, count: int, points: tuple[int, int]) -> list[Case]:
    """Multiple baselines whose levels, trends and effects differ per case."""
    found = []
    for number in range(count):
        size = int(rng.integers(points[0], points[1] + 1))
        start = int(rng.integers(4, size - 4))
        times, after = np.arange(size), np.arange(size) >= start
        level, trend, change, slope = rng.normal(0, (1, 0.05, 0.8, 0.05))
        scores = 10 + level + trend * times + (2 + change) * after + slope * after * (times - start)
        scores = scores + rng.standard_normal(size)
        found.append(make_case(str(number), scores, ["A"] * start + ["B"] * (size - start)))
    return found


def _dense_likelihood(cases: list[Case]) -> float:
    """REML once, case by case with a dense covariance matrix each: what every step of a fit cannot do without."""
    stack = stacked(cases)
    opening = np.flatnonzero(np.diff(stack.case, prepend=-1))
    precision, heights = np.zeros((stack.matrix.shape[1] + 1,) * 2), 0.0
    for start, stop in zip(opening, [*opening[1:], len(stack.case)], strict=True):
        columns = np.column_stack([stack.matrix[start:stop], stack.scores[start:stop]])
        value = np.ones((stop - start, stop - start)) + np.eye(stop - start)
        precision += columns.T @ np.linalg.solve(value, columns)
        heights += float(np.linalg.slogdet(value)[1])
    return heights + float(np.linalg.slogdet(precision)[1])
