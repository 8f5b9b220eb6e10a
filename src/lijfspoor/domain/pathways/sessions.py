"""How many sessions were held and missed, and how many had been held at any point of the history."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat

from lijfspoor.domain.caremodules.approach import Dose
from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import DecisionStanding, DoseStanding


@dataclass(frozen=True, slots=True)
class Tally:
    """Sessions counted.

    `held_at[place]` is the number held counting the facts up to and including that place.
    """

    held: int
    missed: int
    missed_in_a_row: int
    held_at: tuple[int, ...]


def tally(history: History) -> Tally:
    """Count sessions by the last thing recorded about each (S1-011, S2-053, S2-143)."""
    last: dict[str, SessionHeld | SessionMissed] = {}
    held = 0
    held_at: list[int] = []
    for place, fact in history.placed(SessionHeld, SessionMissed):
        held_at.extend(repeat(held, place - len(held_at)))
        held += isinstance(fact, SessionHeld) - isinstance(last.pop(fact.session, None), SessionHeld)
        last[fact.session] = fact
        held_at.append(held)
    held_at.extend(repeat(held, len(history.facts) - len(held_at)))
    missed = sum(map(_counts_as_missed, last.values()))
    return Tally(held, missed, _in_a_row(reversed(last.values())), tuple(held_at))


def dose(planned: Dose, counted: Tally, decisions: tuple[DecisionStanding, ...]) -> DoseStanding:
    """Return sessions against what the module counts on in the variants that count.

    Only a fixed dose has a limit (S1-011, S1-013, S2-053).
    """
    extra = sum(map(_agreed_sessions, (d for d in decisions if d.decision == planned.extended_by)))
    fixed = planned.kind == "fixed"
    return DoseStanding(
        held=counted.held,
        missed=counted.missed,
        missed_in_a_row=counted.missed_in_a_row,
        low=planned.low,
        high=planned.high,
        limit=planned.high + extra if fixed and planned.high is not None else None,
        extended_by=extra if fixed else 0,
    )


def _counts_as_missed(fact: SessionHeld | SessionMissed) -> bool:
    return isinstance(fact, SessionMissed) and fact.how in ("no_show", "cancelled_by_client")


def _in_a_row(latest_first: Iterable[SessionHeld | SessionMissed]) -> int:
    run = 0
    for fact in latest_first:
        if isinstance(fact, SessionHeld):
            break
        run += _counts_as_missed(fact)
    return run


def _agreed_sessions(decision: DecisionStanding) -> int:
    return sum(
        r.sessions for r in decision.rounds if r.outcome == "agreed" and r.closed_on is not None and not r.superseded
    )
