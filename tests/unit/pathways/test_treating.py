from datetime import timedelta

import pytest

from lijfspoor.domain.pathways import StepKind
from lijfspoor.domain.pathways.facts import (
    ConsentGiven,
    ConsentWithdrawn,
    DecisionClosed,
    DecisionOpened,
    PhaseMoved,
    Retracted,
    SessionHeld,
    SubgoalRated,
    TaperPlanned,
    TreatmentClosed,
    TreatmentStarted,
    VoiceGiven,
)
from tests.unit.pathways.builders import (
    NO,
    UNKNOWN,
    File,
    approach,
    bare,
    criterion,
    dose,
    group,
    phase,
    prepared_addon,
    prepared_attachment,
    started,
)

PARTIES = ("client", "therapist", "lead_clinician")


def extend(file: File, sessions: int, voice: str = "yes") -> None:
    file.tell(DecisionOpened, decision="extension", sessions=sessions)
    for party in PARTIES:
        file.tell(VoiceGiven, decision="extension", party=party, voice=voice, reason="")
    file.tell(DecisionClosed, decision="extension")


@pytest.mark.requirement("S1-011", "S1-013")
def test_the_ninth_session_of_an_addon_waits_for_a_yes_of_all_three() -> None:
    file = started(prepared_addon()).sessions(7)
    assert file.permit(StepKind.HOLD_SESSION).allowed
    file.sessions(1)
    assert file.why_not(StepKind.HOLD_SESSION) == {"dose-reached"}
    extend(file, 4, voice="no")
    assert file.why_not(StepKind.HOLD_SESSION) == {"dose-reached"}
    extend(file, 4)
    assert file.permit(StepKind.HOLD_SESSION).allowed
    assert file.sessions(4).why_not(StepKind.HOLD_SESSION) == {"dose-reached"}


@pytest.mark.requirement("S2-053")
def test_neither_the_25th_nor_the_40th_session_stops_anything() -> None:
    file = started(prepared_attachment())
    for count in (24, 1, 15, 20):
        assert file.sessions(count).permit(StepKind.HOLD_SESSION).allowed


def test_sessions_need_a_start_and_consent_on_the_day() -> None:
    file = prepared_attachment()
    assert file.why_not(StepKind.HOLD_SESSION) == {"not-started"}
    assert file.why_not(StepKind.MISS_SESSION) == {"not-started"}
    started(file).later().tell(ConsentWithdrawn, scope="treatment", person="mo")
    assert file.why_not(StepKind.HOLD_SESSION) == {"consent-missing"}
    assert file.permit(StepKind.MISS_SESSION).allowed


@pytest.mark.requirement("S2-015")
def test_a_session_together_waits_for_the_safety_question() -> None:
    file = started(prepared_attachment())
    assert file.permit(StepKind.HOLD_SESSION).allowed
    assert file.why_not(StepKind.HOLD_JOINT_SESSION) == {"not-known"}
    file.answer("parent-feared")
    assert file.why_not(StepKind.HOLD_JOINT_SESSION) == {"not-met"}
    file.answer("parent-feared", answer=NO)
    assert file.permit(StepKind.HOLD_JOINT_SESSION).allowed


@pytest.mark.requirement("S2-029")
def test_lost_safety_closes_sessions_together_but_not_sessions_with_the_child() -> None:
    file = started(prepared_attachment()).answer("parent-feared", answer=NO)
    file.answer("cooperation", answer=NO)
    assert file.permit(StepKind.HOLD_JOINT_SESSION).allowed
    file.answer("safe-home", answer=NO)
    assert file.why_not(StepKind.HOLD_JOINT_SESSION) == {"safety-lapsed"}
    assert file.permit(StepKind.HOLD_SESSION).allowed


@pytest.mark.requirement("S2-050")
def test_a_module_without_sessions_together_has_none() -> None:
    assert started(prepared_addon()).why_not(StepKind.HOLD_JOINT_SESSION) == {"no-joint-form"}


@pytest.mark.requirement("S1-032")
def test_touch_needs_its_own_consent_on_the_day() -> None:
    file = started(prepared_addon())
    assert file.permit(StepKind.HOLD_SESSION).allowed
    assert file.why_not(StepKind.USE_TOUCH) == {"consent-missing"}
    file.tell(ConsentGiven, scope="touch", person="client", until=file.day + timedelta(days=30))
    assert file.permit(StepKind.USE_TOUCH).allowed
    assert file.later(31).why_not(StepKind.USE_TOUCH) == {"consent-missing"}


def test_a_module_without_touch_has_none() -> None:
    file = File(bare())
    file.tell(TreatmentStarted)
    assert file.why_not(StepKind.USE_TOUCH) == {"no-touch-in-module"}


@pytest.mark.requirement("S2-072")
def test_back_is_always_allowed_and_forward_goes_one_phase_at_a_time() -> None:
    file = started(prepared_attachment(), "p3")
    assert file.permit(StepKind.MOVE_PHASE, "p4").allowed
    assert file.permit(StepKind.MOVE_PHASE, "p2").allowed
    assert file.permit(StepKind.MOVE_PHASE, "p1").allowed
    assert file.why_not(StepKind.MOVE_PHASE, "p3") == {"same-phase"}
    file.tell(PhaseMoved, to_phase="p1", reason="even terug")
    assert file.why_not(StepKind.MOVE_PHASE, "p3") == {"one-phase-at-a-time"}
    assert file.permit(StepKind.MOVE_PHASE, "p2").allowed


@pytest.mark.requirement("S2-028", "S2-138")
def test_forward_waits_while_a_condition_is_gone_or_unknown_and_back_does_not() -> None:
    for condition, answer, why in (
        ("safe-home", NO, {"safety-lapsed", "not-met"}),
        ("cooperation", NO, {"not-met"}),
        ("cooperation", UNKNOWN, {"not-known"}),
    ):
        file = started(prepared_attachment(), "p2").answer(condition, answer=answer)
        assert file.why_not(StepKind.MOVE_PHASE, "p3") == why
        assert file.permit(StepKind.MOVE_PHASE, "p1").allowed


def test_a_condition_asked_only_before_the_start_does_not_hold_back_a_step_forward() -> None:
    once = group("once", "precondition", "all", criterion("goals-clear"))
    file = File(bare(groups=(once,), approach=approach(phase(1), phase(2))))
    file.tell(TreatmentStarted)
    assert file.permit(StepKind.MOVE_PHASE, "p2").allowed


def test_a_limit_without_a_decision_to_extend_it_names_nobody() -> None:
    file = File(bare(approach=approach(dose=dose("fixed", 1, 1))))
    file.tell(TreatmentStarted)
    file.sessions(1)
    (reason,) = file.permit(StepKind.HOLD_SESSION).reasons
    assert reason.text.nl == "De afspraak is 1 sessie. Die afspraak is nu vol."


def test_free_phases_may_be_passed_over() -> None:
    file = File(bare(approach=approach(phase(1), phase(2), phase(3), phase_order="free")))
    file.tell(TreatmentStarted)
    assert file.permit(StepKind.MOVE_PHASE, "p3").allowed


def test_phases_ratings_and_evaluations_need_a_start() -> None:
    file = prepared_attachment()
    for kind, target in (
        (StepKind.MOVE_PHASE, "p2"),
        (StepKind.RATE_SUBGOAL, "bv1"),
        (StepKind.HOLD_EVALUATION, "regular"),
        (StepKind.NOTE_PRACTICE_ELSEWHERE, ""),
        (StepKind.PLAN_TAPER, ""),
    ):
        assert file.why_not(kind, target) == {"not-started"}
    started(file)
    assert file.permit(StepKind.HOLD_EVALUATION, "regular").allowed
    assert file.permit(StepKind.RATE_SUBGOAL, "zs1").allowed


@pytest.mark.requirement("S2-031")
def test_a_lower_rating_of_an_earlier_subgoal_may_always_be_given() -> None:
    file = started(prepared_attachment(), "p3")
    file.tell(SubgoalRated, subgoal="bv1", rating="often", session="s1")
    assert file.permit(StepKind.RATE_SUBGOAL, "bv1").allowed


@pytest.mark.requirement("S1-013")
def test_voices_need_a_round_and_closing_needs_all_voices() -> None:
    file = started(prepared_addon())
    assert file.why_not(StepKind.GIVE_VOICE, "extension:client") == {"no-running-round"}
    assert file.why_not(StepKind.CLOSE_DECISION, "extension") == {"no-running-round"}
    file.tell(DecisionOpened, decision="extension", sessions=4)
    assert file.permit(StepKind.GIVE_VOICE, "extension:client").allowed
    assert file.why_not(StepKind.GIVE_VOICE, "extension:teacher") == {"unknown-target"}
    assert file.why_not(StepKind.CLOSE_DECISION, "extension") == {"voices-open"}
    for party in PARTIES:
        file.tell(VoiceGiven, decision="extension", party=party, voice="no", reason="")
    assert file.permit(StepKind.CLOSE_DECISION, "extension").allowed


@pytest.mark.requirement("S2-101")
def test_a_planned_ending_tapers_first_and_an_unplanned_one_is_always_recorded() -> None:
    file = prepared_attachment()
    assert file.permit(StepKind.CLOSE_TREATMENT, "stopped").allowed
    assert "not-started" in file.why_not(StepKind.CLOSE_TREATMENT, "done")
    started(file)
    assert file.why_not(StepKind.CLOSE_TREATMENT, "done") == {"taper-first"}
    assert file.permit(StepKind.CLOSE_TREATMENT, "stopped").allowed
    file.tell(TaperPlanned, spacing="om de week", farewell="doos")
    assert file.permit(StepKind.CLOSE_TREATMENT, "done").allowed


def test_a_planned_ending_waits_for_the_open_proposal() -> None:
    file = started(prepared_addon())
    assert file.why_not(StepKind.PLAN_TAPER) == {"no-taper-in-module"}
    assert file.permit(StepKind.CLOSE_TREATMENT, "done").allowed
    file.tell(DecisionOpened, decision="extension", sessions=4)
    assert file.why_not(StepKind.CLOSE_TREATMENT, "done") == {"decision-running"}
    assert file.permit(StepKind.CLOSE_TREATMENT, "stopped").allowed


def test_after_closing_nothing_is_added() -> None:
    file = started(prepared_attachment())
    file.tell(TreatmentClosed, reason="stopped", next_step="")
    for kind in StepKind:
        assert file.why_not(kind) == {"closed"}


def test_what_happened_on_a_later_day_closes_the_lifecycle_but_not_the_notes() -> None:
    file = started(prepared_attachment()).sessions(2)
    monday = file.day - timedelta(days=3)
    held_back = file.permit(StepKind.HOLD_SESSION, on_day=monday)
    assert [r.code for r in held_back.reasons] == ["later-facts"]
    assert file.permit(StepKind.RATE_SUBGOAL, "bv1", on_day=monday).allowed
    last = next(f for f in reversed(file.facts) if isinstance(f, SessionHeld))
    file.tell(Retracted, fact=last.stamp.id, reason="vergissing")
    assert file.permit(StepKind.HOLD_SESSION, on_day=monday).allowed
    assert file.permit(StepKind.HOLD_SESSION, on_day=file.day).allowed
