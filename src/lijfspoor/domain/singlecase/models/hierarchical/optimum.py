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
from lijfspoor.domain.singlecase.data.series import Flags, Floats
from lijfspoor.domain.singlecase.models.hierarchical.likelihood import NOWHERE, Profile
from lijfspoor.domain.singlecase.models.hierarchical.preparing import perfect_fit
from lijfspoor.domain.singlecase.models.hierarchical.starts import starts

ENOUGH = 1e-5
SETTLED = 1e-7
WORTH_MOVING = 1e-8
STEEP = 1e-4
STEPS = (0.3, 0.1, 0.03, 0.01)
FREE_BOUND = 9.0
LEAST_CONTINUOUS = 20.0
EDGE = 1e-2
REACHED = 1e-9


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
    found = [_climb(profile, start) for start in starts(profile)]
    best = min(found, key=lambda optimum: optimum.value)
    if not best.shortfall <= ENOUGH:
        raise refuse(
            "no-convergence",
            nl="De schatting kwam niet tot een einde: de scores bepalen dit model niet.",
            en="The estimation did not settle: the scores do not determine this model.",
        )
    return best


def _check_spread_left(profile: Profile) -> None:
    """Refuse when fixed and random effects together reach every score: the residual could vanish without end."""
    moments = profile.moments(np.zeros(profile.size))
    wide, terms = profile.problem.effects.shape[1], profile.problem.terms
    beside = moments.cross[:, :, wide:]
    reached = np.linalg.pinv(moments.cross[:, :, :wide], rcond=REACHED, hermitian=True) @ beside
    left = moments.gram - np.tensordot(beside, reached, axes=([0, 1], [0, 1]))
    within = np.linalg.pinv(left[:terms, :terms], rcond=REACHED, hermitian=True)
    squares = left[terms, terms] - left[:terms, terms] @ within @ left[:terms, terms]
    if squares <= REACHED * profile.problem.rows:
        raise perfect_fit()


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
    least, most = _bounds(profile)
    bounds = list(zip(least, most, strict=True))
    rough = minimize(profile.with_gradient, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    parameters, value = np.asarray(rough.x, dtype=np.float64), float(rough.fun)
    gain = np.inf
    for _ in range(60):
        step, gain = _newton(profile, parameters)
        moved, reached = _best_part(profile, parameters, step)
        if not reached < value:
            break
        parameters, value = moved, reached
        # what a Newton step leaves is the square of what it gains
        if gain <= SETTLED:
            break
    return Optimum(parameters, value, gain / 2)


def _best_part(profile: Profile, parameters: Floats, step: Floats) -> tuple[Floats, float]:
    """The first of the whole step and ever smaller parts that is no worse than a sixteenth of it."""
    least = _within(profile, parameters + step / 16)
    floor = profile.value(least)
    for part in (1.0, 0.5, 0.25):
        moved = _within(profile, parameters + part * step)
        if (reached := profile.value(moved)) <= floor:
            return moved, reached
    return least, floor


def _within(profile: Profile, parameters: Floats) -> Floats:
    """Residual parameters held within their bounds."""
    least, most = _bounds(profile)
    return np.clip(parameters, least, most)


def _bounds(profile: Profile) -> tuple[Floats, Floats]:
    """How far each free parameter may go: random ones anywhere; a continuous correlation very near to 0."""
    most = np.where(np.arange(profile.size) < profile.random, np.inf, FREE_BOUND)
    least = -most
    if profile.problem.rhythm.parameters and not profile.problem.rhythm.on_grid:
        least[profile.random] = -LEAST_CONTINUOUS
    return least, most


def at_edge(profile: Profile, parameters: Floats) -> Flags:
    """Which parameters lie at a bound."""
    least, most = _bounds(profile)
    return np.asarray((parameters <= least + EDGE) | (parameters >= most - EDGE), dtype=np.bool_)


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


def _not_held(profile: Profile, parameters: Floats, gradient: Floats) -> Flags:
    """Which parameters are free to move: not a correlation or spread pressed against the edge of what is allowed."""
    return ~(at_edge(profile, parameters) & (gradient * parameters < 0))


def _set_free(profile: Profile, parameters: Floats) -> Floats | None:
    """Leave a place that only looks like an optimum; None where none of these moves lowers -2 l.

    Where a covariance lost rank its triangle no longer says all directions: a vanished one may want to grow, and the
    triangle's upper entries, held at 0, may want to move. Both are tried, then written as a triangle again.
    """
    point = profile.at(parameters)
    if point is None or point.value >= NOWHERE:
        return None
    best, lowest, start = None, point.value - WORTH_MOVING, 0
    for place, triangle, slope in zip(
        profile.problem.places, profile.triangles(parameters), profile.level_slopes(point.slope), strict=True
    ):
        for factor in (*_grown(triangle, slope), *_turned(triangle, slope)):
            tried = parameters.copy()
            tried[start : start + place.entries] = _triangle_of(factor)[place.lower]
            if (reached := profile.value(tried)) < lowest:
                best, lowest = tried, reached
        start += place.entries
    return best


def _grown(triangle: Floats, slope: Floats) -> Iterator[Floats]:
    """Factors with the vanished direction added along which -2 l falls most."""
    sizes, directions = np.linalg.eigh(triangle @ triangle.T)
    vanished = directions[:, sizes < 1e-6]
    steepness, along = np.linalg.eigh(vanished.T @ slope @ vanished)
    if steepness.size and steepness[0] < 0:
        for size in STEPS:
            yield np.hstack([triangle, size * vanished @ along[:, :1]])


def _turned(triangle: Floats, slope: Floats) -> Iterator[Floats]:
    """Factors moved along the whole gradient, when part of it lies above the diagonal."""
    gradient = slope @ triangle
    if np.max(np.abs(np.triu(gradient, 1)), initial=0.0) > STEEP:
        for size in STEPS:
            yield triangle - size * gradient / np.linalg.norm(gradient)


def _triangle_of(factor: Floats) -> Floats:
    """The lower triangle with the same covariance as a factor of any width."""
    return np.asarray(np.linalg.qr(factor.T).R.T, dtype=np.float64)
