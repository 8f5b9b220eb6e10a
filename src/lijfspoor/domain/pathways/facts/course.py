"""What happened on the way: sessions, phases, subgoals, talks, successes, what the client let know."""

from dataclasses import dataclass
from typing import Literal

from lijfspoor.domain.pathways.facts.base import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeld(Fact):
    """A session took place. `joint` when a caregiver joined; `touch` when touch was used."""

    kind = "session_held"
    session: str
    joint: bool = False
    touch: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMissed(Fact):
    """A planned session did not take place: cancelled in time, or nobody came."""

    kind = "session_missed"
    session: str
    how: Literal["cancelled_by_client", "cancelled_by_practice", "no_show"]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseMoved(Fact):
    """The client steps to another phase, forward or back, with the reason.

    No clock ever does this (S2-072, S2-086).
    """

    kind = "phase_moved"
    to_phase: str
    reason: str
    signs_seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubgoalRated(Fact):
    """A subgoal was rated, naming the session that shows it and what was seen."""

    kind = "subgoal_rated"
    subgoal: str
    rating: str
    session: str
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkHeld(Fact):
    """A talk with people around the client: caregivers, school, guardian, relatives, other disciplines
    (S2-051, S2-073).
    """

    kind = "talk_held"
    audience: Literal["caregivers", "school", "guardian", "relatives", "co_treatment", "lead_clinician"]
    mode: str = "talk"
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessNoted(Fact):
    """A success experience, in words for the client (S2-107)."""

    kind = "success_noted"
    text: str
    session: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeElsewhereNoted(Fact):
    """New behaviour was practised outside the room (S2-095)."""

    kind = "practice_elsewhere_noted"
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientNoteReceived(Fact):
    """The client let the therapist know something, written or `as_spoken` (S3-022)."""

    kind = "client_note_received"
    note: str
    text: str
    as_spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientNoteAnswered(Fact):
    """Someone came back to what the client let know."""

    kind = "client_note_answered"
    note: str
    words: str = ""
