import pytest

from lijfspoor.domain.pathways import Stage
from lijfspoor.domain.pathways.facts import (
    Referred,
    TalkHeld,
    TaperPlanned,
    TherapistAssigned,
    TreatmentClosed,
    TreatmentStarted,
)
from tests.unit.pathways.builders import MONDAY, File, attachment


def test_stages_follow_from_what_happened() -> None:
    file = File(attachment())
    seen = [file.standing().stage]
    for kind, fields in (
        (Referred, {"route": "private"}),
        (TreatmentStarted, {}),
        (TaperPlanned, {"spacing": "om de week", "farewell": "samen iets maken"}),
        (TreatmentClosed, {"reason": "done", "next_step": "group"}),
    ):
        file.later().tell(kind, **fields)
        seen.append(file.standing().stage)
    assert seen == list(Stage)
    assert file.standing(MONDAY).stage is Stage.NOT_REFERRED


def test_a_treatment_may_close_without_starting() -> None:
    file = File(attachment())
    file.tell(Referred, route="private")
    file.tell(TreatmentClosed, reason="stopped", next_step="elsewhere", words="andere hulp past beter")
    closing = file.standing().closing
    assert file.standing().stage is Stage.CLOSED
    assert closing is not None
    assert (closing.reason, closing.next_step, closing.on) == ("stopped", "elsewhere", MONDAY)


@pytest.mark.requirement("S2-101")
def test_the_taper_keeps_spacing_and_farewell_of_the_last_plan() -> None:
    file = File(attachment())
    file.tell(TaperPlanned, spacing="te vroeg", farewell="")
    assert file.standing().taper is None
    file.tell(TreatmentStarted)
    for spacing in ("om de week", "eens per maand"):
        file.tell(TaperPlanned, spacing=spacing, farewell="doos met werkjes", last_on=file.day)
    taper = file.standing().taper
    assert taper is not None
    assert (taper.spacing, taper.farewell, taper.last_on) == ("eens per maand", "doos met werkjes", MONDAY)


def test_route_therapist_and_talks_are_as_last_told() -> None:
    file = File(attachment())
    file.tell(Referred, route="institution", referrer="huisarts")
    file.tell(TherapistAssigned, therapist="carla", name="Carla")
    file.tell(TherapistAssigned, therapist="daan", name="Daan", reason="andere klik")
    file.tell(TalkHeld, audience="school")
    file.later().tell(TalkHeld, audience="guardian")
    now = file.standing()
    assert (now.route, now.therapist, now.therapist_name) == ("institution", "daan", "Daan")
    assert now.talks == (("school", MONDAY), ("guardian", file.day))


def test_the_standing_finds_groups_criteria_and_decisions_by_name() -> None:
    now = File(attachment()).standing()
    assert now.group("signs").group == "signs"
    assert now.criterion("rage").criterion == "rage"
    with pytest.raises(KeyError):
        now.group("nowhere")
    with pytest.raises(KeyError):
        now.criterion("nowhere")
    with pytest.raises(KeyError):
        now.decision("nowhere")
