"""The profile (restricted) likelihood of a mixed model, with its gradient.

V = s^2 (D R D + Z L L' Z'), with R the residual correlation, D the residual spread per stratum (the reference 1) and
L the lower-triangular relative factor of the random effects' covariance. b and s^2 are profiled out. Up to constants

    REML: -2 l = (N - p) log r'V0^-1 r + log|V0| + log|X'V0^-1 X|,    ML: -2 l = N log r'V0^-1 r + log|V0|.

L is used as it stands, not its logarithm: -2 l is even and smooth in it, so that a variance of 0, a legitimate
optimum, is an ordinary stationary point and not infinitely far away. V0^-1 by Woodbury from cross-products of
whitened rows, which are made once per value of the correlation.

Pinheiro & Bates (2000), doi:10.1007/b98882; Bates et al. (2015), doi:10.18637/jss.v067.i01.
"""

from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.problem import Place, Problem

GRADIENT_STEP = 3e-5
NOWHERE = 1e100
FEW_SHAPES = 3
SMALL = 50_000
NOTHING: Floats = np.zeros((0, 0))


@dataclass(frozen=True, eq=False)
class Moments:
    """Cross-products of whitened rows: `gram` (p+1, p+1) of [X y], `cross` (B, q, q+p+1) of Z with [Z X y]."""

    gram: Floats
    cross: Floats
    log_determinant: float


@dataclass(frozen=True, eq=False)
class Point:
    """The criterion at one place: -2 l less constants, and (when asked for) what the estimates are made from."""

    value: float
    sum_of_squares: float
    coefficients: Floats
    inverse: Floats
    slope: Floats


@dataclass(eq=False)
class Profile:
    """-2 times the profile log-likelihood of a problem as a function of free parameters.

    The parameters: the lower triangles of L by level, then the free correlation, then log spreads per stratum.
    """

    problem: Problem
    restricted: bool

    def __post_init__(self) -> None:
        self._kept: tuple[bytes, Moments] | None = None
        self.random = sum(place.entries for place in self.problem.places)
        self.residual = self.problem.rhythm.parameters + len(self.problem.model.strata) - 1
        self._openings = np.concatenate(
            [np.arange(batch.start, batch.rows.stop, batch.size) for batch in self.problem.batches]
        )
        self._bare = self.problem.effects.shape[1] == 1
        self._layout = np.hstack([self.problem.effects, self.problem.fixed, self.problem.scores[:, None]])

    @property
    def size(self) -> int:
        """How many free parameters."""
        return self.random + self.residual

    @property
    def freedom(self) -> int:
        """N - p under REML, N under ML."""
        return self.problem.rows - (self.problem.terms if self.restricted else 0)

    def factor(self, parameters: Floats) -> Floats:
        """The block's relative factor L (q, q)."""
        if self._bare:
            return np.array([[parameters[0]]])
        whole = np.zeros((self.problem.effects.shape[1],) * 2)
        for place, triangle in zip(self.problem.places, self.triangles(parameters), strict=True):
            for columns in place.slices():
                whole[columns, columns] = triangle
        return whole

    def triangles(self, parameters: Floats) -> tuple[Floats, ...]:
        """Each level's lower triangle, scaled columns."""
        found, start = [], 0
        for place in self.problem.places:
            triangle = np.zeros((place.size, place.size))
            triangle[place.lower] = parameters[start : start + place.entries]
            found.append(triangle)
            start += place.entries
        return tuple(found)

    def rhythm_of(self, parameters: Floats) -> float:
        """The correlation parameter in its natural unit, 0 when there is none."""
        rhythm = self.problem.rhythm
        return rhythm.natural(float(parameters[self.random])) if rhythm.parameters else 0.0

    def spreads_of(self, parameters: Floats) -> Floats:
        """The residual spread of each stratum relative to the reference."""
        spreads = np.concatenate([[0.0], parameters[self.random + self.problem.rhythm.parameters :]])
        return np.asarray(np.exp(spreads), dtype=np.float64)

    def moments(self, parameters: Floats) -> Moments:
        """Cross-products under these residual parameters; the last made are kept."""
        key = parameters[self.random :].tobytes()
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._moments(parameters))
        return self._kept[1]

    def _moments(self, parameters: Floats) -> Moments:
        problem, wide = self.problem, self.problem.effects.shape[1]
        spreads = self.spreads_of(parameters)
        rows = self._layout if len(spreads) == 1 else self._layout / spreads[problem.stratum][:, None]
        white, log_determinant = problem.rhythm.whiten(self.rhythm_of(parameters), rows)
        log_determinant += 2 * float(problem.counts @ np.log(spreads))
        right = white[:, wide:]
        cross = self._crossed(white) if wide else np.zeros((0, 0, right.shape[1]))
        return Moments(right.T @ right, cross, log_determinant)

    def _crossed(self, white: Floats) -> Floats:
        """Z'[Z X y] of every block: a product per shape of block, or, for many shapes of few rows, sums of products."""
        batches, wide = self.problem.batches, self.problem.effects.shape[1]
        if len(batches) > FEW_SHAPES and white.size * wide <= SMALL:
            products = white[:, :wide, None] * white[:, None, :]
            return np.asarray(np.add.reduceat(products, self._openings, axis=0), dtype=np.float64)
        parts = []
        for batch in batches:
            block = white[batch.rows].reshape(batch.count, batch.size, -1)
            parts.append(block[:, :, :wide].transpose(0, 2, 1) @ block)
        return np.concatenate(parts)

    def value(self, parameters: Floats) -> float:
        """-2 l less constants; a very large number where it cannot be computed."""
        point = self.at(parameters, sloped=False)
        return NOWHERE if point is None else point.value

    def at(self, parameters: Floats, *, sloped: bool = True) -> Point | None:
        """Evaluate, with the derivative to the random effects' relative covariance (q, q) if `sloped`."""
        if not np.all(np.isfinite(parameters)):
            return None
        moments, factor = self.moments(parameters), self.factor(parameters)
        try:
            with np.errstate(all="ignore"):
                return self._point(moments, factor, sloped=sloped)
        except np.linalg.LinAlgError:
            return None

    def _point(self, moments: Moments, factor: Floats, *, sloped: bool) -> Point | None:
        wide, terms = len(factor), self.problem.terms
        loaded = factor.T @ moments.cross
        solved, capacity = _solved(loaded[:, :, :wide] @ factor + np.eye(wide), loaded)
        left = loaded[:, :, wide:].reshape(-1, terms + 1)
        gram = moments.gram - left.T @ solved[:, :, wide:].reshape(-1, terms + 1)
        corner = np.linalg.cholesky(gram)
        heights = np.diag(corner)
        squares = float(heights[terms] ** 2)
        if not squares > 0:
            return None
        value = self.freedom * np.log(squares) + moments.log_determinant + capacity
        if self.restricted:
            value += 2 * np.log(heights[:terms]).sum()
        if not sloped:
            return Point(float(value), squares, NOTHING, NOTHING, NOTHING)
        inverse = np.asarray(np.linalg.inv(gram[:terms, :terms]), dtype=np.float64)
        coefficients = np.asarray(inverse @ gram[:terms, terms], dtype=np.float64)
        slope = self._slope(moments, factor, solved, inverse, coefficients, squares) if wide else NOTHING
        return Point(float(value), squares, coefficients, inverse, slope)

    def _slope(
        self, moments: Moments, factor: Floats, solved: Floats, inverse: Floats, coefficients: Floats, squares: float
    ) -> Floats:
        """d(-2 l)/d(L L'): the sum over blocks of Z'V^-1Z - Z'V^-1X Q X'V^-1Z - (freedom / ssr) z z', z = Z'V^-1 r."""
        wide, terms = len(factor), self.problem.terms
        inner = moments.cross - (moments.cross[:, :, :wide] @ factor) @ solved
        to_fixed = inner[:, :, wide : wide + terms]
        residual = inner[:, :, -1] - to_fixed @ coefficients
        slope = inner[:, :, :wide].sum(axis=0) - (self.freedom / squares) * (residual.T @ residual)
        if self.restricted:
            slope = slope - np.tensordot(to_fixed @ inverse, to_fixed, axes=([0, 2], [0, 2]))
        return np.asarray((slope + slope.T) / 2, dtype=np.float64)

    def level_slopes(self, slope: Floats) -> tuple[Floats, ...]:
        """The derivative to each level's relative covariance, summed over its copies."""
        return tuple(sum_of_blocks(slope, place) for place in self.problem.places)

    def with_gradient(self, parameters: Floats) -> tuple[float, Floats]:
        """The criterion and its gradient: analytic for L, central differences for the few residual parameters."""
        point = self.at(parameters)
        if point is None:
            return NOWHERE, np.zeros(self.size)
        gradient = np.zeros(self.size)
        start = 0
        for place, triangle, slope in zip(
            self.problem.places, self.triangles(parameters), self.level_slopes(point.slope), strict=True
        ):
            gradient[start : start + place.entries] = (2 * slope @ triangle)[place.lower]
            start += place.entries
        for index in range(self.random, self.size):
            gradient[index] = self._difference(parameters, index)
        return point.value, gradient

    def _difference(self, parameters: Floats, index: int) -> float:
        step = np.zeros(self.size)
        step[index] = GRADIENT_STEP
        kept = self._kept
        above, below = self.value(parameters + step), self.value(parameters - step)
        self._kept = kept
        return (above - below) / (2 * GRADIENT_STEP)

    def log_likelihood(self, value: float) -> float:
        """The full log-likelihood in the units of the scores from a value of the criterion."""
        freedom = self.freedom
        constant = freedom * (np.log(2 * np.pi / freedom) + 1 + 2 * np.log(self.problem.unit))
        if self.restricted:
            constant += 2 * np.log(np.abs(np.diag(self.problem.triangle))).sum()
        return float(-0.5 * (value + constant))


def _solved(capacitance: Floats, loaded: Floats) -> tuple[Floats, float]:
    """Each block's capacitance^-1 times its loaded columns, and the sum of log determinants."""
    if capacitance.shape[1] == 1:
        return loaded / capacitance, float(np.log(capacitance).sum())
    heights = np.linalg.slogdet(capacitance)[1]
    return np.asarray(np.linalg.solve(capacitance, loaded), dtype=np.float64), float(heights.sum())


def sum_of_blocks(matrix: Floats, place: Place) -> Floats:
    """Add up a level's diagonal blocks of a (q, q) matrix."""
    total = np.zeros((place.size, place.size))
    for columns in place.slices():
        total += matrix[columns, columns]
    return total
