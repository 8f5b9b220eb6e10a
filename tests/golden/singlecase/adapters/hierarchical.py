"""Hierarchical models: several cases in one likelihood."""

from collections.abc import Mapping

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.between.moments import MomentDifference
from lijfspoor.domain.singlecase.models.between.multiple_baseline import moment_multiple_baseline
from lijfspoor.domain.singlecase.models.between.restricted import restricted_difference
from lijfspoor.domain.singlecase.models.between.reversal import moment_reversal
from lijfspoor.domain.singlecase.models.between.uncorrected import uncorrected_differences
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


@computes("scan.between_smd")
def between_smd(record: Record) -> Values:
    return {
        name: _several(uncorrected_differences(record.cases, full=full))
        for name, full in (("Base model", False), ("Full plm model", True))
    }


def _several(found: Mapping[str, Estimate]) -> Values:
    limits = [one.interval for one in found.values() if one.interval]
    return {
        "effect": list(found),
        "bc_smd": [one.value for one in found.values()],
        "se": [one.se for one in found.values()],
        "ci_lower": [limit.lower for limit in limits],
        "ci_upper": [limit.upper for limit in limits],
    }


@computes("scdhlm.HPS_MB", "published.HPS_MB")
def hps_mb(record: Record) -> Values:
    found = moment_multiple_baseline(record.cases)
    return {"g_dotdot": found.rows, "K": found.cells, **_moments(found)}


@computes("scdhlm.HPS_ABk", "published.HPS_ABk")
def hps_abk(record: Record) -> Values:
    found = moment_reversal(record.cases)
    return {"M_dot": found.cells, **_moments(found)}


def _moments(found: MomentDifference) -> dict[str, float]:
    return {
        "D_bar": found.effect,
        "S_sq": found.between,
        "delta_hat_unadj": found.unadjusted,
        "phi": found.phi,
        "sigma_sq_w": found.within,
        "rho": found.rho,
        "theta": found.theta,
        "nu": found.nu,
        "delta_hat": found.value,
        "V_delta_hat": found.variance,
    }


@computes(
    *(f"scdhlm.REML.{name}" for name in ("MB1", "MB2", "MB4", "MB1_IID", "MB1_MA1", "MB1_het")),
    *(f"scdhlm.REML.{name}" for name in ("TR1", "TR2", "RMBB1", "CMB_trend")),
)
def reml(record: Record) -> Values:
    name = record.definition.rsplit(".", 1)[-1]
    nested = name in ("RMBB1", "CMB_trend")
    reversal = name.startswith("TR")
    treatments = tuple(label for label in record.cases[0].labels if label.startswith("B")) if reversal else None
    found = restricted_difference(
        [_without_gaps(case) if name == "CMB_trend" else case for case in record.cases],
        tuple(label for label in record.cases[0].labels if label.startswith("A")) if reversal else None,
        treatments,
        reversal=reversal,
        trend=name in ("MB4", "CMB_trend"),
        random_level=name in ("MB2", "TR2"),
        correlation={"MB1_IID": "independent", "MB1_MA1": "ma1"}.get(name, "ar1"),
        unequal_variances=name == "MB1_het",
        clusters=[_cluster(case) for case in record.cases] if nested else None,
    )
    fit, limits = found.fit, found.interval()
    names = {"treatment": "trt", "time": "I(session^1)", "treatment time": "I(session_trt^1)"}
    terms = zip(fit.problem.model.names, fit.coefficients.tolist(), strict=True)
    inner = f"Level2:{round(sum(found.shares), 3):g}  Level3:{round(found.shares[0], 3):g}"
    return {
        "g_AB": found.value,
        "SE_g_AB": found.se,
        "nu": found.nu,
        "ci_lower": limits.lower,
        "ci_upper": limits.upper,
        "phi": fit.correlation,
        "rho": inner if nested else found.shares[0],
        "var_param": float(fit.spreads[1]) if len(fit.spreads) > 1 else None,
        "A": found.start,
        "B": found.end,
        "converged": True,
        "fixed": {names.get(term, term): value for term, value in terms},
        "logLik": fit.log_likelihood,
    }


def _without_gaps(case: Case) -> Case:
    """The peer leaves rows without a score out before it looks when treatment began."""
    kept = [index for index, present in enumerate(case.present) if present]
    return make_case(case.name, case.values[kept], [case.phases[row] for row in kept], case.times[kept])


def _cluster(case: Case) -> str:
    return case.name.split("/", 1)[-1].split("|", 1)[0]
