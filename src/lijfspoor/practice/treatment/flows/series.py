"""A weekly series as it is wished for: how many sessions at once, how long, and at which moments."""

from datetime import date, datetime, time

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.look import dutch
from lijfspoor.practice.treatment.slots import NoSuchTime, weekly

MOST = 52
SHORTEST, LONGEST = 5, 600
"""Minutes."""


def starts_of(*, first: date, at: time, times: int, minutes: int, times_field: str) -> tuple[datetime, ...]:
    """Return the moments at which the sessions of a series begin, at the same wall-clock time (S2-131).

    Raises NotUnderstood on `first`, `at`, `minutes` or, for their number, the field named in `times_field`.
    """
    if not 1 <= times <= MOST:
        raise NotUnderstood({times_field: f"Plan 1 tot {MOST} sessies tegelijk."})
    if not SHORTEST <= minutes <= LONGEST:
        raise NotUnderstood({"minutes": f"Kies een duur van {SHORTEST} tot {LONGEST} minuten."})
    try:
        return weekly(first, at, times)
    except NoSuchTime as fault:
        words = f"Op {dutch.day(fault.day)} verspringt de klok: deze tijd is er dan niet, of twee keer."
        raise NotUnderstood({"at": f"{words} Kies een andere tijd."}) from fault
    except OverflowError as fault:
        raise NotUnderstood({"first": "Deze datum ligt te ver weg."}) from fault
