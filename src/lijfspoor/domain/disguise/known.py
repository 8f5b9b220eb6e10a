"""What the file of a client holds that a text about the case must not hold, and what a hit in the text is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Part = Literal["client", "relative", "professional", "colleague", "institution", "place"]
Kind = Literal["name", "initials", "institution", "place", "date", "age", "phone", "mail", "postcode", "bsn"]


@dataclass(frozen=True, slots=True)
class Named:
    """Someone or something the file names; `instead` is what a text can say in its place, such as 'de moeder'."""

    words: str
    part: Part
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a file holds. `person` is what the client can be called, such as 'een jongen van 7'.

    `places` are names of places anywhere, in folded letters; they are hits when they are written as a name.
    """

    person: str = "de cliënt"
    names: tuple[Named, ...] = ()
    born: date | None = None
    dates: tuple[date, ...] = ()
    phones: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    bsns: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text that points at someone: from `start` up to `end`, why, and what can be written instead.

    Not `sure` is what is also an ordinary word, such as 'roos': it can be kept with one tick.
    """

    start: int
    end: int
    words: str
    kind: Kind
    why: str
    instead: str
    sure: bool = True

    @property
    def key(self) -> str:
        """What a decision about it is kept by: the same words written the same way are one decision."""
        return f"{self.kind}:{self.words}"
