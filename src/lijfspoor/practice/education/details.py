"""What this room hands to pages and to other rooms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lijfspoor.domain.education.card import Audience, EducationCard
from lijfspoor.domain.education.fitting import Fit
from lijfspoor.practice.education import words
from lijfspoor.practice.education.models import SharedCard
from lijfspoor.practice.library.education import CardPaper, card_of
from lijfspoor.practice.people.relations import ClientCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Someone who could get a card; `hindrances` say why not now, in words."""

    key: str
    part: str
    name: str
    words: str
    hindrances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """A card that was given, without its text; `taken_back` is the reason when it was said to be a mistake."""

    id: UUID
    card_id: str
    title: str
    version: str
    language: str
    to: str
    how: str
    on: date
    by: str
    session_id: UUID | None
    taken_back: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What could be given now to one kind of reader, best first, and what was given before."""

    client: ClientCard
    audience: Audience
    fits: tuple[Fit, ...]
    names: dict[str, str]
    given: tuple[ShareLine, ...]
    may_share: bool

    def before(self, card_id: str) -> tuple[ShareLine, ...]:
        """Return when this card was given before, whatever its version; what was taken back does not count."""
        return tuple(line for line in self.given if line.card_id == card_id and not line.taken_back)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """A card about to be given: its paper and who could get it."""

    client: ClientCard
    card: EducationCard
    paper: CardPaper
    recipients: tuple[Recipient, ...]
    may_note_talk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A card as it was given, to read or print again."""

    client: ClientCard
    treatment_id: UUID
    line: ShareLine
    paper: CardPaper
    may_take_back: bool


def lines_of(rows: Iterable[SharedCard]) -> tuple[ShareLine, ...]:
    """Return the cards that were given, with those taken back marked."""
    every = tuple(rows)
    back = {row.takes_back_id: row.reason for row in every if row.takes_back_id}
    return tuple(line_of(row, back.get(row.id, "")) for row in every if row.takes_back_id is None)


def line_of(row: SharedCard, taken_back: str = "") -> ShareLine:
    """Say a row in words."""
    card = card_of(row.card)
    return ShareLine(
        id=row.id,
        card_id=card.id,
        title=card.title.nl,
        version=card.version,
        language=words.LANGUAGES[row.language],
        to=str(row.recipient["words"]),
        how=words.HOW[row.how],
        on=row.shared_on,
        by=row.by,
        session_id=row.session_id,
        taken_back=taken_back,
    )
