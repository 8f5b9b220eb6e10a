"""Stories told in the order of time, so that every record and every line of the logbook comes when it would have."""

import heapq
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from lijfspoor.practice.tenancy.clock import AMSTERDAM

T = TypeVar("T")
Scene = Generator[datetime, datetime, T]
"""Yields the moment of what comes next, and is sent that moment when everything before it has been told."""
Story = Scene[None]

WEEKEND = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days before and after today, as a practice lives them: on working days."""

    today: date

    def ago(self, days: int) -> date:
        """Return the working day at or just before so many days ago; today itself stays, also in a weekend."""
        return workday(self.today - timedelta(days=days)) if days else self.today

    def working_days_ago(self, days: int) -> date:
        """Return the day so many working days before today."""
        day = self.today
        for _ in range(days):
            day = workday(day - timedelta(days=1))
        return day

    def at(self, days: int, clock: str) -> datetime:
        """Return the moment at which the clock shows `clock` on the working day so many days ago."""
        return moment(self.ago(days), clock)


def workday(day: date) -> date:
    """Return the working day at or just before a day."""
    return day - timedelta(days=max(0, day.weekday() - WEEKEND + 1))


def moment(day: date, clock: str) -> datetime:
    """Return the moment in UTC at which the Dutch clock shows `clock` (`9.40`) on a day."""
    hours, minutes = clock.split(".")
    return datetime.combine(day, time(int(hours), int(minutes)), AMSTERDAM).astimezone(UTC)


def tell(stories: Iterable[Story]) -> None:
    """Tell all stories at once, each next thing in the order of time. Raises ValueError when a story goes back."""
    waiting = [(next(story), number, story) for number, story in enumerate(stories)]
    heapq.heapify(waiting)
    while waiting:
        now, number, story = heapq.heappop(waiting)
        try:
            following = story.send(now)
        except StopIteration:
            continue
        if following < now:
            raise ValueError(f"{story} goes back from {now} to {following}")
        heapq.heappush(waiting, (following, number, story))
