"""What the flows of intake take and give."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.people.relations import ClientCard, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrer:
    """Who refers, as written down; all empty when nobody is named."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way in: a module and one of its routes, with who treats and, on that route, which lead clinician referred."""

    pin: str
    route: str
    therapist: UUID
    lead_clinician: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """A referral as someone types it: of a known client (`client_id`) or of someone new (`client`)."""

    way: Way
    client_id: UUID | None = None
    client: ClientDetails | None = None
    referrer: Referrer = field(default_factory=Referrer)
    reason: str = ""
    received_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred:
    """What came of a referral; `relation` is how the one who referred now relates to the client."""

    referral_id: UUID
    client_id: UUID
    treatment_id: UUID
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedReferral:
    """A message kept as a referral; `was_known` when the same message had come in before."""

    referral_id: UUID
    was_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralCard:
    """A referral as pages show it."""

    id: UUID
    client: ClientCard
    treatment_id: UUID | None
    came_by: str
    route: str
    referrer: Referrer
    reason: str
    asked_for: str
    urgency: str
    conditions: tuple[str, ...]
    still_to_ask: tuple[str, ...]
    unused: tuple[str, ...]
    cautions: tuple[str, ...]
    received_on: date
    recorded_by: str
    set_aside_at: datetime | None
    set_aside_by: str
    set_aside_why: str
    may_take_up: bool
    may_read_file: bool
    may_change_people: bool

    @property
    def open(self) -> bool:
        """Whether it still waits to be taken up."""
        return self.treatment_id is None and self.set_aside_at is None
