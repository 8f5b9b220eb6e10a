"""Sessions, dose, phases, subgoals, evaluations and what was agreed, read afresh from the facts."""

from collections.abc import Sequence

from lijfspoor.domain.caremodules.agreements import Evaluation
from lijfspoor.domain.caremodules.approach import Dose, Phase
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    EvaluationHeld,
    EvaluationSet,
    GoalAgreed,
    GoalDropped,
    ModuleVersionMoved,
    PhaseMoved,
    PlanAgreed,
    SessionHeld,
    SessionMissed,
    SubgoalRated,
    TreatmentStarted,
    VariantChosen,
)
from lijfspoor.domain.pathways.model import (
    AgreedGoal,
    DoseStanding,
    EvaluationStanding,
    PhaseStep,
    Rating,
    Stage,
    SubgoalStanding,
)
from tests.generative.reference.counting import before, every, last, place
from tests.generative.reference.decisions import agreed_sessions


def session_ends(facts: Sequence[AnyFact]) -> list[SessionHeld | SessionMissed]:
    """The last word on each session, in order."""
    words = [fact for fact in facts if isinstance(fact, SessionHeld | SessionMissed)]
    return [w for w in words if all(w.session != o.session for o in words if place(o) > place(w))]


def sessions_held(facts: Sequence[AnyFact]) -> int:
    return len([end for end in session_ends(facts) if isinstance(end, SessionHeld)])


def stayed_away(end: SessionHeld | SessionMissed) -> bool:
    return isinstance(end, SessionMissed) and end.how != "cancelled_by_practice"


def missed_in_a_row(facts: Sequence[AnyFact]) -> int:
    count = 0
    for end in reversed(session_ends(facts)):
        if isinstance(end, SessionHeld):
            break
        if stayed_away(end):
            count += 1
    return count


def dose(module: CareModule, facts: Sequence[AnyFact], promised: Dose) -> DoseStanding:
    fixed = promised.kind == "fixed" and promised.high is not None
    extra = agreed_sessions(module, facts, promised.extended_by) if fixed and promised.extended_by else 0
    return DoseStanding(
        held=sessions_held(facts),
        missed=len([end for end in session_ends(facts) if stayed_away(end)]),
        missed_in_a_row=missed_in_a_row(facts),
        low=promised.low,
        high=promised.high,
        limit=promised.high + extra if fixed and promised.high is not None else None,
        extended_by=extra,
    )


def start(facts: Sequence[AnyFact]) -> TreatmentStarted | None:
    started = every(facts, TreatmentStarted)
    return started[0] if started else None


def phase_named(module: CareModule, phase_id: str) -> Phase | None:
    return next((phase for phase in module.approach.phases if phase.id == phase_id), None)


def path(module: CareModule, facts: Sequence[AnyFact]) -> tuple[PhaseStep, ...]:
    started = start(facts)
    if started is None or not module.approach.phases:
        return ()
    here = phase_named(module, started.phase) or module.approach.phases[0]
    held = sessions_held(before(facts, started))
    steps = [PhaseStep(here.id, held, started.stamp.holds_on, "start", "")]
    moves = [fact for fact in facts if isinstance(fact, PhaseMoved | ModuleVersionMoved)]
    for move in moves:
        to = phase_named(module, move.to_phase if isinstance(move, PhaseMoved) else move.phase)
        if place(move) < place(started) or to is None or to.id == here.id:
            continue
        held = sessions_held(before(facts, move))
        on = move.stamp.holds_on
        signs = move.signs_seen if isinstance(move, PhaseMoved) else ()
        if to.number > here.number:
            steps.append(PhaseStep(to.id, held, on, "forward", move.reason, signs))
        else:
            steps.append(PhaseStep(to.id, held, on, "back", move.reason, signs))
        here = to
    return tuple(steps)


def ratings(module: CareModule, facts: Sequence[AnyFact], subgoal: str) -> tuple[Rating, ...]:
    words = [] if module.goals.rating is None else [word.id for word in module.goals.rating.words]
    return tuple(
        Rating(fact.rating, fact.stamp.holds_on, fact.session, fact.seen)
        for fact in every(facts, SubgoalRated)
        if fact.subgoal == subgoal and fact.rating in words
    )


def carries(module: CareModule, facts: Sequence[AnyFact], subgoal: str) -> bool:
    given = ratings(module, facts, subgoal)
    if not given or module.goals.rating is None:
        return False
    return any(word.carries for word in module.goals.rating.words if word.id == given[-1].rating)


def subgoals(module: CareModule, facts: Sequence[AnyFact]) -> tuple[SubgoalStanding, ...]:
    return tuple(
        SubgoalStanding(
            subgoal=subgoal.id,
            block=block.id,
            ratings=ratings(module, facts, subgoal.id),
            carries=carries(module, facts, subgoal.id),
            ready=all(carries(module, facts, earlier) for earlier in subgoal.builds_on),
        )
        for block, subgoal in module.subgoals()
    )


def evaluations(module: CareModule, facts: Sequence[AnyFact], stage: Stage) -> tuple[EvaluationStanding, ...]:
    return tuple(evaluation_standing(each, facts, stage) for each in module.agreements.evaluations)


def evaluation_standing(evaluation: Evaluation, facts: Sequence[AnyFact], stage: Stage) -> EvaluationStanding:
    set_by_practice = last([f for f in every(facts, EvaluationSet) if f.evaluation == evaluation.id])
    plan = set_by_practice or evaluation
    held = [fact for fact in every(facts, EvaluationHeld) if fact.evaluation == evaluation.id]
    due_after: int | None = plan.after_session
    if held:
        so_far = sessions_held(before(facts, held[-1]))
        due_after = next_after(plan.after_session, plan.then_every, so_far)
    runs = stage in (Stage.UNDER_WAY, Stage.TAPERING)
    due = runs and due_after is not None and sessions_held(facts) >= due_after
    last_on = held[-1].stamp.holds_on if held else None
    fits = held[-1].fits if held and evaluation.fit else "not_said"
    since = [f for f in facts if isinstance(f, PlanAgreed | VariantChosen) and held and place(f) > place(held[-1])]
    fit_open = runs and fits in ("partly", "no") and not since
    return EvaluationStanding(evaluation.id, len(held), last_on, due_after, due, fits, fit_open)


def next_after(first: int, then_every: int | None, sessions: int) -> int | None:
    if then_every is None or then_every <= 0:
        return None
    turn = first
    while turn <= sessions:
        turn += then_every
    return turn


def goals(facts: Sequence[AnyFact]) -> tuple[AgreedGoal, ...]:
    """The agreed goals, each in the place where it was first agreed since it last went."""
    told = [word for fact in facts for word in words_on_goals(facts, fact)]
    found = []
    for at, (goal, said) in enumerate(told):
        earlier = [word for about, word in told[:at] if about == goal]
        later = [word for about, word in told[at + 1 :] if about == goal]
        opens = not earlier or earlier[-1] is None
        if said is not None and opens and None not in later:
            found.append(([said, *later])[-1])
    return tuple(goal for goal in found if goal is not None)


def words_on_goals(facts: Sequence[AnyFact], fact: AnyFact) -> list[tuple[str, AgreedGoal | None]]:
    """What a fact says of goals, one after another: this goal as agreed, or None when it goes."""
    on = fact.stamp.holds_on
    if isinstance(fact, GoalAgreed):
        return [(fact.goal, AgreedGoal(fact.goal, fact.own, fact.aspect, fact.block, on))]
    if isinstance(fact, GoalDropped):
        return [(fact.goal, None)]
    if not isinstance(fact, ModuleVersionMoved):
        return []
    said: list[tuple[str, AgreedGoal | None]] = []
    there = [goal.goal for goal in goals(before(facts, fact))]
    for old, new in fact.goals:
        if old not in there:
            continue
        said.append((old, None))
        there.remove(old)
        if new and new not in there:
            said.append((new, AgreedGoal(new, "", "", "", on)))
            there.append(new)
    return said
