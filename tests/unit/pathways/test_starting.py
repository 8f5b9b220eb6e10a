from datetime import timedelta

import pytest

from lijfspoor.domain.pathways import StepKind
from lijfspoor.domain.pathways.facts import (
    ConsentGiven,
    ConsentWithdrawn,
    ContraIndicationOverridden,
    CredentialHeld,
    DevelopmentalAgeStated,
    GoalAgreed,
    GoalDropped,
    PlanAgreed,
    Referred,
    TherapistAssigned,
)
from tests.unit.pathways.builders import (
    MONDAY,
    NO,
    UNKNOWN,
    File,
    addon,
    attachment,
    bare,
    criterion,
    group,
    prepared_addon,
    prepared_attachment,
    started,
)

START = StepKind.START_TREATMENT


def test_before_referral_only_referral_is_open() -> None:
    file = File(attachment())
    assert file.permit(StepKind.REFER, "private").allowed
    assert file.why_not(StepKind.AGREE_GOAL) == {"not-referred"}
    file.tell(Referred, route="private")
    assert file.why_not(StepKind.REFER, "private") == {"already-referred"}
    assert file.permit(StepKind.AGREE_GOAL).allowed


@pytest.mark.requirement("S1-037")
def test_the_addon_is_entered_by_the_lead_clinician_alone() -> None:
    file = File(addon())
    assert file.permit(StepKind.REFER, "lead_clinician").allowed
    assert file.why_not(StepKind.REFER, "private") == {"unknown-target"}


@pytest.mark.requirement("S2-022")
def test_the_attachment_module_is_entered_privately_or_by_an_institution() -> None:
    file = File(attachment())
    assert file.permit(StepKind.REFER, "private").allowed
    assert file.permit(StepKind.REFER, "institution").allowed
    assert not file.permit(StepKind.REFER, "lead_clinician").allowed


def test_treatment_starts_when_all_is_there() -> None:
    assert prepared_attachment().permit(START).allowed
    assert prepared_addon().permit(START).allowed
    assert started(prepared_attachment()).why_not(START) == {"already-started"}


def test_every_reason_that_holds_the_start_back_is_named() -> None:
    file = File(attachment())
    file.tell(Referred, route="private")
    assert file.why_not(START) == {
        "not-known",
        "consent-unknown",
        "no-therapist",
        "credential-missing",
        "meeting-not-held",
        "examination-part-open",
        "no-plan",
    }


@pytest.mark.requirement("S2-002", "S2-003")
def test_outside_the_target_group_or_unknown_treatment_does_not_start() -> None:
    file = prepared_attachment()
    file.tell(DevelopmentalAgeStated, months=150)
    assert file.why_not(START) == {"not-met"}
    file = prepared_attachment().answer("established-by-examination", answer=UNKNOWN)
    assert file.why_not(START) == {"not-known"}


@pytest.mark.requirement("S2-028", "S2-029", "S2-138", "S2-139")
@pytest.mark.parametrize("condition", ["safe-figure", "safe-home", "cooperation"])
def test_each_precondition_must_be_there_before_the_start(condition: str) -> None:
    assert prepared_attachment().answer(condition, answer=NO).why_not(START) == {"not-met"}
    assert prepared_attachment().answer(condition, answer=UNKNOWN).why_not(START) == {"not-known"}


@pytest.mark.requirement("S2-139")
def test_the_attachment_person_must_be_named() -> None:
    assert prepared_attachment().answer("safe-figure").why_not(START) == {"not-known"}


@pytest.mark.requirement("S2-021")
def test_psychosis_blocks_until_a_psychiatrist_was_consulted() -> None:
    file = prepared_attachment().answer("psychosis")
    assert file.why_not(START) == {"not-met"}
    assert file.permit(StepKind.OVERRIDE_CONTRA_INDICATION, "psychosis").allowed
    fields = {"criterion": "psychosis", "reason": "stabiel", "consulted": "Dr. De Wit"}
    file.tell(ContraIndicationOverridden, **fields, consulted_role="therapist")
    assert file.why_not(START) == {"not-met"}
    file.tell(ContraIndicationOverridden, **fields, consulted_role="psychiatrist")
    assert file.permit(START).allowed
    assert file.why_not(StepKind.OVERRIDE_CONTRA_INDICATION, "psychosis") == {"already-overridden"}


@pytest.mark.requirement("S2-021")
def test_without_a_rule_for_it_a_contra_indication_is_not_overridden() -> None:
    file = File(bare(groups=(group("against", "contra_indication", "none", criterion("psychosis")),)))
    file.tell(Referred, route="private")
    file.answer("psychosis")
    assert file.why_not(StepKind.OVERRIDE_CONTRA_INDICATION, "psychosis") == {"no-override"}


def test_there_is_nothing_to_override_without_a_yes() -> None:
    file = prepared_attachment()
    assert file.why_not(StepKind.OVERRIDE_CONTRA_INDICATION, "psychosis") == {"not-answered-yes"}
    assert file.why_not(StepKind.OVERRIDE_CONTRA_INDICATION, "rage") == {"unknown-target"}


@pytest.mark.requirement("S1-015")
def test_goals_are_clear_before_the_addon_starts() -> None:
    file = prepared_addon().answer("goals-clear", answer=NO)
    assert file.why_not(START) == {"not-met"}
    file = File(addon())
    file.tell(Referred, route="lead_clinician")
    assert file.why_not(StepKind.AGREE_PLAN) == {"no-goal"}
    assert "no-plan" in file.why_not(START)
    file.tell(GoalAgreed, goal="own", own="grenzen voelen")
    assert file.permit(StepKind.AGREE_PLAN).allowed
    file.tell(GoalDropped, goal="own", reason="anders")
    assert file.why_not(StepKind.AGREE_PLAN) == {"no-goal"}


@pytest.mark.requirement("S2-024", "S2-025")
def test_the_plan_waits_for_the_whole_examination() -> None:
    file = File(attachment())
    file.tell(Referred, route="private")
    file.tell(GoalAgreed, goal="bv1")
    reasons = file.permit(StepKind.AGREE_PLAN).reasons
    assert [r.code for r in reasons] == ["examination-part-open"] * 2
    assert file.permit(StepKind.COMPLETE_EXAMINATION_PART, "file").allowed


@pytest.mark.requirement("S2-142")
def test_a_required_credential_holds_the_start_back_and_a_desirable_one_does_not() -> None:
    file = prepared_attachment()
    assert not any(c.held for c in file.standing().credentials if c.credential == "extra")
    file.tell(CredentialHeld, therapist="carla", credential="pmkt", until=MONDAY - timedelta(days=1))
    assert file.why_not(START) == {"credential-missing"}
    file.tell(TherapistAssigned, therapist="", name="")
    assert file.why_not(START) == {"credential-missing", "no-therapist"}


def test_consent_counts_on_the_day_itself() -> None:
    file = prepared_attachment()
    file.later(1).tell(ConsentWithdrawn, scope="treatment", person="mo")
    assert file.why_not(START) == {"consent-missing"}
    assert file.permit(START, on_day=MONDAY).allowed
    file.tell(ConsentGiven, scope="treatment", person="mo")
    file.tell(PlanAgreed, version=2)
    assert file.permit(START).allowed


def test_meetings_belong_to_the_intake() -> None:
    assert prepared_attachment().permit(StepKind.HOLD_MEETING, "intake").allowed
    assert started(prepared_attachment()).why_not(StepKind.HOLD_MEETING, "intake") == {"already-started"}
