"""The page on costs: what the answers come to, in both languages, and nothing of it kept."""

import logging
import re
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from lijfspoor.practice.site.languages import Language, address

pytestmark = pytest.mark.django_db

USUAL = {
    "kind": "pmt",
    "setting": "own_practice",
    "age": "41",
    "starts_on": "2026-12-01",
    "sessions_low": "10",
    "sessions_high": "10",
    "rhythm": "7",
    "price": "80,00",
    "has_policy": "yes",
    "percent": "75",
    "per_session": "50",
    "per_year": "200",
    "recognises": "yes",
    "municipality_pays": "unknown",
}


def answer(language: Language = "nl", status: int = 200, **other: str) -> str:
    """What the page says to these answers, without markup."""
    told = Browser().post(address("costs", language), USUAL | other)
    assert told.status_code == status
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", told.content.decode())))


def part(text: str, title: str) -> str:
    """What stands below a route's title, up to its reasons."""
    return text.partition(f" {title} ")[2].partition("Waarom")[0]


@pytest.mark.requirement("S0-053")
def test_a_policy_pays_its_part_in_each_calendar_year() -> None:
    """Five sessions in 2026 and five in 2027, at most 200 euro a year: 800 - 400 is left."""
    told = answer()
    assert "U betaalt zelf € 400" in part(told, "Aanvullende verzekering")
    assert "De hele behandeling kost € 800." in part(told, "Aanvullende verzekering")
    assert "2026 € 200 (5 sessies) € 200 (5 sessies) 2027 € 200 (5 sessies)" in told


@pytest.mark.requirement("S0-066")
def test_without_a_price_the_average_is_used_and_said() -> None:
    """75 to 100 euro, with its source and when it was checked."""
    told = answer(price="")
    assert "U betaalt zelf € 750 tot € 1.000" in part(told, "Zelf betalen")
    assert "U vulde geen prijs in" in told
    assert "nagekeken op 23 november 2026" in told


@pytest.mark.requirement("S1-034")
@pytest.mark.requirement("S1-035")
@pytest.mark.requirement("S1-036")
def test_in_an_institution_the_deductible_counts_and_the_contract_holder_is_named() -> None:
    """NPI belongs to Arkin."""
    told = answer(setting="ggz_institution", has_policy="no", price="", deductible_left="120", institution="npi")
    assert "U betaalt zelf € 0 tot € 580" in part(told, "Basisverzekering (Zvw)")
    assert "contract met Arkin" in told
    assert "Uw eigen risico telt mee" in told


@pytest.mark.requirement("S0-056")
@pytest.mark.requirement("S2-144")
def test_for_a_child_the_municipality_and_a_budget_are_ways() -> None:
    """With what to ask them."""
    told = answer(kind="pmkt", age="8", pgb_per_session="60", has_policy="no")
    assert "U betaalt zelf € 200" in part(told, "Persoonsgebonden budget (PGB)")
    assert "Aan uw gemeente" in told
    assert "Met welke therapeuten in de buurt heeft u een contract?" in told


@pytest.mark.requirement("S0-055")
def test_one_takes_along_what_to_ask() -> None:
    """Whether the insurer recognises the association stands among the questions."""
    assert "Erkent u therapeuten van de NVPMT, of van Vaktherapie Nederland?" in answer()
    assert "Do you recognise therapists of the NVPMT, or of Vaktherapie Nederland?" in answer("en")


def test_the_answer_is_in_the_language_of_the_page() -> None:
    """With amounts as that language writes them."""
    told = answer("en", price="1234.50", sessions_low="1", sessions_high="1", has_policy="no")
    assert "You pay yourself € 1,234.50" in told
    assert "U betaalt" not in told


@pytest.mark.parametrize(
    ("field", "value", "nl", "en"),
    [
        ("sessions_low", "", "Vul een getal in.", "Fill in a number."),
        ("sessions_low", "tien", "Vul een heel getal in, bijvoorbeeld 12.", "Fill in a whole number, such as 12."),
        ("sessions_low", "401", "Vul een getal in van 400 of minder.", "Fill in a number of 400 or less."),
        ("sessions_high", "9", "niet minder in dan het minste", "Do not fill in less than the fewest"),
        ("starts_on", "2026-02-30", "Vul een datum in", "Fill in a date"),
        ("starts_on", "0001-01-01", "tussen 1900 en 2199", "between 1900 and 2199"),
        ("kind", "massage", "Kies een antwoord uit de lijst.", "Choose an answer from the list."),
        ("price", "80,005", "twee cijfers achter de komma", "at most two decimals"),
        ("price", "-5", "Vul een getal in van 0 of meer.", "Fill in a number of 0 or more."),
        ("price", "NaN", "Vul een getal in", "Fill in a number"),
        ("percent", "101", "Vul een getal in van 100 of minder.", "Fill in a number of 100 or less."),
        ("age", "9" * 400, "Vul een", "Fill in a"),
    ],
)
def test_a_slip_is_said_beside_its_field_and_the_rest_stays(field: str, value: str, nl: str, en: str) -> None:
    """In the language of the page, with the other answers still there."""
    assert nl in answer("nl", 422, **{field: value})
    assert en in answer("en", 422, **{field: value})
    kept = Browser().post(address("costs", "nl"), USUAL | {"used": "33", field: value}).content.decode()
    assert 'name="used" value="33"' in kept


def test_what_people_type_is_never_markup() -> None:
    """It comes back as text."""
    hostile = '"><script>alert(1)</script>'
    page = Browser().post(address("costs", "nl"), USUAL | {"price": hostile}).content.decode()
    assert "<script>" not in page


def test_answers_are_kept_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    """Not in the database, a session, a cookie, an address or a log."""
    browser = Browser()
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as asked:
        told = browser.post(address("costs", "nl"), USUAL | {"price": "87,65"})
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []
    assert not browser.cookies
    assert not Session.objects.exists()
    assert "Location" not in told
    assert not any("87,65" in record.getMessage() or "87.65" in record.getMessage() for record in caplog.records)
