"""How well variances and correlations are known: the expected information, and degrees of freedom from it.

With V_i = dV/dtheta_i, P = V^-1 - V^-1 X Q X'V^-1, Q = (X'V^-1 X)^-1, the REML information is tr(P V_i P V_j) / 2;
under ML V^-1 stands for P. theta: every entry of every random covariance, the correlation, the residual spread ratio
of each stratum but the reference, the residual variance. Satterthwaite: df = 2 (c'Qc)^2 / (g'C g), g the gradient of
c'Qc and C the inverse information.

Cost: one dense matrix per block, so memory grows with the square of a block's rows; larger blocks are refused.

Pinheiro & Bates (2000), doi:10.1007/b98882; Satterthwaite (1946), doi:10.2307/3002019; Pustejovsky, Hedges & Shadish
(2014), doi:10.3102/1076998614547577.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.fit import Method, MixedFit
from lijfspoor.domain.singlecase.models.hierarchical.problem import Batch

ROOM = 30_000_000
SINGULAR = 1e-13


@dataclass(frozen=True, eq=False)
class VarianceKnowledge:
    """`names` of the variance and correlation parameters, their `values` (k,), inverse information `covariance` (k, k).

    `reach`: shape (k, p, p), the derivative of the fixed effects' covariance to each parameter.
    """

    names: tuple[str, ...]
    values: Floats
    covariance: Floats
    reach: Floats

    def degrees_of_freedom(self, fit: MixedFit, weights: Floats) -> float:
        """Satterthwaite's degrees of freedom of the fixed-effect contrast `weights` (p,)."""
        variance = float(weights @ fit.covariance @ weights)
        gradient = np.einsum("p,kpq,q->k", weights, self.reach, weights)
        wobble = float(gradient @ self.covariance @ gradient)
        return 2 * variance**2 / wobble if wobble > 0 else float("inf")


def variance_knowledge(fit: MixedFit) -> VarianceKnowledge:
    """Invert the expected information at the optimum.

    Raises Refused: "series-too-long" (dense blocks would not fit), "no-information" (some parameter leaves no trace).
    """
    names, values, units = _parameters(fit)
    sums = _traces(fit, len(names))
    weighed = np.linalg.inv(sums.precision)
    information = sums.squares
    if fit.method is Method.REML:
        turned = weighed @ sums.bent
        information = information - 2 * np.einsum("pq,ijqp->ij", weighed, sums.crossed)
        information = information + np.einsum("iab,jba->ij", turned, turned)
    back = np.linalg.solve(fit.problem.triangle, weighed)
    reach = back @ sums.bent @ back.T * (fit.problem.unit**2 / units)[:, None, None]
    return VarianceKnowledge(names, values, _inverse(information / 2) * np.outer(units, units), reach)


@dataclass(frozen=True, eq=False)
class _Traces:
    """Sums over blocks: tr(V^-1 V_i V^-1 V_j), X'V^-1 V_i V^-1 V_j V^-1 X, X'V^-1 V_i V^-1 X and X'V^-1 X."""

    squares: Floats
    crossed: Floats
    bent: Floats
    precision: Floats


def _traces(fit: MixedFit, count: int) -> _Traces:
    terms = fit.problem.terms
    squares, crossed = np.zeros((count, count)), np.zeros((count, terms, count, terms))
    bent, precision = np.zeros((count, terms, terms)), np.zeros((terms, terms))
    for fixed, value, slopes in _blocks(fit, count):
        inverse = np.linalg.inv(value)
        seen = inverse @ fixed
        precision += np.tensordot(fixed, seen, axes=([0, 1], [0, 1]))
        slope = np.stack(slopes)
        turned = inverse @ slope
        moved = slope @ seen
        squares += turned.reshape(count, -1) @ turned.transpose(0, 1, 3, 2).reshape(count, -1).T
        crossed += np.tensordot(moved, inverse @ moved, axes=([1, 2], [1, 2]))
        bent += np.tensordot(moved, seen, axes=([1, 2], [0, 1]))
    return _Traces(squares, crossed.transpose(0, 2, 1, 3), bent, precision)


def _inverse(information: Floats) -> Floats:
    size = np.sqrt(np.diag(information))
    if np.all(size > 0):
        standard = information / np.outer(size, size)
        if np.linalg.eigvalsh(standard)[0] > SINGULAR:
            return np.asarray(np.linalg.inv(standard) / np.outer(size, size))
    raise refuse(
        "no-information",
        nl="De scores zeggen niets over een van de varianties; de onzekerheid is dan niet te geven.",
        en="The scores say nothing about one of the variances, so its uncertainty cannot be given.",
    )


def _parameters(fit: MixedFit) -> tuple[tuple[str, ...], Floats, Floats]:
    """Names, values, and the unit of each that the computation in scaled scores and columns is multiplied by."""
    problem, names, values, units = fit.problem, [], [], []
    for depth, (level, random) in enumerate(zip(problem.model.levels, fit.random, strict=True)):
        scale = problem.effect_scale[depth]
        for row, column in zip(*np.tril_indices(len(scale)), strict=True):
            names.append(f"random[{depth}]: {level.names[row]}, {level.names[column]}")
            values.append(random[row, column])
            units.append(problem.unit**2 / (scale[row] * scale[column]))
    if fit.correlation is not None:
        names.append("correlation")
        values.append(fit.correlation)
        units.append(1.0)
    for label, spread in zip(problem.model.strata[1:], fit.spreads[1:], strict=True):
        names.append(f"spread: {label}")
        values.append(spread)
        units.append(1.0)
    names.append("residual")
    return tuple(names), np.array([*values, fit.sigma**2]), np.array([*units, problem.unit**2])


def _blocks(fit: MixedFit, count: int) -> Iterator[tuple[Floats, Floats, list[Floats]]]:
    """Per handful of equal blocks: fixed columns (b, n, p), V (b, n, n) and its derivatives, in scaled scores."""
    for batch in fit.problem.batches:
        need = batch.size**2 * (4 * count + 4)
        if need > 8 * ROOM:
            raise refuse(
                "series-too-long",
                nl=f"Een casus heeft {batch.size} scores; dat is te veel om de vrijheidsgraden te berekenen.",
                en=f"A case has {batch.size} scores, which is too many to compute the degrees of freedom.",
            )
        handful = max(1, ROOM // need)
        for done in range(0, batch.count, handful):
            few = min(handful, batch.count - done)
            yield _one_handful(fit, Batch(batch.start + done * batch.size, few, batch.size))


def _one_handful(fit: MixedFit, batch: Batch) -> tuple[Floats, Floats, list[Floats]]:
    problem, shape = fit.problem, (batch.count, batch.size)
    order = problem.order[batch.rows]
    effects = problem.effects[batch.rows].reshape(*shape, -1)
    series = problem.model.series[order].reshape(shape)
    times = problem.model.times[order].reshape(shape) / problem.rhythm.lag
    slopes = _random_slopes(fit, effects)
    value = sum(
        (entry * slope for entry, slope in zip(_entries(fit), slopes, strict=True)), np.zeros((*shape, batch.size))
    )
    same = series[:, :, None] == series[:, None, :]
    alike, bend = problem.rhythm.matrix(fit.correlation or 0.0, times, same)
    stratum = problem.stratum[batch.rows].reshape(shape)
    spread = fit.spreads[stratum]
    variance = (fit.sigma / problem.unit) ** 2
    both = spread[:, :, None] * spread[:, None, :]
    if fit.correlation is not None:
        slopes.append(variance * both * bend)
    for index in range(1, len(fit.spreads)):
        here = (stratum == index).astype(np.float64)
        mixed = here[:, :, None] * spread[:, None, :] + spread[:, :, None] * here[:, None, :]
        slopes.append(variance * mixed * alike)
    slopes.append(both * alike)
    return problem.fixed[batch.rows].reshape(*shape, -1), value + variance * slopes[-1], slopes


def _random_slopes(fit: MixedFit, effects: Floats) -> list[Floats]:
    """dV to each entry of each random covariance: Z_a Z_b' + Z_b Z_a', summed over copies."""
    slopes = []
    for place in fit.problem.places:
        copies = np.stack([effects[:, :, columns] for columns in place.slices()])
        for row, column in zip(*np.tril_indices(place.size), strict=True):
            outer = (copies[..., row, None] * copies[..., None, :, column]).sum(axis=0)
            slopes.append(outer if row == column else outer + outer.transpose(0, 2, 1))
    return slopes


def _entries(fit: MixedFit) -> list[float]:
    """The random covariances' entries in scaled scores and columns."""
    entries: list[float] = []
    for random, scale in zip(fit.random, fit.problem.effect_scale, strict=True):
        scaled = random * np.outer(scale, scale) / fit.problem.unit**2
        entries += [float(value) for value in scaled[np.tril_indices(len(scale))]]
    return entries
