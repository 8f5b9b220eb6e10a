"""Piecewise regression's terms: a trend, and for every later phase a change of level and of slope.

Definition (time t, phase k starting at time t_k, D_k = 1 in it): y = b0 + b1 t + sum over k of (b2k D_k + b3k S_k).
Three ways to say the same model; likelihood and fitted values are one:

- W: t counted from the first measurement, S_k = (t - t_k) D_k;
- H-M (Huitema & McKean 2000, doi 10.1177/00131640021970358): t as measured, S_k as in W, so that the level change is
  the jump at the first measurement of the phase;
- B&L-B (as Center, Skiba & Casey 1985, doi 10.1177/002246698501900404): t as measured, S_k = (t - t_k + 1) D_k, so
  that the level change is read one time unit before the phase.

Dispute: the level change of the three differs by one slope; a reader who does not know which one was used cannot read
it. Contrast `first` compares each later phase with the first (D_k is 1 in phase k only); `preceding` adds each change
to what went before (D_k stays 1 to the end, slopes too). First times are taken over all rows, also those without a
score.

Example: times 1..5, phases A A B B B, W: columns 1 1 1 1 1; 0 1 2 3 4; 0 0 1 1 1; 0 0 0 1 2.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case, Floats, Spell

INTERCEPT = "(Intercept)"
TREND = "mt"


class Parameterisation(StrEnum):
    """Which way of saying the piecewise model."""

    W = "W"
    H_M = "H-M"
    B_L_B = "B&L-B"


class Against(StrEnum):
    """What each later phase is compared with."""

    FIRST = "first"
    PRECEDING = "preceding"


@dataclass(frozen=True, eq=False)
class LinearModel:
    """The rows of a regression: `matrix` (n, p) with the intercept first, one name per column; NaN is a missing score.

    `rows`: the place of each row in the series, shape (n,), so that a row left out leaves a gap and closes none.
    """

    names: tuple[str, ...]
    matrix: Floats
    times: Floats
    rows: Floats
    values: Floats
    trials: Floats | None = None

    def scored(self) -> "LinearModel":
        """The rows that hold a score; their times and places stay."""
        keep = ~np.isnan(self.values)
        return replace(
            self,
            matrix=self.matrix[keep],
            times=self.times[keep],
            rows=self.rows[keep],
            values=self.values[keep],
            trials=None if self.trials is None else self.trials[keep],
        )


def two_sides(case: Case, a: Iterable[str], b: Iterable[str]) -> Case:
    """The rows of two sides only, labelled A and B; rows of other phases are left out.

    Raises Refused: "no-rows" when a side has no row.
    """
    in_a, in_b = case.rows_of(a), case.rows_of(b)
    if not in_a.any() or not in_b.any():
        raise refuse("no-rows", nl="Een van de twee fasen heeft geen metingen.", en="One of the phases has no rows.")
    keep = in_a | in_b
    return replace(
        case,
        times=case.times[keep],
        values=case.values[keep],
        phases=tuple("B" if later else "A" for later in in_b[keep]),
        trials=None if case.trials is None else case.trials[keep],
    )


def piecewise_model(
    case: Case,
    parameterisation: Parameterisation | str = Parameterisation.W,
    against: Against | str = Against.FIRST,
    *,
    trend: bool = True,
    level: bool = True,
    slope: bool = True,
) -> LinearModel:
    """The terms of a case: `(Intercept)`, `mt`, `phase<label>` and `inter<label>` for every later phase.

    A label that comes back is numbered: `phaseA (2)`. Raises Refused: "one-phase".
    """
    way, versus = Parameterisation(parameterisation), Against(against)
    later = case.spells[1:]
    if not later and (level or slope):
        raise refuse(
            "one-phase",
            nl="De reeks heeft maar één fase; er is niets om mee te vergelijken.",
            en="The series has one phase only; there is nothing to compare it with.",
        )
    columns = {INTERCEPT: np.ones(case.size)}
    if trend:
        columns[TREND] = case.times - (case.times[0] if way is Parameterisation.W else 0.0)
    labels = _numbered(case.spells)[1:]
    if level:
        columns |= {f"phase{name}": _during(case, spell, versus) for name, spell in zip(labels, later, strict=True)}
    if slope:
        lead = 1.0 if way is Parameterisation.B_L_B else 0.0
        for name, spell in zip(labels, later, strict=True):
            since = case.times - case.times[spell.start] + lead
            columns[f"inter{name}"] = since * _during(case, spell, versus)
    return LinearModel(
        names=tuple(columns),
        matrix=np.stack(tuple(columns.values()), axis=1),
        times=case.times,
        rows=np.arange(float(case.size)),
        values=case.values,
        trials=case.trials,
    )


def _during(case: Case, spell: Spell, versus: Against) -> Floats:
    flag = np.zeros(case.size)
    flag[spell.start : spell.stop if versus is Against.FIRST else None] = 1.0
    return flag


def _numbered(spells: tuple[Spell, ...]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for spell in spells:
        seen[spell.label] += 1
        times = seen[spell.label]
        names.append(spell.label if times == 1 else f"{spell.label} ({times})")
    return names
