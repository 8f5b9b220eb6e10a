"""Fit a mixed model by ML or REML and hand over everything that follows from the optimum."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.likelihood import Profile
from lijfspoor.domain.singlecase.models.hierarchical.optimum import Optimum, at_edge, find_optimum
from lijfspoor.domain.singlecase.models.hierarchical.preparing import make_problem, perfect_fit
from lijfspoor.domain.singlecase.models.hierarchical.problem import MixedModel, Problem

VANISHED = 1e-7


class Method(StrEnum):
    """Full or restricted maximum likelihood."""

    ML = "ML"
    REML = "REML"


@dataclass(frozen=True, eq=False)
class MixedFit:
    """A mixed model at its optimum.

    `coefficients` (p,), `covariance` (p, p) of them; `random`: a covariance per level; `sigma`: residual standard
    deviation of the reference stratum; `spreads`: every stratum's over the reference's; `correlation`: phi (or theta)
    at a distance of `lag` in time, None when residuals are independent; `shortfall`: log-likelihood still to be
    gained by a Newton step; `boundary`: which quantities ended at the edge of what is possible.
    """

    problem: Problem
    method: Method
    coefficients: Floats
    covariance: Floats
    random: tuple[Floats, ...]
    sigma: float
    spreads: Floats
    correlation: float | None
    log_likelihood: float
    shortfall: float
    boundary: tuple[str, ...]

    @property
    def lag(self) -> float:
        """The distance in time that `correlation` belongs to."""
        return self.problem.rhythm.lag

    @cached_property
    def parameters(self) -> int:
        """How many parameters, fixed effects and residual variance included."""
        covariances = sum(place.entries for place in self.problem.places)
        return self.problem.terms + covariances + self.problem.rhythm.parameters + len(self.spreads)

    @property
    def aic(self) -> float:
        """Akaike's criterion over all parameters."""
        return 2 * self.parameters - 2 * self.log_likelihood

    @property
    def bic(self) -> float:
        """Schwarz's criterion with log N (ML) or log(N - p) (REML)."""
        rows = self.problem.rows - (self.problem.terms if self.method is Method.REML else 0)
        return float(np.log(rows) * self.parameters - 2 * self.log_likelihood)


def fit_mixed(model: MixedModel, method: Method = Method.REML) -> MixedFit:
    """Fit a mixed model. Raises Refused: those of `make_problem`, and "no-convergence"."""
    problem = make_problem(model)
    profile = Profile(problem, restricted=method is Method.REML)
    return _read_off(profile, find_optimum(profile), method)


def _read_off(profile: Profile, optimum: Optimum, method: Method) -> MixedFit:
    problem = profile.problem
    point = profile.at(optimum.parameters)
    if point is None:
        raise perfect_fit()
    variance = point.sum_of_squares / profile.freedom * problem.unit**2
    back = np.linalg.solve(problem.triangle, np.eye(problem.terms))
    random = tuple(
        variance * (triangle @ triangle.T) / np.outer(scale, scale)
        for triangle, scale in zip(profile.triangles(optimum.parameters), problem.effect_scale, strict=True)
    )
    return MixedFit(
        problem=problem,
        method=method,
        coefficients=back @ (problem.ordinary + problem.unit * point.coefficients),
        covariance=variance * back @ point.inverse @ back.T,
        random=random,
        sigma=float(np.sqrt(variance)),
        spreads=profile.spreads_of(optimum.parameters),
        correlation=profile.rhythm_of(optimum.parameters) if problem.rhythm.parameters else None,
        log_likelihood=profile.log_likelihood(point.value),
        shortfall=optimum.shortfall,
        boundary=_boundary(profile, optimum.parameters),
    )


def _boundary(profile: Profile, parameters: Floats) -> tuple[str, ...]:
    """Which quantities lie at the edge: covariances of lower rank, correlations at 1, spreads without end."""
    found = []
    for level, triangle in zip(profile.problem.model.levels, profile.triangles(parameters), strict=True):
        if np.linalg.eigvalsh(triangle @ triangle.T)[0] < VANISHED:
            found.append("random " + ", ".join(level.names))
    if at_edge(profile, parameters).any():
        found.append("residual")
    return tuple(found)
