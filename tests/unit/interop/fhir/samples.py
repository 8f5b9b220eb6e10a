"""Referrals as other systems send them, small enough to change one thing at a time."""

import copy
import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from lijfspoor.interop.fhir.incoming import ReferralReading
from lijfspoor.interop.fhir.referral import read_referral
from lijfspoor.interop.fhir.refusal import ReferralRefused

Resource = dict[str, Any]
# Anything JSON can hold: broken documents have no better type.
Document: TypeAlias = Any

BSN = "http://fhir.nl/fhir/NamingSystem/bsn"
AGB = "http://fhir.nl/fhir/NamingSystem/agb-z"
ROLE_LIST = "urn:oid:2.16.840.1.113883.2.4.3.11.22.472"
SNOMED = "http://snomed.info/sct"
CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
VERIFIED = "http://terminology.hl7.org/CodeSystem/condition-ver-status"

REQUEST = "urn:uuid:00000000-0000-4000-8000-000000000001"
PATIENT = "urn:uuid:00000000-0000-4000-8000-000000000002"
ROLE = "urn:uuid:00000000-0000-4000-8000-000000000003"
PERSON = "urn:uuid:00000000-0000-4000-8000-000000000004"
PRACTICE = "urn:uuid:00000000-0000-4000-8000-000000000005"
MOTHER = "urn:uuid:00000000-0000-4000-8000-000000000006"
PROBLEM = "urn:uuid:00000000-0000-4000-8000-000000000007"
TASK = "urn:uuid:00000000-0000-4000-8000-000000000008"

REQUEST_AT, PATIENT_AT, ROLE_AT, PERSON_AT, PRACTICE_AT, MOTHER_AT, PROBLEM_AT, TASK_AT = range(8)


def request(**changes: Any) -> Resource:
    """Return a ServiceRequest; a change to None leaves that element out."""
    return _changed(
        {
            "resourceType": "ServiceRequest",
            "id": "verwijzing-1",
            "identifier": [{"system": "https://huisarts.example/verwijzingen", "value": "2024-0017"}],
            "status": "active",
            "intent": "order",
            "priority": "urgent",
            "code": {"text": "Psychomotorische kindertherapie"},
            "subject": {"reference": PATIENT},
            "authoredOn": "2024-03-04T09:30:00+01:00",
            "requester": {"reference": ROLE},
            "reasonCode": [{"text": "Trekt zich terug na verhuizing"}],
            "reasonReference": [{"reference": PROBLEM}],
            "note": [{"text": "Graag overleg met school."}],
            "patientInstruction": "Neem gymschoenen mee.",
        },
        changes,
    )


def patient(**changes: Any) -> Resource:
    """Return a child as nl-core writes one."""
    return _changed(
        {
            "resourceType": "Patient",
            "id": "kind-1",
            "identifier": [{"system": BSN, "value": "999990019"}],
            "name": [
                {"use": "official", "family": "de Wit", "given": ["Sanne", "Maria"]},
                {"use": "usual", "given": ["San"]},
            ],
            "telecom": [{"system": "phone", "value": "0612345678", "use": "mobile"}],
            "gender": "female",
            "birthDate": "2015-06-01",
            "address": [{"use": "home", "line": ["Dorpsstraat 1"], "postalCode": "3511 AB", "city": "Utrecht"}],
        },
        changes,
    )


def role(**changes: Any) -> Resource:
    """Return the role in which the doctor refers."""
    return _changed(
        {
            "resourceType": "PractitionerRole",
            "id": "rol-1",
            "practitioner": {"reference": PERSON},
            "organization": {"reference": PRACTICE},
            "specialty": [{"text": "Huisarts"}],
            "telecom": [{"system": "phone", "value": "0301234567", "use": "work"}],
        },
        changes,
    )


def person(**changes: Any) -> Resource:
    """Return the doctor."""
    return _changed(
        {
            "resourceType": "Practitioner",
            "id": "arts-1",
            "identifier": [{"system": AGB, "value": "01012345"}],
            "name": [{"family": "Visser", "given": ["Anna"]}],
            "telecom": [{"system": "email", "value": "a.visser@huisarts.example"}],
        },
        changes,
    )


def practice(**changes: Any) -> Resource:
    """Return the doctor's practice."""
    return _changed(
        {
            "resourceType": "Organization",
            "id": "praktijk-1",
            "identifier": [{"system": AGB, "value": "01054321"}],
            "name": "Huisartsenpraktijk De Brug",
        },
        changes,
    )


def mother(**changes: Any) -> Resource:
    """Return the mother, who is the legal representative."""
    return _changed(
        {
            "resourceType": "RelatedPerson",
            "id": "moeder-1",
            "patient": {"reference": PATIENT},
            "relationship": [
                {"coding": [{"system": ROLE_LIST, "code": "24", "display": "Wettelijke vertegenwoordiger"}]},
                {"text": "Moeder"},
            ],
            "name": [{"family": "Bakker", "given": ["Els"]}],
            "telecom": [{"system": "phone", "value": "0687654321"}],
        },
        changes,
    )


def problem(**changes: Any) -> Resource:
    """Return the problem that is the reason."""
    return _changed(
        {
            "resourceType": "Condition",
            "id": "probleem-1",
            "clinicalStatus": {"coding": [{"system": CLINICAL, "code": "active"}]},
            "verificationStatus": {"coding": [{"system": VERIFIED, "code": "provisional"}]},
            "code": {"coding": [{"system": SNOMED, "code": "386810004", "display": "Angst"}]},
            "subject": {"reference": PATIENT},
            "onsetDateTime": "2023-09",
            "note": [{"text": "Vooral in de gymzaal."}],
        },
        changes,
    )


def task(**changes: Any) -> Resource:
    """Return the task that goes with the request."""
    return _changed(
        {
            "resourceType": "Task",
            "id": "taak-1",
            "status": "requested",
            "intent": "order",
            "focus": {"reference": REQUEST},
            "for": {"reference": PATIENT},
            "description": "Graag binnen twee weken een eerste gesprek.",
        },
        changes,
    )


def bundle(*resources: Resource, **changes: Any) -> Resource:
    """Return the eight resources as a collection; given resources take the place of their own type."""
    own = [request(), patient(), role(), person(), practice(), mother(), problem(), task()]
    addresses = [REQUEST, PATIENT, ROLE, PERSON, PRACTICE, MOTHER, PROBLEM, TASK]
    given = {each["resourceType"]: each for each in resources}
    entries = [
        {"fullUrl": address, "resource": given.get(each["resourceType"], each)}
        for address, each in zip(addresses, own, strict=True)
    ]
    return _changed({"resourceType": "Bundle", "type": "collection", "entry": entries}, changes)


def without(document: Resource, *kinds: str) -> Resource:
    """Return the bundle without the resources of these types."""
    kept = [entry for entry in document["entry"] if entry["resource"]["resourceType"] not in kinds]
    return {**document, "entry": kept}


def beside(document: Resource, *resources: Resource) -> Resource:
    """Return the bundle with more resources, without addresses of their own."""
    return {**document, "entry": [*document["entry"], *({"resource": each} for each in resources)]}


def read(document: Document) -> ReferralReading:
    """Read a document given as Python values."""
    return read_referral(json.dumps(document))


def refused(document: Document) -> ReferralRefused:
    """Return why a document is refused; fails when it is read."""
    return refused_by(lambda: read(document))


def refused_by(reading: Callable[[], object]) -> ReferralRefused:
    """Return why a reading was refused."""
    with pytest.raises(ReferralRefused) as caught:
        reading()
    return caught.value


def warned(reading: ReferralReading, path: str) -> list[str]:
    """Return what was remarked at a path."""
    return [caution.what for caution in reading.warnings if caution.path == path]


def unused_paths(reading: ReferralReading) -> list[str]:
    """Return the paths of what was not used."""
    return [line.path for line in reading.unused]


def _changed(resource: Resource, changes: Resource) -> Resource:
    merged = {**resource, **copy.deepcopy(changes)}
    return {name: value for name, value in merged.items() if value is not None}
