"""Documents as their makers published them; what is expected was read from the files by eye."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from lijfspoor.interop.fhir.incoming import ContactPoint, IncomingAddress, IncomingIdentifier, ReferralReading
from lijfspoor.interop.fhir.referral import read_referral
from lijfspoor.interop.fhir.refusal import ReferralRefused
from tests.unit.interop.fhir.effects import silent_texts
from tests.unit.interop.fhir.samples import read, refused_by, unused_paths, warned

REFERRALS = Path(__file__).parents[5] / "shared" / "data" / "referrals"
MESSAGE = REFERRALS / "nhs-examples1.4.0-request_ValidationRequest_POST.json"
ALONE = REFERRALS / "nhs-servicerequest-get.json"
DUTCH = (
    "nl-core-ContactPerson-01",
    "nl-core-HealthProfessional-Practitioner-01",
    "nl-core-HealthProfessional-PractitionerRole-01",
    "nl-core-Patient-01",
    "nl-core-Problem-01",
)

pytestmark = pytest.mark.skipif(not REFERRALS.is_dir(), reason="the referrals of others are not here")


def dutch_bundle(**changes: Any) -> dict[str, Any]:
    """Put the five Dutch pieces together with a request that points at them."""
    pieces = [json.loads((REFERRALS / f"{name}.json").read_bytes()) for name in DUTCH]
    asked = {
        "resourceType": "ServiceRequest",
        "id": "pmt-1",
        "status": "active",
        "intent": "order",
        "code": {"text": "Psychomotorische therapie"},
        "subject": {"reference": "Patient/nl-core-Patient-01"},
        "requester": {"reference": "PractitionerRole/nl-core-HealthProfessional-PractitionerRole-01"},
        "reasonReference": [{"reference": "Condition/nl-core-Problem-01"}],
        **changes,
    }
    entries = [{"resource": piece} for piece in [*pieces, asked]]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


@pytest.fixture(scope="module")
def message() -> ReferralReading:
    return read_referral(MESSAGE.read_bytes())


@pytest.fixture(scope="module")
def alone() -> ReferralReading:
    return read_referral(ALONE.read_bytes())


@pytest.fixture(scope="module")
def dutch() -> ReferralReading:
    return read(dutch_bundle())


def test_the_english_message_tells_who_the_client_is(message: ReferralReading) -> None:
    client = message.referral.client
    assert (client.name.title, client.given, client.family) == ("Mrs", "Julie", "Jones")
    assert (client.birth_date, client.gender) == (date(1959, 5, 4), "female")
    assert client.bsn == ""
    assert client.identifiers == (IncomingIdentifier("https://fhir.nhs.uk/Id/nhs-number", "3478526985", "nhs"),)
    assert client.address == IncomingAddress(("22 Brightside Crescent",), "LS10 4YU", "Overtown", "West Yorkshire", "")
    assert (client.language, client.general_practitioner) == ("English", "Patient's Surgery")


def test_the_english_message_writes_the_clients_own_numbers_as_a_contact(message: ReferralReading) -> None:
    assert message.referral.client.phones == (
        ContactPoint("07736312544", "mobile"),
        ContactPoint("01138698975", "home"),
    )
    assert message.referral.client.mails == (ContactPoint("jjones@hotmail.co.uk", "home"),)
    (contact,) = message.referral.contacts
    assert (contact.name.text, contact.relationship) == ("Jack Grayson", "Emergency contact person")
    assert (contact.phone, contact.is_legal_representative) == ("0789 1234567", False)


def test_the_english_message_tells_who_refers(message: ReferralReading) -> None:
    referrer = message.referral.referrer
    assert referrer is not None
    assert referrer.name.text == "Marcy BLAKE"
    assert referrer.role == "Administrative healthcare staff, General medical practice"
    assert referrer.organisation == "Practitioner Org"
    assert referrer.phone == "0205568263"
    assert referrer.identifiers[0].value == "PT2489"


def test_the_english_message_tells_what_and_keeps_the_plan_as_notes(message: ReferralReading) -> None:
    referral = message.referral
    assert (referral.requested, referral.status, referral.intent) == ("For Validation", "active", "plan")
    assert referral.authored_on is None
    assert referral.conditions == ()
    assert referral.missing == ("reden van verwijzing",)
    assert "Zorgplan: Palpitations" in referral.notes
    assert any(note.startswith("Zorgplan: CONSULTATION SUMMARY /n PRINTED ON") for note in referral.notes)
    assert referral.identity == f"sha256:{referral.document_fingerprint}"


def test_the_english_message_names_every_resource_it_did_not_use(message: ReferralReading) -> None:
    lines = {line.path: line.what for line in message.unused}
    whole = {path.removeprefix("Bundle.entry[").removesuffix("]") for path in lines if path.endswith("]")}
    assert {number for number in whole if number.isdigit()} == {
        *("0", "2", "3", "7", "8", "10", "11", "12", "13", "16", "17", "18"),
    }
    assert lines["Bundle.entry[17]"] == "Flag niet overgenomen: active, Scene Safety, The Scene is safe"
    assert "emergency" in lines["Bundle.entry[3]"]
    assert "Roman Catholic Church" in lines["Bundle.entry[5].resource.extension"]


def test_the_english_request_alone_becomes_a_referral_to_complete(alone: ReferralReading) -> None:
    referral = alone.referral
    assert referral.client.reference == "urn:uuid:9589fb37-87a2-48d8-968f-b371429208a8"
    assert referral.client.name.text == ""
    assert not referral.complete
    assert referral.missing == (
        "naam van de cliënt",
        "geboortedatum van de cliënt",
        "telefoonnummer of e-mailadres",
        "wie verwijst",
        "reden van verwijzing",
    )
    assert (referral.requested, referral.authored_on) == ("Transfer of Care", date(2021, 11, 26))
    assert referral.authored_at == datetime(2021, 11, 26, 15, 0, tzinfo=UTC)
    assert referral.identity == "id:|71d2b38e-b81c-4894-a522-6a65265b1d58"


def test_the_faults_in_the_english_request_are_read_around_and_told(alone: ReferralReading) -> None:
    assert "hoort een lijst" in warned(alone, "ServiceRequest.basedOn")[0]
    assert "“patientInstruction”" in warned(alone, "ServiceRequest.PatientInstruction")[0]
    assert warned(alone, "ServiceRequest.subject")
    assert alone.referral.notes[0].startswith("Aan de cliënt gezegd: ADVICE GIVEN: If there are any new symptoms")
    assert alone.referral.notes[1] == ("Meegestuurd: Rejected Services - Patient Choice in Service Selection - Details")
    assert unused_paths(alone) == [
        "ServiceRequest.meta",
        "ServiceRequest.basedOn",
        "ServiceRequest.encounter",
        "ServiceRequest.occurrencePeriod",
        "ServiceRequest.requester",
        "ServiceRequest.performer",
        "ServiceRequest.locationReference",
        "ServiceRequest.supportingInfo[0].reference",
    ]


def test_the_dutch_client_is_read(dutch: ReferralReading) -> None:
    client = dutch.referral.client
    assert client.name.text == "Johanna Petronella Maria van Putten-van der Giessen"
    assert (client.given, client.calling_name) == ("Johanna Petronella Maria", "Jo")
    assert (client.family, client.prefix) == ("van Putten-van der Giessen", "van")
    assert (client.bsn, client.birth_date) == ("111222333", date(1934, 4, 28))
    assert (client.gender, client.language, client.deceased) == ("female", "Nederlands", False)
    assert client.phones == (ContactPoint("+31611234567", "mobile"),)
    assert client.mails == (ContactPoint("giesput@myweb.nl", "home"),)
    assert client.address == IncomingAddress(
        ("1e Jacob van Campenstr 15",), "1012 NX", "Hoogmade", "Kaag en Braassem", "Nederland"
    )


def test_the_dutch_contact_stands_in_two_places_and_is_read_once(dutch: ReferralReading) -> None:
    (contact,) = dutch.referral.contacts
    assert contact.name.text == "J.P.M. van Putten-van der Giessen"
    assert (contact.name.initials, contact.name.given) == ("J.P.M.", "")
    assert contact.relationship == "Eerste relatie/contactpersoon, Hulpverlener"
    assert (contact.phone, contact.mail) == ("+31611234567", "giesput@myweb.nl")
    assert not contact.is_legal_representative


def test_the_dutch_referrer_is_read(dutch: ReferralReading) -> None:
    referrer = dutch.referral.referrer
    assert referrer is not None
    assert (referrer.name.text, referrer.role, referrer.big) == ("J.H.R. Peters", "Neuroloog", "21870932")
    assert referrer.role_codes == ("http://fhir.nl/fhir/NamingSystem/uzi-rolcode|01.026",)
    assert (referrer.phone, referrer.mail) == ("+3715828282", "j.peters@hospital.nl")
    assert "11 cijfers" in warned(dutch, "Bundle.entry[1].resource.identifier[0]")[0]


def test_the_dutch_problem_is_the_reason(dutch: ReferralReading) -> None:
    (condition,) = dutch.referral.conditions
    assert (dutch.referral.reason, condition.text, condition.code) == ("Oedeem", "Oedeem", "267038008")
    assert (condition.since, condition.until, condition.status) == (
        "2012-08-10",
        "2021-01-01",
        "niet actief, bevestigd",
    )
    assert condition.note == "Geleidelijk in de loop van dagen erger geworden. Geen roodheid of pijn."
    assert dutch.referral.complete


def test_what_matters_but_has_no_place_is_shown(dutch: ReferralReading) -> None:
    lines = {line.path: line.what for line in dutch.unused}
    spoken = lines["Bundle.entry[3].resource.communication[0].extension"]
    assert "Bij gesprek met arts zoon uitnodigen voor vertalen" in spoken
    assert lines["Bundle.entry.resource.text"] == "Opgemaakte tekst van 5 onderdelen niet overgenomen."


def test_the_dutch_role_without_its_doctor_takes_the_only_one() -> None:
    document = dutch_bundle()
    document["entry"][2]["resource"]["practitioner"]["reference"] = "Practitioner/bestaat-niet"
    referrer = read(document).referral.referrer
    assert referrer is not None
    assert referrer.name.text == "J.H.R. Peters"


@pytest.mark.parametrize("name", DUTCH)
def test_a_dutch_piece_without_a_request_is_no_referral(name: str) -> None:
    refusal = refused_by(lambda: read_referral((REFERRALS / f"{name}.json").read_bytes()))
    assert "geen verwijzing (ServiceRequest) in" in refusal.reason


@pytest.mark.parametrize("which", ["message", "alone", "dutch"])
def test_every_text_counted_as_used_has_an_effect_in_real_documents(which: str) -> None:
    document = dutch_bundle() if which == "dutch" else json.loads(_file(which).read_bytes())
    assert silent_texts(document) == []


@pytest.mark.parametrize("name", ["message", "alone"])
def test_a_message_cut_off_anywhere_is_refused(name: str) -> None:
    raw = _file(name).read_bytes()
    for end in range(0, len(raw) - 1, 997):
        with pytest.raises(ReferralRefused):
            read_referral(raw[:end])


def _file(which: str) -> Path:
    return MESSAGE if which == "message" else ALONE
