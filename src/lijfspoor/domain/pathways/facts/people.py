"""What happened to people: birth, age, authority, consent, who treats and what they are qualified for."""

from dataclasses import dataclass
from datetime import date

from lijfspoor.domain.pathways.facts.base import Fact, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Born(Fact):
    """The client's birth date, as the file knows it."""

    kind = "born"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentalAgeStated(Fact):
    """The developmental age in months, judged on the day the fact holds (S2-002)."""

    kind = "developmental_age_stated"
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityHeld(Fact):
    """A person holds authority over the client, as parent or as guardian, until and including `until` when given."""

    kind = "authority_held"
    person: str
    name: str
    guardian: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityEnded(Fact):
    """A person no longer holds authority, from the day the fact holds."""

    kind = "authority_ended"
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Fact):
    """`person` (`client` or a caregiver's id) consents to `scope`, until and including `until` when given."""

    kind = "consent_given"
    scope: Scope
    person: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn(Fact):
    """`person` takes a consent back or refuses it, from the day the fact holds."""

    kind = "consent_withdrawn"
    scope: Scope
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialHeld(Fact):
    """The treating therapist holds a credential of this kind, until and including `until` when given (S2-142)."""

    kind = "credential_held"
    therapist: str
    credential: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapistAssigned(Fact):
    """Who treats from this day on; also used for a change of therapist without blame (S0-062)."""

    kind = "therapist_assigned"
    therapist: str
    name: str
    reason: str = ""
