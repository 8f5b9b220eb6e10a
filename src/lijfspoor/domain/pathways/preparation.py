"""What leads up to treatment: meetings, examination, and the goals agreed."""

from collections.abc import Collection
from datetime import date

from lijfspoor.domain.caremodules.diagnostics import ExaminationPart
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import (
    DiagnosticPhaseOpened,
    ExaminationPartCompleted,
    GoalAgreed,
    GoalDropped,
    MeetingHeld,
    ModuleVersionMoved,
)
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import AgreedGoal, DiagnosticStanding


def meetings(module: CareModule, history: History) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the meetings held and the parts they covered, in the module's order (S1-010, S2-023)."""
    covered: dict[str, set[str]] = {}
    for fact in history.of(MeetingHeld):
        covered.setdefault(fact.meeting, set()).update(fact.parts)
    return tuple(
        (meeting.id, tuple(part.id for part in meeting.parts if part.id in covered[meeting.id]))
        for meeting in module.diagnostics.meetings
        if meeting.id in covered
    )


def asked_parts(module: CareModule, variants: Collection[str], *, phase_opened: bool) -> tuple[ExaminationPart, ...]:
    """Return the parts of the examination that are asked: those of a variant only with it, those of the diagnostic
    phase only once it was opened (S0-025, S0-041).
    """
    return tuple(
        part
        for part in module.diagnostics.examination
        if (part.variant is None or part.variant in variants) and (phase_opened or not part.in_phase)
    )


def examination(module: CareModule, history: History, variants: Collection[str]) -> tuple[tuple[str, date | None], ...]:
    """Return each part of the examination that is asked and the first day it was complete (S2-024)."""
    completed: dict[str, date] = {}
    for fact in history.of(ExaminationPartCompleted):
        completed.setdefault(fact.part, fact.stamp.holds_on)
    opened = diagnostic_phase(module, history) is not None
    asked = asked_parts(module, variants, phase_opened=opened)
    return tuple((part.id, completed.get(part.id)) for part in asked)


def diagnostic_phase(module: CareModule, history: History) -> DiagnosticStanding | None:
    """Return the diagnostic phase as it was first opened, in a module that has one (S0-041)."""
    opened = history.first(DiagnosticPhaseOpened)
    if opened is None or module.diagnostics.phase is None:
        return None
    return DiagnosticStanding(opened.stamp.holds_on, opened.reason)


def goals(history: History) -> tuple[AgreedGoal, ...]:
    """Return the goals agreed and not dropped since (S1-015).

    A move to a newer version can put another in the place of one.
    """
    agreed: dict[str, AgreedGoal] = {}
    for fact in history.of(GoalAgreed, GoalDropped, ModuleVersionMoved):
        if isinstance(fact, GoalAgreed):
            agreed[fact.goal] = AgreedGoal(fact.goal, fact.own, fact.aspect, fact.block, fact.stamp.holds_on)
        elif isinstance(fact, GoalDropped):
            agreed.pop(fact.goal, None)
        else:
            _replace(agreed, fact)
    return tuple(agreed.values())


def _replace(agreed: dict[str, AgreedGoal], fact: ModuleVersionMoved) -> None:
    """Let each goal that was named go, and agree the one that takes its place unless that was agreed already."""
    for old, new in fact.goals:
        if agreed.pop(old, None) is not None and new:
            agreed.setdefault(new, AgreedGoal(new, "", "", "", fact.stamp.holds_on))
