"""The weekly sessions of one client of the demo, one after another."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lijfspoor.practice.desk.demo.casework import Case, Slot
from lijfspoor.practice.desk.demo.telling import Calendar, Scene, moment
from lijfspoor.practice.desk.demo.words_adults import Notes

HELD, MISSED, CANCELLED, DRAFT = "h", "m", "c", "d"


@dataclass
class Weeks:
    """Weekly sessions, planned beforehand.

    `happened` tells per week: `h` held, `m` no show, `c` cancelled by the client, `d` held with the note still a
    draft. The last one is the latest that was; who comes today was there a week ago. With `catch_up` a session that
    did not take place is planned again at the end.
    """

    days: Calendar
    case: Case
    slot: Slot
    happened: str
    notes: Notes
    catch_up: bool = False
    told: int = 0
    held: int = 0

    @property
    def first(self) -> date:
        """The day of the first session."""
        return first_day(self.days, self.slot, self.happened)

    def day(self, week: int) -> date:
        """The day of the session in a week, from 0."""
        return self.first + timedelta(weeks=week)

    def after(self, clock: str) -> datetime:
        """A moment later on the day of the last session that was told."""
        return moment(self.day(self.told - 1), clock)

    def attend(self, weeks: int) -> Scene[None]:
        """Live through so many weeks."""
        for what in self.happened[self.told : self.told + weeks]:
            yield from self._one(what)

    def rest(self) -> Scene[None]:
        """Live through the weeks that are left."""
        yield from self.attend(len(self.happened) - self.told)

    def _one(self, what: str) -> Scene[None]:
        start = moment(self.day(self.told), self.slot.clock)
        self.told += 1
        if what in (MISSED, CANCELLED):
            now = yield start + (timedelta(minutes=20) if what == MISSED else -timedelta(hours=3))
            self._miss(what, now)
            return
        self.held += 1
        now = yield start + timedelta(minutes=self.slot.minutes + 10)
        paper = self.notes(self.held, what == DRAFT)
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
