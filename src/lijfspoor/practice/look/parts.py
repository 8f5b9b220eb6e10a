"""What a page hands to its parts: small frozen objects, filled by the rooms above and drawn by the tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tone = Literal["", "wait", "settled", "know", "plum"]
"""Meaning of a chip or notice: waits on someone, is settled, good to know, current place; empty is neutral."""

DueKind = Literal["wait", "know", "open"]
"""wait: something waits on this person; know: good to know; open: can be taken up now."""

StopState = Literal["later", "now", "done"]


@dataclass(frozen=True, slots=True)
class Link:
    """A place or act one can go to: words, address, and what a screen reader hears after the words."""

    text: str
    url: str = ""
    icon: str = ""
    about: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from: a requirement id such as S2-053 and a few words about it."""

    id: str
    label: str = ""

    @property
    def words(self) -> str:
        """What the chip reads: ids of the sources as they are, and words for what is our own choice or the law."""
        if self.id == "own":
            return "eigen keuze"
        return "wet en regels" if self.id.startswith("standards-") else self.id


@dataclass(frozen=True, slots=True)
class Chip:
    """A small fact in a rounded box; never a button."""

    text: str
    tone: Tone = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One pair of a definition list, such as term 'Fase', value '2, relatie', extra 'bouwsteen 2 en 3'."""

    term: str
    value: str
    extra: str = ""
    url: str = ""
    sources: Sequence[str | Source] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DueItem:
    """One piece of advice: what, why, one act and the sources it rests on."""

    what: str
    why: str = ""
    kind: DueKind = "wait"
    icon: str = ""
    act: Link | None = None
    others: Sequence[Link] = ()
    sources: Sequence[str | Source] = ()

    @property
    def drawing(self) -> str:
        """Name of the icon: the given one, else the one that belongs to the kind."""
        return self.icon or {"wait": "klok", "know": "info", "open": "doel"}[self.kind]

    @property
    def kind_words(self) -> str:
        """The kind in words, read out before the advice so that it never rests on shape and colour alone."""
        return {"wait": "Wacht op u", "know": "Om te weten", "open": "Kan nu"}[self.kind]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """One appointment on the trail of a day; `time` as people write it (10.30), `iso` as 10:30."""

    time: str
    name: str
    iso: str = ""
    url: str = ""
    detail: str = ""
    chips: Sequence[Chip] = ()
    state: StopState = "later"
    act: Link | None = None

    is_gap = False

    @property
    def state_words(self) -> str:
        """The state in words for a screen reader; empty for what is still to come."""
        return {"later": "", "now": "nu aan de beurt", "done": "geweest"}[self.state]


@dataclass(frozen=True, slots=True)
class Gap:
    """Free time between two stops, such as 'Pauze en ruimte klaarzetten, 45 minuten'."""

    text: str

    is_gap = True


@dataclass(frozen=True, kw_only=True, slots=True)
class NextStep:
    """The one next step of a page: a line before it, its title, a sentence, and one main act."""

    title: str
    before: str = ""
    detail: str = ""
    main: Link | None = None
    others: Sequence[Link] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """What one party says in a joint decision; `given` is False while the voice is still open."""

    party: str
    name: str
    answer: Chip
    words: str = ""
    quoted: bool = False
    when: str = ""
    earlier: str = ""
    given: bool = True
    act: Link | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RateDot:
    """One place on a rating line: where it is drawn and whether it is the place of now or of last time."""

    x: int
    now: bool
    before: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Rating:
    """A rating in words with its place on a line of `steps` places (counted from 0), now and last time.

    Without `level` only words show; without `word` too, that is 'nog niet bekeken'.
    Raises ValueError when a place lies off the line or has no word.
    """

    word: str = ""
    level: int | None = None
    steps: int = 4
    before: int | None = None
    before_word: str = ""

    def __post_init__(self) -> None:
        for place in (self.level, self.before):
            if place is not None and not 0 <= place < self.steps:
                raise ValueError(f"Place {place} is not on a line of {self.steps} places")
        if self.level is not None and not self.word:
            raise ValueError("A rating on the line also has its word")

    @property
    def width(self) -> int:
        """Width of the drawing in its own units."""
        return 18 + 19 * (self.steps - 1)

    @property
    def end(self) -> int:
        """Where the line ends, in the units of the drawing."""
        return 9 + 19 * (self.steps - 1)

    @property
    def dots(self) -> tuple[RateDot, ...]:
        """The places of the line from left to right."""
        return tuple(
            RateDot(x=9 + 19 * place, now=place == self.level, before=place == self.before)
            for place in range(self.steps)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeField:
    """One field that two people changed at once: both versions, side by side; with `choices` a field to choose from."""

    label: str
    mine: str
    theirs: str
    name: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def theirs_words(self) -> str:
        """The version that is kept, in the words of the choice when there are choices."""
        return dict(self.choices).get(self.theirs, self.theirs)

    @property
    def differs(self) -> bool:
        """Whether the two versions are not the same."""
        return self.mine != self.theirs
