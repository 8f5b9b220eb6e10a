"""Evaluations that plan themselves by held sessions, as the practice set them or else as the module says."""

from lijfspoor.domain.caremodules.agreements import Evaluation
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import EvaluationHeld, EvaluationSet, PlanAgreed, VariantChosen
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import EvaluationStanding, Stage
from lijfspoor.domain.pathways.sessions import Tally

RUNNING = (Stage.UNDER_WAY, Stage.TAPERING)


def evaluations(module: CareModule, history: History, counted: Tally, stage: Stage) -> tuple[EvaluationStanding, ...]:
    """Return each evaluation of the module: how often held, after which session it falls due, due or not (S1-012)."""
    settings = {fact.evaluation: fact for fact in history.of(EvaluationSet)}
    held: dict[str, list[tuple[int, EvaluationHeld]]] = {}
    for place, fact in history.placed(EvaluationHeld):
        held.setdefault(fact.evaluation, []).append((place, fact))
    anew = max((place for place, _ in history.placed(PlanAgreed, VariantChosen)), default=-1)
    return tuple(
        _standing(evaluation, settings.get(evaluation.id), held.get(evaluation.id, []), counted, stage, anew)
        for evaluation in module.agreements.evaluations
    )


def _standing(
    evaluation: Evaluation,
    setting: EvaluationSet | None,
    held: list[tuple[int, EvaluationHeld]],
    counted: Tally,
    stage: Stage,
    anew: int,
) -> EvaluationStanding:
    rhythm = setting or evaluation
    due_after: int | None = rhythm.after_session
    if held:
        due_after = _next_after(rhythm.after_session, rhythm.then_every, counted.held_at[held[-1][0]])
    fits = held[-1][1].fits if held and evaluation.fit is not None else "not_said"
    return EvaluationStanding(
        evaluation=evaluation.id,
        times_held=len(held),
        last_on=held[-1][1].stamp.holds_on if held else None,
        due_after=due_after,
        due=stage in RUNNING and due_after is not None and counted.held >= due_after,
        fits=fits,
        fit_open=stage in RUNNING and fits in ("partly", "no") and anew < held[-1][0],
    )


def _next_after(first: int, every: int | None, held_then: int) -> int | None:
    if every is None or every < 1:
        return None
    if first > held_then:
        return first
    return first + ((held_then - first) // every + 1) * every
