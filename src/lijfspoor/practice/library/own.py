"""Looks a module file of a practice's own through: what is wrong on which line, and what it would become."""

import hashlib
from dataclasses import dataclass

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.mistakes import Mistake
from lijfspoor.catalogue.reader import examine, shipped
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.mistakes import in_dutch

LONGEST_PIN = 120
MOST_SHOWN = 100
WIDEST = 160
"""Characters of a line that are shown beside a mistake in it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mistake beside its line: number from 1, the line as written, the place in the module, what is expected."""

    line: int
    written: str
    path: str
    expected: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was looked through. `module` is there only without mistakes; `unshown` counts mistakes left out."""

    text: str
    checksum: str
    module: CareModule | None
    mistakes: tuple[Marked, ...] = ()
    unshown: int = 0


def look_through(document: bytes, kept: dict[str, str]) -> Examined:
    """Hold a file against every rule; `kept` are the checksums of the practice's own modules by pin."""
    # A browser ends lines in its own way; a file is the same file on every machine.
    source = document.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = source.decode("utf-8", "replace")
    checksum = hashlib.sha256(source).hexdigest()
    reading = examine(source, frozenset(requirements()))
    mistakes = list(reading.mistakes)
    if reading.module is not None and not mistakes:
        mistakes = _taken(reading.module, source, checksum, kept)
    if reading.module is None or mistakes:
        lines = text.split("\n")
        shown = tuple(_marked(each, lines) for each in mistakes[:MOST_SHOWN])
        return Examined(text, checksum, None, shown, len(mistakes) - len(shown))
    return Examined(text, checksum, reading.module)


def _taken(module: CareModule, source: bytes, checksum: str, kept: dict[str, str]) -> list[Mistake]:
    """Say where a right module cannot have the name it gives itself."""
    if len(module.pin) > LONGEST_PIN:
        key, expected = "id", f"Kies een kortere id: id en versie samen hebben ten hoogste {LONGEST_PIN - 1} tekens."
    elif module.pin in shipped():
        key, expected = "id", f"Kies een andere id: {module.pin} is een module die bij het programma hoort."
    elif module.id in {each.id for each in shipped().values()}:
        key, expected = "id", f"Kies een andere id: versies van {module.id} komen met het programma."
    elif kept.get(module.pin, checksum) != checksum:
        key, expected = "version", f"Geef deze tekst een nieuwe versie: {module.pin} is al gepubliceerd."
    else:
        return []
    return [Mistake("", documents.read(source).line_of((key,)), key, expected)]


def _marked(mistake: Mistake, lines: list[str]) -> Marked:
    written = lines[mistake.line - 1] if mistake.line <= len(lines) else ""
    return Marked(mistake.line, written[:WIDEST], mistake.path, in_dutch(mistake.expected))
