"""What holds a step back: for every step kind one plain list of conditions and their codes."""

from collections.abc import Callable, Iterable
from datetime import date

from lijfspoor.domain.caremodules.criteria import CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    DecisionClosed,
    DecisionOpened,
    ModuleVersionMoved,
    PhaseMoved,
    SessionHeld,
    SessionMissed,
    TaperPlanned,
    TreatmentClosed,
    TreatmentStarted,
)
from lijfspoor.domain.pathways.model import GroupStanding, Stage, Standing
from lijfspoor.domain.pathways.steps import Step, StepKind
from tests.generative.reference.counting import counting
from tests.generative.reference.standing import standing

Codes = frozenset[str]
Rule = Callable[[CareModule, Standing, str], Codes]
LIFECYCLE_FACTS = (
    TreatmentStarted,
    SessionHeld,
    SessionMissed,
    PhaseMoved,
    DecisionOpened,
    DecisionClosed,
    TaperPlanned,
    TreatmentClosed,
    ModuleVersionMoved,
)
LIFECYCLE_STEPS = frozenset(
    {
        StepKind.START_TREATMENT,
        StepKind.HOLD_SESSION,
        StepKind.HOLD_JOINT_SESSION,
        StepKind.USE_TOUCH,
        StepKind.MISS_SESSION,
        StepKind.MOVE_PHASE,
        StepKind.OPEN_DECISION,
        StepKind.CLOSE_DECISION,
        StepKind.PLAN_TAPER,
        StepKind.CLOSE_TREATMENT,
        StepKind.MOVE_VERSION,
    }
)
BEFORE_START = ("eligibility", "indication", "contra_indication", "precondition")


def refusals(module: CareModule, now: Standing) -> dict[Step, Codes]:
    """Every step with the codes that hold it back; none means that it is allowed."""
    return {step: why_not_known(module, now, step) for step in all_steps(module, now)}


def permit(module: CareModule, facts: Iterable[AnyFact], step: Step, on_day: date) -> Codes:
    """The codes that hold back one step on a day, given everything that is known, also of later days."""
    kept = list(facts)
    codes = why_not(module, standing(module, kept, on_day), step)
    later = [
        fact for fact in counting(kept, date.max) if isinstance(fact, LIFECYCLE_FACTS) and fact.stamp.holds_on > on_day
    ]
    return codes | said(step.kind in LIFECYCLE_STEPS and bool(later), "later-facts")


def why_not(module: CareModule, now: Standing, step: Step) -> Codes:
    """The codes that hold back one step, also one that does not exist."""
    gone = now.stage == Stage.CLOSED or (now.stage == Stage.NOT_REFERRED and step.kind != StepKind.REFER)
    if not gone and step not in all_steps(module, now):
        return frozenset({"unknown-target"})
    return why_not_known(module, now, step)


def why_not_known(module: CareModule, now: Standing, step: Step) -> Codes:
    """The codes that hold back a step that exists."""
    if now.stage == Stage.CLOSED:
        return frozenset({"closed"})
    if now.stage == Stage.NOT_REFERRED and step.kind != StepKind.REFER:
        return frozenset({"not-referred"})
    return RULES[step.kind](module, now, step.target)


def all_steps(module: CareModule, now: Standing) -> list[Step]:
    """Every step kind with every target there is."""
    return [Step(kind, target) for kind in StepKind for target in targets(module, now, kind)]


def targets(module: CareModule, now: Standing, kind: StepKind) -> list[str]:
    evaluations = [each.id for each in module.agreements.evaluations]
    decisions = module.agreements.decisions
    found = {
        StepKind.REFER: [str(route.id) for route in module.audience.routes],
        StepKind.ANSWER_CRITERION: [c.id for _, c in module.criteria() if c.age is None],
        StepKind.OVERRIDE_CONTRA_INDICATION: [
            c.id for group, c in module.criteria() if group.kind == "contra_indication"
        ],
        StepKind.HOLD_MEETING: [str(meeting.id) for meeting in module.diagnostics.meetings],
        StepKind.COMPLETE_EXAMINATION_PART: [part for part, _ in now.examination],
        StepKind.OPEN_DIAGNOSTIC_PHASE: [""] if module.diagnostics.phase else [],
        StepKind.NAME_PROBLEM_AREAS: [""] if module.problem_areas else [],
        StepKind.CHOOSE_VARIANT: [it.id for variation in module.variations for it in variation.variants],
        StepKind.ASK_BOND: [""] if module.agreements.bond else [],
        StepKind.DROP_GOAL: [goal.goal for goal in now.goals],
        StepKind.SET_EVALUATION: evaluations,
        StepKind.HOLD_EVALUATION: evaluations,
        StepKind.MOVE_PHASE: [phase.id for phase in module.approach.phases],
        StepKind.RATE_SUBGOAL: [subgoal.id for _, subgoal in module.subgoals()],
        StepKind.OPEN_DECISION: [decision.id for decision in decisions],
        StepKind.CLOSE_DECISION: [decision.id for decision in decisions],
        StepKind.GIVE_VOICE: [f"{decision.id}:{party}" for decision in decisions for party in decision.parties],
        StepKind.CLOSE_TREATMENT: [reason.id for reason in module.agreements.closing_reasons],
        StepKind.GIVE_FOREWARNING: [each.id for each in module.approach.forewarnings],
        StepKind.ANSWER_CLIENT_NOTE: [each.note for each in now.client_notes if each.answered_on is None],
        StepKind.NOTE_TRAUMA_SESSION: [each.beside for each in now.beside],
        StepKind.PRESCRIBE_MOVEMENT: ways_to_move(module, now),
        StepKind.STOP_MOVEMENT: [each.movement for each in now.movements if each.stopped_on is None],
    }
    return found.get(kind, [""])


def ways_to_move(module: CareModule, now: Standing) -> list[str]:
    ways = [] if module.movement is None else [str(route.id) for route in module.movement.routes]
    if "enhancer" in ways:
        for each in now.beside:
            ways += [f"enhancer:{each.beside}:before", f"enhancer:{each.beside}:after"]
    return ways


def said(condition: bool, code: str) -> Codes:
    return frozenset({code}) if condition else frozenset()


def started(now: Standing) -> bool:
    return now.stage in (Stage.UNDER_WAY, Stage.TAPERING)


def must_run(now: Standing) -> Codes:
    return said(not started(now), "not-started")


def unmet(groups: Iterable[GroupStanding]) -> Codes:
    met = [group.met for group in groups]
    return said(Answer.NO in met, "not-met") | said(Answer.UNKNOWN in met, "not-known")


def standings_of(now: Standing, groups: Iterable[CriterionGroup]) -> list[GroupStanding]:
    return [now.group(group.id) for group in groups]


def safety_lost(module: CareModule, now: Standing) -> bool:
    return any(
        criterion.safety and now.criterion(criterion.id).answer == Answer.NO
        for group, criterion in module.criteria()
        if group.kind == "precondition"
    )


def consent_open(now: Standing, scopes: Iterable[str]) -> Codes:
    lacking = [consent for consent in now.consents if consent.scope in scopes and not consent.given]
    known = said(any(consent.person != "" for consent in lacking), "consent-missing")
    return known | said(any(consent.person == "" for consent in lacking), "consent-unknown")


def start_scopes(module: CareModule) -> list[str]:
    return [need.scope for need in module.audience.consents if need.opens == "start"]


def examination_open(now: Standing) -> bool:
    return any(day is None for _, day in now.examination)


def refer(module: CareModule, now: Standing, target: str) -> Codes:
    return said(now.stage != Stage.NOT_REFERRED, "already-referred")


def always(module: CareModule, now: Standing, target: str) -> Codes:
    return frozenset()


def while_running(module: CareModule, now: Standing, target: str) -> Codes:
    return must_run(now)


def agree_plan(module: CareModule, now: Standing, target: str) -> Codes:
    return (
        said(not now.goals, "no-goal")
        | said(examination_open(now), "examination-part-open")
        | said(variant_open(now), "variant-open")
    )


def variant_open(now: Standing) -> bool:
    return any(each.variant == "" for each in now.variants)


def open_phase(module: CareModule, now: Standing, target: str) -> Codes:
    opened = now.diagnostic_phase is not None
    return said(now.stage != Stage.INTAKE, "already-started") | said(opened, "phase-opened")


def choose_variant(module: CareModule, now: Standing, target: str) -> Codes:
    chosen = [each.choices[-1].variant for each in now.variants if each.choices]
    return said(target in chosen, "same-variant")


def part_open(module: CareModule, now: Standing) -> bool:
    counts = [each.variant for each in now.variants]
    for meeting in module.diagnostics.meetings:
        covered = [parts for held, parts in now.meetings if held == meeting.id]
        for part in meeting.parts:
            asked = part.required and (part.variant is None or part.variant in counts)
            if covered and asked and part.id not in covered[0]:
                return True
    return False


def hold_meeting(module: CareModule, now: Standing, target: str) -> Codes:
    return said(now.stage != Stage.INTAKE, "already-started")


def override(module: CareModule, now: Standing, target: str) -> Codes:
    group, _ = module.criterion(target)
    standing_now = now.criterion(target)
    return (
        said(group.override is None, "no-override")
        | said(standing_now.answer != Answer.YES, "not-answered-yes")
        | said(standing_now.override is not None, "already-overridden")
    )


def start_treatment(module: CareModule, now: Standing, target: str) -> Codes:
    asked = [group for group in module.audience.groups if group.kind in BEFORE_START]
    held = [meeting for meeting, _ in now.meetings]
    lacking = [c for c in now.credentials if c.level == "required" and not c.held]
    return (
        said(now.stage != Stage.INTAKE, "already-started")
        | unmet(standings_of(now, asked))
        | consent_open(now, start_scopes(module))
        | said(now.therapist == "", "no-therapist")
        | said(bool(lacking), "credential-missing")
        | said(any(meeting.id not in held for meeting in module.diagnostics.meetings), "meeting-not-held")
        | said(examination_open(now), "examination-part-open")
        | said(part_open(module, now), "meeting-part-open")
        | said(variant_open(now), "variant-open")
        | said(now.plan_version is None, "no-plan")
        | said(any(day is None for _, day in now.forewarnings), "not-forewarned")
    )


def hold_session(module: CareModule, now: Standing, target: str) -> Codes:
    limit = now.dose.limit
    return (
        must_run(now)
        | said(limit is not None and now.dose.held >= limit, "dose-reached")
        | consent_open(now, start_scopes(module))
    )


def hold_joint_session(module: CareModule, now: Standing, target: str) -> Codes:
    joint = [group for group in module.audience.groups if group.kind == "joint_session"]
    return (
        hold_session(module, now, target)
        | said("dyad" not in module.approach.session.forms, "no-joint-form")
        | unmet(standings_of(now, joint))
        | said(safety_lost(module, now), "safety-lapsed")
    )


def use_touch(module: CareModule, now: Standing, target: str) -> Codes:
    asked = any(need.scope == "touch" for need in module.audience.consents)
    return hold_session(module, now, target) | said(not asked, "no-touch-in-module") | consent_open(now, ["touch"])


def move_phase(module: CareModule, now: Standing, target: str) -> Codes:
    if not started(now):
        return must_run(now)
    here, there = module.phase(now.phase).number, module.phase(target).number
    if there <= here:
        return said(target == now.phase, "same-phase")
    between = [phase for phase in module.approach.phases if here < phase.number < there]
    kept_up = [
        group for group in module.audience.groups if group.kind == "precondition" and "at_evaluation" in group.asked
    ]
    return (
        said(safety_lost(module, now), "safety-lapsed")
        | unmet(standings_of(now, kept_up))
        | said(bool(between) and module.approach.phase_order != "free", "one-phase-at-a-time")
    )


def give_voice(module: CareModule, now: Standing, target: str) -> Codes:
    decision = target.rsplit(":", 1)[0]
    return said(now.decision(decision).running is None, "no-running-round")


def close_decision(module: CareModule, now: Standing, target: str) -> Codes:
    running = now.decision(target).running
    if running is None:
        return frozenset({"no-running-round"})
    return said(running.outcome == "open", "voices-open")


def plan_taper(module: CareModule, now: Standing, target: str) -> Codes:
    return must_run(now) | said(module.agreements.taper is None, "no-taper-in-module")


def close_treatment(module: CareModule, now: Standing, target: str) -> Codes:
    planned = any(reason.planned for reason in module.agreements.closing_reasons if reason.id == target)
    if not planned:
        return frozenset()
    running = any(decision.running is not None for decision in now.decisions)
    tapers = module.agreements.taper is not None
    return must_run(now) | said(tapers and now.taper is None, "taper-first") | said(running, "decision-running")


def note_trauma_session(module: CareModule, now: Standing, target: str) -> Codes:
    return said(any(each.beside == target and not each.trauma for each in now.beside), "beside-not-trauma")


def prescribe_movement(module: CareModule, now: Standing, target: str) -> Codes:
    checks = [group for group in module.audience.groups if group.kind == "effort_check"]
    codes = must_run(now) | consent_open(now, start_scopes(module)) | unmet(standings_of(now, checks))
    if target == "enhancer":
        return codes | {"enhancer-needs-link"}
    for each in now.beside:
        if target in (f"enhancer:{each.beside}:before", f"enhancer:{each.beside}:after"):
            gone = each.since > now.on_day or (each.until is not None and each.until < now.on_day)
            codes |= said(not each.trauma, "beside-not-trauma") | said(gone, "beside-not-running")
    return codes


RULES: dict[StepKind, Rule] = {
    StepKind.REFER: refer,
    StepKind.ANSWER_CRITERION: always,
    StepKind.OVERRIDE_CONTRA_INDICATION: override,
    StepKind.HOLD_MEETING: hold_meeting,
    StepKind.COMPLETE_EXAMINATION_PART: always,
    StepKind.OPEN_DIAGNOSTIC_PHASE: open_phase,
    StepKind.NAME_PROBLEM_AREAS: always,
    StepKind.CHOOSE_VARIANT: choose_variant,
    StepKind.AGREE_GOAL: always,
    StepKind.DROP_GOAL: always,
    StepKind.AGREE_PLAN: agree_plan,
    StepKind.STATE_DEVELOPMENTAL_AGE: always,
    StepKind.ASSIGN_THERAPIST: always,
    StepKind.SET_EVALUATION: always,
    StepKind.START_TREATMENT: start_treatment,
    StepKind.HOLD_SESSION: hold_session,
    StepKind.HOLD_JOINT_SESSION: hold_joint_session,
    StepKind.USE_TOUCH: use_touch,
    StepKind.MISS_SESSION: while_running,
    StepKind.MOVE_PHASE: move_phase,
    StepKind.RATE_SUBGOAL: while_running,
    StepKind.HOLD_TALK: always,
    StepKind.NOTE_SUCCESS: always,
    StepKind.NOTE_PRACTICE_ELSEWHERE: while_running,
    StepKind.HOLD_EVALUATION: while_running,
    StepKind.ASK_BOND: while_running,
    StepKind.OPEN_DECISION: while_running,
    StepKind.GIVE_VOICE: give_voice,
    StepKind.CLOSE_DECISION: close_decision,
    StepKind.PLAN_TAPER: plan_taper,
    StepKind.CLOSE_TREATMENT: close_treatment,
    StepKind.MOVE_VERSION: while_running,
    StepKind.GIVE_FOREWARNING: always,
    StepKind.RECEIVE_CLIENT_NOTE: always,
    StepKind.ANSWER_CLIENT_NOTE: always,
    StepKind.NOTE_TREATMENT_BESIDE: always,
    StepKind.NOTE_TRAUMA_SESSION: note_trauma_session,
    StepKind.PRESCRIBE_MOVEMENT: prescribe_movement,
    StepKind.STOP_MOVEMENT: always,
}
