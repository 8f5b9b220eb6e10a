"""The between-case standardised mean difference by restricted maximum likelihood: g_AB.

A hierarchical model with AR(1) residuals (or independent, or MA(1); one spread per condition if asked): level, random
intercept per case and, if asked, a random treatment effect, a fixed trend with a treatment slope, or clusters above
cases. The effect is what would be seen when treatment starts at A and is read at B:

    d = (level + (B - A) slope) / sqrt(intercept variances + residual variance of the baseline),

A the earliest last baseline time, B = A + the length of the shortest treatment among the cases that switch then.
Variances of treatment effects do not count below the line: the scale is that of people without treatment. With r'theta
the square below the line and C the inverse expected information of all variance and correlation parameters,
nu = 2 (r'theta)^2 / (r'C r), g = J(nu) d, interval g +- t(nu) SE. The interval does not assume independence unless the
correlation is "independent". Treatment time is 1 at the first treatment measurement.

Pustejovsky, Hedges & Shadish (2014), doi:10.3102/1076998614547577; Chen et al. (2023), doi:10.1016/j.jsp.2023.02.002.

Example: treatment lifts every case by 10, cases and sessions together spread with variance 25: d is 2.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.models.between.sides import Sided, sided
from lijfspoor.domain.singlecase.models.between.small_sample import (
    LEAST_FREEDOM,
    corrected_variance,
    hedges_factor,
)
from lijfspoor.domain.singlecase.models.hierarchical.fit import Method, MixedFit, fit_mixed
from lijfspoor.domain.singlecase.models.hierarchical.information import variance_knowledge
from lijfspoor.domain.singlecase.models.hierarchical.problem import Level, MixedModel
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Correlation, Ints

INTERCEPT, TREATMENT, TIME, TREATMENT_TIME = "(Intercept)", "treatment", "time", "treatment time"
AT_EDGE = Saying(
    nl="Een variantie kwam op nul uit of de samenhang op haar grens; geldig, en een teken van weinig gegevens.",
    en="A variance ended at zero or the correlation at its limit; a valid outcome, and a sign of little data.",
)


@dataclass(frozen=True, eq=False)
class RestrictedDifference:
    """g_AB and what it is made of.

    `value` g, `se`, `nu`, `unadjusted` d; `start` A and `end` B, None for reversal designs; `scale` sqrt(r'theta);
    `shares`: of r'theta, how much is the intercept variance of each level, outermost first.
    """

    value: float
    se: float
    nu: float
    unadjusted: float
    start: float | None
    end: float | None
    scale: float
    shares: tuple[float, ...]
    fit: MixedFit

    def interval(self, level: float = 0.95) -> Interval:
        """g +- t(nu) SE."""
        reach = float(special.stdtrit(self.nu, (1 + level) / 2)) * self.se
        return Interval(self.value - reach, self.value + reach, level)

    def estimate(self, level: float = 0.95) -> Estimate:
        """The answer with its interval."""
        figures = {"nu": self.nu, "d": self.unadjusted, "rho": sum(self.shares), "scale": self.scale}
        if self.fit.correlation is not None:
            figures |= {"phi": self.fit.correlation, "phi lag": self.fit.lag}
        if self.start is not None and self.end is not None:
            figures |= {"A": self.start, "B": self.end}
        return Estimate(
            statistic="between-case-smd.reml",
            value=self.value,
            se=self.se,
            interval=self.interval(level),
            assumes_independence=self.fit.correlation is None,
            figures=figures,
            remarks=(AT_EDGE,) if self.fit.boundary else (),
        )


def restricted_difference(
    cases: Sequence[Case],
    a: str | Iterable[str] | None = None,
    b: str | Iterable[str] | None = None,
    *,
    reversal: bool = False,
    trend: bool = False,
    random_level: bool = False,
    correlation: Correlation | str = Correlation.AR1,
    unequal_variances: bool = False,
    clusters: Sequence[Hashable] | None = None,
) -> RestrictedDifference:
    """Fit by REML and standardise; `clusters`: what each series belongs to (a case with several behaviours, a group).

    Missing scores are left out. Raises Refused: "trend-in-reversal", "no-scores", "one-case", "terms-not-separable",
    "fewer-scores-than-terms", "perfect-fit", "irregular-times", "no-convergence", "series-too-long",
    "no-information", "variance-unknown".
    """
    if reversal and trend:
        raise refuse(
            "trend-in-reversal",
            nl="Bij fasen die heen en weer gaan is geen trend per behandeling te kiezen.",
            en="With phases that go back and forth no trend per treatment can be chosen.",
        )
    found = [sided(case, a, b) for case in cases]
    if not found:
        raise refuse("no-scores", nl="Er is geen enkele casus.", en="There is no case at all.")
    start, end = (None, None) if reversal else follow_up(found)
    model = _model(found, trend, random_level, Correlation(correlation), unequal_variances, clusters)
    read = {TREATMENT: 1.0, TREATMENT_TIME: (end or 0.0) - (start or 0.0)}
    weights = np.array([read.get(name, 0.0) for name in model.names])
    return _standardise(fit_mixed(model, Method.REML), weights, start, end)


def follow_up(found: Sequence[Sided]) -> tuple[float, float]:
    """A, the earliest last baseline time, and B, A plus the shortest treatment of the cases that switch then."""
    last = [float(one.times[~one.treated][-1]) for one in found]
    start = min(last)
    lengths = [
        float(one.times[one.treated][-1] - one.times[one.treated][0]) + 1
        for one, moment in zip(found, last, strict=True)
        if moment == start
    ]
    return start, start + min(lengths)


def _model(
    found: Sequence[Sided],
    trend: bool,
    random_level: bool,
    correlation: Correlation,
    unequal: bool,
    clusters: Sequence[Hashable] | None,
) -> MixedModel:
    keep = np.concatenate([~np.isnan(one.scores) for one in found])
    series = np.repeat(np.arange(len(found)), [len(one.scores) for one in found])[keep]
    treated = np.concatenate([one.treated for one in found])[keep].astype(np.float64)
    times = np.concatenate([one.times for one in found])[keep]
    columns = {INTERCEPT: np.ones(len(series)), TREATMENT: treated}
    if trend:
        since = np.concatenate([_treatment_time(one) for one in found])[keep]
        columns = {INTERCEPT: columns[INTERCEPT], TIME: times, TREATMENT: treated, TREATMENT_TIME: since}
    return MixedModel(
        scores=np.concatenate([one.scores for one in found])[keep],
        fixed=np.stack(list(columns.values()), axis=1),
        names=tuple(columns),
        levels=_levels(columns, series, random_level, clusters),
        series=series,
        times=times,
        stratum=treated.astype(np.intp) if unequal else np.zeros_like(series),
        strata=("baseline", "treatment") if unequal else ("",),
        correlation=correlation,
    )


def _treatment_time(one: Sided) -> Floats:
    first = one.times[one.treated][0]
    return np.where(one.treated, one.times - first + 1, 0.0)


def _levels(
    columns: dict[str, Floats], series: Ints, random_level: bool, clusters: Sequence[Hashable] | None
) -> tuple[Level, ...]:
    names = (INTERCEPT, TREATMENT) if random_level else (INTERCEPT,)
    inner = Level(names, np.stack([columns[name] for name in names], axis=1), series)
    if clusters is None:
        return (inner,)
    order = {cluster: index for index, cluster in enumerate(dict.fromkeys(clusters))}
    outer = np.array([order[cluster] for cluster in clusters], dtype=np.intp)[series]
    return Level((INTERCEPT,), columns[INTERCEPT][:, None], outer), inner


def _standardise(fit: MixedFit, weights: Floats, start: float | None, end: float | None) -> RestrictedDifference:
    intercepts = [float(random[0, 0]) for random in fit.random]
    total = sum(intercepts) + fit.sigma**2
    knowledge = variance_knowledge(fit)
    counted = np.array([name.endswith(f": {INTERCEPT}, {INTERCEPT}") or name == "residual" for name in knowledge.names])
    nu = 2 * total**2 / float(knowledge.covariance[np.ix_(counted, counted)].sum())
    unadjusted = float(weights @ fit.coefficients) / float(np.sqrt(total))
    value = hedges_factor(nu) * unadjusted
    spread = float(weights @ fit.covariance @ weights) / total
    variance = corrected_variance(value, spread, nu, hedges_factor(max(nu, LEAST_FREEDOM)))
    return RestrictedDifference(
        value=value,
        se=float(np.sqrt(variance)),
        nu=nu,
        unadjusted=unadjusted,
        start=start,
        end=end,
        scale=float(np.sqrt(total)),
        shares=tuple(intercept / total for intercept in intercepts),
        fit=fit,
    )
