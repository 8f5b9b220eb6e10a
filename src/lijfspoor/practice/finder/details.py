"""What the flows of the finder take and give."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from lijfspoor.domain.finder.listing import Listing, Registration
from lijfspoor.domain.finder.registers import Register


@dataclass(frozen=True, slots=True)
class Badge:
    """A register in which someone stands on the day asked: what it is, the number, and until when."""

    register: Register
    number: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Someone who was found. `distance_km` is None without a postcode; `asks_here`: a first talk can be asked."""

    id: UUID
    listing: Listing
    place: str
    north: float
    east: float
    badges: tuple[Badge, ...]
    distance_km: float | None
    asks_here: bool
    answers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of who was found, how many there are in all, and of which day the register is."""

    cards: tuple[Card, ...]
    total: int
    page: int
    pages: int
    register_origin: str = ""
    register_dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A colleague's own profile, to read and to change. `version` is 0 before it was ever kept."""

    listing: Listing
    answers: dict[str, str]
    shown: bool
    registrations: tuple[Registration, ...]
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTalk:
    """What someone leaves who asks for a first talk. `given` and `family` are of the one it is for."""

    given: str
    family: str
    asker: str = ""
    relation: str = ""
    phone: str = ""
    email: str = ""
    about: str = ""
    when: str = ""
    key: UUID
