"""What others learn about a client: who it is, who is around, who decides, who has to do with them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A client as other rooms show them. `short` keeps the family name to its initial, as on screens others may see."""

    id: UUID
    practice_id: UUID
    name: str
    short: str
    born: date | None
    revision: int
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """Authority as recorded."""

    contact: UUID
    name: str
    guardian: bool
    holds_from: date
    until: date | None
    recorded_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """A consent as recorded; `contact` is None when the client decides."""

    contact: UUID | None
    scope: str
    given: bool
    holds_from: date
    until: date | None
    recorded_at: datetime
    by: str
    order: int


@dataclass(frozen=True, slots=True)
class AroundClient:
    """Everything about a client's people that bears on standing."""

    card: ClientCard
    authority: tuple[AuthorityRecord, ...]
    consents: tuple[ConsentRecord, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How the colleague who asks relates to the client on the day."""

    treats: bool
    leads: bool
    administers: bool

    @property
    def may_see(self) -> bool:
        """Whether the client exists at all for this colleague."""
        return self.treats or self.leads or self.administers

    @property
    def may_read_file(self) -> bool:
        """Whether the clinical file is open to this colleague."""
        return self.treats or self.leads
