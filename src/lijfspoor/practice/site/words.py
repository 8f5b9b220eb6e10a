"""The words of a public page in one language, asked by id; an unknown id is loud."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lijfspoor.domain.publicpages.page import PublicPage, Said, Section, Word

T = TypeVar("T")


class NoSuchWords(Exception):
    """A template asks for words that the page's file does not hold."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in one language, with its sources."""

    text: str
    sources: tuple[str, ...]


class Phrases:
    """The phrases of a page: `phrases["some_word"]` is the phrase with id `some-word`. Raises NoSuchWords."""

    def __init__(self, words: Iterable[Word], language: str) -> None:
        self._words = {word.id: word.in_(language) for word in words}

    def __getitem__(self, key: str) -> str:
        """Return the phrase."""
        return _found(self._words, key)

    def get(self, key: str) -> str:
        """Return the phrase, or nothing when the page has none by this id."""
        return self._words.get(key.replace("_", "-"), "")


class Statements:
    """The statements of a page: `statements["some_id"]`. Raises NoSuchWords."""

    def __init__(self, said: Iterable[Said], language: str) -> None:
        self._said = {each.id: Statement(each.text.in_(language), each.sources) for each in said}

    def __getitem__(self, key: str) -> Statement:
        """Return the statement."""
        return _found(self._said, key)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page to read, in one language."""

    id: str
    title: str
    said: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page in one language, as templates read it."""

    title: str
    summary: str
    w: Phrases
    s: Statements
    parts: tuple[Part, ...] = ()


def in_language(page: PublicPage, language: str) -> Shown:
    """Return the page in a language."""
    return Shown(
        page.title.in_(language),
        page.summary.in_(language),
        Phrases(page.words, language),
        Statements(page.said, language),
        tuple(_part(section, language) for section in page.sections),
    )


def _part(section: Section, language: str) -> Part:
    said = tuple(Statement(each.text.in_(language), each.sources) for each in section.said)
    return Part(section.id, section.title.in_(language), said)


def _found(known: Mapping[str, T], key: str) -> T:
    try:
        return known[key.replace("_", "-")]
    except KeyError:
        raise NoSuchWords(key) from None
