"""Groups and their sessions as pages and other rooms receive them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from lijfspoor.domain.caremodules.module import CareModule


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDetails:
    """What one fills in about a group."""

    name: str
    pin: str
    therapist: UUID
    co_therapist: UUID | None = None
    place: str = ""
    weekday: int
    at: time
    minutes: int
    takes_in: bool
    most: int
    begins_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A group with how many places are taken and wait; `names` are those of its therapists."""

    id: UUID
    details: GroupDetails
    module: CareModule
    names: tuple[str, ...]
    taken: int
    waits: int
    version: int

    @property
    def therapists(self) -> tuple[UUID, ...]:
        """The ids of its therapists."""
        return tuple(each for each in (self.details.therapist, self.details.co_therapist) if each)

    @property
    def room(self) -> int:
        """How many more can join."""
        return max(0, self.details.most - self.taken)

    def ended(self, day: date) -> bool:
        """Tell whether the group has ended before `day`."""
        return self.details.ends_on is not None and self.details.ends_on < day

    def shut(self, day: date) -> bool:
        """Tell whether nobody joins any more: a closed group that runs."""
        return not self.details.takes_in and self.details.begins_on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """A session of a group; `clients` are those with a seat, `sessions` their own sessions."""

    id: UUID
    group_id: UUID
    group_name: str
    starts_at: datetime
    minutes: int
    place: str
    therapist_names: tuple[str, ...]
    clients: tuple[UUID, ...] = ()
    sessions: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWish:
    """When a group is to meet; `times` counts weekly sessions in all."""

    first: date
    at: time
    minutes: int
    place: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form says about one seat: whether they came, and what was written, by field name."""

    attendance: str = ""
    note: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unseated:
    """A participant without a session in a group session, and why."""

    name: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotSigned:
    """A participant of whom it could not be signed, and why."""

    seat: UUID
    name: str
    message: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """What came of signing: who could not be, and the parts of the sheet that someone else changed too."""

    left: tuple[NotSigned, ...]
    clashes: tuple[str, ...] = ()
