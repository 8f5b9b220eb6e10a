"""How much a score says about the score a few rows later.

Definition, without missing scores: with deviations c from the mean of the N scores, r(L) = sum of c[t] c[t+L] over the
sum of c[t] squared, rows in order of time. With missing scores, which keep their row, the pairs of which both scores
are there are averaged instead: r(L) = (sum of c[t] c[t+L] / pairs) / (sum of c[t] squared / scores) x (N - L)/N, N
counting all rows (Parzen 1963, Sankhya A 25, 383-392; Dunsmuir & Robinson 1981,
https://doi.org/10.1080/01621459.1981.10477687). With nothing missing this is the first formula. Closing the gaps
instead would make neighbours of scores that were days apart.

The lag counts rows. With uneven times the rows are not equally far apart; the continuous-time model uses the times.

Dispute: with few points r(1) is far too low (its mean without any autocorrelation is -1/N), so a small r(1) shows
little. `corrected` adds 1/N (Huitema & McKean 1991, https://doi.org/10.1037/0033-2909.110.2.291). No interval is given:
with the length of usual phases none is worth having.

Worked example: scores 1, 2, 4, 5. Deviations -2, -1, 1, 2, squares sum to 10; r(1) = (2 - 1 + 2)/10 = .3 and
r(2) = (-2 - 2)/10 = -.4.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats
from lijfspoor.domain.singlecase.data.ties import SLACK
from lijfspoor.domain.singlecase.effects.trend import WHOLE_SERIES

UNEVEN = Saying(
    nl="De metingen liggen niet even ver uit elkaar; de vertraging is geteld in metingen, niet in tijd.",
    en="The measurements are not equally far apart; the lag counts measurements, not time.",
)


@dataclass(frozen=True, slots=True)
class Autocorrelation:
    """r at a lag of so many rows, from so many `pairs`; `corrected` adds 1/N; `remarks` say what to know."""

    lag: int
    r: float
    corrected: float
    pairs: int
    remarks: tuple[Saying, ...] = ()


def autocorrelation(values: Floats, lag: int = 1, *, times: Floats | None = None) -> Autocorrelation:
    """Compute r at `lag` of scores in order of time, NaN where a score is missing.

    Raises Refused: "too-few-points" (no pair at that lag), "flat-phase" (all scores equal).
    """
    present = ~np.isnan(values)
    rows, scores = len(values), int(present.sum())
    pairs = int((present[lag:] & present[: rows - lag]).sum()) if lag < rows else 0
    if not pairs:
        raise refuse(
            "too-few-points",
            nl=f"Er zijn geen twee scores die {lag} metingen na elkaar komen.",
            en=f"There are no two scores {lag} measurements apart.",
        )
    off = _deviations(values, present)
    r = float(off[lag:] @ off[: rows - lag]) / pairs / (float(off @ off) / scores) * ((rows - lag) / rows)
    uneven = times is not None and bool(np.ptp(np.diff(times)) > SLACK * np.max(np.abs(times)))
    return Autocorrelation(lag, r, r + 1 / scores, pairs, (UNEVEN,) if uneven else ())


def phase_autocorrelations(case: Case, lag: int = 1) -> Mapping[str, Autocorrelation | Refused]:
    """r of the whole series (key "") and of each phase by label; a phase that comes back by spell: "A (2)".

    The r of the whole series counts a change between phases as dependence; that of a phase does not.
    """
    found: dict[str, Autocorrelation | Refused] = {WHOLE_SERIES: _try(case.values, lag, case.times)}
    seen: dict[str, int] = {}
    for spell in case.spells:
        rows = slice(spell.start, spell.stop)
        seen[spell.label] = seen.get(spell.label, 0) + 1
        key = spell.label if seen[spell.label] == 1 else f"{spell.label} ({seen[spell.label]})"
        found[key] = _try(case.values[rows], lag, case.times[rows])
    return found


def _try(values: Floats, lag: int, times: Floats) -> Autocorrelation | Refused:
    try:
        return autocorrelation(values, lag, times=times)
    except Refused as refusal:
        return refusal


def _deviations(values: Floats, present: Floats) -> Floats:
    """Deviations from the mean, 0 where missing, as shares of the largest absolute score."""
    largest = float(np.max(np.abs(values[present])))
    scaled = values / largest if largest else values
    if np.ptp(scaled[present]) <= SLACK:
        raise refuse(
            "flat-phase",
            nl="Alle scores zijn gelijk; dan bestaat er geen samenhang tussen opeenvolgende scores.",
            en="All scores are equal; then there is no correlation between successive scores.",
        )
    return np.where(present, scaled - scaled[present].mean(), 0.0)
