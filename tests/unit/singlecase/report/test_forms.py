"""The report as data and as text."""

import json

import pytest

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.report.analyse import analyse
from lijfspoor.domain.singlecase.report.as_data import as_data, interval, number, saying
from lijfspoor.domain.singlecase.report.as_text import WIDTH, as_text
from lijfspoor.domain.singlecase.report.choices import Choices
from lijfspoor.domain.singlecase.report.pages import Grid, Paragraph, pages
from lijfspoor.domain.singlecase.report.parts import Report
from tests.unit.singlecase.report.studies import REVERSAL, STAGGERED, reference, study


@pytest.fixture(scope="module")
def staggered() -> Report:
    return analyse(study("own_mb3"), design_from(STAGGERED))


def test_the_data_hold_every_part_in_both_languages(staggered: Report) -> None:
    data = as_data(staggered)
    assert data["schema"] == "lijfspoor.singlecase.report/1"
    assert data["title"] == {"nl": "Scores van tier1, tier2, tier3", "en": "Scores of tier1, tier2, tier3"}
    assert data["design"]["assignments"] == "125"
    assert data["design"]["measurements"] == [20, 20, 20]
    assert data["design"]["seal"] is None
    [answer] = data["answers"]
    assert answer["measure"] == ""
    assert answer["answer"]["status"] == "given"
    assert answer["answer"]["figures"]["assignments"] == 125.0
    assert set(answer["answer"]["words"]) == {"name", "sentence", "assumes", "not_said"}
    assert [case["name"] for case in data["cases"]] == ["tier1", "tier2", "tier3"]
    assert data["cases"][0]["descriptives"][0]["label"] == "A"
    assert data["cases"][0]["comparisons"][0]["effects"][0]["assumes_independence"] is True
    assert [item["number"] for item in data["scribe"]] == list(range(1, 27))
    assert data["scribe"][0]["checked_at_source"] is True
    assert data["scribe"][12]["checked_at_source"] is False
    assert data["together"][0]["pooled"]["status"] == "given"


def test_a_refusal_has_its_code_and_reason() -> None:
    data = as_data(analyse([make_case("Ada", [3, 3, 3, 5, 5, 6], "AAABBB")]))
    assert data["answers"][0]["answer"]["status"] == "refused"
    assert data["answers"][0]["answer"]["code"] == "no-design"
    smd = data["cases"][0]["comparisons"][0]["effects"][2]
    assert smd["code"] == "flat-baseline"
    assert smd["why"]["nl"]
    assert "value" not in smd
    flat = next(one for one in data["cases"][0]["autocorrelation"] if one["phase"] == "A")
    assert flat["r"] is None
    assert flat["refused"]["code"] == "flat-phase"


def test_a_missing_score_is_nothing_and_keeps_its_place() -> None:
    data = as_data(analyse([make_case("Ada", [3, None, 4, 5, 5, 6], "AAABBB")]))
    assert data["cases"][0]["values"] == [3.0, None, 4.0, 5.0, 5.0, 6.0]
    assert data["cases"][0]["descriptives"][0]["missing"] == 1


@pytest.mark.parametrize(("value", "kept"), [(1.5, 1.5), (None, None), (float("inf"), None), (float("nan"), None)])
def test_only_finite_numbers_are_numbers(value: float | None, kept: float | None) -> None:
    assert number(value) == kept


def test_nothing_stays_nothing() -> None:
    assert interval(None) is None
    assert saying(None) is None
    assert saying(Saying("a", "b")) == {"nl": "a", "en": "b"}


@pytest.mark.parametrize("dataset", sorted(reference()["datasets"]))
def test_every_study_of_the_reference_is_data_without_nan(dataset: str) -> None:
    assert json.dumps(as_data(analyse(study(dataset))), allow_nan=False)


def test_the_text_begins_with_the_draw_and_ends_with_what_is_left_to_report(staggered: Report) -> None:
    text = as_text(staggered)
    heads = [
        before
        for before, after in zip(text.splitlines(), text.splitlines()[1:], strict=False)
        if after and set(after) in ({"-"}, {"="})
    ]
    assert heads == [
        "Scores van tier1, tier2, tier3",
        "Wat de loting zegt",
        "De opzet",
        "tier1",
        "tier2",
        "tier3",
        "Samen",
        "Wat u nog moet melden (SCRIBE 2016)",
    ]
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= WIDTH


def test_the_text_in_english(staggered: Report) -> None:
    text = as_text(staggered, "en")
    assert text.startswith("Scores of tier1, tier2, tier3\n====")
    assert "What the draw says" in text
    assert "Holds only if: " in text
    assert "What this does not say: " in text
    assert "Phase  Rows  Missing" in text
    assert "Klopt" not in text


def test_columns_stand_under_each_other(staggered: Report) -> None:
    lines = as_text(staggered).splitlines()
    head = next(place for place, line in enumerate(lines) if line.startswith("Fase"))
    assert len({len(line) for line in lines[head : head + 3]}) == 1
    assert lines[head + 1].split()[:5] == ["A", "5", "0", "11,5", "10,6"]


def test_what_an_index_assumes_is_told_once_with_its_names(staggered: Report) -> None:
    one = pages(staggered, "nl")[2]
    leads = [block.lead for block in one.blocks if isinstance(block, Paragraph)]
    assert "Klopt alleen als (NAP, Tau)" in leads
    assert "Wat dit niet zegt (NAP, Tau)" in leads
    assert leads[:3] == [
        "Antwoord uit de loting (randomisatietoets)",
        "NAP (paren zonder overlap)",
        "Tau (rangverschil)",
    ]
    assert isinstance(one.blocks[0], Grid)


def test_an_answer_that_is_not_given_says_so_with_its_name() -> None:
    report = analyse([make_case("Ada", [3, 3, 3, 5, 5, 6], "AAABBB")])
    text = " ".join(as_text(report).split())
    assert "Gestandaardiseerd verschil binnen de persoon [smd.baseline.corrected]: Niet gegeven: " in text
    assert "Er is geen loting bekend" in text


def test_too_early_and_reserve_stand_in_the_text() -> None:
    assert "Nog te vroeg om iets te zeggen." in as_text(analyse([make_case("Ada", [1, 2], "AA")]))
    thin = as_text(analyse([make_case("Ada", [1, 2, 3, 4, 5, 6], "AAABBB")]))
    assert "lees de uitkomst met voorbehoud" in thin


def test_clients_and_the_mean_without_each_stand_in_the_text(staggered: Report) -> None:
    text = " ".join(as_text(staggered).split())
    assert "Per cliënt, met hulp van de anderen: tier1 " in text
    assert "Het gemiddelde zonder: tier1: " in text


def test_measures_are_named_where_there_are_several() -> None:
    cases = [make_case("Ada", [1, 2, 3, 7, 8, 9], "AAABBB", measure=measure) for measure in ("slaap", "rust")]
    text = as_text(analyse(cases))
    assert "Ada · slaap" in text
    assert "Ada · rust" in text


def test_one_answer_does_not_repeat_the_measure() -> None:
    scores, phases = [1.0, 2.0, 1.5, 2.5, 1.0, 2.0, 6.0, 7.0, 6.5, 7.5, 6.0, 7.0], "A" * 6 + "B" * 6
    design = design_from({"design": "phases", "phases": "AB", "cases": ["Ada"], "measurements": 12, "minimum": 3})
    measures = [make_case("Ada", scores, phases, measure=measure) for measure in ("mood", "sleep")]
    first = [pages(analyse(cases, design), "en")[0].blocks for cases in (measures[:1], measures)]
    leads = [[block.lead for block in blocks if isinstance(block, Paragraph)] for blocks in first]
    assert "mood" not in leads[0]
    assert [lead for lead in leads[1] if lead in ("mood", "sleep")] == ["mood", "sleep"]


def test_a_series_without_a_name_has_a_heading() -> None:
    assert "\n1\n-\n" in as_text(analyse([make_case("", [1, 2, 3, 7, 8, 9], "AAABBB")]))


def test_a_study_of_one_reads_alike_twice() -> None:
    one, other = (as_text(analyse(study("own_abab")[:1], design_from(REVERSAL), choices=Choices())) for _ in range(2))
    assert one == other
