"""Sides, and the phases a case had read in the words of its design."""

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.randomisation.layout import codes_of, layout_of, sides_of


@pytest.mark.parametrize(
    ("labels", "a", "b", "wanted"),
    [
        (("A", "B"), None, None, [0, 1]),
        (("A1", "B1", "A2", "B2"), None, None, [0, 1, 0, 1]),
        (("base", "c8", "c5"), None, None, [0, 1, 1]),
        (("A", "B", "C"), "A", "C", [0, -1, 1]),
        (("A", "B", "C"), ("A", "B"), None, [0, 0, 1]),
        (("A", "B", "C"), None, "B", [0, 1, -1]),
        (("A", "B", "washout"), None, None, [0, 1, -2]),
        (("A1", "B1", "A2"), "A", "B", [0, 1, 0]),
        (("A1", "B1", "A2"), "A1", "B1", [0, 1, -1]),
        (("1", "2"), None, None, [0, 1]),
        (("A", "B"), "B", "A", [1, 0]),
    ],
)
def test_labels_are_put_on_a_side(labels: tuple[str, ...], a: str | None, b: str | None, wanted: list[int]) -> None:
    assert sides_of(labels, a, b).tolist() == wanted


def test_a_label_on_both_sides_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        sides_of(("A", "B", "C"), ("A", "B"), ("B", "C"))
    assert refused.value.code == "label-on-both-sides"
    assert "beide kanten" in refused.value.why.nl
    assert "both sides" in refused.value.why.en


@pytest.mark.parametrize(
    ("labels", "a", "b"), [(("A",), None, None), (("A1", "A2"), None, None), (("A", "B"), "C", None)]
)
def test_a_side_without_a_label_is_refused(labels: tuple[str, ...], a: str | None, b: str | None) -> None:
    with pytest.raises(Refused) as refused:
        sides_of(labels, a, b)
    assert refused.value.code == "one-phase"
    assert "geen twee kanten" in refused.value.why.nl
    assert "no two sides" in refused.value.why.en


@pytest.mark.parametrize(
    ("phases", "labels", "wanted"),
    [
        (["A", "B", "B"], ("A", "B"), [0, 1, 1]),
        (["A1", "B1", "A2"], ("A", "B"), [0, 1, 0]),
        (["A", "A", "B", "A"], ("A1", "B1", "A2"), [0, 0, 1, 2]),
        (["A1", "B1", "A2"], ("A1", "B1", "A2"), [0, 1, 2]),
    ],
)
def test_the_phases_of_a_case_are_read_in_the_words_of_the_design(
    phases: list[str], labels: tuple[str, ...], wanted: list[int]
) -> None:
    codes = codes_of(make_case("x", [1.0] * len(phases), phases), labels, len(phases))
    assert codes.tolist() == wanted
    assert codes.dtype == np.int8


@pytest.mark.parametrize(
    ("phases", "labels", "unknown"),
    [
        (["A", "C"], ("A", "B"), "C"),
        (["A", "B", "A", "B"], ("A1", "B1", "A2"), "A"),
        (["B", "A"], ("A1", "B1"), "B"),
    ],
)
def test_a_phase_that_the_design_does_not_have_is_refused(
    phases: list[str], labels: tuple[str, ...], unknown: str
) -> None:
    with pytest.raises(Refused) as refused:
        codes_of(make_case("x", [1.0] * len(phases), phases), labels, len(phases))
    assert refused.value.code == "label-not-in-design"
    assert f"Fase {unknown} " in refused.value.why.nl
    assert f"Phase {unknown} " in refused.value.why.en


def test_a_series_of_another_length_than_its_design_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        codes_of(make_case("x", [1, 2], ["A", "B"]), ("A", "B"), 3)
    assert refused.value.code == "other-length"
    assert "3 metingen en de reeks 2" in refused.value.why.nl
    assert "3 measurements and the series 2" in refused.value.why.en


def test_many_sequences_are_cut_in_parts_that_hold_each_once() -> None:
    case = make_case("x", [1, 2, 3], ["A", "B", "B"])
    codes = np.array([[0, 1, 1], [0, 0, 1], [1, 0, 0], [1, 1, 0], [0, 1, 0]], dtype=np.int8)
    layout = layout_of(case, codes, sides_of(("A", "B")))
    parts = list(layout.parts(2))
    assert [len(part.codes) for part in parts] == [2, 2, 1]
    assert np.concatenate([part.codes for part in parts]).tolist() == codes.tolist()
    assert all(part.times is layout.times and part.present is layout.present for part in parts)
    assert next(layout.parts(5)) is layout


def test_a_missing_score_is_on_no_side_and_keeps_its_spell() -> None:
    case = make_case("x", [1, None, 3, 4], ["A", "A", "B", "B"], [1, 2, 4, 9])
    layout = layout_of(case, np.array([0, 0, 1, 1], dtype=np.int8), sides_of(("A", "B")))
    assert layout.in_a.tolist() == [[1, 0, 0, 0]]
    assert layout.in_b.tolist() == [[0, 0, 1, 1]]
    assert layout.spells.tolist() == [[0, 0, 1, 1]]
    assert layout.clock.tolist() == [-3, -2, 0, 5]
    assert layout.in_a.dtype == layout.in_b.dtype == np.float64
