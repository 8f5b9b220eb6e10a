"""Ordinary least squares of a piecewise model: the classic, and wrong by a wide margin when scores have a memory.

Definition: b minimises the sum of squared residuals; se from s^2 (X'X)^-1, s^2 on N - p; t tests; R^2 and how much of
it is lost when a term is dropped, b_j^2 / ((X'X)^-1)_jj / SS_total. Its standard errors assume that every score is
independent of the one before: with an autocorrelation of 0.6 it calls an effect in 28 % of series without one at a
nominal 5 % (40 points). Use it for its estimates, not for its p values (Huitema & McKean 2000,
doi 10.1177/00131640021970358).

Example: scores 1 2 | 5 7 9 at times 1..5, W: intercept 1, trend 1, level change 2 (5 against 3 expected), slope
change 1; the fit is perfect, so there is no test.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.basis import Basis, Scores, orthonormal, restated, to_size
from lijfspoor.domain.singlecase.models.coefficients import Coefficient, coefficients
from lijfspoor.domain.singlecase.models.piecewise import LinearModel


@dataclass(frozen=True, eq=False)
class LeastSquaresFit:
    """`covariance` (p, p) of the estimates; `fitted`, `residuals` of the rows with a score; `f` is None after a perfect
    fit or without terms beside the intercept; `r2` is None when all scores are the same."""

    coefficients: tuple[Coefficient, ...]
    covariance: Floats
    sigma: float
    df: int
    f: float | None
    f_p: float | None
    r2: float | None
    r2_adjusted: float | None
    r2_lost: Mapping[str, float | None]
    fitted: Floats
    residuals: Floats
    perfect: bool


def ordinary_least_squares(model: LinearModel) -> LeastSquaresFit:
    """Fit by least squares, rows without a score left out.

    Raises Refused: "no-scores", "fewer-scores-than-terms", "no-scores-to-spare" (as many scores as terms),
    "terms-not-separable", "number-too-large".
    """
    model = model.scored()
    basis = orthonormal(model)
    rows, terms = model.matrix.shape
    if rows == terms:
        raise refuse(
            "no-scores-to-spare",
            nl=f"Er zijn net zo veel scores ({rows}) als onderdelen; hoe zeker de uitkomst is, valt niet te zeggen.",
            en=f"There are as many scores ({rows}) as terms; how sure the outcome is cannot be said.",
        )
    scores = to_size(model.values)
    on_basis = basis.columns.T @ scores.z
    residuals = scores.z - basis.columns @ on_basis
    perfect = scores.size == 0 or scores.perfect(residuals)
    return _fit(model, basis, scores, on_basis, np.zeros(rows) if perfect else residuals, perfect)


def _fit(
    model: LinearModel, basis: Basis, scores: Scores, on_basis: Floats, residuals: Floats, perfect: bool
) -> LeastSquaresFit:
    rows, terms = model.matrix.shape
    df = rows - terms
    left = float(residuals @ residuals)
    spread = left / df
    own = restated(basis, scores, on_basis)
    # the deviation from the mean is what the columns beside the intercept explain plus what they leave
    deviations = scores.z - scores.z.mean()
    total = float(deviations @ deviations)
    shape = basis.back @ basis.back.T
    sigma = scores.scale * float(np.sqrt(spread))
    r2 = None if total == 0 else 1 - left / total
    testable = not perfect and terms > 1
    f = (total - left) / (terms - 1) / spread if testable else None
    return LeastSquaresFit(
        coefficients=coefficients(model.names, own, sigma * np.sqrt(np.diag(shape)), float(df)),
        covariance=sigma**2 * shape,
        sigma=sigma,
        df=df,
        f=f,
        f_p=None if f is None else float(special.fdtrc(terms - 1, df, f)),
        r2=r2,
        r2_adjusted=None if r2 is None else 1 - (1 - r2) * (rows - 1) / df,
        r2_lost=_lost(model.names, basis.back @ on_basis, shape, total),
        fitted=model.values - scores.scale * residuals,
        residuals=scores.scale * residuals,
        perfect=perfect,
    )


def _lost(names: tuple[str, ...], estimates: Floats, shape: Floats, total: float) -> Mapping[str, float | None]:
    explained = estimates**2 / np.diag(shape)
    return MappingProxyType(
        {names[term]: float(explained[term] / total) if total > 0 else None for term in range(1, len(names))}
    )
