from datetime import timedelta

import pytest

from lijfspoor.domain.pathways.facts import CredentialHeld, TherapistAssigned
from tests.unit.pathways.builders import MONDAY, File, attachment


def held(file: File) -> dict[str, bool]:
    return {c.credential: c.held for c in file.standing().credentials}


@pytest.mark.requirement("S2-142")
def test_only_the_treating_therapist_counts_and_required_differs_from_desirable() -> None:
    file = File(attachment())
    file.tell(CredentialHeld, therapist="carla", credential="pmkt")
    assert held(file) == {"pmkt": False, "extra": False}
    file.tell(TherapistAssigned, therapist="carla", name="Carla")
    assert held(file) == {"pmkt": True, "extra": False}
    assert [c.level for c in file.standing().credentials] == ["required", "desirable"]
    file.tell(TherapistAssigned, therapist="daan", name="Daan")
    assert held(file) == {"pmkt": False, "extra": False}


@pytest.mark.requirement("S2-142")
def test_a_credential_lasts_up_to_and_including_its_end() -> None:
    file = File(attachment())
    file.tell(TherapistAssigned, therapist="carla", name="Carla")
    file.tell(CredentialHeld, therapist="carla", credential="pmkt", until=MONDAY + timedelta(days=1))
    assert held(file.later(1))["pmkt"]
    assert not held(file.later(1))["pmkt"]
    file.tell(CredentialHeld, therapist="carla", credential="pmkt")
    assert held(file)["pmkt"]
