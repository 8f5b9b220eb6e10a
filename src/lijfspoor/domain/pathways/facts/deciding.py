"""What was looked back on and decided together: evaluations, bond, voices, tapering, closing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.pathways.facts.base import Degree, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationHeld(Fact):
    """An evaluation was held. `fits` answers whether the treatment still fits, where that is asked (S0-063)."""

    kind = "evaluation_held"
    evaluation: str
    summary: str = ""
    fits: Degree = "not_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class BondAsked(Fact):
    """The client was asked how it is between them and the therapist, and what they would like (S0-062)."""

    kind = "bond_asked"
    at_ease: Degree
    understood: Degree
    wish: Literal["stay", "talk", "change", "not_said"]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOpened(Fact):
    """A joint decision is put to all parties: so many more sessions.

    A new proposal opens a new round of voices.
    """

    kind = "decision_opened"
    decision: str
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceGiven(Fact):
    """A party says what it wants in the running round (S1-013).

    A later voice replaces an earlier one until closing. `as_spoken` marks a voice that someone
    else wrote down as it was said.
    """

    kind = "voice_given"
    decision: str
    party: Party
    voice: Literal["yes", "no", "unsure"]
    reason: str
    as_spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionClosed(Fact):
    """The running round of a joint decision is closed.

    The outcome follows from the voices by the module's rule.
    """

    kind = "decision_closed"
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaperPlanned(Fact):
    """Tapering off starts: how the last sessions are spread, what was agreed on saying goodbye (S2-101)."""

    kind = "taper_planned"
    spacing: str
    farewell: str
    last_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentClosed(Fact):
    """Treatment ends (or never starts), with the reason and the next step of the module."""

    kind = "treatment_closed"
    reason: str
    next_step: str
    words: str = ""
