"""Piecewise, count, ordinal and serially correlated regression of one case."""

from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.ar1 import autoregressive_rows
from lijfspoor.domain.singlecase.models.coefficients import Coefficient
from lijfspoor.domain.singlecase.models.glm import Stopping, generalised_linear
from lijfspoor.domain.singlecase.models.gls import SerialFit, Spacing, generalised_least_squares
from lijfspoor.domain.singlecase.models.ols import ordinary_least_squares
from lijfspoor.domain.singlecase.models.ordinal import proportional_odds
from lijfspoor.domain.singlecase.models.piecewise import Against, LinearModel, piecewise_model, two_sides
from tests.golden.singlecase.records import Record
from tests.golden.singlecase.registry import Values, computes


def _case(record: Record) -> Case:
    case = record.cases[0]
    return two_sides(case, record.a, record.b) if record.a and record.b else case


def _model(record: Record, parameterisation: str) -> LinearModel:
    against = Against.PRECEDING if record.definition.endswith("preceding") else Against.FIRST
    return piecewise_model(_case(record), parameterisation, against)


def _terms(record: Record, terms: tuple[Coefficient, ...]) -> Values:
    """By the record's own names: the peer calls the trend after the column that holds the time."""
    asked = list(record.expected["coefficients"])
    renamed = not {one.name for one in terms} <= set(asked)
    names = asked if renamed and len(asked) == len(terms) else [one.name for one in terms]
    return {
        name: {"est": one.estimate, "se": one.se, "stat": one.statistic, "p": one.p}
        for name, one in zip(names, terms, strict=True)
    }


@computes(
    *(
        f"scan.plm.{way}{versus}"
        for way in ("W", "H-M", "B&L-B")
        for versus in ("", ".contrast_first", ".contrast_preceding")
    )
)
def least_squares(record: Record) -> Values:
    fit = ordinary_least_squares(_model(record, record.definition.split(".")[2]))
    return {
        "coefficients": _terms(record, fit.coefficients),
        "sigma": fit.sigma,
        "df_resid": fit.df,
        "F": fit.f,
        "F_p": fit.f_p,
        "R2": fit.r2,
        "R2_adj": fit.r2_adjusted,
        "delta_R2": fit.r2_lost,
    }


@computes("scan.plm.H-M.poisson", "scan.plm.H-M.binomial")
def counts(record: Record) -> Values:
    fit = generalised_linear(_model(record, "H-M"), record.definition.rsplit(".", 1)[1], Stopping.USUAL)
    return {"coefficients": _terms(record, fit.coefficients), "deviance": fit.deviance, "AIC": fit.aic}


def _serial(record: Record, fit: SerialFit) -> Values:
    return {
        "coefficients": _terms(record, fit.coefficients),
        "phi": fit.phi,
        "sigma": fit.sigma,
        "logLik": fit.log_likelihood,
    }


@computes("scan.plm.H-M.AR1")
def rows(record: Record) -> Values:
    return _serial(record, autoregressive_rows(_model(record, "H-M")))


@computes(*(f"nlme.gls.{kind}.{criterion}" for kind in ("corAR1", "corCAR1") for criterion in ("ML", "REML")))
def times(record: Record) -> Values:
    _, _, kind, criterion = record.definition.split(".")
    spacing = Spacing.WHOLE if kind == "corAR1" else Spacing.CONTINUOUS
    return _serial(record, generalised_least_squares(_model(record, "H-M"), spacing, criterion))


@computes("MASS.polr.level", "MASS.polr.trend_level")
def ordinal(record: Record) -> Values:
    fit = proportional_odds(_case(record), trend=record.definition.endswith("trend_level"))
    return {
        "coefficients": {one.name: {"est": one.estimate, "se": one.se} for one in fit.coefficients},
        "levels": [f"{level:.15g}" for level in fit.levels],
        "deviance": fit.deviance,
    }
