"""What a referral from elsewhere says, as frozen facts; what the sender left out is empty, never guessed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Unused:
    """A piece of the document that did not become part of the referral.

    `path` is FHIRPath-like; a step without an index stands for every element at that place.
    """

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Caution:
    """A fault or doubt in the document that was read in spite of it; `what` is one Dutch sentence."""

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class IncomingIdentifier:
    """A number somebody is known by; `kind` is bsn, agb, big, uzi, ura, uzovi, nhs or empty when unknown."""

    system: str
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A telephone number or e-mail address; `use` is home, work, temp, mobile or empty."""

    value: str
    use: str


@dataclass(frozen=True, slots=True)
class IncomingAddress:
    """A postal address as the sender wrote it; `lines` hold street and number."""

    lines: tuple[str, ...]
    postcode: str
    city: str
    district: str
    country: str


@dataclass(frozen=True, slots=True)
class IncomingName:
    """A person's name; `family` is the whole surname and already holds `family_prefix` (such as "van")."""

    text: str = ""
    given: str = ""
    initials: str = ""
    family: str = ""
    family_prefix: str = ""
    title: str = ""
    calling_name: str = ""


@dataclass(frozen=True, slots=True)
class IncomingClient:
    """Whom the referral is about; `reference` is how the sender points at this person.

    `bsn` is filled only when the number passes the 11-test (standards.md 3.2).
    """

    reference: str
    name: IncomingName = IncomingName()
    birth_date: date | None = None
    gender: str = ""
    bsn: str = ""
    identifiers: tuple[IncomingIdentifier, ...] = ()
    address: IncomingAddress | None = None
    phones: tuple[ContactPoint, ...] = ()
    mails: tuple[ContactPoint, ...] = ()
    language: str = ""
    language_code: str = ""
    general_practitioner: str = ""
    deceased: bool = False

    @property
    def given(self) -> str:
        """Return the given names, separated by spaces."""
        return self.name.given

    @property
    def family(self) -> str:
        """Return the whole surname, prefixes included."""
        return self.name.family

    @property
    def prefix(self) -> str:
        """Return the words before the surname proper, such as "van"; `family` holds them too."""
        return self.name.family_prefix

    @property
    def calling_name(self) -> str:
        """Return the name the client is called by, or an empty text."""
        return self.name.calling_name


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """Somebody around the client; `relationship` is in words, `codes` as `system|code`."""

    name: IncomingName
    relationship: str
    codes: tuple[str, ...]
    phones: tuple[ContactPoint, ...]
    mails: tuple[ContactPoint, ...]
    address: IncomingAddress | None
    is_legal_representative: bool

    @property
    def phone(self) -> str:
        """Return the telephone number the sender puts first, or an empty text."""
        return first_value(self.phones)

    @property
    def mail(self) -> str:
        """Return the e-mail address the sender puts first, or an empty text."""
        return first_value(self.mails)


@dataclass(frozen=True, slots=True)
class IncomingOrganisation:
    """The organisation the referral comes from."""

    name: str
    identifiers: tuple[IncomingIdentifier, ...]
    phones: tuple[ContactPoint, ...]
    mails: tuple[ContactPoint, ...]

    @property
    def agb(self) -> str:
        """Return the AGB code, or an empty text."""
        return number_of(self.identifiers, "agb")


@dataclass(frozen=True, slots=True)
class IncomingReferrer:
    """Who refers; `role` is in words such as "Neuroloog", `role_codes` are `system|code`."""

    name: IncomingName
    role: str
    role_codes: tuple[str, ...]
    organisation: str
    identifiers: tuple[IncomingIdentifier, ...]
    phones: tuple[ContactPoint, ...]
    mails: tuple[ContactPoint, ...]

    @property
    def agb(self) -> str:
        """Return the AGB code, or an empty text."""
        return number_of(self.identifiers, "agb")

    @property
    def big(self) -> str:
        """Return the BIG number, or an empty text."""
        return number_of(self.identifiers, "big")

    @property
    def phone(self) -> str:
        """Return the telephone number the sender puts first, or an empty text."""
        return first_value(self.phones)

    @property
    def mail(self) -> str:
        """Return the e-mail address the sender puts first, or an empty text."""
        return first_value(self.mails)


@dataclass(frozen=True, slots=True)
class IncomingCondition:
    """A problem or diagnosis; `since` and `until` are as sent: a date, perhaps partial, or words."""

    text: str
    system: str
    code: str
    since: str
    until: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class IncomingReferral:
    """One live referral.

    `identity` is equal for the same referral sent twice, `document_fingerprint` for the same document (the
    order of entries in a Bundle aside). `missing` names in Dutch what the practice must still ask; `urgency`
    is routine, urgent, asap, stat or empty; reasons and requests are joined by semicolons.
    """

    identity: str
    document_fingerprint: str
    client: IncomingClient
    contacts: tuple[IncomingContact, ...]
    referrer: IncomingReferrer | None
    organisation: IncomingOrganisation | None
    reason: str
    reason_codes: tuple[str, ...]
    conditions: tuple[IncomingCondition, ...]
    requested: str
    requested_codes: tuple[str, ...]
    status: str
    intent: str
    urgency: str
    authored_on: date | None
    authored_at: datetime | None
    notes: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Return whether the practice can start without asking the sender for more."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class ReferralReading:
    """A referral with all that was in the document but not in the referral, and every fault read around."""

    referral: IncomingReferral
    unused: tuple[Unused, ...]
    warnings: tuple[Caution, ...]


def first_value(points: tuple[ContactPoint, ...]) -> str:
    """Return the value of the first contact point, or an empty text."""
    return points[0].value if points else ""


def number_of(identifiers: tuple[IncomingIdentifier, ...], kind: str) -> str:
    """Return the first number of this kind, or an empty text."""
    return next((known.value for known in identifiers if known.kind == kind), "")
