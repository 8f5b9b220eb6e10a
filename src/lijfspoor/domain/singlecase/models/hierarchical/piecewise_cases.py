"""Hierarchical piecewise regression: one model for several cases, each with its own level, and more if asked.

y_ij = b0 + b1 t + sum over phases (b2k D_k + b3k S_k) + z_ij'u_i + e_ij, u_i ~ N(0, G) unstructured, e_i normal with
AR(1) over real times and a standard deviation per phase if asked. `random` names whose effects differ per case.
Standard errors from (X'V^-1 X)^-1; t on Satterthwaite's degrees of freedom, because a handful of cases knows their
variance badly. Peers use N - cases - (p - 1) (`containment_df`) instead, and under ML stretch the standard error
by sqrt(N / (N - p)) (`stretched`).

The interval does not assume independence when `correlation` is AR(1); otherwise it does. Dispute: with 3 to 8 cases the
random variances are hardly known, and the estimate 0 is common; it is an optimum, said in the result, not a failure.

Van den Noortgate & Onghena (2003), doi:10.1521/scpq.18.3.325.22577; Ferron et al. (2009), doi:10.3758/BRM.41.2.372.

Example: cases (1, 3, 5, 7) and (2, 4, 6, 8) in phases A A B B, level only, REML: the level change is 4.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.coefficients import Coefficient, coefficient
from lijfspoor.domain.singlecase.models.hierarchical.fit import Method, MixedFit, fit_mixed
from lijfspoor.domain.singlecase.models.hierarchical.information import VarianceKnowledge, variance_knowledge
from lijfspoor.domain.singlecase.models.hierarchical.problem import Level, MixedModel
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Correlation
from lijfspoor.domain.singlecase.models.hierarchical.stacking import Stacked, stacked
from lijfspoor.domain.singlecase.models.piecewise import INTERCEPT, TREND, Against, Parameterisation

AT_EDGE = Saying(
    nl="Een variantie (of samenhang) kwam op de rand uit: de scores tonen daarin geen verschil tussen casussen.",
    en="A variance (or correlation) ended at its edge: the scores show no difference between cases in it.",
)
FEW_CASES = Saying(
    nl="Met zo weinig casussen zijn de verschillen tussen casussen maar ruw bekend.",
    en="With so few cases, how cases differ is known only roughly.",
)
FEW = 6


class RandomEffect(StrEnum):
    """What may differ from case to case."""

    INTERCEPT = "intercept"
    TREND = "trend"
    LEVEL = "level"
    SLOPE = "slope"


@dataclass(frozen=True, eq=False)
class HierarchicalFit:
    """A hierarchical piecewise model at its optimum; `fit` holds variances, correlation and likelihood."""

    fit: MixedFit
    stack: Stacked
    cases: int

    @property
    def random_names(self) -> tuple[str, ...]:
        """The terms that differ per case, in the order of the random covariance."""
        return self.fit.problem.model.levels[0].names

    @cached_property
    def knowledge(self) -> VarianceKnowledge:
        """What is known of variances and correlation. Raises Refused: see `variance_knowledge`."""
        return variance_knowledge(self.fit)

    @property
    def containment_df(self) -> int:
        """N - cases - (p - 1), at least 1."""
        return max(1, self.fit.problem.rows - self.cases - (self.fit.problem.terms - 1))

    def fixed(self, *, satterthwaite: bool = True, stretched: bool = False) -> tuple[Coefficient, ...]:
        """The fixed effects, each with its test.

        `satterthwaite`: degrees of freedom from the information, else `containment_df`; `stretched`: under ML,
        standard errors times sqrt(N / (N - p)).
        """
        rows, terms = self.fit.problem.rows, self.fit.problem.terms
        stretch = np.sqrt(rows / (rows - terms)) if stretched and self.fit.method is Method.ML else 1.0
        errors = stretch * np.sqrt(np.diag(self.fit.covariance))
        freedom = [self._freedom(term) if satterthwaite else self.containment_df for term in range(terms)]
        found = zip(self.stack.names, self.fit.coefficients, errors, freedom, strict=True)
        return tuple(coefficient(name, float(value), float(se), df) for name, value, se, df in found)

    def _freedom(self, term: int) -> float:
        """Satterthwaite's, or the containment rule where the information cannot be had."""
        try:
            return self.knowledge.degrees_of_freedom(self.fit, np.eye(self.fit.problem.terms)[term])
        except Refused:
            return self.containment_df

    def estimates(self, level: float = 0.95) -> tuple[Estimate, ...]:
        """Every fixed effect as an answer with its interval."""
        return tuple(self._estimate(term, level) for term in self.fixed())

    def _estimate(self, term: Coefficient, level: float) -> Estimate:
        figures = {"logLik": self.fit.log_likelihood, "sigma": self.fit.sigma, "shortfall": self.fit.shortfall}
        if term.p is not None and term.statistic is not None and term.df is not None:
            figures |= {"t": term.statistic, "df": term.df, "p": term.p}
        if self.fit.correlation is not None:
            figures |= {"phi": self.fit.correlation, "phi lag": self.fit.lag}
        return Estimate(
            statistic=f"hierarchical.{term.name}",
            value=term.estimate,
            se=term.se,
            interval=term.interval(level),
            assumes_independence=self.fit.correlation is None,
            figures=figures,
            remarks=self.remarks,
        )

    @property
    def remarks(self) -> tuple[Saying, ...]:
        """What a reader must know of this fit."""
        return ((AT_EDGE,) if self.fit.boundary else ()) + ((FEW_CASES,) if self.cases < FEW else ())


def hierarchical_piecewise(
    cases: Sequence[Case],
    parameterisation: Parameterisation | str = Parameterisation.W,
    against: Against | str = Against.FIRST,
    *,
    trend: bool = True,
    level: bool = True,
    slope: bool = True,
    random: Collection[RandomEffect | str] = (RandomEffect.INTERCEPT,),
    correlation: Correlation | str = Correlation.INDEPENDENT,
    unequal_variances: bool = False,
    method: Method | str = Method.REML,
) -> HierarchicalFit:
    """Fit one piecewise model to several cases.

    Raises Refused: "one-case", "no-scores", "one-phase", "fewer-scores-than-terms", "terms-not-separable",
    "perfect-fit", "irregular-times", "no-neighbours", "no-convergence".
    """
    stack = stacked(cases, parameterisation, against, trend=trend, level=level, slope=slope)
    names = random_terms(stack, frozenset(RandomEffect(effect) for effect in random))
    levels = (Level(names, stack.columns(names), stack.case),) if names else ()
    model = MixedModel(
        scores=stack.scores,
        fixed=stack.matrix,
        names=stack.names,
        levels=levels,
        series=stack.case,
        times=stack.times,
        stratum=stack.phase if unequal_variances else np.zeros_like(stack.phase),
        strata=stack.labels if unequal_variances else stack.labels[:1],
        correlation=Correlation(correlation),
    )
    return HierarchicalFit(fit_mixed(model, Method(method)), stack, len(np.unique(stack.case)))


def random_terms(stack: Stacked, effects: frozenset[RandomEffect]) -> tuple[str, ...]:
    """The terms that belong to these random effects, in the order of the fixed terms."""
    kinds = {INTERCEPT: RandomEffect.INTERCEPT, TREND: RandomEffect.TREND}
    return tuple(
        name
        for name in stack.names
        if kinds.get(name, RandomEffect.SLOPE if name.startswith("inter") else RandomEffect.LEVEL) in effects
    )
