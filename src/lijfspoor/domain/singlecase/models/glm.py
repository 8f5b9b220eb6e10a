"""Piecewise regression of counts (Poisson, log link) and of successes out of trials (binomial, logit link).

Definition: g(mu) = X b, b by maximum likelihood through iteratively reweighted least squares (Nelder & Wedderburn 1972,
doi 10.2307/2344614), steps halved when the deviance would rise, to the last digits; se from (X'WX)^-1; Wald z.
Deviance 2 (l_saturated - l), AIC -2 l + 2 p with all constants in l.

Two ways to stop: `sharp` (default) goes on to the last digits, takes the standard errors there and refuses when no
finite estimate exists; `usual` stops as most programs do, when the deviance moves less than 1e-8 of itself, and takes
the standard errors from one round before: off by up to 1e-4 of themselves, and huge where no estimate exists.

Dispute: standard errors assume that scores are independent and vary as their distribution says; daily counts of one
person have a memory and vary more, so these p values are too small. A phase with only zeros (or only successes) has no
estimate: it is refused, not answered with a huge number.

Example: counts 2 4 3 | 6 6 with level only: intercept log 3, level change log 2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.basis import orthonormal
from lijfspoor.domain.singlecase.models.coefficients import Coefficient, coefficients
from lijfspoor.domain.singlecase.models.piecewise import LinearModel

# without an estimate every round moves on by about 1; after 30 the weights still stand out from round-off
ROUNDS = 30
HALVINGS = 30
STILL = 1e-9
USUAL = 1e-8


class Family(StrEnum):
    """What the scores are: counts, or successes out of trials."""

    POISSON = "poisson"
    BINOMIAL = "binomial"


class Stopping(StrEnum):
    """When the climb ends: at the last digits, or as most programs do."""

    SHARP = "sharp"
    USUAL = "usual"


@dataclass(frozen=True, eq=False)
class GeneralisedFit:
    """`covariance` (p, p) of the estimates; `fitted` expected counts, or expected shares for the binomial."""

    coefficients: tuple[Coefficient, ...]
    covariance: Floats
    deviance: float
    log_likelihood: float
    aic: float
    df: int
    fitted: Floats


@dataclass(frozen=True, slots=True)
class _Likelihood:
    """One family: `mean` and its derivative by the linear predictor (equal to the variance, as links are canonical)."""

    mean: Callable[[Floats], Floats]
    weight: Callable[[Floats], Floats]
    deviance: Callable[[Floats], float]
    constant: float
    start: Floats


def generalised_linear(
    model: LinearModel, family: Family | str, stopping: Stopping | str = Stopping.SHARP
) -> GeneralisedFit:
    """Fit counts or successes, rows without a score left out.

    Raises Refused: those of `orthonormal`, "not-counts", "no-trials", "more-successes-than-trials", "separated" (no
    finite estimate).
    """
    model, kind, stop = model.scored(), Family(family), Stopping(stopping)
    basis = orthonormal(model)
    counts = _counts(model.values)
    target = _poisson(counts) if kind is Family.POISSON else _binomial(counts, _trials(model, counts))
    with np.errstate(over="ignore", invalid="ignore"):
        predictor, information = (_climb if stop is Stopping.SHARP else _climb_as_usual)(basis.columns, counts, target)
    on_basis = basis.columns.T @ predictor
    covariance = basis.back @ _inverse(information) @ basis.back.T
    deviance = target.deviance(predictor)
    log_likelihood = target.constant - deviance / 2
    fitted = np.exp(predictor) if kind is Family.POISSON else special.expit(predictor)
    return GeneralisedFit(
        coefficients=coefficients(model.names, basis.back @ on_basis, np.sqrt(np.diag(covariance))),
        covariance=covariance,
        deviance=deviance,
        log_likelihood=log_likelihood,
        aic=-2 * log_likelihood + 2 * len(model.names),
        df=len(counts) - len(model.names),
        fitted=fitted,
    )


def _climb(columns: Floats, counts: Floats, target: _Likelihood) -> tuple[Floats, Floats]:
    """Climb to the highest likelihood; the linear predictor there, and the information on the basis."""
    predictor, _ = _round(columns, counts, target, target.start)
    deviance = target.deviance(predictor)
    for _ in range(ROUNDS):
        reached, _ = _round(columns, counts, target, predictor)
        step = reached - predictor
        predictor, deviance = _halved(target, predictor, step, deviance)
        if np.max(np.abs(step)) < STILL:
            return predictor, _round(columns, counts, target, predictor)[1]
    raise _separated()


def _climb_as_usual(columns: Floats, counts: Floats, target: _Likelihood) -> tuple[Floats, Floats]:
    """Climb until the deviance hardly moves; the information is that of the round before."""
    predictor, before = target.start, target.deviance(target.start)
    for _ in range(ROUNDS):
        predictor, information = _round(columns, counts, target, predictor)
        deviance = target.deviance(predictor)
        if abs(deviance - before) < USUAL * (abs(deviance) + 0.1):
            return predictor, information
        before = deviance
    raise _separated()


def _round(columns: Floats, counts: Floats, target: _Likelihood, predictor: Floats) -> tuple[Floats, Floats]:
    """One round of reweighted least squares: the next linear predictor, and the information it was found with."""
    weight = target.weight(predictor)
    information = columns.T @ (weight[:, None] * columns)
    working = weight * predictor + counts - target.mean(predictor)
    return columns @ _solved(information, columns.T @ working), information


def _solved(information: Floats, rise: Floats) -> Floats:
    try:
        return np.asarray(np.linalg.solve(information, rise))
    except np.linalg.LinAlgError:
        raise _separated() from None


def _inverse(information: Floats) -> Floats:
    """The inverse of an information matrix, refused where it is not that of a top."""
    try:
        np.linalg.cholesky(information)
    except np.linalg.LinAlgError:
        raise _separated() from None
    return np.asarray(np.linalg.inv(information))


def _halved(target: _Likelihood, predictor: Floats, step: Floats, deviance: float) -> tuple[Floats, float]:
    # a rise no larger than round-off is none
    slack = 1e-12 * (abs(deviance) + 1)
    for _ in range(HALVINGS):
        reached = target.deviance(predictor + step)
        if reached <= deviance + slack:
            break
        step = step / 2
    return predictor + step, reached


def _poisson(counts: Floats) -> _Likelihood:
    def deviance(predictor: Floats) -> float:
        return 2 * float(np.sum(special.xlogy(counts, counts) - counts * predictor - counts + np.exp(predictor)))

    def mean(predictor: Floats) -> Floats:
        return np.exp(predictor)

    saturated = float(np.sum(special.xlogy(counts, counts) - counts - special.gammaln(counts + 1)))
    return _Likelihood(mean, mean, deviance, saturated, np.log(counts + 0.1))


def _binomial(counts: Floats, trials: Floats) -> _Likelihood:
    failures = trials - counts
    own = float(np.sum(special.xlogy(counts, counts / trials) + special.xlogy(failures, failures / trials)))

    def deviance(predictor: Floats) -> float:
        # log(1 + exp(x)) without overflow
        reached = np.sum(counts * predictor - trials * np.logaddexp(0.0, predictor))
        return 2 * (own - float(reached))

    def mean(predictor: Floats) -> Floats:
        return np.asarray(trials * special.expit(predictor))

    def weight(predictor: Floats) -> Floats:
        return np.asarray(trials * special.expit(predictor) * special.expit(-predictor))

    ways = special.gammaln(trials + 1) - special.gammaln(counts + 1) - special.gammaln(failures + 1)
    return _Likelihood(mean, weight, deviance, own + float(np.sum(ways)), np.log((counts + 0.5) / (failures + 0.5)))


def _counts(values: Floats) -> Floats:
    if np.any(values < 0) or np.any(values != np.rint(values)) or np.any(values > 2.0**53):
        raise refuse(
            "not-counts",
            nl="Dit model is voor aantallen: hele getallen vanaf 0. Deze scores zijn dat niet.",
            en="This model is for counts: whole numbers from 0. These scores are not.",
        )
    return values


def _trials(model: LinearModel, counts: Floats) -> Floats:
    trials = model.trials
    if trials is None or np.any(~(trials > 0)) or np.any(~np.isfinite(trials)):
        raise refuse(
            "no-trials",
            nl="Bij elke score is nodig uit hoeveel pogingen zij komt.",
            en="Each score needs the number of trials it comes from.",
        )
    if np.any(counts > trials):
        raise refuse(
            "more-successes-than-trials",
            nl="Er is een meting met meer successen dan pogingen.",
            en="There is a measurement with more successes than trials.",
        )
    return trials


def _separated() -> Refused:
    return refuse(
        "separated",
        nl="Er is geen eindige uitkomst; een fase heeft bijvoorbeeld alleen nullen of alleen successen.",
        en="There is no finite estimate; a phase has zeros only, for example, or successes only.",
    )
