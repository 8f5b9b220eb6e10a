"""The small-sample correction of a model with errors that remember: wider standard errors and fewer degrees of freedom.

Definition (Kenward & Roger 1997, doi 10.2307/2533558, without their second-derivative term): with F = (X'V^-1 X)^-1,
V of parameters theta = (spread, memory), W the inverse of the expected REML information of theta,
P_i = dX'V^-1X/dtheta_i and Q_ij = X'V^-1 V_i V^-1 V_j V^-1 X, the covariance of the estimates is
F + 2 F [sum_ij W_ij (Q_ij - P_i F P_j)] F, and a term with weights c has 2 (c'Fc)^2 / (g'Wg) degrees of freedom,
g_i = -c'F P_i F c (Satterthwaite). Once for what estimating V adds to the variance (Kackar & Harville 1984,
doi 10.1080/01621459.1984.10477102), once for F at the estimate being too small (Prasad & Rao 1990,
doi 10.1080/01621459.1990.10475320; Harville & Jeske 1992, doi 10.1080/01621459.1992.10475274).

Dispute: the full correction adds a term of second derivatives that depends on how the memory is expressed (per day or
per week), can shrink standard errors and need not be positive; without it the outcome is the same whatever the unit
of time. In single-case work with several cases: Ferron et al. 2009, doi 10.3758/BRM.41.2.372.

Degrees of freedom are kept between 1 and N - p. Everything costs O(n): only the memory adds to the covariance (for the
spread alone the two parts cancel), and solving with the two-banded L replaces every matrix product.
"""

import math
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.coefficients import Coefficient, coefficient
from lijfspoor.domain.singlecase.models.gls import SerialFit
from lijfspoor.domain.singlecase.models.memory import Memory
from lijfspoor.domain.singlecase.models.profile import Likelihood

# nearer to an endless memory than this the information is round-off; the correction is taken here instead
NEAREST_TO_ENDLESS = 0.1


@dataclass(frozen=True, eq=False)
class SmallSample:
    """`coefficients` with corrected standard errors, each on its own degrees of freedom; `covariance` corrected."""

    coefficients: tuple[Coefficient, ...]
    covariance: Floats


def small_sample(fit: SerialFit) -> SmallSample:
    """Correct a REML fit for what estimating the memory costs.

    Raises Refused: "not-restricted" (an ML fit), "memory-unknown" (the scores say nothing about it).
    """
    if fit.likelihood is not Likelihood.REML:
        raise refuse(
            "not-restricted",
            nl="De correctie voor korte reeksen bestaat alleen bij de REML-schatting.",
            en="The small-sample correction exists for the REML fit only.",
        )
    memory = _off_the_edge(fit.memory)
    at = fit.profile.at(memory)
    steps = memory.steps_by_usual
    change = memory.whiten_step(fit.profile.basis.columns, at.columns, steps)
    inner = at.columns.T @ change
    slope = inner + inner.T
    turned = change + _solve_transposed(memory, _pulled(memory, at.columns, steps))
    # Q - P F P as a square, so that round-off cannot turn it negative
    beside = turned - at.columns @ (at.inverse @ (at.columns.T @ turned))
    excess = beside.T @ beside
    uncertainty = _uncertainty(fit.df, memory, steps, at.inverse, slope, excess)
    extra = 2 * uncertainty[1, 1] * at.inverse @ excess @ at.inverse
    back, spread = fit.profile.basis.back, at.rss / fit.df
    plain, turn = back @ at.inverse @ back.T, back @ (-at.inverse @ slope @ at.inverse) @ back.T
    corrected = plain + back @ extra @ back.T
    sigma = fit.scores.scale * math.sqrt(spread)
    terms = tuple(
        coefficient(
            one.name,
            one.estimate,
            sigma * math.sqrt(corrected[term, term]),
            _degrees(plain[term, term], turn[term, term], uncertainty, fit.df),
        )
        for term, one in enumerate(fit.coefficients)
    )
    return SmallSample(terms, sigma**2 * corrected)


def _off_the_edge(memory: Memory) -> Memory:
    least = NEAREST_TO_ENDLESS / float(memory.gaps.sum())
    return memory if memory.rate >= least else Memory(memory.gaps, least, memory.sign)


def _pulled(memory: Memory, columns: Floats, steps: Floats) -> Floats:
    """The transposed derivative of L, times whitened columns."""
    spread = np.sqrt(memory.variances)
    out = np.zeros_like(columns)
    out[1:] = (memory.rho * steps / spread**3)[:, None] * columns[1:]
    out[:-1] -= (steps / spread**3)[:, None] * columns[1:]
    return out


def _solve_transposed(memory: Memory, columns: Floats) -> Floats:
    """Solve L' x = columns, L' two-banded with the upper diagonal filled."""
    from scipy.linalg import solve_banded  # not needed by those who only describe

    spread = np.sqrt(memory.variances)
    bands = np.zeros((2, len(columns)))
    bands[0, 1:] = -memory.rho / spread
    bands[1] = np.concatenate(([1.0], 1.0 / spread))
    return np.asarray(solve_banded((0, 1), bands, columns))


def _uncertainty(df: int, memory: Memory, steps: Floats, inverse: Floats, slope: Floats, excess: Floats) -> Floats:
    """The covariance of (log spread, memory): the inverse of the expected REML information."""
    variances, rho = memory.variances, memory.rho
    shared = 0.5 * (memory.log_det_step(steps) + float(np.sum(inverse * slope)))
    chain = 2.0 * float(np.sum(steps**2 * (1 + rho**2) / variances**2))
    turned = inverse @ slope
    own = 0.5 * (chain - 2.0 * float(np.sum(inverse * excess)) - float(np.sum(turned * turned.T)))
    determinant = 0.5 * df * own - shared**2
    if not determinant > 1e-13 * df * abs(own):
        raise refuse(
            "memory-unknown",
            nl="Deze reeks zegt te weinig over hoe scores van elkaar afhangen; de zekerheid is niet te bepalen.",
            en="This series says too little about how scores depend on each other; certainty cannot be determined.",
        )
    return np.array([[own, -shared], [-shared, 0.5 * df]]) / determinant


def _degrees(plain: float, turn: float, uncertainty: Floats, most: int) -> float:
    gradient = np.array([plain, turn])
    return float(np.clip(2 * plain**2 / (gradient @ uncertainty @ gradient), 1.0, most))
