"""The letter as plain data: who writes to whom, about what, in which blocks."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Sender:
    """The practice that sends the letter; an empty string leaves that line out."""

    name: str
    lines: tuple[str, ...] = ()
    phone: str = ""
    mail: str = ""
    agb: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: name, profession, and one line for each register entry."""

    name: str
    profession: str = ""
    register_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line ends in it are kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Pairs of label and value, such as date of birth and a date."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header.

    Raises ValueError when the header is empty or a row has another length.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """Refuse a table that a screen reader could not read cell by cell."""
        if not self.header:
            raise ValueError("a table needs a header row")
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("every row of a table needs as many cells as its header")


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, and who said them."""

    text: str
    who: str = ""


Block: TypeAlias = Paragraph | Bullets | Facts | Table | Quote


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the letter; an empty heading leaves the heading out."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter. `concerning` is also the title of the file; `dated` is the date kept inside the file.

    The date inside the file has to be there (PDF/A); without `dated` it is 1 January 2000, never the clock,
    so that the same letter always gives the same bytes.
    """

    language: Language
    practice: Sender
    addressee_lines: tuple[str, ...]
    place_and_date: str
    our_reference: str
    concerning: str
    salutation: str
    sections: tuple[Section, ...]
    closing: str
    signer: Signer
    enclosures: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    draft: bool = False
    footer: str = ""
    dated: date | None = None
