"""The straight line through scores in time, overall and in each phase.

Definition. `trend`: the least-squares line of the scores on time, on real times: intercept at time 0, slope per unit of
time, and the standardised slope, which with one predictor is the correlation. With `power=2` the predictor is the
square of time **alone**, without a linear term: the "quadratic" row of older software, kept to compare with; it is not
the quadratic regression that its name suggests.
`phase_trends` lets time start at 0 at the first row of the series, and again at the first row of each phase.

Interval: none is given. The usual standard error of a slope assumes that scores do not depend on the one before; the
piecewise models give slopes with an interval that does not.

Source: any text on least squares; for single cases Parker, Cryer & Byrns (2006), https://doi.org/10.1037/h0084131.

Worked example: scores 2, 4, 3, 7 at times 0, 1, 2, 3. Mean time 1.5, mean score 4; the products of deviations sum to 7
and the squared times to 5, so the slope is 7/5 = 1.4 and the intercept 4 - 1.4 x 1.5 = 1.9. The squared scores sum to
14, so the correlation is 7/sqrt(5 x 14) = 0.837.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.data.ties import SLACK

WHOLE_SERIES = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """A line through `n` scores; `correlation` is None when the scores are all equal."""

    intercept: float
    slope: float
    correlation: float | None
    n: int


def trend(times: Floats, values: Floats, *, power: int = 1) -> Trend:
    """Fit the line of `values` on `times`**`power`; rows with a missing score (NaN) are left out.

    Raises Refused: "too-few-points" (fewer than two scores), "out-of-range" (a number too large to write).
    """
    present = ~np.isnan(values)
    moments, scores = times[present] ** power, values[present]
    if len(scores) < 2:
        raise refuse(
            "too-few-points",
            nl="Voor een trend zijn minstens twee scores nodig.",
            en="A trend needs at least two scores.",
        )
    size = max(float(np.max(np.abs(scores))), np.finfo(np.float64).tiny)
    off_time, off_score = moments - moments.mean(), scores / size - (scores / size).mean()
    slope = float(off_time @ off_score / (off_time @ off_time))
    intercept = float((scores / size).mean() - slope * moments.mean())
    return Trend(_in_range(intercept * size), _in_range(slope * size), _correlation(off_time, off_score), len(scores))


def phase_trends(case: Case, *, power: int = 1) -> Mapping[str, Trend | Refused]:
    """The trend of the whole series (key "") and of each phase (key its label; time starts at 0 in each).

    A phase that comes back has one line per spell: its second spell is keyed "A (2)", and so on. A phase without enough
    scores holds its refusal.
    """
    found: dict[str, Trend | Refused] = {WHOLE_SERIES: _try(case.times - case.times[0], case.values, power)}
    seen: dict[str, int] = {}
    for spell in case.spells:
        rows = slice(spell.start, spell.stop)
        seen[spell.label] = seen.get(spell.label, 0) + 1
        key = spell.label if seen[spell.label] == 1 else f"{spell.label} ({seen[spell.label]})"
        found[key] = _try(case.times[rows] - case.times[spell.start], case.values[rows], power)
    return found


def _try(times: Floats, values: Floats, power: int) -> Trend | Refused:
    try:
        return trend(times, values, power=power)
    except Refused as refusal:
        return refusal


def _correlation(off_time: Floats, off_score: Floats) -> float | None:
    if float(np.ptp(off_score)) <= SLACK:
        return None
    return float(off_time @ off_score / np.sqrt((off_time @ off_time) * (off_score @ off_score)))


def _in_range(value: float) -> float:
    if not np.isfinite(value):
        raise refuse(
            "out-of-range",
            nl="De uitkomst is te groot om als getal te schrijven.",
            en="The answer is too large to be written as a number.",
        )
    return value
