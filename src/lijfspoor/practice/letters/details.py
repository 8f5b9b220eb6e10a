"""What flows of this room give: letters in lists, a letter to read, and what sending it would come to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lijfspoor.practice.letters.addressee import Addressee
from lijfspoor.practice.letters.clearance import Clearance
from lijfspoor.practice.letters.compose.body import LetterBody
from lijfspoor.practice.letters.kinds import KINDS, Kind
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.people.relations import ClientCard

HANDED_OVER = {
    "printed": "afgedrukt en gegeven of gepost",
    "own_mail": "verstuurd met de eigen beveiligde mail",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter in a list; without `sent_at` it is a draft."""

    id: UUID
    treatment_id: UUID
    client_id: UUID
    kind: str
    addressee: Addressee
    author_id: UUID
    author: str
    made_at: datetime
    saved_at: datetime
    sent_at: datetime | None
    sent_by: str

    @property
    def title(self) -> str:
        """What the letter is called."""
        return KINDS[self.kind].title

    @property
    def handed_out(self) -> bool:
        """Whether the letter was sent."""
        return self.sent_at is not None


def line_of(row: LetterRow) -> LetterLine:
    """Return a row as a line of a list."""
    return LetterLine(
        id=row.id,
        treatment_id=row.treatment_id,
        client_id=row.client_id,
        kind=row.kind,
        addressee=Addressee.from_json(row.addressee),
        author_id=row.author_id,
        author=row.author.user.name,
        made_at=row.made_at,
        saved_at=row.saved_at,
        sent_at=row.sent_at,
        sent_by=row.sent_by,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterList:
    """The letters of a treatment that the colleague may read."""

    client: ClientCard
    lines: tuple[LetterLine, ...]
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter to read or, as a draft, to edit. `stale` says that the facts changed since it was composed."""

    line: LetterLine
    client: ClientCard
    body: LetterBody
    text: str
    version: int
    reference: str
    stale: bool
    handed_over: str
    released: bool
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A letter that can be written: its kind, to whom, and whether it could be sent today."""

    kind: Kind
    addressee: Addressee
    clearance: Clearance

    @property
    def value(self) -> str:
        """Kind and addressee as one value of a form."""
        return f"{self.kind.id}|{self.addressee.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What sending a draft would come to, now."""

    view: LetterView
    addressee: Addressee
    clearance: Clearance
    hindrances: tuple[str, ...]
