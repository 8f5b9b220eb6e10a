"""The between-case standardised mean difference by moments: the shared arithmetic of multiple baseline and reversal.

Per case: phase means, their contrast and the deviations from them. With S^2 the variance between cases at the same
place in the design (a cell), phi the first autocorrelation of the deviations plus sum(1 - 1/h) / sum(h - 1) over
case-phases of h scores, and s_w^2 = sum e^2 / (N - sum over case-phases 1'R1 / h), R = phi^distance:

    rho = max(0, 1 - s_w^2 / S^2), d = mean contrast / S, V = rho + (1 - rho) phi^|dt| within a case,
    theta^2 = sum over cases w'V w / contrasts^2, w the weights of a case's contrast,
    nu = f^2 / tr(AVAV), f = N - cells and A the residual maker of the cells; g = J(nu) d.

The interval allows for AR(1) dependence. It rests on cases that differ in level only, with no trend. phi^|dt| has the
unit of the times in it: number sessions 1, 2, 3, ...

Hedges, Pustejovsky & Shadish (2012), doi:10.1002/jrsm.1052; (2013), doi:10.1002/jrsm.1086.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.between.small_sample import corrected_variance, hedges_factor
from lijfspoor.domain.singlecase.models.hierarchical.preparing import check_magnitude
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Ints, signed_power

FLAT = 1e-11
LONGEST = 2000
THREE_CASES = Saying(
    nl="Deze maat is gemaakt voor drie of meer casussen.",
    en="This measure is made for three cases or more.",
)


@dataclass(frozen=True, eq=False)
class CaseRows:
    """One case made ready: rows in order of time.

    `scores`, `times`, `place` (n,): place is the distance scale of R within a phase; `phase` (n,) numbers the
    phases; `weights` (n,) make the case's contrast; `contrasts`: how many differences these weights add up; `cell`
    (n,): which cell a row is in, -1 for none.
    """

    scores: Floats
    times: Floats
    place: Floats
    phase: Ints
    weights: Floats
    contrasts: int
    cell: Ints


@dataclass(frozen=True, eq=False)
class MomentDifference:
    """The standardised mean difference by moments and every figure on the way to it.

    `effect` mean contrast in raw scores; `between` S^2; `within` s_w^2; `unadjusted` d; `value` g; `variance` of g;
    `freedom` f; `cells` how many; `rows` how many scores; `cases` how many.
    """

    effect: float
    between: float
    within: float
    phi: float
    rho: float
    theta: float
    nu: float
    unadjusted: float
    value: float
    variance: float
    rows: int
    cells: int
    cases: int

    def estimate(self, level: float = 0.95) -> Estimate:
        """The answer with an interval by t on nu degrees of freedom."""
        se = float(np.sqrt(self.variance))
        reach = float(special.stdtrit(self.nu, (1 + level) / 2)) * se
        return Estimate(
            statistic="between-case-smd.moments",
            value=self.value,
            se=se,
            interval=Interval(self.value - reach, self.value + reach, level),
            assumes_independence=False,
            figures={"phi": self.phi, "rho": self.rho, "nu": self.nu, "d": self.unadjusted, "effect": self.effect},
            remarks=() if self.cases >= 3 else (THREE_CASES,),
        )


def moment_difference(cases: Sequence[CaseRows], *, across_phases: bool) -> MomentDifference:
    """Compute the moment estimator; `across_phases`: also multiply deviations on both sides of a change of phase.

    Raises Refused: "one-case", "no-shared-cells", "flat-phases", "no-spread-between", "correlation-out-of-range",
    "irregular-times", "variance-unknown", "series-too-long", "number-too-large".
    """
    if len(cases) < 2:
        raise refuse(
            "one-case",
            nl="Er is maar één casus; verschillen tussen casussen zijn er dan niet.",
            en="There is one case only, so there are no differences between cases.",
        )
    _check_room(cases)
    between, freedom, cells = _between_variance(cases)
    deviations = [rows.scores - _phase_means(rows) for rows in cases]
    phi = _autocorrelation(cases, deviations, across_phases=across_phases)
    within = _within_variance(cases, deviations, phi)
    rho = max(0.0, 1 - within / between)
    contrasts = sum(rows.contrasts for rows in cases)
    effect = sum(float(rows.weights @ rows.scores) for rows in cases) / contrasts
    theta, nu = _theta_and_freedom(cases, phi, rho, freedom, cells)
    theta /= contrasts
    unadjusted = effect / float(np.sqrt(between))
    factor = hedges_factor(nu)
    value = factor * unadjusted
    return MomentDifference(
        effect=effect,
        between=between,
        within=within,
        phi=phi,
        rho=rho,
        theta=theta,
        nu=nu,
        unadjusted=unadjusted,
        value=value,
        variance=corrected_variance(value, theta**2, nu, factor),
        rows=sum(len(rows.scores) for rows in cases),
        cells=cells,
        cases=len(cases),
    )


def _check_room(cases: Sequence[CaseRows]) -> None:
    """Refuse what would need dense matrices without bound, or squares beyond the range of the machine."""
    if max(len(rows.scores) for rows in cases) > LONGEST or max(int(rows.cell.max()) for rows in cases) > 2 * LONGEST:
        raise refuse(
            "series-too-long",
            nl=f"Een casus heeft meer dan {LONGEST} scores; daarvoor is deze schatter niet gemaakt.",
            en=f"A case has more than {LONGEST} scores; this estimator is not made for that.",
        )
    check_magnitude(max(float(np.max(np.abs(rows.scores))) for rows in cases) or 1.0)


def _phase_means(rows: CaseRows) -> Floats:
    counts = np.bincount(rows.phase)
    return np.asarray((np.bincount(rows.phase, weights=rows.scores) / counts)[rows.phase])


def _between_variance(cases: Sequence[CaseRows]) -> tuple[float, int, int]:
    """S^2 within cells, its degrees of freedom N - cells, and how many cells."""
    cell = np.concatenate([rows.cell for rows in cases])
    scores = np.concatenate([rows.scores for rows in cases])
    kept, size = cell >= 0, float(np.max(np.abs(scores)))
    counts = np.bincount(cell[kept])
    freedom = int(kept.sum()) - len(counts)
    if freedom < 1:
        raise refuse(
            "no-shared-cells",
            nl="Op geen enkel moment hebben twee casussen een score in dezelfde fase.",
            en="At no moment do two cases have a score in the same phase.",
        )
    centre = scores.mean()
    means = np.bincount(cell[kept], weights=scores[kept] - centre) / counts
    spread = float(np.sum((scores[kept] - centre - means[cell[kept]]) ** 2))
    if spread <= (FLAT * size) ** 2:
        raise refuse(
            "no-spread-between",
            nl="De casussen verschillen niet van elkaar; er is geen spreiding om in uit te drukken.",
            en="The cases do not differ from each other, so there is no spread to express the effect in.",
        )
    return spread / freedom, freedom, len(counts)


def _autocorrelation(cases: Sequence[CaseRows], deviations: Sequence[Floats], *, across_phases: bool) -> float:
    together, squares, lost, left = 0.0, 0.0, 0.0, 0
    size = max(float(np.max(np.abs(rows.scores))) for rows in cases)
    for rows, deviation in zip(cases, deviations, strict=True):
        joined = across_phases | (rows.phase[1:] == rows.phase[:-1])
        together += float(np.sum(deviation[1:] * deviation[:-1] * joined))
        squares += float(np.sum(deviation**2))
        counts = np.bincount(rows.phase)
        lost += float(np.sum(1 - 1 / counts))
        left += int(np.sum(counts - 1))
    if squares <= (FLAT * size) ** 2:
        raise refuse(
            "flat-phases",
            nl="Binnen de fasen verandert geen enkele score; de spreiding binnen casussen is nul.",
            en="No score changes within its phase, so the spread within cases is zero.",
        )
    phi = together / squares + lost / left
    if not -1 < phi < 1:
        raise refuse(
            "correlation-out-of-range",
            nl="De samenhang tussen opeenvolgende scores komt buiten -1 tot 1 uit; er zijn te weinig scores.",
            en="The correlation of successive scores falls outside -1 to 1; there are too few scores.",
        )
    return phi


def _within_variance(cases: Sequence[CaseRows], deviations: Sequence[Floats], phi: float) -> float:
    squares, spent = 0.0, 0.0
    for rows, deviation in zip(cases, deviations, strict=True):
        squares += float(np.sum(deviation**2))
        for number, count in enumerate(np.bincount(rows.phase)):
            spent += float(np.sum(decaying(phi, rows.place[rows.phase == number]))) / float(count)
    return squares / (sum(len(rows.scores) for rows in cases) - spent)


def _theta_and_freedom(
    cases: Sequence[CaseRows], phi: float, rho: float, freedom: int, cells: int
) -> tuple[float, float]:
    """The contrast's spread times the number of contrasts, and nu; one pass over the cases, no N x N matrix."""
    counts = np.bincount(np.concatenate([rows.cell[rows.cell >= 0] for rows in cases]), minlength=cells)
    together, alone, spread = np.zeros((cells, cells)), 0.0, 0.0
    for rows in cases:
        covariance = rho + (1 - rho) * decaying(phi, rows.times)
        spread += float(rows.weights @ covariance @ rows.weights)
        kept = rows.cell >= 0
        cell, inner = rows.cell[kept], covariance[np.ix_(kept, kept)]
        squares = np.sum(inner**2, axis=1)
        alone += float(np.sum(squares * (1 - 2 / counts[cell])))
        together[np.ix_(cell, cell)] += inner
    trace = alone + float(np.sum(together**2 / np.outer(counts, counts)))
    return float(np.sqrt(spread)), freedom**2 / trace


def decaying(phi: float, times: Floats) -> Floats:
    """phi^|distance| between every two times. Raises Refused "irregular-times": negative phi, no whole distances."""
    apart = np.abs(times[:, None] - times[None, :])
    if phi < 0 and np.any(np.abs(apart - np.round(apart)) > 1e-9):
        raise refuse(
            "irregular-times",
            nl="De samenhang is negatief en de tijden zijn geen hele getallen. Nummer de metingen 1, 2, 3, ...",
            en="The correlation is negative and the times are no whole numbers. Number the sessions 1, 2, 3, ...",
        )
    return signed_power(phi, apart)
