"""The table of steps: for each kind, on what it is taken and which gates stand before it."""

from lijfspoor.domain.pathways.permissions import (
    closing,
    deciding,
    movement,
    phases,
    preparing,
    sessions,
    stages,
    targets,
)
from lijfspoor.domain.pathways.permissions.case import Rule
from lijfspoor.domain.pathways.steps import StepKind

SESSION = (stages.started, sessions.within_limit, preparing.start_consents)

RULES: dict[StepKind, Rule] = {
    StepKind.REFER: Rule((stages.not_referred_before,), targets.routes),
    StepKind.STATE_DEVELOPMENTAL_AGE: Rule(),
    StepKind.ANSWER_CRITERION: Rule(targets=targets.asked_criteria),
    StepKind.OVERRIDE_CONTRA_INDICATION: Rule((preparing.can_be_overridden,), targets.contra_indications),
    StepKind.HOLD_MEETING: Rule((stages.in_intake,), targets.meetings),
    StepKind.COMPLETE_EXAMINATION_PART: Rule(targets=targets.examination_parts),
    StepKind.OPEN_DIAGNOSTIC_PHASE: Rule((stages.in_intake, preparing.phase_not_opened), targets.diagnostic_phase),
    StepKind.NAME_PROBLEM_AREAS: Rule(targets=targets.problem_areas),
    StepKind.CHOOSE_VARIANT: Rule((preparing.another_variant,), targets.variants),
    StepKind.AGREE_GOAL: Rule(),
    StepKind.DROP_GOAL: Rule(targets=targets.agreed_goals),
    StepKind.AGREE_PLAN: Rule((preparing.goals_agreed, preparing.examination_complete, preparing.variants_chosen)),
    StepKind.ASSIGN_THERAPIST: Rule(),
    StepKind.SET_EVALUATION: Rule(targets=targets.evaluations),
    StepKind.START_TREATMENT: Rule(
        (
            stages.in_intake,
            preparing.criteria_met,
            preparing.start_consents,
            preparing.therapist_ready,
            preparing.meetings_held,
            preparing.required_parts_covered,
            preparing.examination_complete,
            preparing.variants_chosen,
            preparing.plan_agreed,
            preparing.forewarned,
        ),
        lifecycle=True,
    ),
    StepKind.HOLD_SESSION: Rule(SESSION, lifecycle=True),
    StepKind.HOLD_JOINT_SESSION: Rule((*SESSION, sessions.together_fits, sessions.together_is_safe), lifecycle=True),
    StepKind.USE_TOUCH: Rule((*SESSION, sessions.touch_consented), lifecycle=True),
    StepKind.MISS_SESSION: Rule((stages.started,), lifecycle=True),
    StepKind.MOVE_PHASE: Rule((stages.started, phases.step_fits), targets.phases, lifecycle=True),
    StepKind.RATE_SUBGOAL: Rule((stages.started,), targets.subgoals),
    StepKind.HOLD_TALK: Rule(),
    StepKind.NOTE_SUCCESS: Rule(),
    StepKind.NOTE_PRACTICE_ELSEWHERE: Rule((stages.started,)),
    StepKind.HOLD_EVALUATION: Rule((stages.started,), targets.evaluations),
    StepKind.ASK_BOND: Rule((stages.started,), targets.bond),
    StepKind.OPEN_DECISION: Rule((stages.started,), targets.decisions, lifecycle=True),
    StepKind.GIVE_VOICE: Rule((deciding.round_runs,), targets.voices),
    StepKind.CLOSE_DECISION: Rule((deciding.round_runs, deciding.voices_complete), targets.decisions, lifecycle=True),
    StepKind.PLAN_TAPER: Rule((stages.started, closing.taper_exists), lifecycle=True),
    StepKind.CLOSE_TREATMENT: Rule((closing.ready_to_close,), targets.closing_reasons, lifecycle=True),
    # What the newer version asks is judged beside this, by `moving`: a standing knows one version only.
    StepKind.MOVE_VERSION: Rule((stages.started,), lifecycle=True),
    StepKind.GIVE_FOREWARNING: Rule(targets=targets.forewarnings),
    StepKind.RECEIVE_CLIENT_NOTE: Rule(),
    StepKind.ANSWER_CLIENT_NOTE: Rule(targets=targets.open_client_notes),
    StepKind.NOTE_TREATMENT_BESIDE: Rule(),
    StepKind.NOTE_TRAUMA_SESSION: Rule((movement.processes_trauma,), targets.beside),
    StepKind.PRESCRIBE_MOVEMENT: Rule(
        (stages.started, preparing.start_consents, movement.effort_checked, movement.enhancer_linked),
        targets.ways_to_move,
    ),
    StepKind.STOP_MOVEMENT: Rule(targets=targets.running_movements),
}
