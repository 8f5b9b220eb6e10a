"""Who takes part in a group on a day, from what was recorded; plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

RosterKind = Literal["waits", "joined", "left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterFact:
    """Someone waits, joined or left, as of the day `on`; `order` is the order in which it was recorded."""

    treatment_id: UUID
    client_id: UUID
    kind: RosterKind
    on: date
    order: int
    reason: str = ""
    agreed: tuple[str, ...] = ()


def standing(facts: Iterable[RosterFact], day: date) -> tuple[RosterFact, ...]:
    """Return what counts on `day` for each treatment ever named: the fact of the latest day, then recorded last.

    In the order in which each first came.
    """
    last: dict[UUID, RosterFact] = {}
    for fact in sorted(facts, key=lambda each: (each.on, each.order)):
        if fact.on <= day:
            last[fact.treatment_id] = fact
    return tuple(last.values())


def taking_part(facts: Iterable[RosterFact], day: date) -> tuple[RosterFact, ...]:
    """Return who takes part on `day`; the day on which someone left is no longer theirs."""
    return tuple(each for each in standing(facts, day) if each.kind == "joined")


def waiting(facts: Iterable[RosterFact]) -> tuple[RosterFact, ...]:
    """Return who waits for a place, the longest first."""
    return tuple(each for each in standing(facts, date.max) if each.kind == "waits")


def taken(facts: Iterable[RosterFact], day: date) -> int:
    """Return how many places are taken from `day` on: by who takes part then, or is to join later."""
    known = tuple(facts)
    here = {each.treatment_id for each in taking_part(known, day)}
    later = {each.treatment_id for each in known if each.kind == "joined" and each.on > day}
    return len(here | {one for one in later if any(each.treatment_id == one for each in taking_part(known, date.max))})
