"""The likelihood of errors with a memory as a function of that memory alone, and its highest point."""

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.basis import Basis
from lijfspoor.domain.singlecase.models.memory import Memory

LOG_2PI = math.log(2 * math.pi)
# between no memory at all over the shortest gap and one that hardly fades over the whole series
FORGOTTEN, ENDLESS = 20.0, 1e-6
STEP = 1.5
# numbers held at once while the grid is walked
ROOM = 2_000_000


class Likelihood(StrEnum):
    """Maximum likelihood, or restricted maximum likelihood (less biased spread)."""

    ML = "ML"
    REML = "REML"


@dataclass(frozen=True, eq=False)
class At:
    """Everything at one memory: `estimates` on the basis, `inverse` of X'R^-1 X, whitened `columns` and residual."""

    estimates: Floats
    inverse: Floats
    rss: float
    log_likelihood: float
    columns: Floats
    residual: Floats


@dataclass(frozen=True, eq=False)
class Profile:
    """The likelihood of one series, spread and terms profiled out; `residuals` are those of least squares."""

    basis: Basis
    residuals: Floats
    least_squares: Floats
    likelihood: Likelihood

    @cached_property
    def joined(self) -> Floats:
        """The basis and the residual beside it, shape (n, p + 1)."""
        return np.column_stack((self.basis.columns, self.residuals))

    @property
    def size(self) -> tuple[int, int]:
        """How many rows and terms."""
        return self.joined.shape[0], self.joined.shape[1] - 1

    def at(self, memory: Memory) -> At:
        """Everything at one memory."""
        fresh = memory.whiten(self.joined)
        columns, scores = fresh[:, :-1], fresh[:, -1]
        inverse: Floats = np.asarray(np.linalg.inv(columns.T @ columns), dtype=np.float64)
        shift = inverse @ (columns.T @ scores)
        residual = scores - columns @ shift
        rss = float(residual @ residual)
        log_det_terms = -float(np.linalg.slogdet(inverse)[1])
        height = self.height(rss, memory.log_det, log_det_terms)
        return At(self.least_squares + shift, inverse, rss, height, columns, residual)

    def height(self, rss: float, log_det: float, log_det_terms: float) -> float:
        """The log-likelihood, ML or REML, with the spread at its best."""
        rows, terms = self.size
        if self.likelihood is Likelihood.ML:
            return -0.5 * (rows * (LOG_2PI + math.log(rss / rows) + 1) + log_det)
        left = rows - terms
        fixed = left * (LOG_2PI + math.log(rss / left) + 1) + self.basis.log_det
        return -0.5 * (fixed + log_det + log_det_terms)

    def slope(self, memory: Memory) -> float:
        """The derivative of the log-likelihood by log rate."""
        at = self.at(memory)
        steps = memory.steps_by_log_rate
        residual = self.residuals - self.basis.columns @ (at.estimates - self.least_squares)
        turn = memory.whiten_step(residual[:, None], at.residual[:, None], steps)[:, 0]
        rows, terms = self.size
        weight = rows if self.likelihood is Likelihood.ML else rows - terms
        rise = -weight * float(at.residual @ turn) / at.rss - 0.5 * memory.log_det_step(steps)
        if self.likelihood is Likelihood.REML:
            change = memory.whiten_step(self.basis.columns, at.columns, steps)
            rise -= float(np.sum(at.inverse * (at.columns.T @ change)))
        return rise

    def heights(self, gaps: Floats, rates: Floats, sign: float) -> Floats:
        """The log-likelihood at every rate, in batches that fit in memory."""
        batch = max(1, ROOM // self.joined.size)
        parts = [self._batch(gaps, rates[start : start + batch], sign) for start in range(0, len(rates), batch)]
        return np.concatenate(parts)

    def _batch(self, gaps: Floats, rates: Floats, sign: float) -> Floats:
        faded = rates[:, None] * gaps
        rho = (Memory(gaps, 1.0, sign).signs * np.exp(-faded))[:, :, None]
        variances = -np.expm1(-2.0 * faded)
        fresh = np.empty((len(rates), *self.joined.shape))
        fresh[:, 0] = self.joined[0]
        fresh[:, 1:] = (self.joined[1:] - rho * self.joined[:-1]) / np.sqrt(variances)[:, :, None]
        lower = np.linalg.cholesky(fresh.transpose(0, 2, 1) @ fresh)
        diagonal = np.diagonal(lower, axis1=1, axis2=2)
        log_dets = np.log(variances).sum(axis=1)
        terms = 2 * np.log(diagonal[:, :-1]).sum(axis=1)
        pieces = zip(diagonal[:, -1] ** 2, log_dets, terms, strict=True)
        return np.array([self.height(float(rss), float(log_det), float(own)) for rss, log_det, own in pieces])


def best_memory(profile: Profile, gaps: Floats, *, signed: bool) -> Memory:
    """The memory with the highest likelihood; none at all (an infinite rate) is a candidate like the others."""
    lowest, highest = ENDLESS / float(gaps.sum()), FORGOTTEN / float(gaps.min())
    count = 2 + math.ceil(math.log(highest / lowest) / math.log(STEP))
    rates = np.geomspace(highest, lowest, count)
    none = Memory(gaps, math.inf)
    best, height = none, profile.at(none).log_likelihood
    for sign in (1.0, -1.0) if signed else (1.0,):
        found = profile.heights(gaps, rates, sign)
        for candidate in _summits(profile, gaps, rates, found, sign):
            reached = profile.at(candidate).log_likelihood
            if reached > height:
                best, height = candidate, reached
    return best


def _summits(profile: Profile, gaps: Floats, rates: Floats, heights: Floats, sign: float) -> list[Memory]:
    """Every local optimum between the points of the grid, and its ends."""
    padded = np.concatenate(([-np.inf], heights, [-np.inf]))
    tops = np.flatnonzero((padded[1:-1] >= padded[:-2]) & (padded[1:-1] >= padded[2:]))
    # a top so far below the best one cannot pass it between two points of the grid
    near = [int(top) for top in tops if heights[top] >= heights.max() - 1.0]
    return [_refined(profile, gaps, rates, top, sign) for top in near]


def _refined(profile: Profile, gaps: Floats, rates: Floats, top: int, sign: float) -> Memory:
    from scipy.optimize import brentq  # costs a tenth of a second to import

    def rise(log_rate: float) -> float:
        return profile.slope(Memory(gaps, math.exp(log_rate), sign))

    low, high = math.log(rates[min(top + 1, len(rates) - 1)]), math.log(rates[max(top - 1, 0)])
    if rise(low) > 0 > rise(high):
        return Memory(gaps, math.exp(brentq(rise, low, high, xtol=1e-12, rtol=1e-12)), sign)
    return Memory(gaps, float(rates[top]), sign)
