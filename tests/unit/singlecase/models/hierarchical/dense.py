"""The slow way: one dense covariance matrix for all rows, entry by entry, and the formulas as they stand."""

import numpy as np

from lijfspoor.domain.singlecase.data.series import Case, Floats, make_case
from lijfspoor.domain.singlecase.models.hierarchical.fit import MixedFit
from lijfspoor.domain.singlecase.models.hierarchical.problem import MixedModel


def covariance(
    model: MixedModel,
    random: tuple[Floats, ...],
    sigma: float,
    correlation: float | None = None,
    spreads: Floats | None = None,
    lag: float = 1.0,
) -> Floats:
    rows = len(model.scores)
    ratios = np.ones(len(model.strata)) if spreads is None else spreads
    value = np.zeros((rows, rows))
    for i in range(rows):
        for j in range(rows):
            for level, within in zip(model.levels, random, strict=True):
                if level.group[i] == level.group[j]:
                    value[i, j] += float(level.columns[i] @ within @ level.columns[j])
            if model.series[i] == model.series[j]:
                alike = _alike(str(model.correlation), correlation, abs(model.times[i] - model.times[j]) / lag)
                value[i, j] += sigma**2 * ratios[model.stratum[i]] * ratios[model.stratum[j]] * alike
    return value


def _alike(kind: str, parameter: float | None, apart: float) -> float:
    if apart < 1e-12:
        return 1.0
    if parameter is None or kind == "independent":
        return 0.0
    if kind == "ma1":
        return parameter / (1 + parameter**2) if abs(apart - 1) < 1e-9 else 0.0
    if parameter < 0:
        return float(parameter ** round(apart))
    return float(parameter**apart)


def log_likelihood(model: MixedModel, value: Floats, *, restricted: bool) -> float:
    rows, terms = model.fixed.shape
    inverse = np.linalg.inv(value)
    precision = model.fixed.T @ inverse @ model.fixed
    residual = model.scores - model.fixed @ np.linalg.solve(precision, model.fixed.T @ inverse @ model.scores)
    total = np.linalg.slogdet(value)[1] + residual @ inverse @ residual
    if restricted:
        total += np.linalg.slogdet(precision)[1] + (rows - terms) * np.log(2 * np.pi)
    else:
        total += rows * np.log(2 * np.pi)
    return float(-total / 2)


def dense_log_likelihood(fit: MixedFit) -> float:
    value = covariance(fit.problem.model, fit.random, fit.sigma, fit.correlation, fit.spreads, fit.lag)
    return log_likelihood(fit.problem.model, value, restricted=fit.method == "REML")


def invented(
    seed: int, cases: int = 4, size: int = 14, *, phi: float = 0.3, between: float = 1.0, level: float = 0.0
) -> list[Case]:
    """Cases in A and B with staggered starts, AR(1) noise, differing levels and differing effects."""
    draw = np.random.default_rng(seed)
    found = []
    for number in range(cases):
        noise = draw.standard_normal(size)
        for row in range(1, size):
            noise[row] = phi * noise[row - 1] + np.sqrt(1 - phi**2) * noise[row]
        start = 4 + number % 4
        effect = (np.arange(size) >= start) * (2 + level * draw.standard_normal())
        scores = np.round(10 + between * draw.standard_normal() + effect + noise, 2)
        found.append(make_case(f"case {number}", scores, ["A"] * start + ["B"] * (size - start)))
    return found
