"""Sessions of groups on the desk: each once, whoever of its participants has a session of their own in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lijfspoor.practice.groups.cards import MeetingCard
from lijfspoor.practice.groups.flows import reading as groups
from lijfspoor.practice.treatment.cards import SessionCard


@dataclass(frozen=True, slots=True)
class Gathered:
    """A session of a group with those of its participants' sessions that are the reader's own."""

    card: MeetingCard
    sessions: tuple[SessionCard, ...]

    @property
    def starts_at(self) -> datetime:
        """When it starts."""
        return self.card.starts_at

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.card.minutes

    @property
    def recorded(self) -> bool:
        """Whether of everyone it is known whether they came."""
        return bool(self.sessions) and all(each.outcome is not None for each in self.sessions)

    @property
    def people(self) -> str:
        """How many take part, in words."""
        count = len(self.card.clients)
        return f"{count} {'deelnemer' if count == 1 else 'deelnemers'}"


def gather(
    *, practice_id: UUID, start: datetime, end: datetime, therapist: UUID | None, sessions: Iterable[SessionCard]
) -> tuple[tuple[SessionCard, ...], tuple[Gathered, ...]]:
    """Return the sessions of single clients, and the sessions of groups of the period each once; in two queries."""
    known = tuple(sessions)
    found = groups.meetings_between(practice_id=practice_id, start=start, end=end, therapist=therapist)
    inside = {session for card in found for session in card.sessions}
    gathered = (Gathered(card, tuple(each for each in known if each.id in card.sessions)) for card in found)
    return tuple(each for each in known if each.id not in inside), tuple(gathered)
