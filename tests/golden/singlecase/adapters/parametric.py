"""Means, log ratios, descriptives and trends: the reference's names beside ours."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, Improvement, make_case
from lijfspoor.domain.singlecase.effects.answers import normal_quantile
from lijfspoor.domain.singlecase.effects.autocorrelation import Autocorrelation, phase_autocorrelations
from lijfspoor.domain.singlecase.effects.descriptives import describe
from lijfspoor.domain.singlecase.effects.lor import lor
from lijfspoor.domain.singlecase.effects.lrm import lrm
from lijfspoor.domain.singlecase.effects.lrr import lrr_decreasing, lrr_increasing
from lijfspoor.domain.singlecase.effects.pogo import pogo
from lijfspoor.domain.singlecase.effects.rci import RciForm, rci
from lijfspoor.domain.singlecase.effects.smd import Standardiser, cohen_d, durlak_g, smd, smd_stack
from lijfspoor.domain.singlecase.effects.stacks import one
from lijfspoor.domain.singlecase.effects.trend import Trend, phase_trends
from tests.golden.singlecase.records import Record
from tests.golden.singlecase.registry import Values, computes

RELIABILITY = 0.8


def four(estimate: Estimate) -> dict[str, object]:
    """Estimate, standard error and limits under the reference's names."""
    limits = estimate.interval
    return {
        "est": estimate.value,
        "se": estimate.se,
        "CI_lower": limits.lower if limits else None,
        "CI_upper": limits.upper if limits else None,
    }


@computes(
    "ses.SMD.baseline.corrected", "ses.SMD.baseline.uncorrected", "ses.SMD.pool.corrected", "ses.SMD.pool.uncorrected"
)
def standardised(record: Record) -> Values:
    """Where ours refuses because the correction leaves nothing, the arithmetic itself is compared: it is all zeros."""
    _, _, ruler, correction = record.definition.split(".")
    standardiser = Standardiser.BASELINE if ruler == "baseline" else Standardiser.POOLED
    corrected = correction == "corrected"
    answers = smd_stack(one(record.contrast), standardiser=standardiser, corrected=corrected)
    sd = {f"{ruler}_SD" if ruler == "baseline" else "pooled_SD": float(answers.figures["sd"][0])}
    try:
        return four(smd(record.contrast, standardiser=standardiser, corrected=corrected)) | sd
    except Refused as refusal:
        if refusal.code != "correction-leaves-nothing" or answers.se is None:
            return dict.fromkeys(("est", "se", "CI_lower", "CI_upper")) | sd
    value, reach = float(answers.value[0]), normal_quantile(0.95) * float(answers.se[0])
    return {"est": value, "se": float(answers.se[0]), "CI_lower": value - reach, "CI_upper": value + reach} | sd


@computes("ses.LRRi.corrected", "ses.LRRi.uncorrected", "ses.LRRd.corrected", "ses.LRRd.uncorrected")
def log_response_ratio(record: Record) -> Values:
    """The contrast carries the client's direction; the definition says which log ratio."""
    compute = lrr_increasing if record.definition.startswith("ses.LRRi") else lrr_decreasing
    return four(
        compute(
            record.contrast,
            corrected=record.definition.endswith(".corrected"),
            scale=record.get("scale") or "other",
            observation_length=record.get("observation_length"),
            intervals=record.get("intervals"),
        )
    )


@computes("ses.LOR.corrected")
def log_odds_ratio(record: Record) -> Values:
    """Proportions and percentages."""
    return four(lor(record.contrast, scale=record.get("scale"), intervals=record.get("intervals")))


@computes("ses.LRM")
def log_ratio_of_medians(record: Record) -> Values:
    """Scores above zero."""
    return four(lrm(record.contrast))


@computes("ses.PoGO")
def percent_of_goal(record: Record) -> Values:
    """The published standard error, which takes both ways to be independent."""
    return four(pogo(record.contrast, float(record.get("goal")), shared_baseline=False))


@computes("scan.smd")
def mean_differences(record: Record) -> Values:
    """Raw differences B less A, whatever the direction."""
    raw = replace(record.contrast, improvement=Improvement.INCREASE)
    first, second = describe(two_phases(record))
    return {
        "mA": first.mean,
        "mB": second.mean,
        "sdA": first.sd,
        "sdB": second.sd,
        "sd_pooled": float(smd_stack(one(raw), standardiser=Standardiser.POOLED).figures["sd"][0]),
        "glass_delta": value_or_none(partial(smd, raw, corrected=False)),
        "hedges_g": value_or_none(partial(smd, raw, standardiser="pooled", corrected=False)),
        "hedges_g_corrected": value_or_none(partial(smd, raw, standardiser="pooled")),
        "hedges_g_durlak": value_or_none(partial(durlak_g, raw)),
        "cohen_d": value_or_none(partial(cohen_d, raw)),
    }


@computes("scan.rci")
def reliable_change(record: Record) -> Values:
    """Raw differences B less A, whatever the direction."""
    raw = replace(record.contrast, improvement=Improvement.INCREASE)
    jacobson = rci(raw, RELIABILITY, form=RciForm.JACOBSON)
    both = rci(raw, RELIABILITY, form=RciForm.CHRISTENSEN_MENDOZA)
    return {
        "rci": {"Jacobson et al.": jacobson.value, "Christensen and Mendoza": both.value},
        "SE": jacobson.figures["se_measurement"],
    }


@computes("scan.describe")
def descriptives(record: Record) -> Values:
    """Both sides as two phases."""
    values: dict[str, object] = {}
    for side in describe(two_phases(record)):
        values |= {
            f"n.{side.label}": side.n,
            f"mis.{side.label}": side.missing,
            f"m.{side.label}": side.mean,
            f"md.{side.label}": side.median,
            f"sd.{side.label}": side.sd,
            f"mad.{side.label}": side.mad,
            f"min.{side.label}": side.minimum,
            f"max.{side.label}": side.maximum,
            f"trend.{side.label}": side.trend,
        }
    return values


@computes("scan.autocorr")
def autocorrelations(record: Record) -> Values:
    """Three lags of both sides and of both together."""
    case = two_phases(record)
    values: dict[str, dict[str, object]] = {"A": {}, "B": {}, "all": {}}
    for lag in (1, 2, 3):
        for label, found in phase_autocorrelations(case, lag).items():
            values[label or "all"][f"Lag {lag}"] = found.r if isinstance(found, Autocorrelation) else None
    return values


@computes("scan.trend")
def trends(record: Record) -> Values:
    """On time and on time squared alone."""
    values: dict[str, object] = {}
    for name, power in (("Linear", 1), ("Quadratic", 2)):
        for label, found in phase_trends(record.cases[0], power=power).items():
            if isinstance(found, Trend):
                line = {"Intercept": found.intercept, "B": found.slope, "Beta": found.correlation}
                values[f"{name}.{label or 'ALL'}"] = line
    return values


def two_phases(record: Record) -> Case:
    """The record's two sides as a case of phases A and B, missing scores in place, A before B."""
    case = record.cases[0]
    rows_a, rows_b = case.rows_of(record.a), case.rows_of(record.b)
    times = np.concatenate([case.times[rows_a], case.times[rows_b]])
    values = np.concatenate([case.values[rows_a], case.values[rows_b]])
    return make_case(case.name, values, ["A"] * int(rows_a.sum()) + ["B"] * int(rows_b.sum()), times)


def value_or_none(compute: Callable[[], Estimate]) -> float | None:
    """The value, or None where ours refuses."""
    try:
        return compute().value
    except Refused:
        return None
