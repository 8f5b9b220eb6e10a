"""What changed between two versions of a module, as a page shows it: where, and old and new side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import groupby

from lijfspoor.domain.caremodules.changes import Change, Place, changes, words_of
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.text import Statement, Text
from lijfspoor.practice.library.field_words import code_word, field_word
from lijfspoor.practice.look.dutch import day

KINDS = {"added": "nieuw", "removed": "vervallen", "changed": "veranderd", "moved": "andere volgorde"}
FREE_WORDS = ("sources", "authors", "pictures", "reference", "builds_on", "blocks", "list_ids")
"""Fields whose words are written by people or are ids of other parts: never read as codes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in words: what kind, where it is, and the lines before and after."""

    kind: str
    word: str
    place: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The differences within one chapter of the module."""

    title: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two modules and what differs between them."""

    before: CareModule
    after: CareModule
    chapters: tuple[Chapter, ...]


def differences(before: CareModule, after: CareModule) -> tuple[Chapter, ...]:
    """Return the differences by chapter, in the order of the module."""
    found = groupby(changes(before, after), key=lambda change: change.chapter)
    return tuple(Chapter(field_word(field).capitalize(), tuple(map(_told, those))) for field, those in found)


def _told(change: Change) -> Difference:
    field = change.trail[-1].field
    before, after = lines(change.before, field), lines(change.after, field)
    if change.kind == "changed" and before == after:
        before, after = _english(change.before), _english(change.after)
    return Difference(change.kind, KINDS[change.kind], place_words(change.trail), before, after)


def place_words(trail: Iterable[Place]) -> str:
    """Return the way to a place below its chapter, such as 'groepen criteria: Indicaties › criteria: ... › tekst'."""
    shown = []
    for place in tuple(trail)[1:] or trail:
        known = place.words.nl if isinstance(place.words, Text) else place.words
        shown.append(f"{field_word(place.field)}: {_short(known)}" if known else field_word(place.field))
    return " › ".join(shown)


def lines(value: object, field: str = "") -> tuple[str, ...]:
    """Return a value of a module as lines to read; nothing for nothing."""
    if value is None or value == ():
        return ()
    if isinstance(value, Text | Statement):
        return (value.nl if isinstance(value, Text) else value.text.nl,)
    if isinstance(value, tuple):
        return tuple(line for each in value for line in lines(each, field))
    if is_dataclass(value):
        return tuple(_record_lines(value))
    return (_plain(value, field),)


def _record_lines(record: object) -> Iterator[str]:
    title = words_of(record)
    yield title.nl if isinstance(title, Text) else title
    for field in fields(record):  # type: ignore[arg-type]  # the caller knows it is a record
        value = getattr(record, field.name)
        if value in (None, (), False) or field.name in ("id", "sources") or value == title:
            continue
        yield f"{field_word(field.name)}: {'; '.join(lines(value, field.name))}"


def _plain(value: object, field: str) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return day(value)
    return str(value) if field in FREE_WORDS else code_word(field, str(value))


def _english(value: object) -> tuple[str, ...]:
    return (f"Engels: {value.en}",) if isinstance(value, Text) else lines(value)


def _short(words: str) -> str:
    return words if len(words) <= 70 else f"{words[:67].rstrip()}…"
