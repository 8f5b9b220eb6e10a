"""Proportional odds: regression of scores on an ordered scale, where 4 is more than 3 but not by a known amount.

Definition (McCullagh 1980, doi 10.1111/j.2517-6161.1980.tb01109.x): logit P(Y <= k) = zeta_k - (b_t t +) b_D D, D = 1
outside the first phase; levels are those observed; maximum likelihood by Newton's method to the last digits (the
log-likelihood is concave, so there is one top); standard errors from the observed information.
exp(b_D) is the odds ratio of a higher score after the start, the same at every cut.

Dispute: the same shift at every cut is an assumption; and scores are taken as independent of each other, which daily
scores of one person seldom are: its p values are then too small. When the phases do not overlap at all, the estimate is
infinite: refused, not answered with a large number.

Example: 1 1 2 2 | 1 2 2 2: cut 1|2 at 0, level change log 3 = 1.10.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.models.coefficients import Coefficient, coefficients

# without an estimate every round moves on by about 1; after 30 the weights still stand out from round-off
ROUNDS = 30
HALVINGS = 40
STILL = 1e-9
LEVEL, TREND = "D", "t"


@dataclass(frozen=True, eq=False)
class OrdinalFit:
    """`coefficients`: terms, then cuts named "1|2"; `covariance` in that order; `levels` the scores that occur."""

    coefficients: tuple[Coefficient, ...]
    covariance: Floats
    levels: tuple[float, ...]
    deviance: float
    log_likelihood: float


@dataclass(frozen=True, eq=False)
class _Rows:
    """Scores as ranks 0..K-1, terms (n, q) brought to size."""

    ranks: np.ndarray[tuple[int], np.dtype[np.intp]]
    terms: Floats
    cuts: int


def proportional_odds(case: Case, *, trend: bool = False) -> OrdinalFit:
    """Fit the level change (and the trend in time) of an ordinal measure, rows without a score left out.

    Raises Refused: "one-phase", "no-scores", "one-level", "terms-not-separable", "separated",
    "fewer-scores-than-terms".
    """
    keep = case.present
    names = (TREND, LEVEL) if trend else (LEVEL,)
    later = (~case.rows_of(case.labels[:1])[keep]).astype(np.float64)
    raw = np.stack((case.times[keep], later), axis=1) if trend else later[:, None]
    values = case.values[keep]
    _check(case, values, later)
    levels, ranks = np.unique(values, return_inverse=True)
    _more_than_one(levels)
    centres = raw.mean(axis=0)
    sizes = np.max(np.abs(raw - centres), axis=0)
    terms = (raw - centres) / sizes
    _separable(terms, len(levels) - 1)
    rows = _Rows(ranks, terms, len(levels) - 1)
    point, height, information = _climb(rows)
    back = _back(centres, sizes, rows.cuts)
    covariance = back @ _inverse(information) @ back.T
    labels = (*names, *_cut_names(levels.tolist()))
    return OrdinalFit(
        coefficients=coefficients(labels, back @ point, np.sqrt(np.diag(covariance))),
        covariance=covariance,
        levels=tuple(levels.tolist()),
        deviance=-2 * height,
        log_likelihood=height,
    )


def _back(centres: Floats, sizes: Floats, cuts: int) -> Floats:
    """From terms brought to size to raw ones: a cut moves by the terms' centres."""
    count = len(sizes)
    back = np.eye(count + cuts)
    back[:count, :count] = np.diag(1 / sizes)
    back[count:, :count] = centres / sizes
    return back


def _climb(rows: _Rows) -> tuple[Floats, float, Floats]:
    shares = np.cumsum(np.bincount(rows.ranks, minlength=rows.cuts + 1))[:-1] / len(rows.ranks)
    point = np.concatenate((np.zeros(rows.terms.shape[1]), special.logit(shares)))
    height, rise, information = _look(rows, point)
    for _ in range(ROUNDS):
        step = _solved(information, rise)
        point, height, rise, information = _halved(rows, point, step, height)
        if np.max(np.abs(step)) < STILL:
            return point, height, information
    raise _separated()


def _halved(rows: _Rows, point: Floats, step: Floats, height: float) -> tuple[Floats, float, Floats, Floats]:
    for _ in range(HALVINGS):
        reached, rise, information = _look(rows, point + step)
        if reached >= height - 1e-12 * (abs(height) + 1):
            break
        step = step / 2
    return point + step, reached, rise, information


def _solved(information: Floats, rise: Floats) -> Floats:
    try:
        return np.asarray(np.linalg.solve(information, rise))
    except np.linalg.LinAlgError:
        raise _separated() from None


def _inverse(information: Floats) -> Floats:
    try:
        np.linalg.cholesky(information)
    except np.linalg.LinAlgError:
        raise _separated() from None
    return np.asarray(np.linalg.inv(information))


def _look(rows: _Rows, point: Floats) -> tuple[float, Floats, Floats]:
    """Log-likelihood, gradient and negative Hessian; minus infinity where cuts are out of order or too far off."""
    count = rows.terms.shape[1]
    size = len(point)
    cuts = np.concatenate(([-np.inf], point[count:], [np.inf]))
    if np.any(np.diff(cuts) <= 0):
        return -np.inf, np.zeros(size), np.eye(size)
    shift = rows.terms @ point[:count]
    upper, lower = cuts[rows.ranks + 1] - shift, cuts[rows.ranks] - shift
    share = _between(lower, upper)
    if not np.all(share > 0):
        return -np.inf, np.zeros(size), np.eye(size)
    slopes = tuple(special.expit(edge) * special.expit(-edge) for edge in (upper, lower))
    curves = tuple(
        slope * (special.expit(-edge) - special.expit(edge)) for slope, edge in zip(slopes, (upper, lower), strict=True)
    )
    first = _edges(rows, size)
    gains = (slopes[0] / share, -slopes[1] / share)
    score = first[0] * gains[0][:, None] + first[1] * gains[1][:, None]
    bend = (first[0] * (curves[0] / share)[:, None]).T @ first[0] - (first[1] * (curves[1] / share)[:, None]).T @ first[
        1
    ]
    return float(np.sum(np.log(share))), score.sum(axis=0), score.T @ score - bend


def _between(lower: Floats, upper: Floats) -> Floats:
    """P(lower < logistic <= upper), taken in the nearer tail so that small shares keep their digits."""
    flip = lower > 0
    low, high = np.where(flip, -upper, lower), np.where(flip, -lower, upper)
    return np.asarray(special.expit(high) - special.expit(low))


def _edges(rows: _Rows, size: int) -> tuple[Floats, Floats]:
    """The derivative of the upper and of the lower edge of each score by every parameter."""
    count = rows.terms.shape[1]
    upper, lower = np.zeros((len(rows.ranks), size)), np.zeros((len(rows.ranks), size))
    upper[:, :count] = lower[:, :count] = -rows.terms
    has_upper, has_lower = rows.ranks < rows.cuts, rows.ranks > 0
    upper[np.flatnonzero(has_upper), count + rows.ranks[has_upper]] = 1.0
    lower[np.flatnonzero(has_lower), count + rows.ranks[has_lower] - 1] = 1.0
    return upper, lower


def _cut_names(levels: Sequence[float]) -> tuple[str, ...]:
    return tuple(f"{low:.15g}|{high:.15g}" for low, high in pairwise(levels))


def _check(case: Case, values: Floats, later: Floats) -> None:
    if len(case.labels) < 2:
        raise refuse(
            "one-phase",
            nl="De reeks heeft maar één fase; er is niets om mee te vergelijken.",
            en="The series has one phase only; there is nothing to compare it with.",
        )
    if not len(values) or not 0 < later.sum() < len(later):
        raise refuse(
            "no-scores",
            nl="Een van de twee fasen heeft geen enkele score.",
            en="One of the two phases has no score at all.",
        )


def _more_than_one(levels: Floats) -> None:
    if len(levels) < 2:
        raise refuse(
            "one-level",
            nl="Alle scores zijn gelijk; er is geen verandering te schatten.",
            en="All scores are the same; there is no change to estimate.",
        )


def _separable(terms: Floats, cuts: int) -> None:
    rows, count = terms.shape
    if rows <= count + cuts:
        raise refuse(
            "fewer-scores-than-terms",
            nl=f"Het model heeft {count + cuts} onderdelen en de reeks maar {rows} scores.",
            en=f"The model has {count + cuts} terms and the series only {rows} scores.",
        )
    if np.linalg.matrix_rank(terms, tol=1e-10 * rows) < count:
        raise refuse(
            "terms-not-separable",
            nl="De trend en de verandering zijn met deze scores niet van elkaar te scheiden.",
            en="The trend and the change cannot be told apart with these scores.",
        )


def _separated() -> Refused:
    return refuse(
        "separated",
        nl="De fasen overlappen niet; hoe groot de verandering is, valt met dit model niet te schatten.",
        en="The phases do not overlap; how large the change is cannot be estimated with this model.",
    )
