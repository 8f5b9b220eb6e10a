r"""The variance between clients, tau^2: how much true effects differ, beyond the error of each estimate.

Each client's estimate y_i has variance v_i; with w_i(t) = 1/(v_i + t) and b(t) the weighted mean,
Q(t) = sum w_i(t) (y_i - b(t))^2; Cochran's Q is Q(0). Three estimators, none below 0:

- DL (DerSimonian & Laird 1986, doi:10.1016/0197-2456(86)90046-2): (Q - (k-1)) / (S1 - S2/S1), S_j = sum v_i^-j.
- PM (Paule & Mandel 1982, doi:10.6028/jres.087.022): the t at which Q(t) = k - 1.
- REML: the t of the highest restricted likelihood
  -1/2 [sum log(v_i + t) + log sum w_i + Q(t)]; every stationary point is looked at, not the nearest.

Dispute: DL is too small when clients truly differ and few were seen; REML and PM are advised
(Veroniki et al. 2016, doi:10.1002/jrsm.1164). With fewer than five clients all three are poor, hence the interval:
Q-profile (Viechtbauer 2007, doi:10.1002/sim.2514), the t where Q(t) meets the chi^2(k-1) quantiles: exact when the v_i
are known.

Example: y = 0, 2 with v = 1/2, 1/2: Q = 4, S1 = 4, S2 = 8, and all three give tau^2 = (2)^2/2 - 1/2 = 3/2.
"""

from collections.abc import Callable
from enum import StrEnum

import numpy as np
from scipy.optimize import brentq
from scipy.special import chdtri

from lijfspoor.domain.singlecase.data.series import Floats

GRID, GRID_PER_DECADE = 64, 8
CHUNK = 1_000_000


class Method(StrEnum):
    """How the variance between clients is estimated."""

    DL = "DL"
    PM = "PM"
    REML = "REML"


def weighted_mean(values: Floats, variances: Floats, tau2: float) -> float:
    """Mean of `values` with weights 1/(variances + tau2)."""
    weights = 1.0 / (variances + tau2)
    return float(weights @ values / weights.sum())


def cochran_q(values: Floats, variances: Floats, tau2: float = 0.0) -> float:
    """Q(tau2): weighted squares around the weighted mean; Cochran's Q at 0."""
    apart = values - weighted_mean(values, variances, tau2)
    return float(np.sum(apart**2 / (variances + tau2)))


def between_variance(values: Floats, variances: Floats, method: Method) -> float:
    """tau^2 by the method, of effects brought to one scale (`standardise`)."""
    if np.ptp(values) == 0:
        return 0.0
    if method is Method.DL:
        return _dersimonian_laird(values, variances)
    if method is Method.PM:
        return solve_q(values, variances, len(values) - 1.0)
    return _restricted_likelihood(values, variances)


def typical_variance(variances: Floats) -> float:
    """The typical variance within a client of Higgins & Thompson (2002): (k-1) S1 / (S1^2 - S2)."""
    rising = np.sort(variances.min() / variances)
    # S1^2 - S2 as the sum over pairs, which does not cancel where one weight outgrows all others.
    pairs = 2.0 * float(rising[1:] @ np.cumsum(rising)[:-1])
    return float(variances.min() * (len(rising) - 1) * rising.sum() / pairs)


def profile_interval(values: Floats, variances: Floats, level: float) -> tuple[float, float]:
    """Limits of tau^2 by Q-profile; both 0 where the clients are closer together than chance alone would put them."""
    tail = (1.0 - level) / 2.0
    freedom = len(values) - 1
    high, low = float(chdtri(freedom, tail)), float(chdtri(freedom, 1.0 - tail))
    return solve_q(values, variances, high), solve_q(values, variances, low)


def solve_q(values: Floats, variances: Floats, target: float) -> float:
    """The tau^2 at which Q(tau^2) equals `target`, 0 where Q(0) is below it; Q falls as tau^2 grows."""

    def excess(tau2: float) -> float:
        return cochran_q(values, variances, tau2) - target

    if excess(0.0) <= 0:
        return 0.0
    upper = float(np.sum((values - values.mean()) ** 2)) / target
    return _root(excess, 0.0, upper)


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    if function(high) >= 0:  # Q(high) <= target by construction; equality up to round-off is the root itself
        return high
    return float(brentq(function, low, high, xtol=1e-300, rtol=4 * np.finfo(float).eps, maxiter=500))


def _dersimonian_laird(values: Floats, variances: Floats) -> float:
    excess = cochran_q(values, variances) - (len(values) - 1)
    return max(0.0, excess * typical_variance(variances) / (len(values) - 1))


def restricted_likelihood(values: Floats, variances: Floats, tau2: float) -> float:
    """The restricted log-likelihood of tau^2, constants left out."""
    whole = variances + tau2
    return -0.5 * float(np.sum(np.log(whole)) + np.log(np.sum(1.0 / whole)) + cochran_q(values, variances, tau2))


def _scores(values: Floats, variances: Floats, tau2s: Floats) -> Floats:
    """Twice the slope of the restricted likelihood at each tau^2, over the largest weight: the same sign and roots."""
    weights = 1.0 / (variances + tau2s[:, None])
    largest = weights.max(axis=1)
    shares = weights / largest[:, None]
    total = shares.sum(axis=1)
    apart = values - (shares @ values / total)[:, None]
    rising = np.sort(shares, axis=1)
    pairs = 2.0 * np.sum(rising[:, 1:] * np.cumsum(rising, axis=1)[:, :-1], axis=1)
    return np.asarray(np.sum((shares * apart) ** 2, axis=1) * largest - pairs / total)


def _restricted_likelihood(values: Floats, variances: Floats) -> float:
    """The highest of 0 and of every stationary point.

    No stationary point lies beyond twice the sum of squares around the plain mean plus the largest variance: there the
    slope is negative. The likelihood may have two tops, hence the grid.
    """

    def score(tau2: float) -> float:
        return float(_scores(values, variances, np.array([tau2]))[0])

    top = 2.0 * float(np.sum((values - values.mean()) ** 2)) + float(variances.max())
    bottom = float(variances.min()) * 1e-6
    points = max(GRID, GRID_PER_DECADE * int(np.log10(top / bottom)))
    grid = np.concatenate(([0.0], np.geomspace(bottom, top, points)))
    rows = max(1, CHUNK // len(values))
    slopes = np.concatenate([_scores(values, variances, grid[at : at + rows]) for at in range(0, len(grid), rows)])
    turns = np.flatnonzero((slopes[:-1] > 0) & (slopes[1:] <= 0))
    tops = [0.0, *(_root(score, float(grid[at]), float(grid[at + 1])) for at in turns)]
    return max(tops, key=lambda tau2: restricted_likelihood(values, variances, tau2))
