"""Every statistic, for all label sequences at once, against a slow one for each."""

from collections.abc import Sequence

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.designs.alternation import shuffled
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.randomisation.catalogue import STATISTICS, statistic_named
from lijfspoor.domain.singlecase.randomisation.criterion import criterion_match
from lijfspoor.domain.singlecase.randomisation.layout import Layout, layout_of, sides_of
from lijfspoor.domain.singlecase.randomisation.statistic import one_by_one
from tests.unit.singlecase.randomisation.naive import NAIVE

SERIES: dict[str, list[float | None]] = {
    "rising": [3, 1, 4, 1.5, 9, 2.5, 6, 5, 3, 5],
    "gaps": [3, None, 4, 1, None, 9, 2, 6, None, 5],
    "ties": [2, 2, 2, 3, 3, 2, 4, 4, 2, 4],
    "flat beginning": [2, 2, 2, 2, 2, 7, 8, 9, 8, 7],
    "few": [None, None, 4, 1, None, 9, None, None, None, None],
}
UNEVEN = [1.0, 2.0, 4.0, 4.5, 7.0, 8.0, 11.0, 12.0, 12.5, 16.0]
SCHEMES: dict[str, Ranked] = {
    "ab": phase_scheme("AB", 10, minimum=1),
    "aba": phase_scheme("ABA", 10, minimum=1),
    "abab": phase_scheme("ABAB", 10, minimum=2),
    "alternation": shuffled("AB", 10),
}


def lay(
    scores: Sequence[float | None], codes: np.ndarray, times: Sequence[float] | None = None
) -> tuple[Layout, np.ndarray]:
    case = make_case("x", scores, ["A"] * len(scores), times)
    return layout_of(case, codes, sides_of(("A", "B"))), case.values


def test_every_statistic_of_the_catalogue_has_a_slow_one() -> None:
    assert set(NAIVE) == set(STATISTICS)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize("name", NAIVE)
def test_all_sequences_at_once_equal_the_slow_statistic(name: str, series: str, scheme: str) -> None:
    codes = np.concatenate(list(SCHEMES[scheme].enumerate()))
    codes = codes[:: max(1, len(codes) // 18)]
    layout, values = lay(SERIES[series], codes, UNEVEN)
    found = statistic_named(name).compute(layout, values)
    assert found.shape == (len(codes),)
    for line, got in zip(codes.tolist(), found.tolist(), strict=True):
        wanted = NAIVE[name](line, SERIES[series], UNEVEN)
        if wanted is None:
            assert not np.isfinite(got), line
        else:
            assert got == pytest.approx(float(wanted), rel=1e-9, abs=1e-9), line


@pytest.mark.parametrize(
    ("name", "scores", "phases", "wanted"),
    [
        ("mean-difference", [1, 2, 3, 6, 8], "AAABB", 5),
        ("mean-difference-a-b", [1, 2, 3, 6, 8], "AAABB", -5),
        ("absolute-mean-difference", [6, 8, 1, 2, 3], "AABBB", 5),
        ("phase-means-difference", [1, 3, 6, 4, 4, 4, 8], "AABAAAB", 4),
        ("phase-means-difference-a-b", [1, 3, 6, 4, 4, 4, 8], "AABAAAB", -4),
        ("absolute-phase-means-difference", [6, 1, 3], "ABB", 4),
        ("median-difference", [1, 2, 9, 6, 8], "AAABB", 5),
        ("level-change", [1, 2, 3, 6, 8, 10], "AAABBB", 2),
        ("slope-change", [1, 2, 3, 6, 8, 10], "AAABBB", 1),
        ("slope-difference", [1, 2, 3, 6, 8, 10], "AAABBB", 1),
        ("trend-adjusted-difference", [1, 2, 3, 6, 7], "AAABB", 2),
        ("nap", [1, 3, 2, 4, 3], "AABBB", 0.75),
        ("tau", [1, 3, 2, 4, 3], "AABBB", 0.5),
        ("tau-u", [1, 3, 2, 4, 3], "AABBB", 1 / 3),
        ("w", [1, 3, 2, 4, 3], "AABBB", 1.5),
        ("welch-t", [1, 2, 3, 6, 8], "AAABB", 4.330127018922193),
        ("smd-glass", [1, 2, 3, 6, 8], "AAABB", 5),
        ("smd-pooled", [1, 2, 3, 6, 8], "AAABB", 4.330127018922193),
        ("smd-hedges", [1, 2, 3, 6, 8], "AAABB", 3.149183286488868),
        ("aliv", [1, 5, 3, 7], "ABAB", 3),
    ],
)
def test_the_worked_examples_hold(name: str, scores: list[float], phases: str, wanted: float) -> None:
    layout, values = lay(scores, np.array([["AB".index(phase) for phase in phases]], dtype=np.int8))
    assert STATISTICS[name].compute(layout, values).tolist() == [pytest.approx(wanted, rel=1e-12)]


def test_distance_from_the_criterion_counts_phases_with_a_criterion_only() -> None:
    codes = np.array([[1, 1, 2, 2], [0, 1, 1, 2], [0, 0, 0, 0]], dtype=np.int8)
    case = make_case("x", [9, 8, 5, None], ["a"] * 4)
    layout = layout_of(case, codes, sides_of(("base", "c8", "c5"), "base"))
    assert criterion_match([None, 8, 5]).title.en == "how close the scores are to the criterion"
    found = criterion_match([None, 8, 5]).compute(layout, case.values)
    assert found[:2].tolist() == [pytest.approx(-1 / 3), pytest.approx(-1.5)]
    assert np.isnan(found[2])


def test_an_own_function_of_the_two_sides_is_applied_to_each_sequence() -> None:
    layout, values = lay([1, None, 3, 8], np.array([[0, 0, 1, 1], [0, 1, 1, 1], [1, 1, 1, 1]], dtype=np.int8))
    found = one_by_one(lambda a, b: float(b.max() - a.max()))(layout, values)
    assert found[:2].tolist() == [7, 7]
    assert np.isnan(found[2])


def test_an_own_function_that_cannot_answer_leaves_the_sequence_without_a_value() -> None:
    layout, values = lay([1, 2, 0, 0], np.array([[0, 0, 1, 1], [1, 1, 0, 0]], dtype=np.int8))

    def ratio(a: np.ndarray, b: np.ndarray) -> float:
        return float(a.sum()) / float(b.sum().item()) if b.sum() else 1 / 0

    found = one_by_one(ratio)(layout, values)
    assert np.isnan(found[0])
    assert found[1] == 0


def test_an_unknown_statistic_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(Refused, match="level-change") as refused:
        statistic_named("shuffle")
    assert refused.value.code == "unknown-statistic"
    assert "shuffle" in refused.value.why.nl
    assert "mean-difference, mean-difference-a-b" in refused.value.why.nl


def test_a_statistic_of_ones_own_is_taken_as_it_is() -> None:
    assert statistic_named(STATISTICS["nap"]) is STATISTICS["nap"]


def test_signs_shapes_and_exactness_are_declared() -> None:
    by_sign = {sign: {name for name, one in STATISTICS.items() if one.sign == sign} for sign in (-1, 0)}
    assert by_sign[-1] == {"mean-difference-a-b", "phase-means-difference-a-b", "w"}
    assert by_sign[0] == {"absolute-mean-difference", "absolute-phase-means-difference"}
    assert {name for name, one in STATISTICS.items() if one.linear} == {
        *("mean-difference", "mean-difference-a-b", "phase-means-difference", "phase-means-difference-a-b"),
        *("level-change", "slope-change", "slope-difference", "trend-adjusted-difference", "aliv"),
    }
    assert {name for name, one in STATISTICS.items() if one.shape == "slope"} == {"slope-change", "slope-difference"}
    assert {name for name, one in STATISTICS.items() if one.shape is None} == by_sign[0]
    assert all(one.title.nl and one.title.en for one in STATISTICS.values())
    assert all(name == one.name for name, one in STATISTICS.items())


@pytest.mark.parametrize("name", ["mean-difference", "welch-t", "level-change", "trend-adjusted-difference", "aliv"])
def test_a_large_level_costs_no_digits(name: str) -> None:
    codes = np.concatenate(list(SCHEMES["alternation" if name == "aliv" else "ab"].enumerate()))[3:6]
    small, values = lay(SERIES["rising"], codes)
    plain = STATISTICS[name].compute(small, values)
    raised = STATISTICS[name].compute(small, values + 2.0**30)
    assert raised.tolist() == pytest.approx(plain.tolist(), rel=1e-9)


def test_washout_is_passed_over_where_lines_meet() -> None:
    case = make_case("x", [1, 2, 3, 50, 6, 8, 10], ["A"] * 7)
    layout = layout_of(case, np.array([[0, 0, 0, 2, 1, 1, 1]], dtype=np.int8), sides_of(("A", "B", "washout")))
    assert STATISTICS["slope-change"].compute(layout, case.values).tolist() == [pytest.approx(1)]
    assert STATISTICS["level-change"].compute(layout, case.values).tolist() == [pytest.approx(1)]
    assert STATISTICS["mean-difference"].compute(layout, case.values).tolist() == [pytest.approx(6)]


def test_lines_of_sequences_with_and_without_a_spell_left_out_are_told_apart() -> None:
    case = make_case("x", [1, 2, 3, 5, 6, 8, 10], ["A"] * 7)
    codes = np.array([[0, 0, 2, 2, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1], [2, 0, 0, 0, 1, 1, 1]], dtype=np.int8)
    layout = layout_of(case, codes, sides_of(("A", "B", "C"), "A", "B"))
    assert STATISTICS["slope-change"].compute(layout, case.values).tolist() == pytest.approx([1, 0.7, 0.5])
    assert STATISTICS["level-change"].compute(layout, case.values).tolist() == pytest.approx([1, 0.7, -1 / 3])


def test_the_slack_follows_the_scale_of_what_is_computed() -> None:
    case = make_case("x", [1, None, -200, 3], ["A", "A", "B", "B"], [0, 1, 2, 8])
    other = make_case("y", [50, 50, 50, 50], ["A", "A", "B", "B"])
    found = np.array([0.5, -7.0, np.nan])
    assert STATISTICS["mean-difference"].slack((other, case), found) == pytest.approx(200e-12)
    assert STATISTICS["slope-change"].slack((case,), found) == pytest.approx(200e-12 * 4 / 8)
    assert STATISTICS["nap"].slack((case,), found) == pytest.approx(7e-12)
    assert STATISTICS["nap"].slack((case,), np.array([0.5])) == pytest.approx(1e-12)
    one = make_case("z", [3], ["A"])
    assert STATISTICS["slope-change"].slack((one,), found) == pytest.approx(3e-12)
