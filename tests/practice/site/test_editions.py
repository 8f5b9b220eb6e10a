"""A practice writes its own text of a page: visitors read it, its source is the practice, ours can come back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lijfspoor.catalogue.publicpages import shipped_pages
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotUnderstood
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.site.editing import flows
from lijfspoor.practice.site.languages import address
from lijfspoor.practice.site.models import Edition
from lijfspoor.practice.tenancy.clock import day_of, now
from tests import cast
from tests.cast import House

pytestmark = pytest.mark.django_db
OWN = {"nl": "Bij ons duurt het meestal tien keer.", "en": "With us it mostly takes ten times."}
QUESTION = {
    "title": {"nl": "Kan ik parkeren?", "en": "Can I park?"},
    "text": {"nl": "Ja, voor de deur.", "en": "Yes, in front of the door."},
}


@pytest.fixture
def house() -> House:
    """The practice."""
    return cast.duinrand()


def write(house: House, who: str = "marjan", **more: object) -> None:
    """Write another answer to the first question."""
    at = now()
    told: dict[str, object] = {"texts": {"duration-1": OWN}, "added": (QUESTION,), "reviewed": True}
    told |= {"review_by": day_of(at) + timedelta(days=100)} | more
    flows.write_page(actor=house.actor(who), page_id="faq", day=day_of(at), now=at, **told)  # type: ignore[arg-type]  # fields of the flow


def read(language: str = "nl") -> str:
    """What visitors read."""
    return Browser().get(address("faq", language)).content.decode()  # type: ignore[arg-type]  # a language


@pytest.mark.requirement("S0-067")
@pytest.mark.requirement("S0-069")
def test_visitors_read_the_own_text_and_whose_it_is(house: House) -> None:
    """In both languages, with the own question below, who looked it over and by when again."""
    write(house)
    assert OWN["nl"] in read()
    assert OWN["en"] in read("en")
    assert "Kan ik parkeren?" in read()
    assert "Tekst van Praktijk De Duinrand" in read()
    assert "Marjan de Wit" in read()
    assert "Nog niet nagekeken" not in read()


def test_what_the_practice_wrote_does_not_borrow_our_source(house: House) -> None:
    """The chip says that it is an own choice; statements that were not touched keep theirs."""
    write(house)
    told = read().partition(OWN["nl"])[2].partition("</section>")[0]
    assert "#own" in told
    assert "S0-042" not in told
    assert "S0-064" in read()


def test_ours_comes_back_when_it_is_written_again(house: House) -> None:
    """The text in between stays kept."""
    write(house)
    ours = shipped_pages()["faq"].sections[0].said[0].text
    write(house, texts={"duration-1": {"nl": ours.nl, "en": ours.en}}, added=())
    assert OWN["nl"] not in read()
    assert "Tekst van" not in read()
    assert Edition.objects.in_practice(house.practice.id).count() == 2


def test_no_practice_speaks_for_another(house: House) -> None:
    """Where two practices wrote, visitors read our text."""
    write(house)
    write(cast.oever(), who="elsa", texts={"duration-1": {"nl": "Anders.", "en": "Otherwise."}}, added=())
    assert OWN["nl"] not in read()
    assert "Anders." not in read()


@pytest.mark.parametrize("who", ["tess", "lea", "ab"])
def test_only_the_owner_writes(house: House, who: str) -> None:
    """Others neither read nor write there."""
    with pytest.raises(NotAllowed):
        write(house, who=who)
    with pytest.raises(NotAllowed):
        flows.read_pages(actor=house.actor(who), day=cast.TODAY, now=cast.NOW)


def test_a_text_in_one_language_is_refused(house: House) -> None:
    """And so is a review day that has passed, half a question, and a page that is not there."""
    with pytest.raises(NotUnderstood):
        write(house, texts={"duration-1": {"nl": "Alleen Nederlands.", "en": ""}})
    with pytest.raises(NotUnderstood):
        write(house, review_by=day_of(now()))
    with pytest.raises(NotUnderstood):
        write(house, added=({"title": {"nl": "Vraag?", "en": ""}, "text": {"nl": "", "en": ""}},))
    with pytest.raises(NotFound):
        flows.read_page(actor=house.actor("marjan"), page_id="costs", day=cast.TODAY, now=cast.NOW)


def test_what_people_write_is_never_markup(house: House) -> None:
    """Neither on the page nor in what search engines read."""
    hostile = "</script><script>alert(1)</script>"
    write(house, texts={"duration-1": {"nl": hostile, "en": hostile}}, added=())
    assert "<script>alert" not in read()


def test_the_page_is_written_in_the_browser(house: House) -> None:
    """The form holds our text first; what was changed is shown to visitors at once."""
    browser = Browser()
    browser.force_login(house.user("marjan"))
    page = reverse("editing:page", args=["faq"])
    form = browser.get(page).context["form"]
    filled = {name: value for name, value in form.initial.items() if value}
    filled |= {"nl_duration-1": OWN["nl"], "en_duration-1": OWN["en"], "review_by": "2199-01-01"}
    answer = browser.post(page, filled, follow=True)
    assert "Bezoekers lezen nu uw tekst" in answer.content.decode()
    assert OWN["nl"] in read()
    assert browser.post(page, filled | {"nl_duration-1": ""}).status_code == 422


def test_the_list_puts_first_what_must_be_looked_at(house: House) -> None:
    """After its review day."""
    write(house, review_by=day_of(now()) + timedelta(days=2))
    later = day_of(now()) + timedelta(days=3)
    cards = flows.read_pages(actor=house.actor("marjan"), day=later, now=now())
    assert (cards[0].page.id, cards[0].own, cards[0].is_due) == ("faq", True, True)


def test_an_edition_never_changes(house: House) -> None:
    """Not even by hand in the database."""
    write(house)
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        Edition.objects.in_practice(house.practice.id).update(texts={})


def test_writing_is_in_the_logbook_and_reading_costs_one_query(house: House) -> None:
    """However many editions there are."""
    for _ in range(3):
        write(house)
    assert LogEntry.objects.in_practice(house.practice.id).filter(kind="site.page_written").count() == 3
    with CaptureQueriesContext(connection) as asked:
        read()
    assert len([each for each in asked if "site_edition" in each["sql"]]) <= 2
