"""A public page as content: its words, what it states, and its provenance (S0-069)."""

from datetime import date
from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text


@content
class Provenance:
    """Who wrote when, when it must be looked at again, and who looked it over.

    `reviewer` and `reviewed_on` are None until someone of the field did: the page then says so (S0-069).
    """

    written_on: date
    review_by: date
    reviewer: str | None = None
    reviewed_on: date | None = None
    sources: tuple[str, ...]


@content
class Word:
    """One phrase of a page that states nothing about care: a heading, a button, a hint."""

    id: str
    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Return the English phrase for `en`, else the Dutch one."""
        return self.en if language == "en" else self.nl


@content
class Said:
    """Something a page states about care, with the sources of that statement."""

    id: str
    text: Text
    sources: tuple[str, ...]


@content
class Section:
    """A part of a page to read: its heading or question, and what is stated below it, in order."""

    id: str
    title: Text
    said: tuple[Said, ...]


@content
class PublicPage:
    """One page for everyone: `title` and `summary` also go into the head, `words` and `said` are asked by id.

    `sections` are read from top to bottom.
    """

    schema: Literal[1]
    id: str
    title: Text
    summary: Text
    words: tuple[Word, ...] = ()
    said: tuple[Said, ...] = ()
    sections: tuple[Section, ...] = ()
    provenance: Provenance
