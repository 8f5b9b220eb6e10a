"""The frame of every public page: both languages, disclaimer, provenance, light, and no trace of the visitor."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

import lijfspoor.practice.site as site
from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.practice.site.languages import OTHER, Language, address
from lijfspoor.practice.site.sources import cited_ids
from lijfspoor.practice.site.words import NoSuchWords, Phrases
from tests.practice.site.addresses import addresses, names

pytestmark = pytest.mark.django_db

PAGES = pytest.mark.parametrize(("name", "language", "url"), addresses(), ids=lambda value: str(value))
MOST_BYTES = 100_000
DISCLAIMER = {
    "nl": "Deze informatie vervangt geen advies van een arts of behandelaar",
    "en": "This information does not replace the advice of a doctor or practitioner",
}


@cache
def page(url: str) -> str:
    """What a visitor without cookies reads; asked once for all tests, since nothing here changes a page."""
    answer = Browser().get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def part(markup: str, name: str) -> str:
    """One marked part of a page."""
    found = re.search(rf'<(\w+)[^>]*data-part="{name}".*?</\1>', markup, re.S)
    return found.group(0) if found else ""


@pytest.mark.requirement("S0-068")
@PAGES
def test_every_page_says_that_it_replaces_no_advice_and_whom_to_ask(name: str, language: Language, url: str) -> None:
    told = part(page(url), "disclaimer")
    assert DISCLAIMER[language] in told
    assert re.search(r"huisarts.*psychomotorisch therapeut|GP.*psychomotor therapist", told)
    assert "#S0-068" in told


@pytest.mark.requirement("S0-069")
@PAGES
def test_every_page_says_where_it_comes_from_and_who_looked_it_over(name: str, language: Language, url: str) -> None:
    told = part(page(url), "provenance")
    assert re.search(r"(?:Geschreven op|Written on) \d+ \w+ 20\d\d", told)
    assert re.search(r"Nagekeken op|Nog niet nagekeken|Looked over on|Not yet looked over", told)
    assert re.search(r"(?:Opnieuw bekijken vóór|To be looked at again before) \d+ \w+ 20\d\d", told)
    assert re.search(r"#(?:S\d-\d{3}|own)\"", told)


@PAGES
def test_every_page_is_in_its_language_and_leads_to_itself_in_the_other(
    name: str, language: Language, url: str
) -> None:
    markup = page(url)
    assert f'<html lang="{language}">' in markup
    other = next(each for page_, tongue, each in addresses() if page_ == name and tongue == OTHER[language])
    assert f'hreflang="{OTHER[language]}" href="http://testserver{other}"' in markup
    assert re.search(rf'<a[^>]*href="{re.escape(other)}" hreflang="{OTHER[language]}"', markup)


@PAGES
def test_no_page_needs_a_script_or_another_host_or_is_heavy(name: str, language: Language, url: str) -> None:
    markup = page(url)
    assert "<script" not in markup.replace('<script type="application/ld+json"', "")
    assert not re.search(r'(?:src|action)="(?:https?:)?//', markup)
    styles = re.findall(r'rel="stylesheet" href="/static/([^"]+)"', markup)
    assert styles
    weight = len(markup.encode()) + sum(Path(str(finders.find(each))).stat().st_size for each in styles)
    assert weight < MOST_BYTES


@PAGES
def test_reading_leaves_no_cookie_session_or_row(name: str, language: Language, url: str) -> None:
    browser = Browser()
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(url, headers={"accept-language": "en"})
    assert not answer.cookies
    assert not browser.cookies
    assert not Session.objects.exists()
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []


@PAGES
def test_every_chip_leads_to_its_place_among_the_sources(name: str, language: Language, url: str) -> None:
    sources = address("sources", language)
    named = set(re.findall(rf'href="{sources}#([^"]+)"', page(url)))
    assert named
    assert named <= set(re.findall(r'id="([^"]+)"', page(sources)))


def test_the_page_of_sources_holds_what_is_cited_and_nothing_else() -> None:
    shown = set(re.findall(r'id="(S\d-\d{3})"', page(address("sources", "nl"))))
    assert shown == {each for each in cited_ids() if each.startswith("S")}


def test_a_word_that_is_not_there_is_loud() -> None:
    with pytest.raises(NoSuchWords):
        Phrases((), "nl")["begin"]


def test_a_visitor_comes_in_at_the_public_side_and_finds_the_door_to_sign_in() -> None:
    answer = Browser().get("/")
    assert (answer.status_code, answer["Location"]) == (302, address("home", "nl"))
    assert 'href="/account/login/"' in page(answer["Location"])


def test_every_page_with_content_is_shown_somewhere() -> None:
    assert {each.replace("-", "_") for each in shipped_pages()} - {"frame"} <= set(names())


def test_the_room_says_how_a_page_is_added() -> None:
    told = site.__doc__ or ""
    assert all(word in told for word in ("in_both", "content/site", "site/base.html", "routes.py", "provenance"))


@pytest.mark.requirement("S0-001", "S0-002", "S0-003", "S0-004", "S0-019", "S0-047", "S0-064")
@pytest.mark.parametrize(
    ("said", "nl", "en"),
    [
        ("S0-001", r"schouders.*kaak.*andere ingang.*bewegen", r"shoulders.*jaw.*[Aa]nother entrance.*moving"),
        ("S0-002", r"ADHD, autisme, trauma en stress", r"ADHD, autism, trauma and stress"),
        ("S0-003", r"bewegen, voelen.*gedrag vooropstaan", r"moving, feeling.*behaviour first"),
        ("S0-004", r"twee kanten op.*voelt en denkt.*lichaam.*door met uw lichaam te werken", r"works both ways"),
        ("S0-019", r"Kinderen die nog geen woorden hebben", r"Children who do not have words yet"),
        ("S0-047", r"geen sportles.*niet om goed bewegen", r"no sports lesson.*not about moving well"),
        ("S0-064", r"burn-out, angst.*alleen praten niet genoeg", r"talking alone was not enough"),
    ],
)  # fmt: skip
def test_the_first_page_says_what_psychomotor_therapy_is_and_for_whom(said: str, nl: str, en: str) -> None:
    for markup, expected in ((page(address("home", "nl")), nl), (page(address("home", "en")), en)):
        sentences = [each for each in re.findall(r"<(?:p|li)>.*?</(?:p|li)>", markup, re.S) if f'#{said}"' in each]
        assert any(re.search(expected, each, re.S) for each in sentences), sentences
