"""Clock time of sessions: a weekly series keeps its wall-clock time, and a treatment keeps its fixed slot (S2-131)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from lijfspoor.practice.tenancy.clock import AMSTERDAM

ENOUGH = 2
"""From so many sessions on the same day, time and place on, they are a fixed slot."""


class NoSuchTime(ValueError):
    """The Dutch clock does not show this time on that day exactly once; `day` says which day."""

    def __init__(self, day: date) -> None:
        super().__init__(f"no single such time on {day}")
        self.day = day


@dataclass(frozen=True, slots=True)
class Slot:
    """A weekday (0 is Monday), a wall-clock time and a place."""

    weekday: int
    at: time
    place: str


def moment(day: date, at: time) -> datetime:
    """Return the moment in UTC at which the Dutch clock shows `at` on `day`. Raises NoSuchTime."""
    local = datetime.combine(day, at, AMSTERDAM)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise NoSuchTime(day)
    return local.astimezone(UTC)


def weekly(first: date, at: time, times: int) -> tuple[datetime, ...]:
    """Return `times` moments a week apart on the same day and wall-clock time, whatever the clock change does.

    Raises NoSuchTime when the clock skips or repeats that time on one of the days.
    """
    return tuple(moment(first + timedelta(weeks=week), at) for week in range(times))


def slot_of(starts_at: datetime, place: str) -> Slot:
    """Return the slot a session has."""
    local = starts_at.astimezone(AMSTERDAM)
    return Slot(local.weekday(), local.time().replace(second=0, microsecond=0), place.strip())


@dataclass(frozen=True, slots=True)
class Placed:
    """A session as far as its slot goes."""

    starts_at: datetime
    place: str
    series: UUID | None


def fixed_slot(sessions: Iterable[Placed]) -> Slot | None:
    """Return the slot that most sessions of the last planned series share, or of all when there is no series.

    None when fewer than two share one. Of equally common slots the one used last counts.
    """
    rows = sorted(sessions, key=lambda each: each.starts_at)
    series = next((each.series for each in reversed(rows) if each.series), None)
    slots = [slot_of(each.starts_at, each.place) for each in rows if series is None or each.series == series]
    counted = Counter(reversed(slots))
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] >= ENOUGH else None
