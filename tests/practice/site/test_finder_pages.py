"""Visitors search, read who someone is, and ask for a first talk, without account and without script."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client as Browser

from lijfspoor.practice.finder.models import Listed
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.site import first_talk
from lijfspoor.practice.site.languages import address
from lijfspoor.practice.site.map import land
from lijfspoor.practice.tenancy.clock import now
from tests.practice.site.addresses import LISTED

pytestmark = pytest.mark.django_db
ASKED = {"given": "Sem", "family": "Verzonnen", "phone": "000", "agrees": "on"}


def text(markup: bytes) -> str:
    """What one reads."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup.decode())))


def search(query: str, status: int = 200) -> str:
    """What the finder says."""
    answer = Browser().get(f"{address('finder', 'nl')}?{query}")
    assert answer.status_code == status
    return text(answer.content)


def old_seal(seconds: int = 10) -> str:
    """The seal of a form that was opened so long ago."""
    return first_talk.new_seal(now() - timedelta(seconds=seconds))


def ask(**other: str) -> tuple[int, str]:
    """Send the form; return the status and what one reads then."""
    browser = Browser()
    told = ASKED | {"seal": old_seal()} | other
    answer = browser.post(address("first_talk", "nl", listed_id=LISTED), told)
    assert not browser.cookies
    return answer.status_code, text(answer.content)


@pytest.mark.requirement("S0-059")
def test_one_searches_by_postcode_and_specialism() -> None:
    """Near and fitting is found; far or unfitting is not, with what to do then."""
    assert "1 therapeut gevonden" in search("postcode=1012+AB&area=trauma")
    assert "km hier vandaan" in search("postcode=1012")
    assert "Niemand gevonden" in search("postcode=6211&within=25")
    assert "Niemand gevonden" in search("area=adhd")
    assert "huisarts" in search("")


def test_the_order_is_explained() -> None:
    """By distance, by waiting time, or by name without a postcode."""
    assert "afstand in een rechte lijn" in search("postcode=1011")
    assert "volgorde is die van de wachttijd" in search("postcode=1011&order=waiting")
    assert "Zonder postcode is de volgorde op naam" in search("")


@pytest.mark.parametrize("query", ["postcode=0000", "postcode=abc", "area=griep", "within=1000", "wait=x"])
def test_a_wish_that_cannot_be_read_is_said(query: str) -> None:
    """Beside the field, and the page still shows who there is."""
    assert "therapeut gevonden" in search(query, 422)


@pytest.mark.parametrize("query", ["page=-1", "page=abc", "page=99999999999", "page=%C2%B2"])
def test_a_page_that_is_not_there_does_no_harm(query: str) -> None:
    """One of the pages is shown."""
    assert "1 therapeut gevonden" in search(query)


def test_the_map_is_drawn_here_and_says_what_it_shows() -> None:
    """Land from our own postcodes, a numbered dot for each, a title and a description, numbers with a point."""
    markup = Browser().get(address("finder", "nl")).content.decode()
    picture = re.search(r"<figure class=\"landmap\">.*?</svg>", markup, re.S)
    assert picture is not None
    assert "<title" in picture[0]
    assert "<desc" in picture[0]
    assert len(re.findall(r'<g class="landmap__dot">', picture[0])) == 1
    assert re.search(r'cx="\d+\.\d"', picture[0])
    assert land().count("M") > 500


@pytest.mark.requirement("S0-058")
@pytest.mark.requirement("S0-060")
@pytest.mark.requirement("S0-007")
def test_a_therapist_shows_what_a_registration_guarantees() -> None:
    """Quality register and association, each with what it means and its source."""
    told = text(Browser().get(address("therapist", "nl", listed_id=LISTED)).content)
    assert "werkervaring, nascholing en supervisie" in told
    assert "beroepscode" in told
    assert "Opgericht in 1960, meer dan 1500 leden" in told


@pytest.mark.requirement("S0-061")
@pytest.mark.requirement("S0-062")
def test_a_therapist_answers_the_questions_of_a_first_meeting() -> None:
    """What is answered stands there, what is not can be asked; and one may look for another without blame."""
    told = text(Browser().get(address("therapist", "nl", listed_id=LISTED)).content)
    assert "Hoeveel sessies zijn er gemiddeld nodig? S0-061" in re.sub("Bron ", "", told)
    assert "Meestal tien tot twintig." in told
    assert told.count("Hier staat nog geen antwoord") == 4
    assert "Dat ligt niet aan u" in told


def test_a_request_arrives_and_one_reads_what_happens_next() -> None:
    """On to a page of its own, so that reloading sends nothing."""
    status, _ = ask()
    assert status == 302
    assert Referral.plain.get().referrer_name == ""
    assert "Uw vraag is verstuurd" in text(Browser().get(address("first_talk_asked", "nl", listed_id=LISTED)).content)


def test_sending_twice_is_one_request() -> None:
    """With the seal of one form."""
    seal = old_seal()
    assert [ask(seal=seal)[0], ask(seal=seal)[0]] == [302, 302]
    assert Referral.plain.count() == 1


def test_a_machine_gets_the_same_answer_and_nothing_is_kept() -> None:
    """The box that people do not see was filled in."""
    assert ask(leave_empty="http://spam.example")[0] == 302
    assert not Referral.plain.exists()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"seal": ""}, "Dit formulier stond te lang open"),
        ({"seal": "made:up"}, "Dit formulier stond te lang open"),
        ({"phone": ""}, "Vul een telefoonnummer of een e-mailadres in."),
        ({"phone": "", "email": "geen"}, "Dit e-mailadres klopt niet"),
        ({"given": ""}, "Vul dit in."),
        ({"relation": "moeder"}, "Vul ook uw eigen naam in."),
        ({"agrees": ""}, "Zet hier een vinkje"),
        ({"about": "x" * 601}, "Dit is te lang"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(other: dict[str, str], said: str) -> None:
    """Nothing is sent, nothing is lost."""
    status, told = ask(**other)
    assert status == 422
    assert said in told
    assert not Referral.plain.exists()


def test_too_quick_and_too_old_are_asked_again() -> None:
    """A form is read before it is sent; one that lay open for a day gets a fresh seal."""
    assert "Dat ging wel heel snel" in ask(seal=old_seal(0))[1]
    assert "te lang open" in ask(seal=old_seal(int(timedelta(days=2).total_seconds())))[1]
    assert not Referral.plain.exists()


def test_who_cannot_be_asked_here_has_no_form() -> None:
    """Someone from a register only."""
    Listed.objects.filter(id=LISTED).update(practice=None, member=None)
    assert Browser().get(address("first_talk", "nl", listed_id=LISTED)).status_code == 404
    assert "Neem zelf contact op" in text(Browser().get(address("therapist", "nl", listed_id=LISTED)).content)
