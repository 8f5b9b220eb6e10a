from typing import Any

import pytest

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.referral import read_referral
from tests.unit.interop.fhir.samples import (
    PATIENT,
    Document,
    beside,
    bundle,
    patient,
    person,
    problem,
    read,
    refused,
    refused_by,
    request,
    without,
)


def test_the_refusal_says_where_and_why() -> None:
    refusal = refused(bundle(patient(birthDate="31-12-2012")))
    assert refusal.path == "Bundle.entry[1].resource.birthDate"
    assert refusal.reason == ("“31-12-2012” is geen geldige datum; FHIR schrijft jaar-maand-dag, zoals 2012-12-31.")
    assert str(refusal) == f"{refusal.path}: {refusal.reason}"


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ([], "maar er staat een lijst"),
        ("tekst", "maar er staat tekst"),
        (12, "maar er staat een getal"),
        (None, "maar er staat niets"),
        ({}, "ontbreekt “resourceType”"),
        ({"resourceType": 3}, "ontbreekt “resourceType”"),
        ({"resourceType": "Verwijzing"}, "geen onderdeel dat FHIR R4 kent"),
        ({"resourceType": "ReferralRequest"}, "STU3"),
        ({"resourceType": "Transport"}, "R5"),
        (patient(), "geen verwijzing (ServiceRequest) in; dit is een Patient"),
        ({"resourceType": "Bundle", "type": "collection"}, "leeg"),
        ({"resourceType": "Bundle", "type": "collection", "entry": []}, "leeg"),
        (without(bundle(), "ServiceRequest"), "geen verwijzing (ServiceRequest) in"),
        (bundle(type="history"), "oude versies"),
        (bundle(type="batch-response"), "antwoord van een systeem"),
        (bundle(type="verzameling"), "“verzameling” kan hier niet"),
        (bundle(entry="x"), "Hier hoort een object te staan, maar er staat tekst"),
    ],
)
def test_another_kind_of_document_is_refused(document: Document, why: str) -> None:
    assert why in refused(document).reason


@pytest.mark.parametrize(
    ("changes", "where", "why"),
    [
        ({"status": "entered-in-error"}, "", "bij vergissing"),
        ({"status": "revoked"}, "", "ingetrokken"),
        ({"status": "completed"}, "", "afgehandeld"),
        ({"status": "cancelled"}, ".status", "“cancelled” kan hier niet"),
        ({"intent": "wish"}, ".intent", "“wish” kan hier niet"),
        ({"priority": "hoog"}, ".priority", "“hoog” kan hier niet"),
        ({"authoredOn": "gisteren"}, ".authoredOn", "geen geldige datum"),
        ({"authoredOn": "2024-03-04T25:00:00Z"}, ".authoredOn", "geen geldige datum"),
        ({"authoredOn": 20240304}, ".authoredOn", "hoort tekst te staan, maar er staat een getal"),
        ({"doNotPerform": True}, "", "om iets niet te doen"),
        ({"doNotPerform": "nee"}, ".doNotPerform", "ja of nee"),
        ({"modifierExtension": [{"url": "x", "valueBoolean": True}]}, ".modifierExtension[0]", "betekenis"),
        ({"code": {"concept": {"text": "PMT"}}}, ".code", "R5"),
        ({"reason": [{"concept": {"text": "Angst"}}]}, ".reason", "andere FHIR-versie"),
        ({"requester": {"agent": {"reference": PATIENT}}}, ".requester", "STU3"),
        ({"subject": {"reference": "Group/4"}}, ".subject", "niet over één persoon, maar over een Group"),
        ({"subject": {"reference": "urn:uuid:x", "type": "Device"}}, ".subject", "een Device"),
        ({"subject": [{"reference": PATIENT}, {"reference": PATIENT}]}, ".subject", "maar één ding"),
        ({"note": "let op"}, ".note", "hoort een object te staan, maar er staat tekst"),
        ({"note": [{"text": {"a": "b"}}]}, ".note[0].text", "hoort tekst te staan, maar er staat een object"),
        ({"identifier": [{"system": "urn:a", "value": 5}]}, ".identifier[0].value", "een getal"),
    ],
)
def test_a_request_that_is_over_or_broken_is_refused(changes: dict[str, Any], where: str, why: str) -> None:
    refusal = refused(bundle(request(**changes)))
    assert refusal.path == f"Bundle.entry[0].resource{where}"
    assert why in refusal.reason


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"birthDate": "2026-13-01"}, "birthDate"),
        ({"birthDate": "2023-02-29"}, "birthDate"),
        ({"birthDate": "2012-12-31T00:00:00"}, "birthDate"),
        ({"birthDate": "20121231"}, "birthDate"),
        ({"birthDate": "٢٠١٢-12-31"}, "birthDate"),
        ({"birthDate": {"value": "2012-12-31"}}, "birthDate"),
        ({"gender": "vrouw"}, "gender"),
        ({"deceasedBoolean": "false"}, "deceasedBoolean"),
        ({"deceasedDateTime": "vorig jaar"}, "deceasedDateTime"),
        ({"name": [{"use": "roepnaam", "family": "X"}]}, "name[0].use"),
        ({"name": [{"family": ["X", "Y"]}]}, "name[0].family"),
        ({"name": [{"given": [3]}]}, "name[0].given[0]"),
        ({"telecom": [{"system": "mobiel", "value": "06"}]}, "telecom[0].system"),
        ({"telecom": [{"system": "phone", "value": "06", "use": "prive"}]}, "telecom[0].use"),
        ({"telecom": [{"system": "phone", "value": "06", "rank": "1"}]}, "telecom[0].rank"),
        ({"address": [{"use": "thuis"}]}, "address[0].use"),
        ({"active": 1}, "active"),
    ],
)
def test_wrong_values_about_the_client_are_refused(changes: dict[str, Any], where: str) -> None:
    assert refused(bundle(patient(**changes))).path == f"Bundle.entry[1].resource.{where}"


def test_a_client_without_name_or_number_is_refused() -> None:
    refusal = refused(bundle(patient(name=None, identifier=None)))
    assert refusal.reason == "Van de cliënt is geen naam en geen nummer bekend."


@pytest.mark.parametrize("subject", [None, {"type": "Patient"}])
def test_a_request_about_nobody_is_refused(subject: dict[str, str] | None) -> None:
    alone = request(subject=subject, requester=None, reasonReference=None)
    assert refused(alone).reason == "Er staat niet in wie er wordt verwezen."


def test_several_clients_and_nobody_pointed_at_is_refused() -> None:
    assert "wie er wordt verwezen" in refused(beside(bundle(request(subject=None)), patient(id="x"))).reason


def test_several_clients_and_no_match_is_refused() -> None:
    document = beside(bundle(request(subject={"reference": "Patient/onbekend"})), patient(id="kind-2"))
    assert refused(document).path == "Bundle.entry[0].resource.subject"


def test_several_clients_are_no_trouble_when_the_request_points_at_one() -> None:
    reading = read(beside(bundle(), patient(id="kind-2", name=[{"family": "Jansen"}])))
    assert reading.referral.client.family == "de Wit"


def test_a_request_that_points_at_a_doctor_as_the_client_is_refused() -> None:
    document = bundle(request(subject={"reference": "Practitioner/arts-1"}))
    assert refused(document).reason == "De verwijzing gaat niet over één persoon, maar over een Practitioner."


def test_two_live_requests_are_refused_and_one_that_is_over_does_not_count() -> None:
    assert "2 verwijzingen" in refused(beside(without(bundle(), "Task"), request(id="v2"))).reason
    assert read(beside(bundle(), request(id="v2", status="revoked"))).referral.identity.endswith("2024-0017")


def test_a_task_decides_which_of_two_requests_is_meant() -> None:
    other = request(id="v2", identifier=[{"system": "urn:x", "value": "ander"}])
    assert read(beside(bundle(), other)).referral.identity.endswith("2024-0017")


@pytest.mark.parametrize("entry", [{"resource": {"id": "x"}}, {"resource": {"resourceType": "Zorgplan"}}])
def test_a_part_of_unknown_type_in_the_bundle_is_refused(entry: dict[str, Any]) -> None:
    document = bundle()
    document["entry"].append(entry)
    assert refused(document).path == "Bundle.entry[8].resource"


def test_an_older_way_to_write_the_status_of_a_condition_is_refused() -> None:
    refusal = refused(bundle(problem(clinicalStatus="active")))
    assert refusal.path == "Bundle.entry[6].resource.clinicalStatus"
    assert "oudere FHIR" in refusal.reason


def test_an_unknown_status_of_a_condition_is_refused() -> None:
    broken = {"coding": [{"system": codes.CLINICAL_SYSTEM, "code": "busy"}]}
    assert refused(bundle(problem(clinicalStatus=broken))).path.endswith("clinicalStatus.coding[0].code")


def test_null_is_refused_except_where_two_lists_stand_side_by_side() -> None:
    nowhere = request()
    nowhere["note"] = None
    assert refused({**bundle(), "entry": [{"resource": nowhere}]}).path == "Bundle.entry[0].resource.note"
    assert "null" in refused(bundle(patient(name=[{"family": "X", "given": [None, "Y"]}]))).reason
    aligned = {"family": "X", "given": [None, "Y"], "_given": [{"id": "a"}, None]}
    assert read(bundle(patient(name=[aligned]))).referral.client.given == "Y"


def test_a_key_that_stands_twice_is_refused_where_it_stands() -> None:
    document = '{"resourceType": "ServiceRequest", "note": [{"text": "a", "text": "b"}]}'
    refusal = refused_by(lambda: read_referral(document))
    assert (refusal.path, refusal.reason) == (
        "ServiceRequest.note[0].text",
        "Deze naam staat twee keer in hetzelfde onderdeel.",
    )


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800"])
def test_characters_that_no_text_may_hold_are_refused(sign: str) -> None:
    refusal = refused(bundle(request(patientInstruction=f"a{sign}b")))
    assert refusal.path == "Bundle.entry[0].resource.patientInstruction"
    assert f"U+{ord(sign):04X}" in refusal.reason


def test_nesting_that_json_can_hold_but_no_referral_needs_is_refused() -> None:
    nested: Any = "diep"
    for _ in range(70):
        nested = {"extension": [nested]}
    assert "te diep" in refused(bundle(person(extension=[nested]))).reason


def test_markup_in_text_is_plain_text() -> None:
    reading = read(bundle(request(patientInstruction="<b>Neem</b> & <script>x</script>")))
    assert "Aan de cliënt gezegd: <b>Neem</b> & <script>x</script>" in reading.referral.notes


def test_every_type_that_fhir_r4_has_is_known() -> None:
    assert len(codes.RESOURCE_TYPES) == 146
