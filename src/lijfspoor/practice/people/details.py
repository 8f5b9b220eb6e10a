"""What people flows take and give: details of a client and of someone around them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDetails:
    """What is written down about a client; the names match the columns."""

    given: str = ""
    infix: str = ""
    family: str = ""
    called: str = ""
    born: date | None = None
    gender: str = ""
    bsn: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""
    allergies: str = ""
    interests: str = ""
    earlier_help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """What is written down about someone around a client; the names match the columns."""

    kind: str
    name: str
    relation: str = ""
    organisation: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    attachment_figure: bool = False
    joins: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone around a client with the authority they hold today, as the network page and the file show them."""

    id: UUID
    details: ContactDetails
    version: int
    ended_on: date | None
    authority: str
    authority_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """One person and scope on the consent page: whether it is needed, given, since when and until when."""

    scope: str
    person: str
    name: str
    given: bool
    refused: bool
    since: date | None
    until: date | None
    how: str
    why: str
