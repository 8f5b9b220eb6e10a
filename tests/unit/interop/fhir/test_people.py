from datetime import date
from typing import Any

import pytest

from lijfspoor.interop.fhir.incoming import ContactPoint, IncomingAddress, IncomingClient, IncomingContact
from lijfspoor.interop.fhir.reach import passes_eleven_test
from tests.unit.interop.fhir.samples import (
    BSN,
    ROLE_LIST,
    beside,
    bundle,
    mother,
    patient,
    read,
    request,
    unused_paths,
    warned,
    without,
)

NAME_EXTENSION = "http://hl7.org/fhir/StructureDefinition/"


def client_with(**changes: Any) -> IncomingClient:
    return read(bundle(patient(**changes))).referral.client


def contact_with(**changes: Any) -> IncomingContact:
    (contact,) = read(bundle(mother(**changes))).referral.contacts
    return contact


def qualified(*kinds: str) -> list[dict[str, Any]]:
    url = f"{NAME_EXTENSION}iso21090-EN-qualifier"
    return [{"extension": [{"url": url, "valueCode": kind}]} for kind in kinds]


def test_the_client_is_read_whole() -> None:
    client = read(bundle()).referral.client
    assert (client.given, client.family, client.calling_name) == ("Sanne Maria", "de Wit", "San")
    assert (client.birth_date, client.gender, client.bsn) == (date(2015, 6, 1), "female", "999990019")
    assert client.phones == (ContactPoint("0612345678", "mobile"),)
    assert client.address == IncomingAddress(("Dorpsstraat 1",), "3511 AB", "Utrecht", "", "")
    assert not client.deceased


def test_the_official_name_goes_before_the_others_and_old_names_do_not_count() -> None:
    names = [
        {"use": "old", "family": "Oud"},
        {"use": "maiden", "family": "Meisje"},
        {"family": "Zonder"},
        {"use": "official", "family": "Echt"},
    ]
    assert client_with(name=names).family == "Echt"
    assert client_with(name=names[:3]).family == "Zonder"


def test_initials_given_names_and_calling_name_are_told_apart() -> None:
    name = {"family": "Vos", "given": ["A.", "Bert", "Bertje"], "_given": qualified("IN", "BR", "CL")}
    read_name = client_with(name=[name]).name
    assert (read_name.initials, read_name.given, read_name.calling_name) == ("A.", "Bert", "Bertje")
    assert read_name.text == "Bert Vos"


def test_initials_are_written_together_when_they_have_dots() -> None:
    dotted = {"family": "Vos", "given": ["A.", "B."], "_given": qualified("IN", "IN")}
    bare = {"family": "Vos", "given": ["A", "B"], "_given": qualified("IN", "IN")}
    assert client_with(name=[dotted]).name.text == "A.B. Vos"
    assert client_with(name=[bare]).name.initials == "A B"


def test_the_prefix_of_the_surname_is_known_and_stays_in_the_surname() -> None:
    extension = [
        {"url": f"{NAME_EXTENSION}humanname-own-prefix", "valueString": "de"},
        {"url": f"{NAME_EXTENSION}humanname-own-name", "valueString": "Wit"},
    ]
    client = client_with(name=[{"family": "de Wit", "_family": {"extension": extension}}])
    assert (client.prefix, client.family) == ("de", "de Wit")


def test_a_prefix_that_is_not_in_the_surname_is_not_lost() -> None:
    extension = [{"url": f"{NAME_EXTENSION}humanname-own-prefix", "valueString": "van"}]
    reading = read(bundle(patient(name=[{"family": "Wit", "_family": {"extension": extension}}])))
    assert reading.referral.client.prefix == ""
    assert "Bundle.entry[1].resource.name[0]._family.extension[0].valueString" in unused_paths(reading)


def test_a_name_in_one_line_is_enough() -> None:
    client = client_with(name=[{"text": " Sanne de Wit "}])
    assert (client.name.text, client.family) == ("Sanne de Wit", "")


# 111222333 is the number nl-core's own example carries; 999990019 is a test number; the sums were done by hand.
@pytest.mark.parametrize("number", ["111222333", "999990019", "123456782"])
def test_a_bsn_that_passes_the_eleven_test(number: str) -> None:
    assert passes_eleven_test(number)


@pytest.mark.parametrize("number", ["123456789", "000000000", "12345678", "1234567820", "12345678A", "١٢٣٤٥٦٧٨٢", ""])
def test_a_number_that_is_no_bsn(number: str) -> None:
    assert not passes_eleven_test(number)


def test_a_bsn_that_fails_the_eleven_test_is_left_unused_and_remarked() -> None:
    reading = read(bundle(patient(identifier=[{"system": BSN, "value": "123456789"}])))
    assert reading.referral.client.bsn == ""
    assert reading.referral.client.identifiers == ()
    assert "elfproef" in warned(reading, "Bundle.entry[1].resource.identifier[0]")[0]
    assert "Bundle.entry[1].resource.identifier" in unused_paths(reading)


def test_two_different_bsns_give_none() -> None:
    numbers = [{"system": BSN, "value": "999990019"}, {"system": BSN, "value": "111222333"}]
    assert client_with(identifier=numbers).bsn == ""
    assert client_with(identifier=[numbers[0], numbers[0]]).bsn == "999990019"


def test_a_bsn_under_its_oid_is_a_bsn() -> None:
    number = {"system": "urn:oid:2.16.840.1.113883.2.4.6.3", "value": "999990019"}
    assert client_with(identifier=[number]).bsn == "999990019"


def test_other_numbers_are_kept_apart_from_the_bsn() -> None:
    own = {"system": "https://zis.example/patient", "value": "P-17"}
    client = client_with(identifier=[*patient()["identifier"], own, {"use": "old", "system": "x", "value": "1"}])
    assert client.bsn == "999990019"
    assert [(number.system, number.value, number.kind) for number in client.identifiers] == [
        ("https://zis.example/patient", "P-17", "")
    ]


def test_the_number_the_sender_ranks_first_comes_first_and_old_ones_do_not_count() -> None:
    telecom = [
        {"system": "phone", "value": "1", "rank": 3},
        {"system": "phone", "value": "2"},
        {"system": "sms", "value": "3", "rank": 1},
        {"system": "phone", "value": "4", "use": "old"},
        {"system": "fax", "value": "5"},
        {"system": "email", "value": "a@b.example"},
    ]
    client = client_with(telecom=telecom)
    assert [point.value for point in client.phones] == ["3", "1", "2"]
    assert [point.value for point in client.mails] == ["a@b.example"]


def test_a_number_without_its_kind_is_not_guessed() -> None:
    reading = read(bundle(patient(telecom=[{"value": "0612345678"}])))
    assert reading.referral.client.phones == ()
    assert warned(reading, "Bundle.entry[1].resource.telecom[0]")
    assert "Bundle.entry[1].resource.telecom" in unused_paths(reading)


def test_the_home_address_goes_before_another_and_old_ones_do_not_count() -> None:
    addresses = [{"use": "old", "city": "Assen"}, {"city": "Breda"}, {"use": "home", "city": "Cuijk"}]
    chosen = client_with(address=addresses).address
    assert chosen is not None
    assert chosen.city == "Cuijk"
    assert client_with(address=addresses[:1]).address is None


def test_an_address_in_one_line_is_a_line() -> None:
    address = client_with(address=[{"text": "Dorpsstraat 1, Utrecht"}]).address
    assert address == IncomingAddress(("Dorpsstraat 1, Utrecht",), "", "", "", "")


def test_a_year_alone_is_no_birth_date() -> None:
    reading = read(bundle(patient(birthDate="2015")))
    assert reading.referral.client.birth_date is None
    assert "geboortedatum van de cliënt" in reading.referral.missing
    assert "Bundle.entry[1].resource.birthDate" in unused_paths(reading)


@pytest.mark.parametrize("changes", [{"deceasedBoolean": True}, {"deceasedDateTime": "2024-01"}])
def test_a_client_who_died_is_remarked(changes: dict[str, Any]) -> None:
    reading = read(bundle(patient(**changes)))
    assert reading.referral.client.deceased
    assert "overleden" in warned(reading, "Bundle.entry[1].resource")[0]


def test_the_preferred_language_is_read_with_its_code() -> None:
    spoken = [
        {"language": {"text": "Engels"}},
        {
            "language": {"coding": [{"system": "urn:oid:1.0.639.1", "code": "ar"}], "text": "Arabisch"},
            "preferred": True,
        },
    ]
    client = client_with(communication=spoken)
    assert (client.language, client.language_code) == ("Arabisch", "urn:oid:1.0.639.1|ar")


def test_the_general_practitioner_is_named_whether_sent_along_or_not() -> None:
    assert client_with(generalPractitioner=[{"reference": "Practitioner/arts-1"}]).general_practitioner == "Anna Visser"
    assert client_with(generalPractitioner=[{"reference": "PractitionerRole/rol-1"}]).general_practitioner == (
        "Anna Visser, Huisartsenpraktijk De Brug"
    )
    assert client_with(generalPractitioner=[{"display": "Dr. Bos"}]).general_practitioner == "Dr. Bos"


def test_without_a_patient_the_request_tells_what_it_knows() -> None:
    subject = {
        "reference": "https://zis.example/fhir/Patient/9",
        "identifier": {"system": BSN, "value": "999990019"},
        "display": "S. de Wit",
    }
    client = read(request(subject=subject, requester=None, reasonReference=None)).referral.client
    assert (client.reference, client.bsn) == ("https://zis.example/fhir/Patient/9", "999990019")
    assert (client.name.text, client.birth_date) == ("S. de Wit", None)


def test_the_mother_is_a_contact_and_legal_representative() -> None:
    contact = contact_with()
    assert contact.name.text == "Els Bakker"
    assert contact.relationship == "Wettelijke vertegenwoordiger, Moeder"
    assert contact.codes == (f"{ROLE_LIST}|24",)
    assert (contact.phone, contact.mail) == ("0687654321", "")
    assert contact.is_legal_representative


@pytest.mark.parametrize(
    ("code", "display", "represents"),
    [
        ("11", "Voogd", True),
        ("03", "Curator (juridisch)", True),
        ("15", "Mentor", True),
        ("24", None, True),
        ("24", "Werkgever", False),
        ("01", "Eerste relatie/contactpersoon", False),
        ("14", "Bewindvoerder", False),
    ],
)
def test_who_represents_the_client_is_read_from_the_role_list(code: str, display: str | None, represents: bool) -> None:
    coding = {"system": ROLE_LIST, "code": code} | ({"display": display} if display else {})
    assert contact_with(relationship=[{"coding": [coding]}]).is_legal_representative is represents


def test_words_alone_make_nobody_a_legal_representative() -> None:
    assert not contact_with(relationship=[{"text": "Wettelijke vertegenwoordiger"}]).is_legal_representative


def test_a_contact_of_somebody_else_is_not_used() -> None:
    other = mother(id="x", patient={"reference": "Patient/kind-2"}, name=[{"family": "Ander"}])
    reading = read(beside(bundle(), patient(id="kind-2"), other))
    assert [contact.name.family for contact in reading.referral.contacts] == ["Bakker"]
    assert {"Bundle.entry[8]", "Bundle.entry[9]"} <= set(unused_paths(reading))
    assert "gaat niet aantoonbaar over de cliënt" in warned(reading, "Bundle.entry[9].resource")[0]


def test_the_same_contact_written_twice_is_one_contact() -> None:
    again = {key: value for key, value in mother().items() if key in ("relationship", "telecom")}
    again["name"] = mother()["name"][0]
    reading = read(bundle(patient(contact=[again])))
    assert len(reading.referral.contacts) == 1


def test_a_contact_that_is_the_client_gives_the_client_its_numbers() -> None:
    oneself = {
        "relationship": [{"coding": [{"code": "ONESELF"}]}],
        "telecom": [{"system": "phone", "value": "030-1"}, {"system": "email", "value": "s@w.example"}],
    }
    reading = read(without(bundle(patient(contact=[oneself])), "RelatedPerson"))
    assert [point.value for point in reading.referral.client.phones] == ["0612345678", "030-1"]
    assert [point.value for point in reading.referral.client.mails] == ["s@w.example"]
    assert reading.referral.contacts == ()


def test_a_contact_no_longer_in_use_is_left_out() -> None:
    reading = read(bundle(mother(active=False)))
    assert reading.referral.contacts == ()
    assert warned(reading, "Bundle.entry[5].resource")


def test_one_given_name_where_a_list_belongs_is_read_with_a_remark() -> None:
    reading = read(bundle(patient(name=[{"family": "de Wit", "given": "Sanne"}])))
    assert reading.referral.client.given == "Sanne"
    assert warned(reading, "Bundle.entry[1].resource.name[0].given")


def test_fewer_qualifiers_than_given_names_is_no_trouble() -> None:
    name = {"family": "Vos", "given": ["A.", "Bert"], "_given": qualified("IN")}
    read_name = client_with(name=[name]).name
    assert (read_name.initials, read_name.given) == ("A.", "Bert")


def test_a_client_the_sender_no_longer_uses_is_remarked() -> None:
    reading = read(bundle(patient(active=False)))
    assert "active is false" in warned(reading, "Bundle.entry[1].resource")[0]


def test_a_contact_who_is_the_client_and_something_else_is_told_in_full() -> None:
    oneself = {"relationship": [{"coding": [{"code": "ONESELF"}, {"code": "EP"}]}]}
    reading = read(bundle(patient(contact=[oneself])))
    assert "Bundle.entry[1].resource.contact[0].relationship[0].coding[1]" in unused_paths(reading)
