"""Referrals in files, as others wrote them and as ours for testing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.interop.fhir import samples

REFERRALS = Path(__file__).parents[4] / "shared" / "data" / "referrals"
DUTCH = (
    "nl-core-ContactPerson-01",
    "nl-core-HealthProfessional-Practitioner-01",
    "nl-core-HealthProfessional-PractitionerRole-01",
    "nl-core-Patient-01",
    "nl-core-Problem-01",
)
of_others = pytest.mark.skipif(not REFERRALS.is_dir(), reason="the referrals of others are not here")


def ours(**changes: Any) -> bytes:
    """A whole referral of a child by a doctor; changes go to the request."""
    return json.dumps(samples.bundle(samples.request(**changes))).encode()


def dutch() -> bytes:
    """The Dutch pieces put together as one message, with a request that points at them."""
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
    }
    entries = [{"resource": piece} for piece in [*pieces, asked]]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def english(name: str) -> bytes:
    """A file that the British health service publishes as an example."""
    return (REFERRALS / name).read_bytes()


ENGLISH = ("nhs-examples1.4.0-request_ValidationRequest_POST.json", "nhs-servicerequest-get.json")
