"""The shape of a module to read: chapters of parts of statements."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lijfspoor.domain.kernel.text import Statement, Text

Sources = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its words, sources, small facts beside it, and a note below it."""

    words: str
    sources: Sources = ()
    chips: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Statements under a heading of their own; an empty title continues the chapter."""

    title: str
    said: tuple[Said, ...]
    chips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a module description; `id` is its place on the page."""

    id: str
    title: str
    parts: tuple[Part, ...]


def part(title: str, said: Iterable[Said | None], chips: Iterable[str] = ()) -> Part | None:
    """Return a part, or None when nothing is said in it."""
    lines = tuple(each for each in said if each is not None)
    return Part(title, lines, tuple(chips)) if lines else None


def stated(statements: Iterable[Statement | None]) -> Iterator[Said]:
    """Yield statements of a module as they stand."""
    for each in statements:
        if each is not None:
            yield Said(each.text.nl, each.sources)


def texts(lines: Iterable[Text], sources: Sources = ()) -> Iterator[Said]:
    """Yield plain texts that share their sources."""
    for each in lines:
        yield Said(each.nl, sources)


def words_of(codes: Iterable[str], words: Mapping[str, str]) -> str:
    """Return codes in words, with commas."""
    return ", ".join(words.get(code, code) for code in codes)


def chapter(id_: str, title: str, parts: Iterable[Part | None]) -> Chapter | None:
    """Return a chapter, or None when nothing is said in it."""
    kept = tuple(each for each in parts if each is not None)
    return Chapter(id_, title, kept) if kept else None
