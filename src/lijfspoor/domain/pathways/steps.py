"""Steps along a module, whether one is allowed, and the advice to take one."""

from dataclasses import dataclass
from enum import StrEnum

from lijfspoor.domain.kernel import Reason, Text


class StepKind(StrEnum):
    """Everything a person can do along a module that leaves a fact."""

    REFER = "refer"
    STATE_DEVELOPMENTAL_AGE = "state_developmental_age"
    ANSWER_CRITERION = "answer_criterion"
    OVERRIDE_CONTRA_INDICATION = "override_contra_indication"
    HOLD_MEETING = "hold_meeting"
    COMPLETE_EXAMINATION_PART = "complete_examination_part"
    OPEN_DIAGNOSTIC_PHASE = "open_diagnostic_phase"
    NAME_PROBLEM_AREAS = "name_problem_areas"
    CHOOSE_VARIANT = "choose_variant"
    AGREE_GOAL = "agree_goal"
    DROP_GOAL = "drop_goal"
    AGREE_PLAN = "agree_plan"
    ASSIGN_THERAPIST = "assign_therapist"
    SET_EVALUATION = "set_evaluation"
    START_TREATMENT = "start_treatment"
    HOLD_SESSION = "hold_session"
    HOLD_JOINT_SESSION = "hold_joint_session"
    USE_TOUCH = "use_touch"
    MISS_SESSION = "miss_session"
    MOVE_PHASE = "move_phase"
    RATE_SUBGOAL = "rate_subgoal"
    HOLD_TALK = "hold_talk"
    NOTE_SUCCESS = "note_success"
    NOTE_PRACTICE_ELSEWHERE = "note_practice_elsewhere"
    HOLD_EVALUATION = "hold_evaluation"
    ASK_BOND = "ask_bond"
    OPEN_DECISION = "open_decision"
    GIVE_VOICE = "give_voice"
    CLOSE_DECISION = "close_decision"
    PLAN_TAPER = "plan_taper"
    CLOSE_TREATMENT = "close_treatment"
    MOVE_VERSION = "move_version"
    GIVE_FOREWARNING = "give_forewarning"
    RECEIVE_CLIENT_NOTE = "receive_client_note"
    ANSWER_CLIENT_NOTE = "answer_client_note"
    NOTE_TREATMENT_BESIDE = "note_treatment_beside"
    NOTE_TRAUMA_SESSION = "note_trauma_session"
    PRESCRIBE_MOVEMENT = "prescribe_movement"
    STOP_MOVEMENT = "stop_movement"


@dataclass(frozen=True, slots=True)
class Step:
    """A step someone wants to take: what, and on which part of the module (`target`, empty when there is only one)."""

    kind: StepKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a step is allowed.

    `reasons` says what holds it back, or, when allowed, what makes it fitting.
    """

    step: Step
    allowed: bool
    reasons: tuple[Reason, ...]


class Urgency(StrEnum):
    """What kind of advice it is: it must be done, it can be done, or it is good to know."""

    DUE = "due"
    POSSIBLE = "possible"
    KNOW = "know"


@dataclass(frozen=True, slots=True)
class Advice:
    """Something due, possible or good to know: `code` and `subject` name it, `title` says what, `reason` why."""

    code: str
    subject: str
    urgency: Urgency
    title: Text
    reason: Reason
    step: Step | None = None
