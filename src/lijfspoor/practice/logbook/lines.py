"""A line of the logbook as people read it, and a part of the logbook to read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LogLine:
    """Who did what when, and from which address; `words` continues 'X heeft …'."""

    at: datetime
    who: str
    role: str
    words: str
    action: str
    refused: bool
    why: str
    clients: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class LogSpan:
    """A part of a practice's log: from a moment up to another, of one colleague or of all."""

    practice_id: UUID
    since: datetime
    until: datetime
    member_id: UUID | None
