"""The terms of a piecewise model, column by column."""

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.models.piecewise import Against, Parameterisation, piecewise_model, two_sides

ABC = make_case("k", [5, None, 7, 8, 9, 1, 2], list("AABBBCC"), [2, 3, 5, 6, 8, 10, 13], trials=[9] * 7)


def columns(
    parameterisation: str = "W", against: str = "first", *, trend: bool = True, level: bool = True, slope: bool = True
) -> dict[str, list[float]]:
    model = piecewise_model(ABC, parameterisation, against, trend=trend, level=level, slope=slope)
    return dict(zip(model.names, model.matrix.T.tolist(), strict=True))


def test_w_counts_time_from_the_first_row() -> None:
    assert columns(parameterisation="W") == {
        "(Intercept)": [1, 1, 1, 1, 1, 1, 1],
        "mt": [0, 1, 3, 4, 6, 8, 11],
        "phaseB": [0, 0, 1, 1, 1, 0, 0],
        "phaseC": [0, 0, 0, 0, 0, 1, 1],
        "interB": [0, 0, 0, 1, 3, 0, 0],
        "interC": [0, 0, 0, 0, 0, 0, 3],
    }


def test_h_m_takes_time_as_measured() -> None:
    ours = columns(parameterisation=Parameterisation.H_M)
    assert ours.pop("mt") == [2, 3, 5, 6, 8, 10, 13]
    w = columns()
    del w["mt"]
    assert ours == w


def test_b_l_b_reads_the_level_one_unit_before() -> None:
    ours = columns(parameterisation="B&L-B")
    assert ours["mt"] == [2, 3, 5, 6, 8, 10, 13]
    assert ours["interB"] == [0, 0, 1, 2, 4, 0, 0]
    assert ours["interC"] == [0, 0, 0, 0, 0, 1, 4]


def test_against_the_preceding_phase_changes_last_to_the_end() -> None:
    ours = columns(against=Against.PRECEDING)
    assert ours["phaseB"] == [0, 0, 1, 1, 1, 1, 1]
    assert ours["phaseC"] == [0, 0, 0, 0, 0, 1, 1]
    assert ours["interB"] == [0, 0, 0, 1, 3, 5, 8]
    assert ours["interC"] == [0, 0, 0, 0, 0, 0, 3]
    assert columns(against="preceding", parameterisation="B&L-B")["interB"] == [0, 0, 1, 2, 4, 6, 9]


def test_terms_can_be_left_out() -> None:
    assert list(columns(trend=False, slope=False)) == ["(Intercept)", "phaseB", "phaseC"]
    assert list(columns(level=False)) == ["(Intercept)", "mt", "interB", "interC"]


def test_a_step_back_is_a_phase_of_its_own() -> None:
    case = make_case("k", [1, 2, 3, 4, 5], list("ABABA"))
    model = piecewise_model(case, slope=False, trend=False)
    assert model.names == ("(Intercept)", "phaseB", "phaseA (2)", "phaseB (2)", "phaseA (3)")
    assert model.matrix[:, 2].tolist() == [0, 0, 1, 0, 0]


def test_rows_without_a_score_go_but_leave_their_place() -> None:
    model = piecewise_model(ABC).scored()
    assert model.rows.tolist() == [0, 2, 3, 4, 5, 6]
    assert model.times.tolist() == [2, 5, 6, 8, 10, 13]
    assert model.values.tolist() == [5, 7, 8, 9, 1, 2]
    assert model.trials is not None
    assert model.trials.tolist() == [9] * 6
    assert model.matrix.shape == (6, 6)
    plain = make_case("k", [1, None], list("AB"))
    assert piecewise_model(plain).scored().trials is None


def test_two_sides_leave_the_others_out() -> None:
    sides = two_sides(ABC, ["A"], ["C"])
    assert sides.phases == ("A", "A", "B", "B")
    assert sides.times.tolist() == [2, 3, 10, 13]
    assert np.array_equal(sides.values, [5, np.nan, 1, 2], equal_nan=True)
    assert sides.trials is not None
    assert sides.trials.tolist() == [9] * 4
    assert two_sides(make_case("k", [1, 2], list("AB")), ["A"], ["B"]).trials is None


@pytest.mark.parametrize(("a", "b"), [(["Z"], ["B"]), (["A"], ["Z"])])
def test_a_side_without_rows_is_refused(a: list[str], b: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        two_sides(ABC, a, b)
    assert refused.value.code == "no-rows"
    assert "fasen" in refused.value.why.nl
    assert "phases" in refused.value.why.en


def test_one_phase_has_nothing_to_compare() -> None:
    alone = make_case("k", [1, 2, 3], list("AAA"))
    for level, slope in ((True, False), (False, True)):
        with pytest.raises(Refused) as refused:
            piecewise_model(alone, level=level, slope=slope)
        assert refused.value.code == "one-phase"
        assert "één fase" in refused.value.why.nl
        assert "one phase" in refused.value.why.en
    assert piecewise_model(alone, level=False, slope=False).names == ("(Intercept)", "mt")


def test_unknown_ways_are_errors() -> None:
    with pytest.raises(ValueError, match="X"):
        piecewise_model(ABC, "X")
    with pytest.raises(ValueError, match="third"):
        piecewise_model(ABC, against="third")
