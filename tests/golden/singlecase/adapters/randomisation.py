"""The golden definitions of randomisation tests."""

from collections.abc import Sequence

import numpy as np

from lijfspoor.domain.singlecase.data.series import Case, Floats, make_case
from lijfspoor.domain.singlecase.designs.alternation import randomised_blocks, shuffled
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.limited import limited_runs
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin
from lijfspoor.domain.singlecase.randomisation.layout import Layout
from lijfspoor.domain.singlecase.randomisation.reference import Combine, Design
from lijfspoor.domain.singlecase.randomisation.standardised import smd_glass, smd_pooled
from lijfspoor.domain.singlecase.randomisation.statistic import Statistic, Unit, own_statistic
from lijfspoor.domain.singlecase.randomisation.testing import RandomisationTest, Tail, randomisation_test
from tests.golden.singlecase.records import Record, as_list
from tests.golden.singlecase.registry import Values, computes

MEANS = {
    "B-A": ("mean-difference", Tail.HIGHER),
    "A-B": ("mean-difference-a-b", Tail.LOWER),
    "|A-B|": ("absolute-mean-difference", Tail.LARGER),
    "PB-PA": ("phase-means-difference", Tail.HIGHER),
    "PA-PB": ("phase-means-difference-a-b", Tail.LOWER),
    "|PA-PB|": ("absolute-phase-means-difference", Tail.LARGER),
}


@computes("SCRT.AB", "SCRT.ABA", "SCRT.ABAB", "SCRT.CRD", "SCRT.RBD", "SCRT.ATD")
def one_series(record: Record) -> Values:
    """One series and one scheme; a missing score keeps its place."""
    labels = [label[0] for label in record.get("labels")]
    return _values(
        randomisation_test(
            make_case(record.id, record.get("scores"), labels),
            _scheme(record, len(labels)),
            MEANS[record.get("statistic")][0],
            tail=MEANS[record.get("statistic")][1],
        )
    )


def _scheme(record: Record, size: int) -> Ranked:
    kind, limit = record.definition.removeprefix("SCRT."), record.get("limit")
    if kind == "CRD":
        return shuffled("AB", size)
    if kind == "RBD":
        return randomised_blocks("AB", size)
    return limited_runs("AB", size, limit) if kind == "ATD" else phase_scheme(kind, size, minimum=limit)


@computes("SCRT.MBD")
def multiple_baseline(record: Record) -> Values:
    """Tiers allocated to cases and a start within each tier; the first rows of every series."""
    rows = record.get("n_used")
    cases = [
        make_case(case.name, case.values[:rows], [_side(label, record.a) for label in case.phases[:rows]])
        for case in record.cases
    ]
    scheme = koehler_levin([rows] * len(cases), [as_list(window) for window in record.get("starts")])
    statistic, tail = MEANS[record.get("statistic")]
    return _values(randomisation_test(cases, scheme, statistic, tail=tail))


def _side(label: str, a: Sequence[str]) -> str:
    return "A" if label in a else "B"


def _root_mean_square(found: Floats) -> Floats:
    return np.asarray(np.sqrt(np.mean(found**2, axis=1)), dtype=np.float64)


def _median(found: Floats) -> Floats:
    return np.asarray(np.median(found, axis=1), dtype=np.float64)


def _with_durlak(layout: Layout, values: Floats) -> Floats:
    size = layout.in_a.sum(axis=1) + layout.in_b.sum(axis=1)
    return np.asarray(smd_pooled(layout, values) * (size - 3) / (size - 2.25) * np.sqrt((size - 2) / size))


UNSIGNED_GLASS = own_statistic("scan-glass", smd_glass, sign=0, unit=Unit.FREE)
UNSIGNED_HEDGES = own_statistic("scan-hedges", _with_durlak, sign=0, unit=Unit.FREE)
SCAN: dict[str, tuple[str | Statistic, Tail, Combine | None]] = {
    "Mean B-A": ("mean-difference", Tail.HIGHER, None),
    "Mean A-B": ("mean-difference-a-b", Tail.LOWER, None),
    "Mean |A-B|": ("absolute-mean-difference", Tail.LARGER, None),
    "Median B-A": ("median-difference", Tail.HIGHER, _median),
    "NAP": ("nap", Tail.HIGHER, None),
    "NAP decreasing": ("nap", Tail.HIGHER, None),
    "Slope B-A": ("slope-difference", Tail.HIGHER, None),
    "T-test": ("welch-t", Tail.HIGHER, None),
    "W-test": ("w", Tail.HIGHER, None),
    "SMD glass": (UNSIGNED_GLASS, Tail.LARGER, _root_mean_square),
    "SMD hedges": (UNSIGNED_HEDGES, Tail.LARGER, _root_mean_square),
}


@computes("scan.rand_test.AB_start")
def start_of_b(record: Record) -> Values:
    """Every start of B, independent per case; the peer deletes missing rows first, so that starts move."""
    name = record.get("statistic")
    statistic, tail, combine = SCAN[name]
    cases = [_without_missing(case, record, turned=name == "NAP decreasing") for case in record.cases]
    limits = as_list(record.get("limit"))
    schemes = tuple(phase_scheme("AB", case.size, minimum=limits) for case in cases)
    design: Design = schemes[0] if len(schemes) == 1 else Independent(schemes)
    found = _values(randomisation_test(cases, design, statistic, tail=tail, combine=combine))
    factor = 100 if name.startswith("NAP") else 1
    return {
        key: value * factor if key in ("statistic", "distribution_mean", "distribution_sd") else value
        for key, value in found.items()
    }


def _without_missing(case: Case, record: Record, *, turned: bool) -> Case:
    rows = [row for row, label in enumerate(case.phases) if label in (*record.a, *record.b) and case.present[row]]
    values = case.values[rows]
    return make_case(case.name, -values if turned else values, [_side(case.phases[row], record.a) for row in rows])


def _values(test: RandomisationTest) -> dict[str, float]:
    return {
        "statistic": test.observed,
        "p": test.p,
        "assignments": test.admissible,
        "distribution_mean": test.mean,
        "distribution_sd": test.sd,
    }
