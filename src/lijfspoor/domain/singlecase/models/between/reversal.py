"""The moment estimator for a reversal design (AB)^k: g of treatment against baseline between cases.

Phases in order form pairs of baseline and treatment; a case's contrast is the mean over its pairs of the difference of
phase means. Cells are point in phase x condition x pair, and only cells in which every case has a score count. The
autocorrelation stays within phases; R in s_w^2 runs over points in phase, in V over measured times. Complete rows only.
Formula, interval and assumptions: see `moments`.

Hedges, Pustejovsky & Shadish (2012), doi:10.1002/jrsm.1052.

Example: cases (1, 2, 6, 7) and (3, 5, 7, 9) in A A B B: one pair, four cells, effect 4.5 as in a multiple baseline.
"""

from collections.abc import Sequence

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.models.between.moments import CaseRows, MomentDifference, moment_difference
from lijfspoor.domain.singlecase.models.between.multiple_baseline import check_complete
from lijfspoor.domain.singlecase.models.between.sides import Sided
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Ints


def moment_reversal(cases: Sequence[Case]) -> MomentDifference:
    """g by moments over phases that alternate: baseline, treatment, baseline, treatment, ...

    Raises Refused: "no-pairs" (phases do not come in equally many pairs), "missing-scores", and those of
    `moment_difference`.
    """
    spells = {len(case.spells) for case in cases}
    if len(spells) > 1 or any(count % 2 for count in spells):
        raise refuse(
            "no-pairs",
            nl="De fasen vormen niet bij elke casus evenveel paren van basislijn en behandeling.",
            en="The phases do not form equally many pairs of baseline and treatment in every case.",
        )
    check_complete([Sided(case.name, case.values, case.times, case.present, case.phases) for case in cases])
    numbered = [_phase_and_point(case) for case in cases]
    shared = set.intersection(*(set(zip(*pair, strict=True)) for pair in numbered)) if numbered else set()
    number = {key: index for index, key in enumerate(sorted(shared))}
    rows = [_rows(case, *pair, number) for case, pair in zip(cases, numbered, strict=True)]
    return moment_difference(rows, across_phases=False)


def _phase_and_point(case: Case) -> tuple[list[int], list[int]]:
    phase: list[int] = []
    point: list[int] = []
    for index, spell in enumerate(case.spells):
        length = spell.stop - spell.start
        phase += [index] * length
        point += range(length)
    return phase, point


def _rows(case: Case, phase: list[int], point: list[int], number: dict[tuple[int, int], int]) -> CaseRows:
    phases: Ints = np.array(phase, dtype=np.intp)
    sign = np.where(phases % 2 == 1, 1.0, -1.0)
    cell = np.array([number.get(key, -1) for key in zip(phase, point, strict=True)], dtype=np.intp)
    return CaseRows(
        scores=case.values,
        times=case.times,
        place=np.array(point, dtype=np.float64),
        phase=phases,
        weights=sign / np.bincount(phases)[phases],
        contrasts=len(case.spells) // 2,
        cell=cell,
    )
