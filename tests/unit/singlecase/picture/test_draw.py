"""From cases to the picture as data."""

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.picture.marks import Panel


def one(*cases: Case, projection: str = "") -> Panel:
    return draw(cases, projection=projection).panels[0]


ABAB = make_case(
    "Gil", [1, 2, None, 4, 7, 8, 9, None, 3, 2, 3, 4, 9, 8, 9, 9], ["A1"] * 4 + ["B1"] * 4 + ["A2"] * 4 + ["B2"] * 4
)


def test_no_case_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        draw([])
    assert refused.value.code == "no-cases"
    assert "reeks" in refused.value.why.nl


def test_bands_run_from_edge_to_edge_with_lines_between() -> None:
    panel = one(ABAB)
    assert [(band.label, band.start, band.stop) for band in panel.bands] == [
        ("A1", 0.5, 4.5),
        ("B1", 4.5, 8.5),
        ("A2", 8.5, 12.5),
        ("B2", 12.5, 16.5),
    ]
    assert panel.cuts == (4.5, 8.5, 12.5)


def test_only_the_return_to_an_earlier_condition_is_a_step_back() -> None:
    panel = one(ABAB)
    assert [band.condition for band in panel.bands] == [0, 1, 0, 1]
    assert [band.step_back for band in panel.bands] == [False, False, True, False]


def test_edges_lie_halfway_on_real_times() -> None:
    panel = one(make_case("Ada", [1, 2, 3, 4], "AABB", [10, 12, 20, 22]))
    assert panel.cuts == (16.0,)
    assert (panel.bands[0].start, panel.bands[-1].stop) == (9.0, 23.0)


def test_a_single_measurement_has_a_band_of_one_unit() -> None:
    panel = one(make_case("Ada", [5], "A", [7]))
    assert (panel.bands[0].start, panel.bands[0].stop) == (6.5, 7.5)
    assert panel.cuts == ()
    assert panel.projection is None


def test_lines_stay_open_at_missing_scores_and_between_phases() -> None:
    panel = one(ABAB)
    assert [run.tolist() for run in panel.runs] == [[0, 1], [3], [4, 5, 6], [8, 9, 10, 11], [12, 13, 14, 15]]
    assert panel.gaps.tolist() == [3.0, 8.0]


def test_every_phase_has_its_median() -> None:
    levels = one(ABAB).levels
    assert [(level.value, level.start, level.stop, level.condition) for level in levels] == [
        (2.0, 0.5, 4.5, 0),
        (8.0, 4.5, 8.5, 1),
        (3.0, 8.5, 12.5, 0),
        (9.0, 12.5, 16.5, 1),
    ]


def test_trends_run_within_phases_that_have_three_scores() -> None:
    trends = one(make_case("Ada", [1, 2, None, 1, 2, 3, 4], "AAABBBB")).trends
    assert [(made.start, made.stop, made.from_value, made.to_value) for made in trends] == [(4.0, 7.0, 1.0, 4.0)]


def test_a_phase_without_any_score_has_no_median_and_no_trend() -> None:
    panel = one(make_case("Ada", [None, None, 1, 2], "AABB"))
    assert [level.condition for level in panel.levels] == [1]
    assert panel.trends == ()
    assert panel.projection is None
    assert [run.tolist() for run in panel.runs] == [[2, 3]]


def test_the_baseline_is_carried_on_until_it_comes_back() -> None:
    carried = one(ABAB).projection
    assert carried is not None
    assert (carried.times[0], carried.times[-1], len(carried.times)) == (4.5, 8.5, 24)
    assert carried.kind == "level"
    assert set(carried.values.tolist()) == {2.0}


def test_the_baseline_is_carried_on_to_the_end_over_all_other_conditions() -> None:
    carried = one(make_case("Jo", [1, 2, 3, 4, 5, 6], "AABBCC")).projection
    assert carried is not None
    assert (carried.times[0], carried.times[-1]) == (2.5, 6.5)


@pytest.mark.parametrize(("first", "kind"), [(7, "level"), (8, "trend")])
def test_the_trend_is_carried_on_from_eight_scores(first: int, kind: str) -> None:
    carried = one(make_case("Ada", [*range(first), 9, 9], "A" * first + "BB")).projection
    assert carried is not None
    assert carried.kind == kind


def test_one_short_baseline_gives_the_whole_picture_levels() -> None:
    long, short = (make_case(name, list(range(n + 2)), "A" * n + "BB") for name, n in (("l", 9), ("s", 4)))
    assert [panel.projection.kind for panel in draw([long, short]).panels if panel.projection] == ["level", "level"]
    asked = draw([long, short], projection="trend").panels
    assert [panel.projection.kind for panel in asked if panel.projection] == ["trend", "trend"]


def test_missing_scores_do_not_count_for_a_trend() -> None:
    carried = one(make_case("Ada", [*range(7), None, 9, 9], "A" * 8 + "BB")).projection
    assert carried is not None
    assert carried.kind == "level"


def test_alternation_joins_each_condition_and_draws_no_phases() -> None:
    panel = one(make_case("Ada", [1, 5, 2, None, 3, 7, 4, 8, None, 9], "ABABABABAB"))
    assert panel.alternating
    assert panel.cuts == ()
    assert panel.trends == ()
    assert panel.projection is None
    assert [run.tolist() for run in panel.runs] == [[0, 2, 4, 6], [1], [5, 7, 9]]
    assert [(level.value, level.start, level.stop, level.condition) for level in panel.levels] == [
        (2.5, 1.0, 10.0, 0),
        (7.5, 1.0, 10.0, 1),
    ]
    assert panel.conditions.tolist() == [0, 1] * 5


def test_conditions_are_counted_over_all_cases() -> None:
    picture = draw([make_case("a", [1, 2], "AC"), make_case("b", [1, 2], "AB")])
    assert picture.conditions == ("A", "C", "B")
    assert picture.panels[1].conditions.tolist() == [0, 2]


def test_all_panels_share_one_axis_of_time() -> None:
    picture = draw([make_case("a", [1, 2], "AB", [1, 2]), make_case("b", [1, 2], "AB", [5, 9])])
    assert (picture.start, picture.stop) == (0.5, 11.0)


def test_staggered_starts_are_joined_from_panel_to_panel() -> None:
    cases = [make_case(str(start), list(range(9)), "A" * start + "B" * (9 - start)) for start in (3, 5, 7)]
    joins = draw(cases).joins
    assert [(join.above, join.time_above, join.time_below) for join in joins] == [(0, 3.5, 5.5), (1, 5.5, 7.5)]


def test_with_several_measures_only_panels_of_one_case_are_joined() -> None:
    cases = [
        make_case(name, [1, 2, 3, 4], "AABB", measure=measure) for name in ("P", "Q") for measure in ("greets", "asks")
    ]
    assert [join.above for join in draw(cases).joins] == [0, 2]


def test_a_panel_without_a_change_is_not_joined() -> None:
    assert draw([make_case("a", [1, 2], "AA"), make_case("b", [1, 2], "AB")]).joins == ()


def test_the_heading_names_who_and_what() -> None:
    assert one(make_case("Ada", [1], "A", measure="spanning")).heading == "Ada · spanning"
    assert one(make_case("Ada", [1], "A")).heading == "Ada"


def test_panels_of_one_measure_share_their_scale_unless_that_would_flatten_one() -> None:
    def case(name: str, high: float, measure: str = "") -> Case:
        return make_case(name, [0, high], "AA", measure=measure)

    near = draw([case("a", 10), case("b", 20)]).panels
    assert near[0].high == near[1].high == 21.0
    far = draw([case("a", 10), case("b", 31)]).panels
    assert far[0].high == 10.5
    assert far[1].high == pytest.approx(32.55)
    apart = draw([case("a", 10, "x"), case("b", 20, "y")]).panels
    assert (apart[0].high, apart[1].high) == (10.5, 21.0)


def test_an_axis_of_scores_above_zero_never_goes_below_it() -> None:
    falling = make_case("Ada", [9, 8, 7, 6, 5, 4, 3, 2] + [1] * 8, "A" * 8 + "B" * 8)
    panel = one(falling)
    assert panel.projection is not None
    assert panel.projection.values[-1] < 0
    assert panel.low == 0.0


def test_the_projection_widens_the_axis_by_a_quarter_at_most() -> None:
    rising = make_case("Ada", [0, 1, 2, 3, 4, 5, 6, 7] + [4] * 30, "A" * 8 + "B" * 30)
    panel = one(rising)
    # scores 0 to 7, a quarter more is 8.75, and a twentieth of that range as room
    assert panel.high == pytest.approx(8.75 + 8.75 / 20)


def test_a_series_without_a_score_has_an_axis_all_the_same() -> None:
    panel = one(make_case("Ada", [None, None], "AB"))
    assert (panel.low, panel.high) == (0.0, 1.0)
    assert panel.runs == ()


@pytest.mark.parametrize("size", [1e308, 1e-320, 1.0])
def test_any_size_of_score_gives_finite_places(size: float) -> None:
    panel = one(make_case("Ada", [size, -size, size, 0.0], "AABB"))
    assert np.isfinite([panel.low, panel.high]).all()
    assert panel.low < panel.high
