from datetime import timedelta

import pytest

from lijfspoor.domain.pathways import Advice, Step, StepKind, Urgency, advice
from lijfspoor.domain.pathways.facts import (
    AuthorityHeld,
    ConsentGiven,
    ConsentWithdrawn,
    ContraIndicationOverridden,
    CredentialHeld,
    DecisionClosed,
    DecisionOpened,
    EvaluationHeld,
    PhaseMoved,
    Referred,
    SessionHeld,
    SessionMissed,
    SubgoalRated,
    TaperPlanned,
    TherapistAssigned,
    TreatmentClosed,
    VoiceGiven,
)
from tests.unit.pathways.builders import (
    NO,
    File,
    addon,
    attachment,
    prepared_addon,
    prepared_attachment,
    started,
)


def given(file: File, code: str) -> list[Advice]:
    return [item for item in advice(file.module, file.standing()) if item.code == code]


def subjects(file: File, code: str) -> list[str]:
    return [item.subject for item in given(file, code)]


def test_due_comes_before_possible_and_possible_before_good_to_know() -> None:
    items = advice(attachment(), started(prepared_attachment(), "p4").sessions(30).standing())
    ranks = [(list(Urgency).index(i.urgency), i.code, i.subject) for i in items]
    assert ranks == sorted(ranks)
    assert {i.urgency for i in items} == set(Urgency)


def test_the_intake_says_all_that_is_still_to_do() -> None:
    file = File(attachment())
    assert advice(file.module, file.standing()) == ()
    file.tell(Referred, route="private")
    codes = {item.code for item in advice(file.module, file.standing())}
    assert codes == {
        "consent-unknown",
        "credential-missing",
        "criterion-open",
        "examination-part-open",
        "goal-missing",
        "meeting-due",
        "plan-missing",
        "touch-consent-missing",
    }
    assert subjects(file, "criterion-open") == sorted(group.group for group in file.standing().groups)
    assert given(file, "goal-missing")[0].step == Step(StepKind.AGREE_GOAL)
    assert given(file, "credential-missing")[0].step == Step(StepKind.ASSIGN_THERAPIST)


def test_a_group_with_one_open_question_offers_it() -> None:
    file = File(attachment())
    file.tell(Referred, route="private")
    file.answer("safe-home", "cooperation")
    steps = {item.subject: item.step for item in given(file, "criterion-open")}
    assert steps["conditions"] == Step(StepKind.ANSWER_CRITERION, "safe-figure")
    assert steps["signs"] is None
    assert steps["target-a"] is None


def test_the_start_is_offered_exactly_when_it_is_allowed() -> None:
    file = prepared_attachment()
    assert given(file, "start-possible")[0].step == Step(StepKind.START_TREATMENT)
    assert given(file.answer("safe-home", answer=NO), "start-possible") == []
    assert given(started(prepared_attachment()), "start-possible") == []


def test_each_missing_consent_is_asked_by_name() -> None:
    file = prepared_attachment()
    file.tell(AuthorityHeld, person="pa", name="Pa")
    assert subjects(file, "consent-missing") == ["pa"]
    assert "Pa" in given(file, "consent-missing")[0].title.nl
    started(file).tell(ConsentWithdrawn, scope="treatment", person="mo")
    assert subjects(file, "consent-missing") == ["mo", "pa"]


@pytest.mark.requirement("S1-032")
def test_touch_without_consent_is_said_until_all_have_given_it() -> None:
    file = started(prepared_attachment())
    assert subjects(file, "touch-consent-missing") == ["touch"]
    file.tell(ConsentGiven, scope="touch", person="mo")
    assert given(file, "touch-consent-missing") == []


@pytest.mark.requirement("S2-138")
def test_a_lapsed_condition_is_due_and_lost_safety_names_the_reporting_code() -> None:
    file = started(prepared_attachment()).answer("safe-home", "cooperation", answer=NO)
    items = {item.subject: item for item in given(file, "precondition-lapsed")}
    home, cooperation = items["safe-home"], items["cooperation"]
    assert "standards-4.5" in home.reason.sources
    assert "meldcode" in home.reason.text.nl
    assert "standards-4.5" not in cooperation.reason.sources
    assert given(prepared_attachment().answer("safe-home", answer=NO), "precondition-lapsed") == []


def test_a_condition_asked_only_at_the_start_claims_no_more_than_that() -> None:
    item = given(started(prepared_addon()).answer("goals-clear", answer=NO), "precondition-lapsed")[0]
    assert item.reason.sources == ("S1-015",)


@pytest.mark.requirement("S2-138", "S2-139")
def test_conditions_are_asked_again_at_every_evaluation() -> None:
    file = started(prepared_attachment()).sessions(9)
    assert given(file, "preconditions-again") == []
    assert subjects(file.sessions(1), "preconditions-again") == ["regular"]
    file.answer("safe-home", "cooperation").answer("safe-figure", person="Oma")
    assert given(file, "preconditions-again") == []
    file.tell(EvaluationHeld, evaluation="regular")
    assert subjects(file.sessions(10), "preconditions-again") == ["regular"]
    file.answer("safe-home", "cooperation")
    assert subjects(file, "preconditions-again") == ["regular"]


@pytest.mark.requirement("S1-012")
def test_the_interim_evaluation_falls_due_inside_the_eight() -> None:
    file = started(prepared_addon()).sessions(3)
    assert given(file, "evaluation-due") == []
    assert given(file.sessions(1), "evaluation-due")[0].step == Step(StepKind.HOLD_EVALUATION, "interim")
    file.tell(EvaluationHeld, evaluation="interim")
    assert given(file, "evaluation-due") == []


@pytest.mark.requirement("S1-013")
def test_extension_is_offered_after_an_evaluation_and_waits_for_each_voice() -> None:
    file = started(prepared_addon()).sessions(4)
    assert given(file, "extend-possible") == []
    file.tell(EvaluationHeld, evaluation="interim")
    assert given(file, "extend-possible")[0].step == Step(StepKind.OPEN_DECISION, "extension")
    file.tell(DecisionOpened, decision="extension", sessions=4)
    assert given(file, "extend-possible") == []
    assert subjects(file, "voices-open") == ["client,therapist,lead_clinician"]
    for party, voice in (("therapist", "yes"), ("lead_clinician", "yes"), ("client", "unsure")):
        file.tell(VoiceGiven, decision="extension", party=party, voice=voice, reason="")
    assert given(file, "voices-open")[0].step == Step(StepKind.GIVE_VOICE, "extension:client")
    file.tell(VoiceGiven, decision="extension", party="client", voice="no", reason="genoeg zo")
    assert given(file, "voices-open") == []
    assert given(file, "decision-ready")[0].step == Step(StepKind.CLOSE_DECISION, "extension")
    file.tell(DecisionClosed, decision="extension")
    assert given(file, "decision-ready") == []


@pytest.mark.requirement("S1-011")
def test_the_last_of_eight_is_announced_and_after_it_a_choice_is_due() -> None:
    file = started(prepared_addon()).sessions(7)
    assert subjects(file, "last-session") == ["dose"]
    assert given(file, "dose-reached") == []
    file.sessions(1)
    assert given(file, "last-session") == []
    assert given(file, "dose-reached")[0].step == Step(StepKind.OPEN_DECISION, "extension")
    file.tell(DecisionOpened, decision="extension", sessions=4)
    assert given(file, "dose-reached") == []


@pytest.mark.requirement("S2-053")
def test_the_25th_and_40th_session_are_said_as_an_expectation() -> None:
    file = started(prepared_attachment()).sessions(24)
    assert given(file, "dose-low-reached") == []
    low = given(file.sessions(1), "dose-low-reached")[0]
    assert low.urgency is Urgency.KNOW
    assert "minimaal 25-40" in low.reason.text.nl
    assert "geen grens" in low.reason.text.nl
    assert given(file.sessions(14), "dose-high-reached") == []
    file.sessions(1)
    assert subjects(file, "dose-high-reached") == ["dose"]
    assert given(file, "dose-low-reached") == []
    assert given(file, "dose-reached") == []


@pytest.mark.requirement("S2-143")
def test_two_missed_in_a_row_ask_for_a_call_and_blame_nobody() -> None:
    file = started(prepared_attachment())
    file.tell(SessionMissed, session="a", how="no_show")
    assert given(file, "no-show-pattern") == []
    file.tell(SessionMissed, session="b", how="cancelled_by_client")
    item = given(file, "no-show-pattern")[0]
    assert item.reason.sources == ("own", "S2-143")
    file.tell(SessionHeld, session="c")
    assert given(file, "no-show-pattern") == []


@pytest.mark.requirement("S2-142")
def test_an_ending_credential_is_announced_sixty_days_ahead() -> None:
    file = started(prepared_attachment())
    file.tell(CredentialHeld, therapist="carla", credential="pmkt", until=file.day + timedelta(days=61))
    assert given(file, "credential-ending") == []
    assert subjects(file.later(1), "credential-ending") == ["pmkt"]
    assert subjects(file.later(60), "credential-ending") == ["pmkt"]
    assert given(file.later(1), "credential-ending") == []
    assert given(file, "credential-missing")[0].step is None
    file.tell(TherapistAssigned, therapist="daan", name="Daan")
    assert subjects(file, "credential-missing") == ["pmkt"]


@pytest.mark.requirement("S2-031")
def test_per_block_of_the_phase_the_first_ready_subgoal_is_offered_also_when_reaching_back() -> None:
    file = started(prepared_attachment())
    assert subjects(file, "subgoal-ready") == ["bv1"]
    for subgoal in ("bv1", "bv2"):
        file.tell(SubgoalRated, subgoal=subgoal, rating="often", session="s1")
    assert subjects(file, "subgoal-ready") == ["tv1"]
    file.tell(SubgoalRated, subgoal="bv1", rating="with_help", session="s2")
    item = given(file, "subgoal-ready")[0]
    assert item.step == Step(StepKind.RATE_SUBGOAL, "bv1")
    assert "hoort erbij" in item.reason.text.nl


@pytest.mark.requirement("S2-079")
def test_exit_signs_are_shown_once_all_that_was_rated_carries_and_never_move_by_themselves() -> None:
    file = started(prepared_attachment())
    assert given(file, "exit-signs") == []
    file.tell(SubgoalRated, subgoal="bv1", rating="often", session="s1")
    item = given(file, "exit-signs")[0]
    assert (item.urgency, item.subject, item.step) == (Urgency.KNOW, "p1", None)
    assert "teken 1" in item.reason.text.nl
    assert file.standing().phase == "p1"
    file.tell(SubgoalRated, subgoal="bv2", rating="not", session="s1")
    assert given(file, "exit-signs") == []


@pytest.mark.requirement("S2-072", "S2-105")
def test_a_step_back_is_said_to_be_part_of_the_way() -> None:
    file = started(prepared_attachment(), "p2")
    assert given(file, "stepped-back") == []
    file.tell(PhaseMoved, to_phase="p1", reason="meer rust nodig")
    item = given(file, "stepped-back")[0]
    assert item.urgency is Urgency.KNOW
    assert "hoort erbij" in item.title.nl
    file.tell(PhaseMoved, to_phase="p2", reason="verder")
    assert given(file, "stepped-back") == []


@pytest.mark.requirement("S2-100")
def test_a_group_is_suggested_in_the_last_phase_with_block_five() -> None:
    assert given(started(prepared_attachment(), "p3"), "group-follow-up") == []
    item = given(started(prepared_attachment(), "p4"), "group-follow-up")[0]
    assert (item.urgency, item.reason.sources) == (Urgency.POSSIBLE, ("S2-100",))


@pytest.mark.requirement("S2-101")
def test_tapering_is_offered_in_the_last_phase_or_at_the_expected_end_until_it_is_planned() -> None:
    assert given(started(prepared_attachment()), "taper-possible") == []
    assert given(started(prepared_attachment()).sessions(40), "taper-possible") != []
    file = started(prepared_attachment(), "p4")
    assert given(file, "taper-possible")[0].step == Step(StepKind.PLAN_TAPER)
    file.tell(TaperPlanned, spacing="om de week", farewell="doos")
    assert given(file, "taper-possible") == []


@pytest.mark.requirement("S2-021")
def test_an_override_stays_in_sight_with_who_was_consulted() -> None:
    file = prepared_attachment().answer("psychosis")
    file.tell(
        ContraIndicationOverridden,
        criterion="psychosis",
        reason="stabiel",
        consulted="Dr. De Wit",
        consulted_role="psychiatrist",
    )
    started(file).later(700).answer("psychosis", answer=NO)
    item = given(file, "overridden")[0]
    assert (item.subject, item.urgency) == ("psychosis", Urgency.KNOW)
    assert "Dr. De Wit" in item.reason.text.nl
    assert "6 januari 2025" in item.reason.text.nl


def test_after_closing_there_is_no_advice() -> None:
    file = started(prepared_addon()).sessions(8)
    file.tell(TreatmentClosed, reason="done", next_step="")
    assert advice(addon(), file.standing()) == ()
