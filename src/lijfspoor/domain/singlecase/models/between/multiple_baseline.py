"""The moment estimator for a multiple baseline across cases: g of treatment against baseline between cases.

Cells are measured time x condition: scores at the same session in the same condition estimate the variance between
cases. The autocorrelation multiplies successive deviations also across the change of phase. Complete rows only; with
missing scores use the REML estimator. Formula, interval and assumptions: see `moments`.

Hedges, Pustejovsky & Shadish (2013), doi:10.1002/jrsm.1086.

Example: cases (1, 2, 6, 7) and (3, 5, 7, 9) in A A B B: effect 4.5, mean variance between cases at a session 3.25.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.between.moments import CaseRows, MomentDifference, moment_difference
from lijfspoor.domain.singlecase.models.between.sides import Sided, sided


def moment_multiple_baseline(
    cases: Sequence[Case], a: str | Iterable[str] | None = None, b: str | Iterable[str] | None = None
) -> MomentDifference:
    """g by moments; `a` and `b` are the labels of baseline and treatment (default: the first label, and the others).

    Raises Refused: "missing-scores", "no-scores" (a case without one of the conditions), and those of
    `moment_difference`.
    """
    found = [sided(case, a, b) for case in cases]
    check_complete(found)
    keys = sorted({(time, side) for one in found for time, side in zip(one.times, one.treated, strict=True)})
    number = {key: index for index, key in enumerate(keys)}
    return moment_difference([_rows(one, number) for one in found], across_phases=True)


def check_complete(found: Sequence[Sided]) -> None:
    """Raise Refused "missing-scores" when a row has none."""
    if any(np.isnan(one.scores).any() for one in found):
        raise refuse(
            "missing-scores",
            nl="Er ontbreken scores. De momentenschatter kan daar niet mee om; kies de REML-schatter.",
            en="Scores are missing. The moment estimator cannot deal with that; choose the REML estimator.",
        )


def _rows(one: Sided, number: dict[tuple[float, bool], int]) -> CaseRows:
    treated = one.treated
    weights = np.where(treated, 1 / treated.sum(), -1 / (~treated).sum())
    cell = np.array([number[key] for key in zip(one.times, treated, strict=True)], dtype=np.intp)
    return CaseRows(one.scores, one.times, one.times, treated.astype(np.intp), weights, 1, cell)
