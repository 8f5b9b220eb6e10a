"""Cards are found, read in two languages and printed; what is due to be looked at again stands on one list."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client as Browser

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.practice.library import flows
from lijfspoor.practice.library.education import paper
from tests import cast
from tests.practice.library.browsing import browser, words_of

pytestmark = pytest.mark.django_db
SHELF = "/bibliotheek/uitleg/"


@pytest.fixture
def tess() -> Browser:
    return browser(cast.duinrand(), "tess")


def found(tess: Browser, **wish: str) -> set[str]:
    return {line.card.id for line in tess.get(SHELF, wish).context["shelf"].lines}


def test_cards_are_found_by_reader_module_age_and_words(tess: Browser) -> None:
    assert found(tess) == set(shipped_cards().newest)
    children = found(tess, audience="child")
    assert children
    assert {shipped_cards().newest[each].audience for each in children} == {"child"}
    assert "body-on-guard-client" not in found(tess, module="pmkt-attachment")
    assert "window-client" in found(tess, module="pmkt-attachment"), "a card for every module fits each"
    assert found(tess, words="WACHTTOREN lage weg") == {"three-helpers-parent"}
    assert "Geen kaart past" in words_of(tess.get(SHELF, {"words": "bestaatnietditwoord"}))


@pytest.mark.requirement("S0-069")
def test_a_card_says_its_sources_when_it_was_written_when_it_is_due_and_that_nobody_looked_it_over(
    tess: Browser,
) -> None:
    page = words_of(tess.get(f"{SHELF}window-client@1.0/"))
    assert "geschreven op 29 november 2026" in page
    assert "Herzien vóór 29 november 2027" in page
    assert "eigen tekst, nog niet nagekeken" in page
    assert "S2-128" in page
    assert "Praktijk De Duinrand" in page


def test_a_card_reads_in_english_too_and_says_so_to_a_screen_reader(tess: Browser) -> None:
    dutch, english = tess.get(f"{SHELF}window-client@1.0/"), tess.get(f"{SHELF}window-client@1.0/?taal=en")
    assert "Uw venster</h2>" in words_of(dutch)
    assert "Your window</h2>" in words_of(english)
    assert '<article class="card-paper stack" lang="en"' in words_of(english)
    assert "A calm wave between two dotted lines" in words_of(english)


def test_an_assumption_is_labelled_on_the_card(tess: Browser) -> None:
    page = words_of(tess.get(f"{SHELF}walk-before-session-client@1.0/"))
    assert "Aangenomen. Het past bij wat bekend is, maar het is niet onderzocht." in page
    assert "Hoe zeker is dit?" not in words_of(tess.get(f"{SHELF}window-client@1.0/"))


def reviews(day: date, *, kind: str = "", everything: bool = False) -> flows.ReviewList:
    actor = cast.duinrand().actor("tess")
    at = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    return flows.read_reviews(actor=actor, kind=kind, everything=everything, day=day, now=at)


@pytest.mark.requirement("S0-069")
def test_what_is_due_on_a_day_comes_first_and_every_kind_is_on_the_list() -> None:
    every = reviews(date(2027, 11, 30), everything=True)
    days = [line.review_by for line in every.lines]
    assert days == sorted(days)
    assert {line.kind for line in every.lines} == {"module", "exercise", "evidence", "card"}
    assert len(every.lines) == every.total
    assert {line.is_due for line in every.lines if line.kind == "card"} == {True}
    assert every.due == sum(line.review_by < date(2027, 11, 30) for line in every.lines)


def test_on_the_day_itself_nothing_is_late_yet() -> None:
    on_the_day = reviews(date(2027, 11, 29), kind="card")
    assert {line.is_due for line in on_the_day.lines} == {False}
    assert len(on_the_day.lines) == len(shipped_cards().newest)


def test_what_can_wait_longer_than_three_months_is_left_out_unless_asked_for() -> None:
    assert reviews(date(2027, 1, 1), kind="card").lines == ()


def test_an_empty_list_says_so(tess: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lijfspoor.practice.library.views_knowledge.now", lambda: cast.NOW)
    assert "Niets is toe aan herziening" in words_of(tess.get("/bibliotheek/herzien/", {"kind": "card"}))


def test_once_someone_looked_a_card_over_its_paper_says_who_and_when() -> None:
    card = replace(shipped_cards().newest["window-client"], reviewer="Iemand uit het vak", reviewed_on=date(2027, 2, 1))
    assert paper(card, "nl", "De Duinrand").reviewed == "Nagekeken door Iemand uit het vak op 1 februari 2027."
    assert paper(card, "en", "De Duinrand").reviewed == "Looked over by Iemand uit het vak on 2027-02-01."
    assert "nog niet nagekeken" in paper(shipped_cards().newest["window-client"], "nl", "De Duinrand").reviewed
