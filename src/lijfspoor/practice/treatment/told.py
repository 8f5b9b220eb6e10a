"""What the facts of a course tell, in order, for pages and flows of this room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from lijfspoor.domain.caremodules.criteria import Criterion, CriterionGroup
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import Fact, Stage
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.history import history
from lijfspoor.practice.pathway.course import Course

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session that was held: its number in the order in which they were held, and the day."""

    id: str
    number: int
    on: date


def told(course: Course, kind: type[F]) -> tuple[F, ...]:
    """Return the facts of a kind that count on the day of the course, oldest first."""
    return tuple(history(course.facts, course.on_day).of(kind))


def held_sessions(course: Course) -> tuple[HeldSession, ...]:
    """Return the sessions that were held, oldest first; the last thing recorded about a session decides."""
    last: dict[str, f.SessionHeld | f.SessionMissed] = {}
    for fact in history(course.facts, course.on_day).of(f.SessionHeld, f.SessionMissed):
        last.pop(fact.session, None)
        last[fact.session] = fact
    held = (fact for fact in last.values() if isinstance(fact, f.SessionHeld))
    return tuple(HeldSession(fact.session, number, fact.stamp.holds_on) for number, fact in enumerate(held, 1))


def evaluations_at(course: Course) -> tuple[tuple[int, f.EvaluationHeld], ...]:
    """Return the evaluations held, each after how many held sessions it was."""
    held: set[str] = set()
    found: list[tuple[int, f.EvaluationHeld]] = []
    for fact in history(course.facts, course.on_day).facts:
        if isinstance(fact, f.SessionHeld):
            held.add(fact.session)
        elif isinstance(fact, f.SessionMissed):
            held.discard(fact.session)
        elif isinstance(fact, f.EvaluationHeld):
            found.append((len(held), fact))
    return tuple(found)


def asked_again(course: Course) -> Iterator[tuple[CriterionGroup, Criterion]]:
    """Yield the conditions that an evaluation asks again (S2-138, contradiction 5); ages follow by themselves."""
    for group, criterion in course.module.criteria():
        if "at_evaluation" in group.asked and criterion.age is None:
            yield group, criterion


def lapsed_safety(course: Course) -> tuple[Criterion, ...]:
    """Return the safety conditions that were answered no (S2-028, S2-029, S2-015)."""
    found = (criterion for _, criterion in course.module.criteria() if criterion.safety)
    return tuple(one for one in found if course.standing.criterion(one.id).answer is Answer.NO)


def unmet_conditions(course: Course) -> tuple[CriterionGroup, ...]:
    """Return the preconditions that evaluations ask again and that do not hold, or are not known, now (S2-138)."""
    asked = (group for group in course.module.audience.groups if group.kind == "precondition")
    return tuple(
        each for each in asked if "at_evaluation" in each.asked and course.standing.group(each.id).met is not Answer.YES
    )


def is_open(course: Course) -> bool:
    """Tell whether anything can still be written in this treatment."""
    return course.standing.stage not in (Stage.CLOSED, Stage.NOT_REFERRED)
