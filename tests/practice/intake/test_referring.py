"""A client comes in: who, along which way, who treats and who leads."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import flows, reading
from lijfspoor.practice.intake.details import NewReferral, Referred, Referrer, Way
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.logbook.models import LogEntry
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.people.models import Client, Contact
from tests import cast
from tests.practice.intake import scenes

pytestmark = pytest.mark.django_db

JORIS = ClientDetails(given="Joris", infix="de", family="Graaf", born=cast.TODAY.replace(year=2018))


def way(house: cast.House, pin: str = scenes.ATTACHMENT, route: str = "private", **more: Any) -> Way:
    return Way(pin=pin, route=route, **{"therapist": house.members["marjan"].id, **more})


def refer(house: cast.House, by: str = "marjan", **more: Any) -> Referred:
    asked = NewReferral(**{"way": way(house), "client": JORIS, "received_on": cast.TODAY, **more})
    return flows.refer_client(actor=house.actor(by), referral=asked, day=cast.TODAY, now=cast.NOW)


@pytest.mark.requirement("S2-022")
def test_a_parent_registers_a_child_and_the_treatment_is_open() -> None:
    house = cast.duinrand()
    done = refer(house, referrer=Referrer(name="Eva de Graaf", role="moeder", phone="0612345678"), reason="Woedebuien")
    scene = scenes.Scene(house, Client.plain.get(id=done.client_id), done.treatment_id)
    assert (scene.client.given, scene.client.infix, scene.client.family) == ("Joris", "de", "Graaf")
    assert scene.standing().route == "private"
    assert scene.standing().therapist == str(house.members["marjan"].id)
    assert done.relation.treats
    contact = Contact.plain.get(client_id=done.client_id)
    assert (contact.kind, contact.name, contact.relation) == ("caregiver", "Eva de Graaf", "moeder")
    row = scenes.referral_of(scene)
    assert (row.came_by, row.reason, row.referrer_name) == ("typed", "Woedebuien", "Eva de Graaf")


@pytest.mark.requirement("S2-022")
def test_an_institution_refers_and_stands_in_the_network_as_referrer() -> None:
    house = cast.duinrand()
    done = refer(house, way=way(house, route="institution"), referrer=Referrer(name="K. Bos", organisation="De Brug"))
    contact = Contact.plain.get(client_id=done.client_id)
    assert (contact.kind, contact.organisation) == ("referrer", "De Brug")


def test_what_is_missing_is_named_to_ask_for() -> None:
    house = cast.duinrand()
    done = refer(house, client=replace(JORIS, born=None), way=way(house, route="institution"))
    row = Referral.plain.get(id=done.referral_id)
    assert row.still_to_ask == [
        "geboortedatum van de cliënt",
        "telefoonnummer of e-mailadres",
        "wie verwijst",
        "reden van verwijzing",
    ]


@pytest.mark.requirement("S1-037")
def test_a_lead_clinician_who_refers_is_the_way_in() -> None:
    house = cast.duinrand()
    done = refer(house, by="lea", way=way(house, scenes.ADDON, "lead_clinician"))
    row = Referral.plain.get(id=done.referral_id)
    assert row.referred_by_member_id == house.members["lea"].id
    assert row.referrer_name == "Lea Aalbers"
    assert done.relation.leads
    assert not done.relation.treats
    marjan = people.relation(actor=house.actor("marjan"), client_id=done.client_id, day=cast.TODAY)
    assert marjan.treats


@pytest.mark.requirement("S1-037")
def test_someone_else_says_which_lead_clinician_referred() -> None:
    house = cast.duinrand()
    lead = house.members["lea"].id
    done = refer(house, by="ab", way=way(house, scenes.ADDON, "lead_clinician", lead_clinician=lead))
    assert people.relation(actor=house.actor("lea"), client_id=done.client_id, day=cast.TODAY).leads


@pytest.mark.requirement("S1-037")
@pytest.mark.parametrize("lead", [None, "tess"])
def test_the_add_on_has_no_way_in_without_a_lead_clinician(lead: str | None) -> None:
    house = cast.duinrand()
    named = house.members[lead].id if lead else None
    with pytest.raises(NotUnderstood) as refusal:
        refer(house, way=way(house, scenes.ADDON, "lead_clinician", lead_clinician=named))
    assert "lead_clinician" in refusal.value.fields
    assert not Client.plain.filter(family="Graaf").exists()


@pytest.mark.requirement("S1-037")
def test_the_add_on_knows_no_private_route() -> None:
    house = cast.duinrand()
    with pytest.raises(NotUnderstood):
        refer(house, way=way(house, scenes.ADDON, "private"))


@pytest.mark.requirement("S1-037", "S2-022")
def test_only_routes_of_a_module_are_offered() -> None:
    house = cast.duinrand()
    offered = {(w.pin, w.route) for w in flows.ways_in(actor=house.actor("marjan"))}
    assert {route for pin, route in offered if pin == scenes.ADDON} == {"lead_clinician"}
    assert {route for pin, route in offered if pin == scenes.ATTACHMENT} == {"private", "institution"}


def test_a_lead_clinician_refers_as_lead_clinician_only() -> None:
    house = cast.duinrand()
    assert {w.route for w in flows.ways_in(actor=house.actor("lea"))} == {"lead_clinician"}
    with pytest.raises(NotAllowed):
        refer(house, by="lea")


def test_who_treats_must_be_a_therapist_of_this_practice() -> None:
    house, elsewhere = cast.duinrand(), cast.oever()
    for member in (house.members["ab"], elsewhere.members["elsa"]):
        with pytest.raises(NotUnderstood) as refusal:
            refer(house, way=way(house, therapist=member.id))
        assert "therapist" in refusal.value.fields


def test_a_referral_does_not_come_from_the_future() -> None:
    with pytest.raises(NotUnderstood):
        refer(cast.duinrand(), received_on=cast.TODAY + timedelta(days=1))


def test_a_client_of_another_practice_cannot_be_referred() -> None:
    house, elsewhere = cast.duinrand(), cast.oever()
    stranger = cast.adult(elsewhere, therapist="elsa", lead="")
    with pytest.raises(NotFound):
        refer(house, client=None, client_id=stranger.id)


def test_a_module_that_is_already_followed_is_not_opened_twice() -> None:
    scene = scenes.attachment()
    with pytest.raises(NotPossible):
        scenes.refer(scene.house, scene.client, scenes.ATTACHMENT, "private")


def test_a_known_client_keeps_one_tie_to_the_therapist() -> None:
    scene = scenes.attachment()
    names = [line.kind for line in _team(scene)]
    assert names.count("treats") == 1


def _team(scene: scenes.Scene) -> tuple[Any, ...]:
    from lijfspoor.practice.people import network

    return network.team_of(actor=scene.house.actor("marjan"), client_id=scene.client.id, day=cast.TODAY)


def test_the_logbook_tells_of_a_referral() -> None:
    scene = scenes.attachment()
    kinds = set(LogEntry.objects.in_practice(scene.house.practice.id).values_list("kind", flat=True))
    assert {"intake.referred", "pathway.opened", "people.contact_changed"} <= kinds


def test_a_referral_reads_back_for_who_has_to_do_with_the_client_only() -> None:
    scene = scenes.attachment()
    row = scenes.referral_of(scene)
    for name in ("marjan", "ab"):
        card = reading.read_referral(actor=scene.house.actor(name), referral_id=row.id, day=cast.TODAY, now=cast.NOW)
        assert card.reason == "Woedebuien na schooltijd"
    for name in ("tess", "lea"):
        with pytest.raises(NotFound):
            reading.read_referral(actor=scene.house.actor(name), referral_id=row.id, day=cast.TODAY, now=cast.NOW)


def test_a_name_finds_only_clients_one_may_see() -> None:
    house, elsewhere = cast.duinrand(), cast.oever()
    cast.child(house)
    cast.adult(elsewhere, therapist="elsa", lead="")

    def found(where: cast.House, by: str, words: str) -> list[str]:
        cards = reading.clients_named(actor=where.actor(by), words=words, day=cast.TODAY, now=cast.NOW)
        return [card.name for card in cards]

    assert found(house, "marjan", "noor veld") == ["Noor Veldhuis"]
    assert found(house, "ab", "Veldhuis") == ["Noor Veldhuis"]
    assert found(house, "tess", "noor") == []
    assert found(house, "marjan", "samira") == []
    assert found(house, "marjan", "  ") == []
