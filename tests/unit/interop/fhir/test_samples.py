"""The documents of these tests are themselves sound FHIR, so that a refusal is never their own fault."""

from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class

from tests.unit.interop.fhir.samples import bundle, mother, patient, person, practice, problem, request, role, task


@pytest.mark.parametrize(
    "resource", [request(), patient(), role(), person(), practice(), mother(), problem(), task(), bundle()]
)
def test_the_sample_is_valid_fhir(resource: dict[str, Any]) -> None:
    model = get_fhir_model_class(resource["resourceType"])
    assert model.model_validate(resource).get_resource_type() == resource["resourceType"]
