"""The weekly sessions of one client of the demo, one after another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lijfspoor.practice.desk.demo.casework import Case, Slot
from lijfspoor.practice.desk.demo.telling import Calendar, Scene, moment
from lijfspoor.practice.treatment.paper import Paper

HELD, MISSED, CANCELLED, DRAFT, NONE = "h", "m", "c", "d", "-"
Notes = Callable[[str, int, bool], Paper]
"""Gives plan and note of a session for a phase (or theme), the number in it from 1, and whether it is unfinished."""


@dataclass
class Weeks:
    """Weekly sessions, planned beforehand.

    `happened` tells per week: `h` held, `m` no show, `c` cancelled by the client, `d` held with the note still a
    draft, `-` no session planned. The last week is the latest that was; who comes today was there a week ago. With
    `catch_up` a session that did not take place is planned again at the end.
    """

    days: Calendar
    case: Case
    slot: Slot
    happened: str
    notes: Notes
    phase: str
    catch_up: bool = False
    week: int = 0
    told: int = 0
    held: int = 0
    in_phase: int = 0
    last: datetime | None = None

    @property
    def first(self) -> date:
        """The day of the first session."""
        return first_day(self.days, self.slot, self.happened)

    def day(self, week: int) -> date:
        """The day of the session in a week, from 0."""
        return self.first + timedelta(weeks=week)

    def after(self, clock: str) -> datetime:
        """Return a moment later on the day of the last week that was told."""
        return moment(self.day(self.week - 1), clock)

    def soon(self) -> datetime:
        """Return the moment ten minutes after the last thing that was told."""
        assert self.last is not None  # noqa: S101  # asked after a session
        self.last += timedelta(minutes=10)
        return self.last

    def attend(self, weeks: int) -> Scene[None]:
        """Live through so many weeks."""
        for what in self.happened[self.week : self.week + weeks]:
            yield from self._one(what)

    def rest(self) -> Scene[None]:
        """Live through the weeks that are left."""
        yield from self.attend(len(self.happened) - self.week)

    def _one(self, what: str) -> Scene[None]:
        start = moment(self.day(self.week), self.slot.clock)
        self.week += 1
        if what == NONE:
            return
        self.told += 1
        if what in (MISSED, CANCELLED):
            now = yield start + (timedelta(minutes=20) if what == MISSED else -timedelta(hours=3))
            self._miss(what, now)
        else:
            self.held, self.in_phase = self.held + 1, self.in_phase + 1
            now = yield start + timedelta(minutes=self.slot.minutes + 10)
            self._hold(what, now)
        self.last = now

    def _hold(self, what: str, now: datetime) -> None:
        paper = self.notes(self.phase, self.in_phase, what == DRAFT)
        if what == DRAFT:
            self.case.hold(self.told, paper, now=now)
        else:
            self.case.sign(self.told, paper, now=now)

    def _miss(self, what: str, now: datetime) -> None:
        if what == MISSED:
            self.case.miss(self.told, "no_show", "Niet gekomen en niet afgezegd. Nagebeld.", now=now)
        else:
            self.case.miss(self.told, "cancelled_by_client", "Afgezegd wegens griep.", now=now)
        if self.catch_up:
            self.case.plan(self.day(len(self.case.sessions)), self.slot, 1, now=now)


def first_day(days: Calendar, slot: Slot, happened: str) -> date:
    """Return the day of the first session."""
    latest = days.working_days_ago(slot.back)
    return latest - timedelta(weeks=len(happened) - (1 if slot.back else 0))
