from typing import Any

import pytest

from tests.unit.interop.fhir.samples import (
    AGB,
    BSN,
    beside,
    bundle,
    patient,
    person,
    practice,
    read,
    request,
    role,
    unused_paths,
    warned,
    without,
)


def served(resource: dict[str, Any], server: str = "https://zis.example/fhir") -> dict[str, Any]:
    return {"fullUrl": f"{server}/{resource['resourceType']}/{resource['id']}", "resource": resource}


@pytest.mark.parametrize(
    "subject",
    [
        "Patient/kind-1",
        "Patient/kind-1/_history/4",
        "https://zis.example/fhir/Patient/kind-1",
        "https://zis.example/fhir/Patient/kind-1/_history/2",
        "https://elders.example/r4/Patient/kind-1",
        "kind-1",
        "urn:uuid:kind-1",
    ],
)
def test_every_way_to_point_at_the_client_finds_the_right_one(subject: str) -> None:
    entries = [
        served(patient(id="kind-2", name=[{"family": "Jansen"}])),
        served(patient()),
        served(request(subject={"reference": subject}, requester=None, reasonReference=None)),
    ]
    reading = read({"resourceType": "Bundle", "type": "searchset", "entry": entries})
    assert reading.referral.client.family == "de Wit"


def test_the_exact_address_goes_before_the_same_id_on_another_server() -> None:
    here, there = patient(), patient(name=[{"family": "Jansen"}])
    subject = {"reference": "https://zis.example/fhir/Patient/kind-1"}
    entries = [
        served(there, "https://ander.example/fhir"),
        served(here),
        served(request(subject=subject, requester=None, reasonReference=None)),
    ]
    reading = read({"resourceType": "Bundle", "type": "batch", "entry": entries})
    assert reading.referral.client.family == "de Wit"


def test_a_uuid_in_capitals_is_the_same_uuid() -> None:
    address = "urn:uuid:AB000000-0000-4000-8000-000000000002"
    document = beside(bundle(request(subject={"reference": address.lower()})), patient(id="ander"))
    document["entry"][1]["fullUrl"] = address
    assert read(document).referral.client.reference == address.lower()


def test_a_client_inside_the_request_is_found() -> None:
    inside = [patient(id="p"), person(id="d")]
    alone = request(
        contained=inside,
        subject={"reference": "#p"},
        requester={"reference": "#d"},
        reasonReference=None,
    )
    reading = read(alone)
    assert reading.referral.client.family == "de Wit"
    assert reading.referral.referrer is not None
    assert reading.referral.referrer.name.family == "Visser"
    assert reading.warnings == ()
    assert unused_paths(reading) == []


def test_an_inside_resource_is_not_found_from_elsewhere() -> None:
    document = bundle(request(contained=[person(id="d")], requester=None), role(practitioner={"reference": "#d"}))
    reading = read(without(document, "Practitioner"))
    assert reading.referral.referrer is None


def test_a_client_pointed_at_by_number_is_found() -> None:
    subject = {"identifier": {"system": BSN, "value": "999990019"}}
    reading = read(beside(bundle(request(subject=subject)), patient(id="x", identifier=None)))
    assert reading.referral.client.bsn == "999990019"


def test_the_only_client_is_used_when_nothing_matches_and_that_is_said() -> None:
    reading = read(bundle(request(subject={"reference": "urn:uuid:weg"})))
    assert reading.referral.client.family == "de Wit"
    assert warned(reading, "Bundle.entry[0].resource.subject") == [
        "Dit verwijst naar iets wat er niet is; de enige Patient in het bericht is gebruikt."
    ]


def test_the_only_client_is_used_when_the_request_points_at_nobody() -> None:
    reading = read(bundle(request(subject=None)))
    assert reading.referral.client.family == "de Wit"
    assert "de enige persoon" in warned(reading, "Bundle.entry[0].resource")[0]


def test_a_role_whose_doctor_is_missing_takes_the_only_doctor_and_says_so() -> None:
    reading = read(bundle(role(practitioner={"reference": "urn:uuid:weg"})))
    assert reading.referral.referrer is not None
    assert reading.referral.referrer.name.text == "Anna Visser"
    assert "de enige Practitioner" in warned(reading, "Bundle.entry[2].resource.practitioner")[0]


def test_the_only_one_is_not_used_when_the_reference_asks_for_another_type() -> None:
    asked = request(requester={"reference": "Organization/weg", "display": "Praktijk Zuid"})
    reading = read(bundle(asked))
    assert reading.referral.referrer is not None
    assert reading.referral.referrer.name.text == "Praktijk Zuid"


def test_two_doctors_and_no_match_gives_none() -> None:
    document = beside(bundle(role(practitioner={"reference": "urn:uuid:weg"})), person(id="arts-2"))
    reading = read(document)
    assert reading.referral.referrer is not None
    assert reading.referral.referrer.name.text == ""
    assert "Bundle.entry[2].resource.practitioner" in unused_paths(reading)


def test_two_different_resources_at_one_address_are_not_guessed_between() -> None:
    document = bundle()
    double = {"fullUrl": document["entry"][4]["fullUrl"], "resource": practice(name="Andere praktijk")}
    document["entry"].append(double)
    reading = read(document)
    assert reading.referral.organisation is None
    assert "meer dan één" in warned(reading, "Bundle.entry[2].resource.organization")[0]


def test_the_same_resource_twice_is_one_resource() -> None:
    document = bundle()
    document["entry"].append(document["entry"][4])
    organisation = read(document).referral.organisation
    assert organisation is not None
    assert organisation.agb == practice()["identifier"][0]["value"]
    assert organisation.identifiers[0].system == AGB


def test_a_reference_to_the_wrong_type_is_not_followed() -> None:
    reading = read(bundle(role(organization={"reference": "Practitioner/arts-1"})))
    assert reading.referral.organisation is None
    assert "verwijst naar een Practitioner" in warned(reading, "Bundle.entry[2].resource.organization")[0]


def test_a_stated_type_that_is_not_so_is_remarked() -> None:
    reading = read(bundle(request(requester={"reference": "PractitionerRole/rol-1", "type": "Device"})))
    assert "Hier zou een Device staan" in warned(reading, "Bundle.entry[0].resource.requester")[0]


def test_what_is_asked_for_or_deleted_is_not_read() -> None:
    document = bundle(type="transaction")
    document["entry"][1]["request"] = {"method": "DELETE", "url": "Patient/kind-1"}
    reading = read(document)
    assert reading.referral.client.name.text == ""
    assert "Bundle.entry[1]" in unused_paths(reading)
