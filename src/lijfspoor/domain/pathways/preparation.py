"""What leads up to treatment: meetings, examination, and the goals agreed."""

from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import ExaminationPartCompleted, GoalAgreed, GoalDropped, MeetingHeld
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import AgreedGoal


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


def examination(module: CareModule, history: History) -> tuple[tuple[str, date | None], ...]:
    """Return each part of the examination and the first day it was complete (S2-024)."""
    completed: dict[str, date] = {}
    for fact in history.of(ExaminationPartCompleted):
        completed.setdefault(fact.part, fact.stamp.holds_on)
    return tuple((part.id, completed.get(part.id)) for part in module.diagnostics.examination)


def goals(history: History) -> tuple[AgreedGoal, ...]:
    """Return the goals agreed and not dropped since (S1-015)."""
    agreed: dict[str, AgreedGoal] = {}
    for fact in history.of(GoalAgreed, GoalDropped):
        if isinstance(fact, GoalAgreed):
            agreed[fact.goal] = AgreedGoal(fact.goal, fact.own, fact.aspect, fact.block, fact.stamp.holds_on)
        else:
            agreed.pop(fact.goal, None)
    return tuple(agreed.values())
