"""The kinds of help side by side: every cell with its source, two kinds of physiotherapy, silence said as silence."""

import re

import pytest
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.practice.site.languages import LANGUAGES, Language, address
from tests.practice.site.test_frame import page
from tests.practice.site.test_guide import TIRED, post

pytestmark = pytest.mark.django_db

ASPECTS = ("aim", "means", "for", "length", "way", "beside", "evidence")


def rows(language: Language) -> dict[str, list[str]]:
    """The cells of each kind of help, in order, by its id."""
    found = re.findall(r'<tr id="([^"]+)">(.*?)</tr>', page(address("compare", language)), re.S)
    return {name: re.findall(r"<td.*?</td>", row, re.S) for name, row in found}


def cell(language: Language, kind: str, aspect: str) -> str:
    """One cell."""
    return rows(language)[kind][ASPECTS.index(aspect)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_kinds_stand_side_by_side_and_every_cell_names_its_source_or_says_there_is_none(
    language: Language,
) -> None:
    found = rows(language)
    assert len(found) == 9
    assert {len(cells) for cells in found.values()} == {len(ASPECTS)}
    silent = {"nl": "Onze bronnen zeggen dit niet.", "en": "Our sources do not say."}[language]
    for cells in found.values():
        for each in cells:
            assert re.search(r'#(?:S\d-\d{3}|own)"', each) or silent in each
            assert 'data-label="' in each, "read as pairs on a phone"
    assert sum(silent in each for cells in found.values() for each in cells[:-1]) == 11


@pytest.mark.requirement("S0-006", "S0-048", "S0-049", "S0-050", "S0-051", "S3-023")
@pytest.mark.parametrize(
    ("source", "kind", "aspect", "nl", "en"),
    [
        ("S0-006", "pmt", "beside", "zeven erkende vaktherapieën", "seven recognised"),
        ("S0-048", "physio", "aim", r"kracht, soepel bewegen, minder pijn", r"strength, moving freely, less pain"),
        ("S0-048", "pmt", "aim", r"Psychische klachten.*lichaam als ingang tot gevoel en gedrag", r"body as entrance"),
        ("S0-048", "physio", "beside", r"Oorzaak en doel verschillen", r"Cause and aim differ"),
        ("S0-049", "psychotherapy", "means", r"Gesprekken en werken met gedachten", r"Talks and working with thoughts"),
        ("S0-049", "psychotherapy", "beside", r"ervoor in de plaats als praten moeilijk", r"added, or take its place"),
        ("S0-050", "arts", "means", r"Muziek, beeldend werk of drama", r"Music, visual art or drama"),
        ("S0-050", "arts", "beside", r"PMT legt de nadruk op lichaam en welzijn", r"PMT stresses body and well-being"),
        ("S0-051", "play", "means", r"Spel dat iets betekent", r"Play that stands for something"),
        ("S0-051", "play", "beside", r"soms op elkaar.*lichaam en beweging", r"alike sometimes.*body and mov"),
        ("S3-023", "physio", "for", r"blessure, overbelasting", r"injury, overload or limited movement"),
        ("S3-023", "psychosomatic-physio", "beside", r"bij een lichamelijke klacht", r"with a bodily complaint"),
    ],
)  # fmt: skip
def test_the_difference_is_told_as_the_source_tells_it(source: str, kind: str, aspect: str, nl: str, en: str) -> None:
    for language, expected in (("nl", nl), ("en", en)):
        told = cell(language, kind, aspect)  # type: ignore[arg-type]  # both are languages
        assert re.search(expected, told, re.S), told
        assert f'#{source}"' in told


@pytest.mark.requirement("S3-023")
def test_the_two_kinds_of_physiotherapy_are_kept_apart() -> None:
    found = rows("nl")
    assert found["physio"][:3] != found["psychosomatic-physio"][:3]
    assert "spanning en stress" in page(address("compare", "nl"))


@pytest.mark.requirement("S3-004", "S3-005", "S3-020", "S4-039", "S0-065", "S1-009")
@pytest.mark.parametrize(
    ("source", "told", "expected"),
    [
        ("S3-004", {}, r"tussen de oren.*het lichaam reageert echt"),
        ("S3-020", {}, r"geen snelle oplossing"),
        ("S3-005", {}, r"geen duidelijke medische oorzaak.*kan spanning meespelen"),
        ("S0-065", {"q-treatment": "mental"}, r"komt niet in de plaats.*Overleg eerst met uw behandelaar"),
        ("S4-039", {"q-treatment": "mental", "q-treatment-kind": "trauma"}, r"Onze bron zegt.*bewegen.*geen kwaad"),
        (
            "S1-009",
            {"q-treatment": "mental", "q-treatment-kind": "personality", "q-body": "flooded", "q-medical": ""},
            r"kennismakingsgesprek",
        ),
    ],
)
def test_the_outcome_says_it_as_carefully_as_the_source(source: str, told: dict[str, object], expected: str) -> None:
    markup = post({**TIRED, **told, "page": "wishes-0", "go": "next"})
    parts = [each for each in re.findall(r"<(?:p|div|li)\b.*?</(?:p|div|li)>", markup, re.S) if f'#{source}"' in each]
    assert any(re.search(expected, each, re.S) for each in parts), parts


def test_a_next_step_leads_to_the_page_that_helps_with_it() -> None:
    markup = post({**TIRED, "page": "wishes-0", "go": "next"})
    assert f'href="{address("finder", "nl")}">Zoek een therapeut' in markup
    assert f'href="{address("costs", "nl")}">Bekijk wat het kost' in markup


def test_phone_numbers_are_dated_and_say_where_they_were_read() -> None:
    markup = page(address("sources", "en"))
    for number in ("112", "113", "0800-2000", "0800-0432"):
        assert re.search(rf"</b> {number}<p[^>]*>Read on 29 November 2026: https://", markup), number


@pytest.mark.parametrize("name", ["home", "guide", "compare", "sources"])
def test_a_page_of_the_guide_asks_the_database_nothing(name: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert Browser().get(address(name, "en")).status_code == 200
        assert Browser().post(address("guide", "nl"), {**TIRED, "page": "wishes-0"}).status_code == 200
    assert len(asked) == 0
