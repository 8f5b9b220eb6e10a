"""Someone without account asks for a first talk: it waits at that practice, once, and never floods it."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from lijfspoor.domain.finder.wish import Wish
from lijfspoor.practice.access.refusals import NotFound, NotPossible
from lijfspoor.practice.finder import asking, flows
from lijfspoor.practice.finder.details import FirstTalk
from lijfspoor.practice.intake import flows as intake
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people.models import Client
from tests import cast
from tests.cast import NOW, TODAY, House
from tests.practice.finder.test_finding import listed, listing
from tests.practice.finder.test_profiles import show

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    """The practice, with Marjan to be found."""
    made = cast.duinrand()
    made.practice.postcode = "1011"
    made.practice.save()
    show(made)
    return made


def marjan() -> UUID:
    """Whom a visitor asks."""
    return flows.find(wish=Wish(), page=1, day=TODAY).cards[0].id


def talk(**more: object) -> FirstTalk:
    """A mother asks for her child."""
    told: dict[str, object] = {
        "given": "Sem",
        "family": "Verzonnen",
        "asker": "Kim Verzonnen",
        "relation": "moeder",
        "phone": "000 000 00 01",
        "about": "Hij wordt snel boos.",
        "when": "dinsdag",
        "key": uuid4(),
    }
    return FirstTalk(**(told | more))  # type: ignore[arg-type]  # fields of the record


def ask(wanted: FirstTalk, listed_id: UUID | None = None, address: str = "127.0.0.9") -> None:
    """Hand in the form."""
    flows.ask_first_talk(listed_id=listed_id or marjan(), talk=wanted, address=address, now=NOW)


def test_a_request_waits_at_the_practice_as_a_referral(house: House) -> None:
    """With who asks, for whom, what about and when, and what must still be asked."""
    ask(talk())
    (row,) = Referral.objects.in_practice(house.practice.id)
    card = intake.read_referral(actor=house.actor("ab"), referral_id=row.id, day=TODAY, now=NOW)
    assert card.open
    assert card.client.name == "Sem Verzonnen"
    assert (card.referrer.name, card.referrer.role, card.referrer.phone) == ("Kim Verzonnen", "moeder", "000 000 00 01")
    assert card.reason == "Hij wordt snel boos."
    assert card.asked_for == "Eerste gesprek met Marjan de Wit. Kan het beste: dinsdag"
    assert card.still_to_ask == ("geboortedatum van de cliënt",)


def test_whoever_asks_for_themselves_can_be_reached(house: House) -> None:
    """Phone and mail are the client's own then."""
    ask(talk(asker="", relation="", email="sem@verzonnen.example"))
    client = Client.objects.in_practice(house.practice.id).get()
    assert (client.phone, client.email) == ("000 000 00 01", "sem@verzonnen.example")


def test_the_same_form_twice_is_one_request(house: House) -> None:
    """Also when it is sent again after a lost answer."""
    wanted = talk()
    ask(wanted)
    ask(replace(wanted, about="nog eens"))
    assert Referral.objects.in_practice(house.practice.id).count() == 1
    assert Client.objects.in_practice(house.practice.id).count() == 1


def test_who_stands_in_a_register_only_cannot_be_asked_here(house: House) -> None:
    """There is no practice here to receive it."""
    listed(listing(1))
    elsewhere = next(card for card in flows.find(wish=Wish(), page=1, day=TODAY).cards if not card.asks_here)
    with pytest.raises(NotFound):
        ask(talk(), elsewhere.id)
    with pytest.raises(NotFound):
        ask(talk(), uuid4())


def test_one_address_cannot_flood_a_practice(house: House) -> None:
    """Five an hour from one place; from another it still goes."""
    for _ in range(asking.MOST_FROM_ONE_ADDRESS):
        ask(talk())
    with pytest.raises(NotPossible):
        ask(talk())
    ask(talk(), address="127.0.0.10")
    assert Referral.objects.in_practice(house.practice.id).count() == asking.MOST_FROM_ONE_ADDRESS + 1


def test_many_addresses_cannot_flood_a_practice_either(house: House) -> None:
    """Forty a day in all."""
    for number in range(asking.MOST_AT_ONE_PRACTICE):
        ask(talk(), address=f"10.0.0.{number}")
    with pytest.raises(NotPossible):
        ask(talk(), address="10.0.1.1")


def test_another_practice_sees_nothing_of_it(house: House) -> None:
    """It is a referral of the practice that was asked."""
    elsewhere = cast.oever()
    ask(talk())
    assert not Referral.objects.in_practice(elsewhere.practice.id).exists()


def test_it_is_in_the_logbook_of_the_client(house: House) -> None:
    """Who asked is named as the website."""
    ask(talk())
    entry = LogEntry.objects.in_practice(house.practice.id).get(kind="intake.asked")
    assert entry.actor_name == "aanvraag via de website"
