"""Sessions and drafts as pages and other rooms receive them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.practice.people.relations import ClientCard
from lijfspoor.practice.treatment.paper import Paper, Version

NoteState = Literal["", "draft", "signed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """A session with what became of it.

    `number` counts held and still open sessions of the treatment in time; a missed one has none. `note` is what is
    written on it: nothing, a draft (of `note_by`), or a signed note. `off_slot` when it lies outside the fixed slot.
    """

    id: UUID
    treatment_id: UUID
    client: ClientCard
    starts_at: datetime
    minutes: int
    place: str
    form: str
    therapist_id: UUID
    therapist_name: str
    joined_by: tuple[UUID, ...]
    number: int | None
    outcome: SessionHeld | SessionMissed | None
    note: NoteState
    note_by: UUID | None
    off_slot: bool
    version: int

    @property
    def held(self) -> bool:
        """Whether it was recorded as held."""
        return isinstance(self.outcome, SessionHeld)

    @property
    def missed(self) -> bool:
        """Whether it was recorded as not held."""
        return isinstance(self.outcome, SessionMissed)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCard:
    """A note that waits for a signature."""

    id: UUID
    kind: str
    client_id: UUID
    treatment_id: UUID
    session_id: UUID | None
    starts_at: datetime | None
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """When, where and with whom a session is to be; `repeat` counts weekly sessions in all."""

    first: date
    at: time
    minutes: int
    place: str = ""
    form: str = "individual"
    joined_by: tuple[UUID, ...] = ()
    therapist: UUID | None = None
    repeat: int = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form brings to keep: the paper, and the version it was filled from."""

    paper: Paper
    version: Version


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving a draft."""

    version: Version
    at: datetime
