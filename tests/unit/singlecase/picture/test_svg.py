"""The picture as SVG: well-formed, readable in grey and on a phone, and safe with anybody's text."""

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.picture import palette
from lijfspoor.domain.singlecase.picture.canvas import dot, shortened, width_of
from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.picture.frame import labels, share
from lijfspoor.domain.singlecase.picture.layers import clip
from lijfspoor.domain.singlecase.picture.markers import marker
from lijfspoor.domain.singlecase.picture.marks import Picture
from lijfspoor.domain.singlecase.picture.svg import PHONE, WIDE, to_svg

NS = "{http://www.w3.org/2000/svg}"
ABAB = make_case(
    "Gil", [1, 2, None, 4, 7, 8, 9, None, 3, 2, 3, 4, 9, 8, 9, 9], ["A1"] * 4 + ["B1"] * 4 + ["A2"] * 4 + ["B2"] * 4
)


def tree(picture: Picture, language: str = "nl", **how: object) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(picture, language, **how))  # type: ignore[arg-type]


def parts(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [one for one in root.iter() if one.get("class") == name]


def texts(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{NS}text")]


def points(one: ElementTree.Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", one.get("d") or "")]


def test_it_has_a_role_a_title_and_a_description() -> None:
    root = tree(draw([ABAB]), name="p1")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "p1-title p1-desc"
    assert root.get("lang") == "nl"
    assert [child.tag for child in root][:2] == [f"{NS}title", f"{NS}desc"]
    assert [child.get("id") for child in root][:2] == ["p1-title", "p1-desc"]
    assert root[0].text == "Scores van Gil"
    assert root[1].text == (
        "Gil: 14 scores, 2 ontbreken. Middelste score per fase: A1 2, B1 8, A2 3, B2 9. Stap terug: A2."
    )


def test_in_english() -> None:
    root = tree(draw([ABAB]), "en")
    assert root[0].text == "Scores of Gil"
    assert root[1].text == "Gil: 14 scores, 2 missing. Median of each phase: A1 2, B1 8, A2 3, B2 9. Step back: A2."
    assert {"time", "median", "trend within the phase", "no score (2)"} <= set(texts(root))


def test_there_is_no_style_script_or_decimal_comma() -> None:
    svg = to_svg(draw([make_case("Ada", [1.25, 2.5, 3.75, 9.1], "AABB", [0.5, 1.5, 2.5, 3.5])]))
    assert not re.search(r"style=|<script|\son\w+=|\d,\d", svg)
    assert all(
        re.fullmatch(r"-?\d+(\.\d)?", number) for number in re.findall(r'\s(?:x|y|cx|cy|r|width)="([^"]*)"', svg)
    )


def test_text_of_people_stays_text() -> None:
    nasty = make_case('<b>&"x"\x00\x1f', [1, 2, 3, 4], ["<A>", "<A>", 'B"', 'B"'], measure="]]><script>")
    root = tree(draw([nasty]))
    assert "<A>" in texts(root)
    assert '<b>&"x" · ]]><script>' in texts(root)
    assert root.find(f".//{NS}script") is None


def test_every_score_is_a_mark_in_the_shape_of_its_condition() -> None:
    root = tree(draw([ABAB]))
    # seven scores in each condition, and one of each in the legend
    assert len(parts(root, "c-pt")) == 7 + 1
    assert len(parts(root, "c-pt c-pt--a")) == 7 + 1
    assert all(one.get("fill") == palette.GROUND for one in parts(root, "c-pt c-pt--a"))


def test_scores_stand_where_their_time_and_value_are() -> None:
    root = tree(draw([make_case("Ada", [0, 10, 5, 10], "AABB")]))
    marks = list(root.iter(f"{NS}circle"))[:4]
    x, y = ([float(one.get(axis) or "nan") for one in marks] for axis in ("cx", "cy"))
    assert np.diff(x) == pytest.approx([175.5] * 3, abs=0.2)  # (748 - 46) / 4
    assert y[1] == y[3]
    assert y[2] == pytest.approx((y[0] + y[1]) / 2, abs=0.1)
    axis = points(parts(root, "c-axis")[0])
    assert axis[0] == (46.0, y[0])
    assert axis[1][0] == 748.0


def test_lines_are_open_where_a_score_is_missing() -> None:
    root = tree(draw([ABAB]))
    assert [len(points(one)) for one in parts(root, "c-line")] == [2, 3, 4, 4]
    gaps = parts(root, "c-gap")
    assert len(gaps) == 2 + 1  # and the legend
    assert "geen score (2)" in texts(root)


def test_phases_other_than_the_first_condition_have_a_ground() -> None:
    assert len(parts(tree(draw([ABAB])), "c-band")) == 2
    assert [text for text in texts(tree(draw([ABAB]))) if text in {"A1", "B1", "A2", "B2"}] == ["A1", "B1", "A2", "B2"]


def test_every_phase_has_its_median_and_trend_and_the_baseline_goes_on() -> None:
    root = tree(draw([ABAB]))
    assert len(parts(root, "c-med")) == 4 + 1
    assert len(parts(root, "c-trend")) == 4 + 1
    assert len(parts(root, "c-proj")) == 1 + 1
    assert len(parts(root, "c-env")) == 1 + 1
    assert "eerste fase doorgetrokken, met bereik" in texts(root)


def test_the_legend_names_only_what_is_there() -> None:
    root = tree(draw([make_case("Ada", [1, 2, 1, 2], "AAAA")]))
    shown = texts(root)
    assert "geen score (0)" not in shown
    assert not any("doorgetrokken" in text for text in shown)
    assert "middelste score" in shown
    trendless = texts(tree(draw([make_case("Ada", [1, 2], "AA")])))
    assert "trend in de fase" not in trendless


def test_a_trend_that_is_carried_on_is_named_so() -> None:
    root = tree(draw([make_case("Ada", list(range(10)), "A" * 8 + "BB")]))
    assert "eerste fase doorgetrokken, 95%-marge" in texts(root)


def test_phase_lines_step_from_panel_to_panel() -> None:
    cases = [make_case(str(start), list(range(9)), "A" * start + "B" * (9 - start)) for start in (3, 6)]
    cuts = parts(tree(draw(cases)), "c-cut")
    assert [len(points(one)) for one in cuts] == [2, 2, 4]
    above, below, join = (points(one) for one in cuts)
    assert join[0] == above[1]
    assert join[-1][0] == below[0][0]
    assert join[1][1] == join[2][1]
    assert join[-1][1] == below[0][1]


def test_alternation_names_the_level_of_each_condition() -> None:
    root = tree(draw([make_case("Ada", [1, 5, 2, 6, 3, 7], "ABABAB")]))
    assert parts(root, "c-cut") == []
    assert parts(root, "c-band") == []
    assert [text for text in texts(root) if text in {"A", "B"}] == ["A", "B", "A", "B"]


def test_six_conditions_have_six_shapes() -> None:
    shapes = [re.sub(r"[\d.\- ]+", "", marker(50, 50, 5, condition)) for condition in range(6)]
    assert len(set(shapes)) >= 5
    drawn = [marker(50, 50, 5, condition) for condition in range(7)]
    assert len(set(drawn)) == 6
    assert drawn[6] == drawn[0]


def test_shapes_stand_around_their_place() -> None:
    for condition in range(2, 6):
        d = re.search(r' d="([^"]*)"', marker(50, 60, 5, condition))
        assert d is not None
        corners = np.array([[float(x), float(y)] for x, y in re.findall(r"([\d.]+) ([\d.]+)", d[1])])
        middle = (corners.max(axis=0) + corners.min(axis=0)) / 2
        assert middle == pytest.approx([50, 60], abs=1)
        assert np.ptp(corners, axis=0) == pytest.approx([10, 10], abs=2.1)


def test_lines_differ_by_dash_and_width_and_not_by_colour_alone() -> None:
    kinds = ("c-line", "c-med", "c-trend", "c-proj", "c-cut", "c-grid")
    forms = {
        (str(palette.LOOK[kind].get("stroke_dasharray")), str(palette.LOOK[kind]["stroke_width"])) for kind in kinds
    }
    assert len(forms) == len(kinds)


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("size", [3, 40, 400, 4000])
def test_nothing_stands_outside_and_labels_keep_apart(width: float, size: int) -> None:
    rng = np.random.default_rng(size)
    case = make_case(
        "Ada " * 30, rng.normal(size=size), ["gewone dagen"] * (size // 2) + ["oefening"] * (size - size // 2)
    )
    root = tree(draw([case]), width=width)
    height = float((root.get("viewBox") or "").split()[3])
    for one in root.iter(f"{NS}path"):
        assert all(0 <= x <= width and 0 <= y <= height for x, y in points(one))
    row = [one for one in root.iter(f"{NS}text") if one.get("text-anchor") == "middle" and one.get("class") == "t-soft"]
    assert 2 <= len(row) <= 10
    ends = [(float(one.get("x") or 0), 8.0 * len(one.text or "")) for one in row]
    assert all(x + wide / 2 <= next_x - next_wide / 2 + 1 for (x, wide), (next_x, next_wide) in pairwise(ends))


def test_the_phone_is_narrower_and_still_says_everything() -> None:
    wide, phone = (tree(draw([ABAB]), width=width) for width in (WIDE, PHONE))
    assert (wide.get("viewBox") or "").split()[2] == "760"
    assert (phone.get("viewBox") or "").split()[2] == "360"
    assert set(texts(phone)) >= {"A1", "B1", "A2", "B2", "middelste score", "geen score (2)"}


def test_a_hundred_thousand_scores_stay_small_and_keep_their_extremes() -> None:
    rng = np.random.default_rng(1)
    values = rng.normal(size=100_000)
    values[70_123] = 25.0
    svg = to_svg(draw([make_case("Ada", values, ["A"] * 40_000 + ["B"] * 60_000)]))
    assert len(svg) < 60_000
    assert 'class="c-pt"' not in svg.split("<g>")[1].split("</g>")[0]
    top = min(y for one in parts(ElementTree.fromstring(svg), "c-line c-line--dense") for _, y in points(one))
    lowest = 62 + 296 * (1 - (25.0 - (low := -4 - 0.14 * 15)) / (25 + 0.14 * 15 - low))
    assert top < lowest + 40


def test_medians_stand_before_scores_that_run_together_and_behind_scores_that_do_not() -> None:
    def order(size: int) -> bool:
        svg = to_svg(draw([make_case("Ada", np.arange(float(size)) % 7, ["A"] * size)]))
        return svg.index("c-med") < svg.index("c-line")

    assert order(50)
    assert not order(500)


def test_a_score_alone_is_marked_however_many_there_are() -> None:
    values = [None if row % 2 else 1.0 for row in range(1000)]
    root = tree(draw([make_case("Ada", values, ["A"] * 1000)]))
    assert len(parts(root, "c-pt c-pt--a")) == 500 + 1


def test_a_projection_is_cut_where_it_leaves_the_plot() -> None:
    steep = make_case("Ada", [0, 10, 20, 30, 40, 50, 60, 70] + [70] * 30, "A" * 8 + "B" * 30)
    root = tree(draw([steep]))
    line = points(parts(root, "c-proj")[0])
    assert line[-1][1] == 62.0
    assert line[-1][0] < 700


def test_many_panels_are_lower_than_few() -> None:
    def height(count: int) -> float:
        cases = [make_case(str(one), [1, 2, 3, 4], "AABB") for one in range(count)]
        return float((tree(draw(cases)).get("viewBox") or "").split()[3])

    assert height(1) < height(2) < height(6) < height(12)
    assert height(12) - height(11) == pytest.approx(116 + 24 + 24 + 8 + 20)
    assert height(3) - height(2) == pytest.approx(168 + 24 + 24 + 8 + 20)


@pytest.mark.parametrize(
    "case",
    [
        make_case("alles leeg", [None] * 4, "AABB"),
        make_case("een", [3], "A"),
        make_case("vlak", [3, 3, 3, 3], "AABB"),
        make_case("groot", [1e308, -1e308, 1e308, 0], "AABB"),
        make_case("klein", [1e-320, 2e-320, 0, 5e-324], "AABB"),
        make_case("tijd", [1, 2, 3, 4], "AABB", [-1e300, 0, 1, 1e300]),
        make_case("", [1, 2], "AB"),
    ],
    ids=lambda case: case.name or "zonder naam",
)
def test_what_breaks_others_is_drawn(case: Case) -> None:
    root = tree(draw([case]))
    assert "nan" not in ElementTree.tostring(root, encoding="unicode")
    assert "inf" not in re.sub(r"<title.*?</desc>", "", ElementTree.tostring(root, encoding="unicode"))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), min_size=1, max_size=40),
    st.text(max_size=12),
    st.sampled_from([WIDE, PHONE]),
)
def test_any_series_and_any_name_gives_well_formed_svg(values: list[float | None], name: str, width: float) -> None:
    phases = [name or "A" if row < len(values) // 2 else "B" for row in range(len(values))]
    ElementTree.fromstring(to_svg(draw([make_case(name, values, phases)]), width=width))


def test_times_that_were_dates_are_dates_again() -> None:
    dated = make_case("Ada", [1, 2, 3, 4], "AABB", [0, 10, 20, 30], first_day=date(2026, 3, 2))
    assert {"2-3-2026", "22-3-2026"} <= set(texts(tree(draw([dated]))))
    assert "2026-03-02" in texts(tree(draw([dated]), "en"))
    other = make_case("Ben", [1, 2], "AB", first_day=date(2026, 3, 3))
    assert draw([dated, other]).first_day is None
    assert draw([dated]).first_day == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1"), (1.04, "1"), (1.06, "1.1"), (-0.04, "0"), (-2.5, "-2.5"), (0, "0"), (1234.56, "1234.6")],
)
def test_a_coordinate_has_one_decimal_at_most(number: float, text: str) -> None:
    assert dot(number) == text


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_place_that_is_no_number_is_an_error(number: float) -> None:
    with pytest.raises(ValueError, match="number"):
        dot(number)


def test_a_text_is_cut_short_to_the_room_it_has() -> None:
    assert width_of("aM i\u4e2d", 10) == pytest.approx(5.6 + 9 + 3.2 + 3.2 + 10.5)
    assert shortened("oefening", width_of("oefening")) == "oefening"
    short = shortened("oefening", width_of("oefening") - 1)
    assert short == "oefeni\u2026"
    assert shortened("een oefening", 45) == "een o\u2026"
    assert shortened("een oefening", 37) == "een\u2026"
    assert shortened("oefening", 5) == ""
    assert width_of(short) <= width_of("oefening") - 1


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((0.0, 0.5, 1.0), ("0.0", "0.5", "1.0")),
        ((0.0, 25.0), ("0", "25")),
        ((-2.0, 0.0), ("\u22122", "0")),
        ((100000.0001, 100000.0002), ("100000.0001", "100000.0002")),
        ((0.0, 2e9), ("0", "2e9")),
        ((1e-9, 2e-9), ("1e\u22129", "2e\u22129")),
        ((3.0,), ("3",)),
    ],
)
def test_labels_have_the_decimals_that_tell_them_apart(values: tuple[float, ...], shown: tuple[str, ...]) -> None:
    assert labels(values) == shown


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        (0.2, 0.8, (0.0, 1.0)),
        (0.5, 1.5, (0.0, 0.5)),
        (1.5, 0.5, (0.5, 1.0)),
        (-0.5, 0.5, (0.5, 1.0)),
        (-1.0, 2.0, (1 / 3, 2 / 3)),
        (1.2, 1.8, None),
        (-0.2, -0.8, None),
        (0.5, 0.5, (0.0, 1.0)),
        (0.0, 0.0, (0.0, 1.0)),
        (1.0, 1.0, (0.0, 1.0)),
        (1.1, 1.1, None),
    ],
)
def test_a_line_is_cut_at_the_edges_of_the_plot(one: float, other: float, part: tuple[float, float] | None) -> None:
    assert clip(one, other) == (part if part is None else pytest.approx(part))


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [(5, 0, 10, 0.5), (0, 0, 10, 0.0), (3, 3, 3, 0.5), (1e308, -1e308, 1e308, 1.0)],
)
def test_how_far_along(value: float, low: float, high: float, expected: float) -> None:
    assert share(value, low, high) == expected
