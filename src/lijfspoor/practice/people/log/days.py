"""Lines of the logbook put together by day, as people read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from lijfspoor.practice.logbook.lines import LogLine
from lijfspoor.practice.tenancy.clock import AMSTERDAM, day_of


@dataclass(frozen=True, slots=True)
class Told:
    """What one person did on one day, once or more often."""

    who: str
    role: str
    words: str
    why: str
    refused: bool
    times: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the log, the latest first within it."""

    on: date
    lines: tuple[Told, ...]


def by_day(lines: Iterable[LogLine]) -> tuple[Day, ...]:
    """Put lines, the newest first, together by day; what one person did more often in the same words is one line."""
    return tuple(Day(on, _together(those)) for on, those in groupby(lines, key=lambda line: day_of(line.at)))


def _together(lines: Iterable[LogLine]) -> tuple[Told, ...]:
    found: dict[tuple[object, ...], list[LogLine]] = {}
    for line in lines:
        found.setdefault((line.who, line.role, line.words, line.why, line.refused), []).append(line)
    return tuple(_told(same) for same in found.values())


def _told(same: list[LogLine]) -> Told:
    moments, one = [line.at for line in same], same[0]
    return Told(one.who, one.role, one.words, one.why, one.refused, len(same), min(moments), max(moments))


def bounds(since: date, until: date) -> tuple[datetime, datetime]:
    """Return the moments between which the days lie, both days included, as the clock in Amsterdam has it."""
    first = datetime.combine(since, time(), AMSTERDAM)
    return first, datetime.combine(until + timedelta(days=1), time(), AMSTERDAM)
