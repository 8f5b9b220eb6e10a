"""A referral from another system is kept once, waits, and is taken up or set aside."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lijfspoor.interop.fhir.incoming import (
    ContactPoint,
    IncomingClient,
    IncomingCondition,
    IncomingContact,
    IncomingName,
    IncomingReferral,
    IncomingReferrer,
    Unused,
)
from lijfspoor.interop.fhir.referral import read_referral
from lijfspoor.interop.fhir.refusal import ReferralRefused
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import flows
from lijfspoor.practice.intake.details import ReceivedReferral, Way
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.people.models import Client, Contact
from tests import cast
from tests.practice.intake import scenes
from tests.unit.interop.fhir import samples

pytestmark = pytest.mark.django_db

REFERRALS = Path(__file__).parents[4] / "shared" / "data" / "referrals"
MAIL = (ContactPoint("a.bos@brug.example", "work"),)
MESSAGE = IncomingReferral(
    identity="number:urn:brug|7",
    document_fingerprint="abc",
    client=IncomingClient(
        reference="Patient/1",
        name=IncomingName(text="Sam van Dijk", given="Sam", family="van Dijk", family_prefix="van"),
        birth_date=date(2018, 4, 1),
        gender="male",
        general_practitioner="Huisarts Smit",
    ),
    contacts=(
        IncomingContact(
            name=IncomingName(text="Ans van Dijk"),
            relationship="moeder",
            codes=("http://terminology.hl7.org/CodeSystem/v3-RoleCode|MTH",),
            phones=(ContactPoint("0600000000", "home"),),
            mails=(),
            address=None,
            is_legal_representative=True,
        ),
    ),
    referrer=IncomingReferrer(
        name=IncomingName(text="A. Bos"),
        role="jeugdarts",
        role_codes=(),
        organisation="De Brug",
        identifiers=(),
        phones=(),
        mails=MAIL,
    ),
    organisation=None,
    reason="Vermijdt contact",
    reason_codes=(),
    conditions=(IncomingCondition("Hechtingsstoornis", "DSM", "313.89", "2023", "", "active", ""),),
    requested="PMKT",
    requested_codes=(),
    status="active",
    intent="order",
    urgency="urgent",
    authored_on=None,
    authored_at=None,
    notes=("Moeder belt zelf.",),
    missing=("telefoonnummer of e-mailadres",),
)


def receive(house: cast.House, message: IncomingReferral = MESSAGE, by: str = "ab") -> ReceivedReferral:
    return flows.receive_referral(
        actor=house.actor(by),
        incoming=message,
        unused=(Unused("ServiceRequest.encounter", "Encounter/9"),),
        document='{"resourceType": "Bundle"}',
        now=cast.NOW,
    )


def way(house: cast.House) -> Way:
    return Way(pin=scenes.ATTACHMENT, route="institution", therapist=house.members["tess"].id)


def test_everything_in_the_message_is_kept() -> None:
    house = cast.duinrand()
    row = Referral.plain.get(id=receive(house).referral_id)
    client = Client.plain.get(id=row.client_id)
    assert (client.given, client.infix, client.family, client.born) == ("Sam", "van", "Dijk", date(2018, 4, 1))
    assert {(c.kind, c.name) for c in Contact.plain.filter(client=client)} == {
        ("caregiver", "Ans van Dijk"),
        ("gp", "Huisarts Smit"),
        ("referrer", "A. Bos"),
    }
    assert row.treatment_id is None
    assert (row.came_by, row.asked_for, row.urgency) == ("fhir", "PMKT", "urgent")
    assert row.reason == "Vermijdt contact\n\nMoeder belt zelf."
    assert row.conditions == ["Hechtingsstoornis (313.89), sinds 2023"]
    assert row.unused == ["ServiceRequest.encounter: Encounter/9"]
    assert row.still_to_ask == ["telefoonnummer of e-mailadres", "wie gezag heeft (genoemd: Ans van Dijk)"]
    assert row.document == '{"resourceType": "Bundle"}'


def test_the_same_message_twice_is_one_referral() -> None:
    house = cast.duinrand()
    first, second = receive(house), receive(house, by="marjan")
    assert second == replace(first, was_known=True)
    assert Client.plain.filter(family="Dijk").count() == 1


def test_the_same_message_in_another_practice_is_another_referral() -> None:
    here, there = receive(cast.duinrand()), receive(cast.oever(), by="elsa")
    assert not there.was_known
    assert here.referral_id != there.referral_id


def test_a_name_longer_than_a_column_still_names_one_message() -> None:
    house = cast.duinrand()
    long = replace(MESSAGE, identity="number:" + "x" * 500)
    assert receive(house, long).referral_id == receive(house, long).referral_id
    other = replace(MESSAGE, identity="number:" + "x" * 501)
    assert not receive(house, other).was_known


def test_a_client_known_by_number_and_birth_date_is_not_registered_again() -> None:
    house = cast.duinrand()
    known, *_ = cast.child(house, bsn="111222333")
    message = replace(MESSAGE, client=replace(MESSAGE.client, bsn="111222333", birth_date=known.born))
    assert Referral.plain.get(id=receive(house, message).referral_id).client_id == known.id
    stranger = replace(message, identity="x", client=replace(message.client, birth_date=date(2000, 1, 1)))
    assert Referral.plain.get(id=receive(house, stranger).referral_id).client_id != known.id


def test_text_a_database_cannot_hold_does_not_stop_a_referral() -> None:
    house = cast.duinrand()
    message = replace(MESSAGE, reason="voor\x00na", client=replace(MESSAGE.client, name=IncomingName(text="S\x00")))
    row = Referral.plain.get(id=receive(house, message).referral_id)
    assert row.reason.startswith("voorna")
    assert Client.plain.get(id=row.client_id).given == "S"


def test_a_waiting_referral_is_taken_up() -> None:
    house = cast.duinrand()
    kept = receive(house)
    assert [c.id for c in flows.read_open_referrals(actor=house.actor("tess"), now=cast.NOW)] == [kept.referral_id]
    done = flows.take_up_referral(
        actor=house.actor("tess"), referral_id=kept.referral_id, way=way(house), day=cast.TODAY, now=cast.NOW
    )
    assert done.relation.treats
    row = Referral.plain.get(id=kept.referral_id)
    assert (row.treatment_id, row.route) == (done.treatment_id, "institution")
    assert flows.read_open_referrals(actor=house.actor("tess"), now=cast.NOW) == ()


def test_a_referral_is_taken_up_once() -> None:
    house = cast.duinrand()
    kept = receive(house)
    when: dict[str, Any] = {"referral_id": kept.referral_id, "way": way(house), "day": cast.TODAY, "now": cast.NOW}
    flows.take_up_referral(actor=house.actor("tess"), **when)
    with pytest.raises(NotPossible):
        flows.take_up_referral(actor=house.actor("marjan"), **when)


def test_a_referral_nobody_takes_up_is_set_aside_with_a_reason() -> None:
    house = cast.duinrand()
    kept = receive(house)
    with pytest.raises(NotUnderstood):
        flows.set_aside_referral(actor=house.actor("ab"), referral_id=kept.referral_id, why=" ", now=cast.NOW)
    flows.set_aside_referral(actor=house.actor("ab"), referral_id=kept.referral_id, why="Verhuisd", now=cast.NOW)
    assert flows.read_open_referrals(actor=house.actor("ab"), now=cast.NOW) == ()
    with pytest.raises(NotPossible):
        flows.take_up_referral(
            actor=house.actor("tess"), referral_id=kept.referral_id, way=way(house), day=cast.TODAY, now=cast.NOW
        )


def test_a_lead_clinician_and_another_practice_see_no_waiting_referrals() -> None:
    house, elsewhere = cast.duinrand(), cast.oever()
    kept = receive(house)
    with pytest.raises(NotAllowed):
        receive(house, by="lea")
    with pytest.raises(NotAllowed):
        flows.read_open_referrals(actor=house.actor("lea"), now=cast.NOW)
    assert flows.read_open_referrals(actor=elsewhere.actor("elsa"), now=cast.NOW) == ()
    for actor in (house.actor("lea"), elsewhere.actor("elsa")):
        with pytest.raises(NotFound):
            flows.read_referral(actor=actor, referral_id=kept.referral_id, day=cast.TODAY, now=cast.NOW)


def test_a_referral_as_our_reader_reads_it_can_be_kept() -> None:
    house = cast.duinrand()
    reading = samples.read(samples.bundle())
    kept = flows.receive_referral(
        actor=house.actor("ab"),
        incoming=reading.referral,
        unused=reading.unused,
        cautions=reading.warnings,
        document="{}",
        now=cast.NOW,
    )
    card = flows.read_referral(actor=house.actor("ab"), referral_id=kept.referral_id, day=cast.TODAY, now=cast.NOW)
    assert card.reason.startswith(reading.referral.reason)
    assert len(card.unused) == len(reading.unused)
    assert card.referrer.name == (reading.referral.referrer.name.text if reading.referral.referrer else "")


@pytest.mark.skipif(not REFERRALS.exists(), reason="the shared samples are not beside this checkout")
def test_every_referral_made_elsewhere_that_reads_can_be_kept() -> None:
    house, kept = cast.duinrand(), 0
    for file in sorted(REFERRALS.rglob("*.json")):
        try:
            reading = read_referral(file.read_bytes())
        except ReferralRefused:
            continue
        flows.receive_referral(
            actor=house.actor("ab"),
            incoming=reading.referral,
            unused=reading.unused,
            cautions=reading.warnings,
            document=file.read_text(),
            now=cast.NOW,
        )
        kept += 1
    assert kept
