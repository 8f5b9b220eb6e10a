"""The table beside a picture, and the words that stand for it."""

from datetime import date
from xml.etree import ElementTree

import pytest

from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.picture.describe import description_of, title_of
from lijfspoor.domain.singlecase.picture.draw import draw
from lijfspoor.domain.singlecase.picture.table import table_html, table_of

ADA = make_case("Ada", [6.5, None, 7, 3, 4], "AAABB", [1, 2, 3, 5, 8], measure="spanning")


def test_every_phase_is_a_row_with_its_scores() -> None:
    table = table_of(draw([ADA]))
    assert table.caption == "spanning van Ada"
    assert table.header == ("Reeks", "Fase", "Tijd", "Scores", "Ontbreekt", "Middelste score")
    assert table.rows == (
        ("Ada · spanning", "A", "1 tot en met 3", "6,5; –; 7", "1", "6,75"),
        ("Ada · spanning", "B", "5 tot en met 8", "3; 4", "0", "3,5"),
    )


def test_in_english() -> None:
    table = table_of(draw([ADA]), "en")
    assert table.caption == "spanning of Ada"
    assert table.header == ("Series", "Phase", "Time", "Scores", "Missing", "Median")
    assert table.rows[0] == ("Ada · spanning", "A", "1 to 3", "6.5; –; 7", "1", "6.75")


def test_a_single_time_and_no_score() -> None:
    table = table_of(draw([make_case("", [None], "A")]))
    assert table.rows == (("–", "A", "1", "–", "1", "–"),)


def test_many_scores_are_told_by_their_range() -> None:
    values = [float(row % 9) for row in range(61)]
    nl, en = (table_of(draw([make_case("Ada", values, "A" * 61)]), language).rows[0][3] for language in ("nl", "en"))
    assert nl == "61 scores, van 0 tot en met 8"
    assert en == "61 scores, from 0 to 8"
    assert table_of(draw([make_case("Ada", values[:60], "A" * 60)])).rows[0][3].count(";") == 59
    assert table_of(draw([make_case("Ada", [None] * 61, "A" * 61)])).rows[0][3] == "0 scores, van – tot en met –"


def test_the_html_can_be_walked_through_by_row_and_column() -> None:
    nasty = make_case('<A&"', [1, 2], ["<b>", "C"])
    html = table_html(table_of(draw([nasty])))
    assert html.startswith(
        '<table class="series"><caption>Scores van &lt;A&amp;"</caption><thead><tr><th scope="col">Reeks'
    )
    assert html.endswith("<td>0</td><td>2</td></tr></tbody></table>")
    root = ElementTree.fromstring(html)
    assert root.tag == "table"
    assert root.findtext("caption") == 'Scores van <A&"'
    assert [cell.get("scope") for cell in root.findall("thead/tr/th")] == ["col"] * 6
    rows = root.findall("tbody/tr")
    assert len(rows) == 2
    assert [cell.get("scope") for cell in rows[0].findall("th")] == ["row", "row"]
    assert [cell.text for cell in rows[0]] == ['<A&"', "<b>", "1", "1", "0", "1"]


@pytest.mark.parametrize(
    ("names", "measures", "title"),
    [
        (["Ada"], [""], "Scores van Ada"),
        (["Ada", "Ada"], ["slaap", "rust"], "slaap, rust van Ada"),
        (["a", "b", "c", "d"], [""] * 4, "Scores van a, b, c, d"),
        (["a", "b", "c", "d", "e", "f"], [""] * 6, "Scores van a, b, c, d (+2)"),
        ([""], [""], "Scores"),
    ],
)
def test_the_title_names_a_few(names: list[str], measures: list[str], title: str) -> None:
    cases = [make_case(name, [1], "A", measure=measure) for name, measure in zip(names, measures, strict=True)]
    assert title_of(cases).nl == title


def test_one_score_and_one_missing_are_told_in_the_singular() -> None:
    said = description_of(draw([make_case("Ada", [3, None], "AA")]).panels)
    assert said.nl == "Ada: 1 score, 1 ontbreekt. Middelste score per fase: A 3."
    assert said.en == "Ada: 1 score, 1 missing. Median of each phase: A 3."


def test_a_series_without_scores_has_no_medians() -> None:
    assert description_of(draw([make_case("", [None, None], "AB")]).panels).nl == "0 scores, 2 ontbreken."


def test_many_series_and_many_phases_are_cut_short_with_how_many_are_left() -> None:
    cases = [make_case(str(one), [1, 2], "AB") for one in range(10)]
    said = description_of(draw(cases).panels)
    assert said.nl.endswith("En nog 2 reeksen.")
    assert said.en.endswith("And 2 more series.")
    assert not description_of(draw(cases[:8]).panels).nl.endswith("reeksen.")
    long = make_case("Ada", [1] * 45, [f"{'AB'[row // 3 % 2]}{row // 6}" for row in range(45)])
    assert "(+3)" in description_of(draw([long]).panels).nl


def test_alternation_is_told_by_condition_without_steps_back() -> None:
    said = description_of(draw([make_case("Ada", [1, 5, 2, 6, 3, 7], "ABABAB")]).panels)
    assert said.nl == "Ada: 6 scores, 0 ontbreken. Middelste score per fase: A 2, B 6."


def test_days_are_told_as_days() -> None:
    dated = make_case("Ada", [1, 2, 3], "AAB", [0, 1, 2], first_day=date(2026, 2, 28))
    assert [row[2] for row in table_of(draw([dated])).rows] == ["28-2-2026 tot en met 1-3-2026", "2-3-2026"]
    assert table_of(draw([dated]), "en").rows[0][2] == "2026-02-28 to 2026-03-01"


def test_scales_that_differ_on_one_measure_are_told() -> None:
    far = [make_case("a", [0, 1], "AA"), make_case("b", [0, 100], "AA")]
    assert description_of(draw(far).panels).nl.endswith(" A 50. De schalen van de reeksen zijn niet gelijk.")
    assert description_of(draw(far).panels).en.endswith(" A 50. The scales of the series are not the same.")
    apart = [make_case("a", [0, 1], "AA", measure="x"), make_case("b", [0, 100], "AA", measure="y")]
    assert "schalen" not in description_of(draw(apart).panels).nl
