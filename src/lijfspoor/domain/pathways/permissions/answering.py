"""The answer to: may this be done now? Always with every reason that holds it back."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Reason
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
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import Stage, Standing
from lijfspoor.domain.pathways.permissions import stages
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.permissions.table import RULES
from lijfspoor.domain.pathways.standing import standing
from lijfspoor.domain.pathways.steps import Permission, Step, StepKind

LIFECYCLE = (
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


def allowed_steps(module: CareModule, standing: Standing) -> tuple[Permission, ...]:
    """Return every step there is, allowed or not, in the order of step kinds and then of the module."""
    return tuple(
        permission(module, standing, Step(kind, target))
        for kind, rule in RULES.items()
        for target in dict.fromkeys(rule.targets(module, standing))
    )


def permission(module: CareModule, standing: Standing, step: Step) -> Permission:
    """Return whether `step` may be taken from this standing, with all that holds it back."""
    reasons = tuple(_held_back(Case(module, standing, step.target), step))
    return Permission(step, not reasons, reasons)


def permit(module: CareModule, facts: Iterable[AnyFact], step: Step, on_day: date) -> Permission:
    """Return whether `step` may be taken on `on_day`; steps of the lifecycle also need that nothing of it
    came later.
    """
    known = tuple(facts)
    answer = permission(module, standing(module, known, on_day), step)
    if not RULES[step.kind].lifecycle or not _went_on_after(known, on_day):
        return answer
    return Permission(step, False, (*answer.reasons, stages.LATER_FACTS))


def _held_back(case: Case, step: Step) -> Iterable[Reason]:
    rule = RULES[step.kind]
    if case.standing.stage is Stage.CLOSED:
        return (stages.CLOSED,)
    if case.standing.stage is Stage.NOT_REFERRED and step.kind is not StepKind.REFER:
        return (stages.NOT_REFERRED,)
    if step.target not in rule.targets(case.module, case.standing):
        return (stages.UNKNOWN_TARGET,)
    return chain.from_iterable(gate(case) for gate in rule.gates)


def _went_on_after(facts: tuple[AnyFact, ...], on_day: date) -> bool:
    if all(fact.stamp.holds_on <= on_day for fact in facts):
        return False
    whole = history(facts, date.max)
    return any(isinstance(fact, LIFECYCLE) for fact in reversed(whole.facts) if fact.stamp.holds_on > on_day)
