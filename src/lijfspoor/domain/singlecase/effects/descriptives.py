"""What a phase looks like in numbers: how many scores, where they lie, how far apart, and which way they go.

Definition, per phase: `n` rows (missing scores counted), `missing`, mean, median, standard deviation (divisor scores -
1), `mad` = 1.4826 x the median absolute distance to the median (the factor makes it equal the standard deviation of
normal scores), minimum, maximum, and `trend`, the least-squares slope on measured time.

A phase that comes back is described once per spell, in order of time. What cannot be given is None, and `refused` says
why. Nothing here is an effect or has an interval.

Dispute: a mean and a standard deviation describe a phase without trend; with a trend they describe where the phase
happened to stop. That is why the trend stands beside them. Source of the constant: Rousseeuw & Croux (1993),
https://doi.org/10.1080/01621459.1993.10476408.

Worked example: scores 2, missing, 4, 9 at times 1 to 4: n 4, missing 1, mean 5, median 4, sd 3.606, mad 1.4826 x 2 =
2.9652, trend 15/7 = 2.143.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.data.ties import SLACK
from lijfspoor.domain.singlecase.effects.trend import trend

NORMAL_CONSISTENT = 1.4826


@dataclass(frozen=True, slots=True)
class PhaseDescription:
    """The numbers of one spell of one phase; None where a number does not exist, with its reason in `refused`."""

    label: str
    n: int
    missing: int
    mean: float | None
    median: float | None
    sd: float | None
    mad: float | None
    minimum: float | None
    maximum: float | None
    trend: float | None
    refused: Mapping[str, Refused]


def describe(case: Case) -> tuple[PhaseDescription, ...]:
    """Describe every spell of a case in order of time."""
    return tuple(
        _describe(spell.label, case.times[spell.start : spell.stop], case.values[spell.start : spell.stop])
        for spell in case.spells
    )


def _describe(label: str, times: Floats, values: Floats) -> PhaseDescription:
    refused: dict[str, Refused] = {}
    slope = sd = None
    scores = values[~np.isnan(values)]
    if not len(scores):
        refused = dict.fromkeys(("mean", "median", "sd", "mad", "minimum", "maximum", "trend"), _no_scores())
        return PhaseDescription(
            label, len(values), len(values), None, None, None, None, None, None, None, MappingProxyType(refused)
        )
    try:
        sd = _standard_deviation(scores)
    except Refused as refusal:
        refused["sd"] = refusal
    try:
        slope = trend(times, values).slope
    except Refused as refusal:
        refused["trend"] = refusal
    median, mad = _middle(scores)
    return PhaseDescription(
        label=label,
        n=len(values),
        missing=len(values) - len(scores),
        mean=_mean(scores),
        median=median,
        sd=sd,
        mad=mad,
        minimum=float(scores.min()),
        maximum=float(scores.max()),
        trend=slope,
        refused=MappingProxyType(refused),
    )


def _mean(scores: Floats) -> float:
    exponent = _exponent(scores)
    return float(np.ldexp(np.ldexp(scores, -exponent).mean(), exponent))


def _middle(scores: Floats) -> tuple[float, float]:
    exponent = _exponent(scores)
    scaled = np.ldexp(scores, -exponent)
    median = np.median(scaled)
    mad = NORMAL_CONSISTENT * np.median(np.abs(scaled - median))
    return float(np.ldexp(median, exponent)), float(np.ldexp(mad, exponent))


def _standard_deviation(scores: Floats) -> float:
    if len(scores) < 2:
        raise refuse(
            "too-few-points",
            nl="Voor een standaarddeviatie zijn minstens twee scores nodig.",
            en="A standard deviation needs at least two scores.",
        )
    if np.ptp(scores / 2) <= SLACK * np.max(np.abs(scores / 2)):
        return 0.0
    exponent = _exponent(scores)
    return float(np.ldexp(np.ldexp(scores, -exponent).std(ddof=1), exponent))


def _exponent(scores: Floats) -> int:
    """The power of two that keeps squares of these scores inside the range of numbers."""
    return int(np.frexp(np.max(np.abs(scores)))[1])


def _no_scores() -> Refused:
    return refuse("no-scores", nl="Deze fase heeft geen enkele score.", en="This phase has no score at all.")
