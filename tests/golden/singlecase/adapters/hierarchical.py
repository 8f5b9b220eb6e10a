"""Hierarchical models: several cases in one likelihood."""

import numpy as np

from lijfspoor.domain.singlecase.models.hierarchical.intraclass import intraclass
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import HierarchicalFit, hierarchical_piecewise
from tests.golden.singlecase.records import Record
from tests.golden.singlecase.registry import Values, computes


@computes(
    "scan.hplm.ML",
    "scan.hplm.REML",
    "scan.hplm.ML.HM",
    "scan.hplm.ML.random_level",
    "scan.hplm.REML.level_only",
    "scan.hplm.REML.ar1",
    "scan.hplm.REML.unequal_var",
)
def hplm(record: Record) -> Values:
    told = record.definition.split(".")[2:]
    found = hierarchical_piecewise(
        record.cases,
        "H-M" if "HM" in told else "W",
        trend="level_only" not in told,
        slope="level_only" not in told,
        random=("intercept", "level") if "random_level" in told else ("intercept",),
        correlation="ar1" if "ar1" in told else "independent",
        unequal_variances="unequal_var" in told,
        method=told[0],
    )
    values = _values(found)
    if "ICC" in record.expected:
        part = intraclass(record.cases, told[0])
        values["ICC"] = {"value": part.value, "L": part.likelihood_ratio, "p": part.p_whole_tail}
    return values


def _values(found: HierarchicalFit) -> dict[str, object]:
    fit = found.fit
    names = found.random_names
    fixed = {
        term.name: {"est": term.estimate, "se": term.se, "df": term.df, "t": term.statistic, "p": term.p}
        for term in found.fixed(satterthwaite=False, stretched=True)
    }
    return {
        "fixed": fixed,
        "random_effects": names[0] if len(names) == 1 else list(names),
        "random_cov": np.squeeze(fit.random[0]).tolist(),
        "residual_variance": fit.sigma**2,
        "sigma": fit.sigma,
        "phi": fit.correlation,
        "var_ratio": None
        if len(fit.spreads) == 1
        else dict(zip(found.stack.labels, fit.spreads.tolist(), strict=True)),
        "logLik": fit.log_likelihood,
        "AIC": fit.aic,
        "BIC": fit.bic,
    }
