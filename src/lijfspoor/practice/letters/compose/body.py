"""The body of a letter: sections of text that people edit and facts that stay as they were derived."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeAlias

from lijfspoor.workbench.paper import Block, Bullets, Facts, Paragraph, Section, Table

Derived: TypeAlias = Facts | Table

BULLET = "- "


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSection:
    """A section. People edit `text`; `derived` follows from the facts and can only be left out (`kept` False).

    What `must` stay cannot be left out. `composed` is the text as it was composed, to tell what people changed.
    """

    id: str
    heading: str
    text: str = ""
    derived: tuple[Derived, ...] = ()
    kept: bool = True
    must: bool = False
    composed: str = ""

    def on_paper(self) -> Section | None:
        """Return the section as it is printed, or None when nothing is in it."""
        blocks = (*blocks_of(self.text), *(self.derived if self.kept or self.must else ()))
        return Section(self.heading, blocks) if blocks else None

    def renewed(self, fresh: "LetterSection") -> "LetterSection":
        """Return what `fresh` says, with the text of this one when people changed it."""
        text = fresh.composed if self.text == self.composed else self.text
        return replace(fresh, text=text, kept=self.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBody:
    """All that stands between the address and the signature."""

    concerning: str
    salutation: str
    sections: tuple[LetterSection, ...]
    closing: str = "Met vriendelijke groet,"

    def section(self, section_id: str) -> LetterSection:
        """Return a section. Raises KeyError."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def on_paper(self) -> tuple[Section, ...]:
        """Return the sections that are printed."""
        return tuple(printed for section in self.sections if (printed := section.on_paper()))

    def edited(self, edit: "Edit") -> "LetterBody":
        """Return the body as someone edited it; sections it does not know are passed over."""
        sections = (
            replace(section, text=typed(edit.texts.get(section.id, section.text)), kept=section.id in edit.kept)
            for section in self.sections
        )
        return LetterBody(
            concerning=edit.concerning, salutation=edit.salutation, closing=edit.closing, sections=tuple(sections)
        )

    def renewed(self, fresh: "LetterBody") -> "LetterBody":
        """Return the body as it is composed now, with every text that people wrote or changed."""
        mine = {section.id: section for section in self.sections}
        sections = [mine[each.id].renewed(each) if each.id in mine else each for each in fresh.sections]
        gone = mine.keys() - {each.id for each in fresh.sections}
        sections += [
            replace(section, composed="", derived=())
            for section in self.sections
            if section.id in gone and section.text != section.composed
        ]
        return replace(self, sections=tuple(sections))

    def is_stale(self, fresh: "LetterBody") -> bool:
        """Tell whether the facts have changed since this body was composed."""
        return _ground(self) != _ground(fresh)

    def words(self) -> str:
        """Return everything people may have written, for a check on what must not be in it."""
        parts = [self.concerning, self.salutation, self.closing]
        for printed in self.on_paper():
            parts += [printed.heading, *(line for block in printed.blocks for line in _lines(block))]
        return "\n".join(parts)

    def to_json(self) -> dict[str, Any]:
        """Return what a row keeps."""
        return {
            "concerning": self.concerning,
            "salutation": self.salutation,
            "closing": self.closing,
            "sections": [_section_to_json(section) for section in self.sections],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "LetterBody":
        """Return the body a row kept."""
        return cls(
            concerning=kept["concerning"],
            salutation=kept["salutation"],
            closing=kept["closing"],
            sections=tuple(_section_from_json(section) for section in kept["sections"]),
        )


def composed(concerning: str, salutation: str, *sections: LetterSection) -> LetterBody:
    """Return a body that remembers the texts as they were composed."""
    kept = tuple(replace(section, composed=section.text) for section in sections)
    return LetterBody(concerning=concerning, salutation=salutation, sections=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What someone changed: the texts by section id, and the ids of the sections whose facts stay in."""

    concerning: str
    salutation: str
    closing: str
    texts: Mapping[str, str]
    kept: frozenset[str]


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return typed text as paragraphs (parted by empty lines) and lists (lines that begin with a dash)."""
    return tuple(
        block for part in re.split(r"\n[ \t]*\n", typed(text)) if part.strip() for block in _runs(part.split("\n"))
    )


def typed(text: str) -> str:
    """Return text as it was typed, without what a browser makes of line ends and without empty lines around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _ground(body: LetterBody) -> list[tuple[str, str, tuple[Derived, ...]]]:
    filled = (section for section in body.sections if section.composed or section.derived)
    return [(section.id, section.composed, section.derived) for section in filled]


def _runs(lines: Iterable[str]) -> Iterator[Block]:
    filled = (line for line in lines if line.strip())
    for is_list, run in groupby(filled, key=lambda line: line.lstrip().startswith(BULLET)):
        if is_list:
            yield Bullets(tuple(line.lstrip().removeprefix(BULLET) for line in run))
        else:
            yield Paragraph("\n".join(run))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield text
        case Bullets(items):
            yield from items
        case Facts(pairs):
            yield from (f"{label}: {value}" for label, value in pairs)
        case Table(_, rows):
            yield from (" ".join(row) for row in rows)


def _section_to_json(section: LetterSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "text": section.text,
        "derived": [_derived_to_json(block) for block in section.derived],
        "kept": section.kept,
        "must": section.must,
        "composed": section.composed,
    }


def _section_from_json(kept: Mapping[str, Any]) -> LetterSection:
    return LetterSection(
        id=kept["id"],
        heading=kept["heading"],
        text=kept["text"],
        derived=tuple(_derived_from_json(block) for block in kept["derived"]),
        kept=kept["kept"],
        must=kept["must"],
        composed=kept["composed"],
    )


def _derived_to_json(block: Derived) -> dict[str, Any]:
    if isinstance(block, Facts):
        return {"facts": [list(pair) for pair in block.pairs]}
    return {"header": list(block.header), "rows": [list(row) for row in block.rows]}


def _derived_from_json(kept: Mapping[str, Any]) -> Derived:
    if "facts" in kept:
        return Facts(tuple((label, value) for label, value in kept["facts"]))
    return Table(tuple(kept["header"]), tuple(tuple(row) for row in kept["rows"]))
