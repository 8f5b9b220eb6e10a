"""The shape of a paper that is still to be written: steps of sections of lines, and what must be filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["text", "line", "day", "tick", "choice"]

YES = "yes"
LONGEST = {"text": 8000, "line": 300, "day": 20, "tick": 120, "choice": 60}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A word to choose."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to fill in. `note` names the line for a few words that goes with a tick or choice.

    `tick_value` is what a tick stores, so that a name stays as it was on the day. `safety` marks a tick that asks for
    a safety check (S2-015).
    """

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    needed: bool = False
    options: tuple[Option, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    note_label: str = "Toelichting"
    tick_value: str = YES
    safety: bool = False
    rows: int = 4

    def names(self) -> Iterator[tuple[str, Kind]]:
        """Yield the field names of the line with their kinds."""
        yield self.name, self.kind
        if self.note:
            yield self.note, "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Something to read beside the lines, folded away until asked for."""

    title: str
    points: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines that belong together under a heading; `chip` is a word beside the heading."""

    id: str
    title: str
    lines: tuple[Line, ...]
    about: str = ""
    remark: str = ""
    remark_sources: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    chip: str = ""
    closed: str = ""
    background: tuple[Background, ...] = ()

    @property
    def all_sources(self) -> tuple[str, ...]:
        """The sources of the section and of its remark, each once."""
        return tuple(dict.fromkeys((*self.sources, *self.remark_sources)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One step of filling in."""

    title: str
    sections: tuple[Section, ...]

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the step."""
        for section in self.sections:
            yield from section.lines


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """At least one of these lines must be filled in before signing; `words` says what misses."""

    names: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A paper to write: its kind, title, steps, and what it needs before it can be signed."""

    kind: str
    title: str
    pages: tuple[Page, ...]
    about: str = ""
    sources: tuple[str, ...] = ()
    one_of: tuple[OneOf, ...] = ()
    start: Mapping[str, str]

    def lines(self) -> Iterator[Line]:
        """Yield every line."""
        for page in self.pages:
            yield from page.lines()

    def missing(self, values: Mapping[str, str], today: date) -> tuple[str, ...]:
        """Return what still has to be filled in before signing, in words."""
        found = [f"{line.label}" for line in self.lines() if line.needed and not values.get(line.name, "").strip()]
        for line in self.lines():
            fault = day_fault(values.get(line.name, ""), today) if line.kind == "day" else ""
            if fault:
                found.append(f"{line.label}: {fault}")
        found += [one.words for one in self.one_of if not any(values.get(name) for name in one.names)]
        return tuple(found)

    def wrote(self, values: Mapping[str, str], prefix: str) -> bool:
        """Tell whether any line whose name starts with `prefix` holds something."""
        return any(value for name, value in values.items() if name.startswith(prefix))


def day_of(text: str) -> date | None:
    """Return the day a line holds, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_fault(text: str, today: date) -> str:
    """Return what is wrong with a day that was typed; empty when nothing is, or nothing was typed."""
    if not text:
        return ""
    day = day_of(text)
    if day is None:
        return "vul een datum in, bijvoorbeeld 14-04-2026"
    return "deze dag is nog niet geweest" if day > today else ""
