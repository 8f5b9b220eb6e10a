"""The interval of a shift for statistics that are no weighted sums: rank statistics, medians, standardised means.

The same inversion as in `inversion`, but the shares must be computed anew for every size. They are computed on a grid
of the differences between B and A scores (the only places where a rank statistic can change), thinned to 60, and at far
ends; the outermost sizes that fit are refined by halving, and put on the difference beside them when that is where they
end. Where the shares go up and down between the grid's sizes, an outer part of the interval can be missed: the limits
are searched for, not solved, and the result says so.
"""

from collections.abc import Callable, Sequence

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.randomisation.inversion import Inversion, best_fit, left_out, named

Counts = tuple[int, int]
GRID = 60
HALVINGS = 42
NEAR = 1e-9


def search(
    counts: Callable[[float], Counts], differences: Floats, total: int, reach: float, wanted: float = 0.95
) -> Inversion:
    """Search the sizes that fit.

    `counts(size)`: how many of `total` assignments are at least as high, and as low, as observed when `size` is taken
    off; `differences`: ascending candidates; `reach`: a size beyond which nothing changes any more.
    """
    grid = np.concatenate([[-reach], _thinned(differences), [reach]])
    found = np.array([counts(size) for size in grid.tolist()], dtype=np.float64)
    out_high, out_low = left_out(total, wanted, int(found[0, 0])), left_out(total, wanted, int(found[-1, 1]))
    attained = max(0.0, 1 - (out_high + out_low) / total)
    estimate = best_fit(grid[1:-1], found[1:-1].min(axis=1))

    def fits(size: float) -> bool:
        high, low = counts(size)
        return high > out_high and low > out_low

    inside = np.flatnonzero((found[:, 0] > out_high) & (found[:, 1] > out_low))
    if not inside.size or attained <= 0:
        return Inversion(None, estimate, attained)
    first, last = int(inside[0]), int(inside[-1])
    lower = _edge(fits, grid[first - 1], grid[first], differences, reach)
    upper = _edge(fits, grid[last + 1], grid[last], differences, reach)
    return Inversion(named(lower, upper, wanted, attained), estimate, attained)


def _thinned(differences: Floats) -> Floats:
    if len(differences) <= GRID:
        return differences
    return differences[np.round(np.linspace(0, len(differences) - 1, GRID)).astype(np.int64)]


def _edge(fits: Callable[[float], bool], outside: float, inside: float, differences: Floats, reach: float) -> float:
    """Halve the way from a size that fits to one that does not."""
    out, within = float(outside), float(inside)
    for _ in range(HALVINGS):
        middle = out + (within - out) / 2
        out, within = (out, middle) if fits(middle) else (middle, within)
    nearest = float(differences[np.argmin(np.abs(differences - within))])
    return nearest if abs(nearest - within) <= NEAR * reach else within


def candidate_differences(values: Sequence[Floats], in_b: Sequence[Floats], in_a: Sequence[Floats]) -> Floats:
    """Every difference between a B and an A score of one case, ascending and each once."""
    found = [
        np.subtract.outer(scores[b > 0], scores[a > 0]).ravel() for scores, b, a in zip(values, in_b, in_a, strict=True)
    ]
    return np.unique(np.concatenate(found))
