"""What access flows take and give."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lijfspoor.practice.access.actor import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDetails:
    """What is written down about a practice; the names match the columns."""

    name: str
    address: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    agb: str = ""
    requires_second_factor: bool = True


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A practice as its owner changes it; `version` counts the changes."""

    id: UUID
    details: PracticeDetails
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Someone who gets an account: name, address in lower case, the password they chose."""

    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class CredentialLine:
    """The latest record of one kind of credential; `holds` tells whether it holds on the day asked about."""

    kind: str
    words: str
    number: str
    holds_from: date
    until: date | None
    holds: bool


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """Someone who works, or worked, at the practice."""

    id: UUID
    name: str
    email: str
    profession: str
    roles: tuple[Role, ...]
    role_words: str
    holds_from: date
    until: date | None
    here: bool
    second_factor: bool
    credentials: tuple[CredentialLine, ...]


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation that can still be used."""

    id: UUID
    name: str
    email: str
    role_words: str
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Welcome:
    """What someone with an invitation sees. `known`: there is an account already; `theirs`: it is signed in now."""

    practice: str
    name: str
    email: str
    role_words: str
    known: bool
    theirs: bool


@dataclass(frozen=True, slots=True)
class Workplace:
    """A practice someone works at, to switch to."""

    id: UUID
    name: str
    current: bool
