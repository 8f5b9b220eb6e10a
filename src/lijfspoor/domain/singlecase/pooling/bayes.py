r"""The mean effect over clients as a posterior, with priors that are stated, by deterministic quadrature.

y_i ~ N(th_i, v_i), th_i ~ N(mu, tau^2), mu ~ N(m0, p^2), tau ~ half-normal(scale A). Given tau everything is normal:
with w_i = 1/(v_i + tau^2) and P = 1/p^2 + sum w_i, mu | tau ~ N(M, 1/P), M = (m0/p^2 + sum w_i y_i)/P;
th_i | tau ~ N(B_i M + (1 - B_i) y_i, B_i tau^2 + B_i^2/P), B_i = v_i w_i; a next client ~ N(M, 1/P + tau^2); and
log p(tau | y) = 1/2 sum log w_i - 1/2 log P - 1/2 [sum w_i (y_i - M)^2 + (M - m0)^2/p^2] - tau^2/(2 A^2) + constant
(Gelman et al., Bayesian Data Analysis, section 5.4; half-normal: Roever 2020, doi:10.18637/jss.v093.i06). So one
integral over tau remains, taken on an adaptive Gauss-Legendre grid. No draws: the same answer every time.

Dispute: with few clients the prior of tau decides much; that is why it is printed with the answer. A half-normal scale
of about the size of effect that would be called large is common (Roever et al. 2021, doi:10.1002/jrsm.1475).
`error`: the largest change of any reported number, in standard deviations of its posterior (no smaller than 1e-9 of the
spread of the effects), when every panel of the grid is cut in two. Whether it assumes independence: the v_i are taken
as known, so it does where they do.

Example: y = 1, 1 with v = 1, mu ~ N(0, 1), A tiny: mu has mean 2/3 and variance 1/3.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.pooling.bayes_grid import TauGrid, halved_grid, tau_cdf_root, tau_grid
from lijfspoor.domain.singlecase.pooling.client_effects import WIDEST_RATIO, ClientEffects, standardise
from lijfspoor.domain.singlecase.pooling.random_effects import check_level

CHUNK = 1_000_000
STEPS = 200
LEAST_SD = 1e-9


@dataclass(frozen=True, slots=True)
class Priors:
    """mu ~ N(mu_mean, mu_sd^2), tau ~ half-normal(tau_scale), in the unit of the effects."""

    mu_sd: float
    tau_scale: float
    mu_mean: float = 0.0

    @property
    def said(self) -> Saying:
        """The priors as a sentence."""
        mean, sd, scale = f"{self.mu_mean:g}", f"{self.mu_sd:g}", f"{self.tau_scale:g}"
        return Saying(
            nl=f"Vooraf aangenomen: het gemiddelde effect ligt rond {mean} (standaarddeviatie {sd}); "
            f"de spreiding tussen cliënten is half-normaal met schaal {scale}.",
            en=f"Assumed beforehand: the mean effect lies around {mean} (standard deviation {sd}); "
            f"the spread between clients is half-normal with scale {scale}.",
        )


@dataclass(frozen=True, slots=True)
class Posterior:
    """Mean, standard deviation, median and equal-tailed interval of one unknown."""

    mean: float
    sd: float
    median: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class BayesPooled:
    """Posteriors of the mean, the spread between clients, a next client and each client (in the order of `names`)."""

    mu: Posterior
    tau: Posterior
    new_client: Posterior
    clients: tuple[Posterior, ...]
    names: tuple[str, ...]
    probability_above_zero: float
    priors: Priors
    error: float
    remarks: tuple[Saying, ...]


@dataclass(frozen=True, eq=False)
class _Model:
    """The effects and priors on one scale."""

    values: Floats
    variances: Floats
    mu_mean: float
    mu_sd: float
    tau_scale: float

    def log_density(self, taus: Floats) -> Floats:
        """The log posterior density of tau, up to a constant, shape of `taus`."""
        rows = max(1, CHUNK // len(self.values))
        parts = [self._log_density(taus[start : start + rows]) for start in range(0, len(taus), rows)]
        return np.concatenate(parts) if parts else taus

    def _log_density(self, taus: Floats) -> Floats:
        weights = 1.0 / (self.variances + taus[:, None] ** 2)
        mean, precision = self._mean(weights)
        misfit = np.sum(weights * (self.values - mean[:, None]) ** 2, axis=1)
        misfit += ((mean - self.mu_mean) / self.mu_sd) ** 2 + (taus / self.tau_scale) ** 2
        return np.asarray(0.5 * (np.sum(np.log(weights), axis=1) - np.log(precision) - misfit))

    def _mean(self, weights: Floats) -> tuple[Floats, Floats]:
        prior = self.mu_sd**-2
        precision = prior + weights.sum(axis=1)
        return (prior * self.mu_mean + weights @ self.values) / precision, precision

    def normals(self, taus: Floats) -> tuple[Floats, Floats]:
        """Means and sds given tau of mu, a next client and each client, shapes (len(taus), 2 + k)."""
        squares = taus[:, None] ** 2
        weights = 1.0 / (self.variances + squares)
        mean, precision = self._mean(weights)
        mu, spread = mean[:, None], 1.0 / precision[:, None]
        pulls = self.variances * weights
        means = self.values + pulls * (mu - self.values)
        variances = pulls * squares + pulls**2 * spread
        return np.hstack((mu, mu, means)), np.sqrt(np.hstack((spread, spread + squares, variances)))


def pool_bayes(effects: ClientEffects, priors: Priors, *, level: float = 0.95) -> BayesPooled:
    """Pool the effects of k >= 2 clients. Raises Refused: "bad-level", "bad-prior"."""
    check_level(level)
    standard = standardise(effects)
    scale = standard.scale
    _check(priors, scale)
    model = _Model(
        standard.effects.values,
        standard.effects.variances,
        (priors.mu_mean - standard.centre) / scale,
        priors.mu_sd / scale,
        priors.tau_scale / scale,
    )
    grid = _grid(model)
    table = _summaries(model, grid, level)
    finer = _summaries(model, halved_grid(model.log_density, grid), level)
    error = float(np.max(np.abs(finer - table) / np.maximum(table[:, 1, None], LEAST_SD)))
    moved = table * scale
    moved[1:, [0, 2, 3, 4]] += standard.centre  # tau, the first row, has no centre
    said = [Posterior(row[0], row[1], row[3], Interval(row[2], row[4], level)) for row in moved.tolist()]
    above = _above(model, grid, -standard.centre / scale)
    return BayesPooled(said[1], said[0], said[2], tuple(said[3:]), effects.names, above, priors, error, (priors.said,))


def _check(priors: Priors, scale: float) -> None:
    sizes = np.array((priors.mu_sd, priors.tau_scale)) / scale
    known = np.isfinite(priors.mu_mean) and abs(priors.mu_mean) <= WIDEST_RATIO * scale
    if not (known and np.all((sizes >= 1 / WIDEST_RATIO) & (sizes <= WIDEST_RATIO))):
        raise refuse(
            "bad-prior",
            nl="Een aanname vooraf past niet: de standaarddeviatie en de schaal zijn getallen groter dan nul, "
            "in de eenheid van de effecten.",
            en="An assumption beforehand does not fit: the standard deviation and the scale are numbers above zero, "
            "in the unit of the effects.",
        )


def _grid(model: _Model) -> TauGrid:
    """tau up to 40 times all that could make it large: its own prior, and how far effects and prior mean lie apart."""
    smallest = min(float(np.sqrt(model.variances.min())), model.tau_scale) / 4
    apart = float(np.max(np.abs(model.values - model.mu_mean)))
    largest = 40.0 * (model.tau_scale + apart + 1.0)
    return tau_grid(model.log_density, smallest, largest, noise=4e-16 * len(model.values))


def _summaries(model: _Model, grid: TauGrid, level: float) -> Floats:
    """Rows tau, mu, a next client, each client; columns mean, sd, lower limit, median, upper limit."""
    probabilities = ((1 - level) / 2, 0.5, (1 + level) / 2)
    mean = float(grid.share @ grid.tau)
    sd = float(np.sqrt(grid.share @ (grid.tau - mean) ** 2))
    tau = [mean, sd, *(tau_cdf_root(model.log_density, grid, one) for one in probabilities)]
    kept = grid.share > 1e-18 * grid.share.max()
    share, taus = grid.share[kept], grid.tau[kept]
    width = max(1, CHUNK // len(taus))
    blocks = [np.array([tau])]
    for start in range(0, 2 + len(model.values), width):
        means, sds = (part[:, start : start + width] for part in model.normals(taus))
        centre = share @ means
        spread = np.sqrt(share @ (sds**2 + (means - centre) ** 2))
        limits = [mixture_quantile(share, means, sds, one) for one in probabilities]
        blocks.append(np.stack((centre, spread, *limits), axis=1))
    return np.concatenate(blocks)


def mixture_quantile(share: Floats, means: Floats, sds: Floats, probability: float) -> Floats:
    """Quantile of each column's mixture of normals: Newton kept inside a bracket that halves when it must.

    The quantile lies between the smallest and the largest quantile of the parts.
    """
    parts = means + float(ndtri(probability)) * sds
    low, high = parts.min(axis=0), parts.max(axis=0)
    guess = share @ parts
    for _ in range(STEPS):
        away = (guess - means) / sds
        excess = share @ ndtr(away) - probability
        slope = share @ (np.exp(-0.5 * away**2) / sds) / np.sqrt(2 * np.pi)
        low, high = np.where(excess < 0, guess, low), np.where(excess < 0, high, guess)
        step = guess - excess / np.maximum(slope, np.finfo(float).tiny)
        following = np.where((step > low) & (step < high), step, (low + high) / 2)
        if np.all(np.abs(following - guess) <= 1e-14 * np.maximum(np.abs(guess), high - low)):
            break
        guess = following
    return np.asarray(guess)


def _above(model: _Model, grid: TauGrid, zero: float) -> float:
    means, sds = model.normals(grid.tau)
    return float(grid.share @ ndtr((means[:, 0] - zero) / sds[:, 0]))
