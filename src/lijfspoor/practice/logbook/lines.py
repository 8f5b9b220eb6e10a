"""A line of the logbook as people read it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LogLine:
    """Who did what when; `words` continues 'X heeft …'."""

    at: datetime
    who: str
    role: str
    words: str
    action: str
    refused: bool
    why: str
    clients: tuple[str, ...]
