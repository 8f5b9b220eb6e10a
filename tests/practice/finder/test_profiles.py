"""A therapist shows themselves to visitors, with the registrations the practice keeps, and can stop doing so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.urls import reverse

from lijfspoor.domain.finder.wish import Wish
from lijfspoor.practice.access.models import Credential
from lijfspoor.practice.access.neighbours import credentials_changed, member_left
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotAllowed, NotUnderstood
from lijfspoor.practice.finder import flows
from lijfspoor.practice.finder.models import Listed
from lijfspoor.practice.logbook.models import LogEntry
from tests import cast
from tests.cast import NOW, TODAY, House

pytestmark = pytest.mark.django_db
ANSWERS = {"experience": "Ik werk veel met trauma.", "sessions": "Meestal tien tot twintig."}


@pytest.fixture
def house() -> House:
    """The practice, at an address that exists on the map."""
    made = cast.duinrand()
    made.practice.postcode = "1011 AB"
    made.practice.save()
    return made


def show(house: House, who: str = "marjan", version: int = 0, **more: object) -> None:
    """Keep a profile and show it."""
    profile = flows.read_profile(actor=house.actor(who), now=NOW)
    listing = replace(profile.listing, areas=("trauma",), **more)  # type: ignore[arg-type]  # fields of the record
    flows.change_profile(actor=house.actor(who), listing=listing, answers=ANSWERS, shown=True, version=version, now=NOW)


def found() -> list[str]:
    """Whom a visitor finds."""
    return [card.listing.name for card in flows.find(wish=Wish(), page=1, day=TODAY).cards]


def test_a_first_profile_is_proposed_and_shown_to_nobody(house: House) -> None:
    """Name and address come from the practice; only keeping it with a tick shows it."""
    profile = flows.read_profile(actor=house.actor("marjan"), now=NOW)
    assert (profile.listing.name, profile.listing.pc4, profile.shown) == ("Marjan de Wit", "1011", False)
    assert found() == []


@pytest.mark.requirement("S0-061")
@pytest.mark.requirement("S0-008")
def test_a_profile_answers_the_questions_of_a_first_meeting(house: House) -> None:
    """With the registrations that the practice keeps, not those one types."""
    show(house)
    (card,) = flows.find(wish=Wish(area="trauma"), page=1, day=TODAY).cards
    assert card.answers["sessions"] == "Meestal tien tot twintig."
    assert set(card.answers) == {"experience", "treatment", "sessions", "cooperation", "family"}
    assert {badge.register.id for badge in card.badges} == {"kwaliteitsregister", "post-hbo-pmkt"}
    assert card.asks_here


def test_nobody_shows_themselves_under_another_name(house: House) -> None:
    """The name is the one the practice knows."""
    show(house, name="Professor Niemand")
    assert found() == ["Marjan de Wit"]


def test_who_does_not_treat_has_no_profile(house: House) -> None:
    """Neither to read nor to keep."""
    for who in ("ab", "lea"):
        with pytest.raises(NotAllowed):
            flows.read_profile(actor=house.actor(who), now=NOW)
        listing = flows.read_profile(actor=house.actor("marjan"), now=NOW).listing
        with pytest.raises(NotAllowed):
            flows.change_profile(actor=house.actor(who), listing=listing, answers={}, shown=True, version=0, now=NOW)


def test_two_changes_at_once_lose_nothing(house: House) -> None:
    """The second is told that someone was first."""
    show(house)
    show(house, version=1)
    with pytest.raises(ChangedMeanwhile):
        show(house, version=1)
    with pytest.raises(ChangedMeanwhile):
        show(house, version=0)


def test_a_postcode_that_is_not_there_is_told(house: House) -> None:
    """Beside the field."""
    with pytest.raises(NotUnderstood) as refused:
        show(house, pc4="0000")
    assert "postcode" in refused.value.fields


def test_who_stops_showing_is_found_no_more(house: House) -> None:
    """Without the tick."""
    show(house)
    listing = flows.read_profile(actor=house.actor("marjan"), now=NOW).listing
    flows.change_profile(actor=house.actor("marjan"), listing=listing, answers={}, shown=False, version=1, now=NOW)
    assert found() == []


def test_who_leaves_is_found_until_the_last_day(house: House) -> None:
    """Told by access in the same step."""
    show(house)
    last = TODAY + timedelta(days=3)
    member_left(house.practice.id, house.members["marjan"].id, last)
    assert flows.find(wish=Wish(), page=1, day=last).total == 1
    assert flows.find(wish=Wish(), page=1, day=last + timedelta(days=1)).total == 0


@pytest.mark.requirement("S0-058")
def test_a_registration_that_ends_disappears_from_the_profile(house: House) -> None:
    """Visitors see what the practice keeps."""
    show(house)
    Credential.objects.in_practice(house.practice.id).filter(kind="kwaliteitsregister").update(
        until=TODAY - timedelta(days=1)
    )
    credentials_changed(house.practice.id, house.members["marjan"].id, TODAY)
    (card,) = flows.find(wish=Wish(), page=1, day=TODAY).cards
    assert {badge.register.id for badge in card.badges} == {"post-hbo-pmkt"}


def test_reading_and_changing_are_in_the_logbook(house: House) -> None:
    """By kind."""
    show(house)
    kinds = list(LogEntry.objects.in_practice(house.practice.id).values_list("kind", flat=True))
    assert "finder.profile_read" in kinds
    assert "finder.profile_changed" in kinds
    assert Listed.objects.get().member_id == house.members["marjan"].id


FILLED = {
    "discipline": "pmt",
    "postcode": "1011 AB",
    "areas": ["trauma"],
    "forms_": ["individual"],
    "languages": "Nederlands, Engels",
    "price": "85,50",
    "answer_sessions": "Tien tot twintig.",
    "shown": "on",
}


def test_the_page_keeps_what_was_filled_in(house: House) -> None:
    """And says whether visitors see it."""
    browser = Browser()
    browser.force_login(house.user("marjan"))
    answer = browser.post(reverse("finder:profile"), FILLED | {"version": "0"}, follow=True)
    assert "Bezoekers kunnen u vinden" in answer.content.decode()
    (card,) = flows.find(wish=Wish(language="engels"), page=1, day=TODAY).cards
    assert (card.listing.price_cents, card.answers["sessions"]) == (8550, "Tien tot twintig.")


@pytest.mark.parametrize(("field", "value"), [("postcode", "0000"), ("waiting_weeks", "-3"), ("website", "geen adres")])
def test_the_page_says_what_is_wrong_beside_its_field(house: House, field: str, value: str) -> None:
    """Nothing is kept, and what was typed stays."""
    browser = Browser()
    browser.force_login(house.user("marjan"))
    answer = browser.post(reverse("finder:profile"), FILLED | {field: value})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert "Tien tot twintig." in answer.content.decode()
    assert found() == []


def test_two_tabs_lose_nothing(house: House) -> None:
    """The second is told, with its own text still there; saving again keeps it."""
    browser = Browser()
    browser.force_login(house.user("marjan"))
    browser.post(reverse("finder:profile"), FILLED | {"version": "0"})
    second = browser.post(reverse("finder:profile"), FILLED | {"version": "0", "answer_sessions": "Twaalf."})
    assert second.status_code == 409
    assert "Twaalf." in second.content.decode()
    assert 'name="version" value="1"' in second.content.decode()
