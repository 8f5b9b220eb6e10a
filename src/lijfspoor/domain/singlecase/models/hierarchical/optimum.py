"""Reaching the optimum of a profile likelihood: several starts, and a proof at the end that nothing near is better.

Every start is the best of a coarse grid for its correlation, improved one variance at a time. After the descent three
things are asked: is the gradient zero, would any variance that ended at 0 rather grow (the first-order condition on
the cone of covariance matrices), and how much log-likelihood is left to gain by a Newton step. The last figure is
handed over as `shortfall`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.likelihood import NOWHERE, Profile
from lijfspoor.domain.singlecase.models.hierarchical.problem import perfect_fit

SIZES = (0.05, 0.2, 0.6, 1.5, 5.0)
GRID_CORRELATIONS = (-0.5, -0.2, 0.05, 0.3, 0.55, 0.8, 0.95, 0.985)
CONTINUOUS_CORRELATIONS = (0.02, 0.1, 0.3, 0.55, 0.8, 0.95, 0.985)
LOG_SPREADS = (-0.7, -0.3, 0.3, 0.7)
MOST_STARTS = 8
FEWEST_STARTS = 3
SMALL = 3000
ENOUGH = 1e-5
WORTH_GROWING = 1e-5
FREE_BOUND = 9.0


@dataclass(frozen=True, eq=False)
class Optimum:
    """Where the likelihood is highest: `shortfall` is the log-likelihood that a Newton step still promises."""

    parameters: Floats
    value: float
    shortfall: float


def find_optimum(profile: Profile) -> Optimum:
    """Return the best optimum over all starts. Raises Refused "perfect-fit", "no-convergence"."""
    if profile.size == 0:
        return Optimum(np.zeros(0), profile.value(np.zeros(0)), 0.0)
    _check_spread_left(profile)
    found = [_climb(profile, start) for start in _starts(profile)]
    best = min(found, key=lambda optimum: optimum.value)
    if not best.shortfall <= ENOUGH:
        raise refuse(
            "no-convergence",
            nl="De schatting kwam niet tot een einde: de scores bepalen dit model niet.",
            en="The estimation did not settle: the scores do not determine this model.",
        )
    return best


def _check_spread_left(profile: Profile) -> None:
    """Refuse when random effects can take up everything: the residual then vanishes with their size, without end."""
    if not profile.random:
        return
    left = [profile.at(_loaded(profile, size, 0.0), sloped=False) for size in (1e3, 1e5)]
    if any(point is None for point in left):
        raise perfect_fit()
    large, larger = (point.sum_of_squares for point in left if point is not None)
    if larger < 1e-2 * large and large < 1e-3 * profile.problem.rows:
        raise perfect_fit()


def _loaded(profile: Profile, size: float, free: float, spread: float = 0.0) -> Floats:
    """Every random standard deviation `size` times the residual's, this free correlation, this log of the spreads."""
    parameters = np.zeros(profile.size)
    parameters[profile.random + profile.problem.rhythm.parameters :] = spread
    parameters[_diagonals(profile)] = size
    if profile.problem.rhythm.parameters:
        parameters[profile.random] = free
    return parameters


def _diagonals(profile: Profile) -> list[int]:
    found, start = [], 0
    for place in profile.problem.places:
        rows, columns = np.tril_indices(place.size)
        found += [start + int(index) for index in np.flatnonzero(rows == columns)]
        start += place.entries
    return found


def _starts(profile: Profile) -> Iterator[Floats]:
    """The best sizes at each correlation of the grid; of these the lowest dips along the grid, each improved."""
    dips = [dip for spread in _spreads(profile) for dip in _dips(profile, spread)]
    most = MOST_STARTS if profile.problem.rows <= SMALL else FEWEST_STARTS
    for value, parameters in sorted(dips, key=lambda dip: dip[0])[:most]:
        yield _improve_each(profile, parameters, value)


def _spreads(profile: Profile) -> tuple[float, ...]:
    return (0.0,) if len(profile.problem.model.strata) == 1 else (0.0, *LOG_SPREADS)


def _dips(profile: Profile, spread: float) -> list[tuple[float, Floats]]:
    """Along the grid of correlations, the places that are no worse than their neighbours."""
    best = [_best_size(profile, free, spread) for free in _correlations(profile)]
    padded = [np.inf, *(value for value, _ in best), np.inf]
    return [
        (value, parameters)
        for index, (value, parameters) in enumerate(best)
        if value <= padded[index] and value <= padded[index + 2]
    ]


def _correlations(profile: Profile) -> list[float]:
    rhythm = profile.problem.rhythm
    if not rhythm.parameters:
        return [0.0]
    grid = GRID_CORRELATIONS if rhythm.on_grid else CONTINUOUS_CORRELATIONS
    return [rhythm.free(correlation) for correlation in grid]


def _best_size(profile: Profile, free: float, spread: float) -> tuple[float, Floats]:
    tried = [_loaded(profile, size, free, spread) for size in (SIZES if profile.random else (0.0,))]
    values = [profile.value(parameters) for parameters in tried]
    best = int(np.argmin(values))
    return values[best], tried[best]


def _improve_each(profile: Profile, start: Floats, value: float) -> Floats:
    """Set each random standard deviation and each spread in turn to the best of a few, when there are several."""
    diagonals, best = _diagonals(profile), start.copy()
    spreads = range(profile.random + profile.problem.rhythm.parameters, profile.size)
    choices = [(index, SIZES) for index in diagonals if len(diagonals) > 1]
    choices += [(index, (0.0, *LOG_SPREADS)) for index in spreads if len(spreads) > 1]
    for index, options in choices:
        for option in options:
            tried = best.copy()
            tried[index] = option
            if (reached := profile.value(tried)) < value:
                best, value = tried, reached
    return best


def _climb(profile: Profile, start: Floats) -> Optimum:
    """Descend from a start; whenever a vanished variance would rather grow, set it free and descend again."""
    optimum = _descend(profile, start)
    for _ in range(4):
        freed = _set_free(profile, optimum.parameters)
        if freed is None:
            break
        again = _descend(profile, freed)
        if not again.value < optimum.value - 1e-9:
            break
        optimum = again
    return optimum


def _descend(profile: Profile, start: Floats) -> Optimum:
    bound = [(None, None)] * profile.random + [(-FREE_BOUND, FREE_BOUND)] * profile.residual
    rough = minimize(profile.with_gradient, start, jac=True, method="L-BFGS-B", bounds=bound, options={"maxiter": 500})
    parameters, value = np.asarray(rough.x, dtype=np.float64), float(rough.fun)
    gain = np.inf
    for _ in range(20):
        step, gain = _newton(profile, parameters)
        reached = profile.value(parameters + step)
        if not gain > ENOUGH * 1e-6 or not reached < value:
            break
        parameters, value = parameters + step, reached
    return Optimum(parameters, value, gain / 2)


def _newton(profile: Profile, parameters: Floats) -> tuple[Floats, float]:
    """A Newton step on -2 l with curvature made positive, and the gain in -2 l that it promises."""
    _, gradient = profile.with_gradient(parameters)
    free = _not_held(profile, parameters, gradient)
    curvature = np.zeros((profile.size, profile.size))
    for index in np.flatnonzero(free):
        step = np.zeros(profile.size)
        step[index] = 1e-4
        above, below = (profile.with_gradient(parameters + sign * step)[1] for sign in (1, -1))
        curvature[index] = (above - below) / 2e-4
    kept = np.flatnonzero(free)
    inner = (curvature + curvature.T)[np.ix_(kept, kept)] / 2
    sizes, directions = np.linalg.eigh(inner)
    sizes = np.maximum(np.abs(sizes), 1e-6)
    along = directions.T @ gradient[kept]
    step = np.zeros(profile.size)
    step[kept] = -directions @ (along / sizes)
    return step, float(np.sum(along**2 / sizes) / 2)


def _not_held(profile: Profile, parameters: Floats, gradient: Floats) -> Floats:
    """Which parameters are free to move: not a correlation or spread pressed against the edge of what is allowed."""
    pressed = (np.abs(parameters) >= FREE_BOUND - 1e-9) & (gradient * parameters < 0)
    pressed[: profile.random] = False
    return np.asarray(~pressed)


def _set_free(profile: Profile, parameters: Floats) -> Floats | None:
    """Grow a vanished random direction when -2 l falls along it; None when every such direction is at its optimum."""
    point = profile.at(parameters)
    if point is None or point.value >= NOWHERE:
        return None
    freed, changed = parameters.copy(), False
    start = 0
    for place, triangle, slope in zip(
        profile.problem.places, profile.triangles(parameters), profile.level_slopes(point.slope), strict=True
    ):
        sizes, directions = np.linalg.eigh(triangle @ triangle.T)
        vanished = directions[:, sizes < 1e-6]
        steepness, along = np.linalg.eigh(vanished.T @ slope @ vanished)
        if steepness.size and steepness[0] < -WORTH_GROWING * profile.problem.rows:
            grown = triangle @ triangle.T + 0.01 * np.outer(vanished @ along[:, 0], vanished @ along[:, 0])
            larger = np.linalg.cholesky(grown + 1e-8 * np.eye(place.size))
            freed[start : start + place.entries] = larger[np.tril_indices(place.size)]
            changed = True
        start += place.entries
    return freed if changed else None
