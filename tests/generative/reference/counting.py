"""Which facts count on a day, and plain ways to look through them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from lijfspoor.domain.pathways.facts import AnyFact, Fact, Retracted

F = TypeVar("F", bound=Fact)


def place(fact: Fact) -> tuple[date, int, str, str, str]:
    """Where a fact stands in order: day and sequence decide, the rest breaks ties of junk."""
    return fact.stamp.holds_on, fact.stamp.sequence, fact.stamp.id, fact.kind, repr(fact)


def counting(facts: Iterable[AnyFact], on_day: date) -> list[AnyFact]:
    """The facts that count on a day, in order: not later, the first of each id, and not taken back."""
    ordered = sorted((fact for fact in facts if fact.stamp.holds_on <= on_day), key=place)
    firsts = [fact for at, fact in enumerate(ordered) if all(fact.stamp.id != e.stamp.id for e in ordered[:at])]
    taken_back: set[str] = set()
    for fact in reversed(firsts):
        if isinstance(fact, Retracted) and fact.stamp.id not in taken_back:
            taken_back.add(fact.fact)
    return [fact for fact in firsts if fact.stamp.id not in taken_back]


def every(facts: Sequence[AnyFact], kind: type[F]) -> list[F]:
    """All facts of a kind, in order."""
    return [fact for fact in facts if isinstance(fact, kind)]


def last(facts: Sequence[F]) -> F | None:
    """The last fact, if any."""
    return facts[-1] if facts else None


def before(facts: Sequence[AnyFact], fact: Fact) -> list[AnyFact]:
    """The facts that come earlier in order than `fact`."""
    return [other for other in facts if place(other) < place(fact)]
