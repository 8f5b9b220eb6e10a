"""Looks a module file of a practice's own through: what is wrong on which line, and what it would become."""

from dataclasses import dataclass

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.mistakes import Mistake
from lijfspoor.catalogue.reader import examine, shipped
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.mistakes import in_dutch
from lijfspoor.practice.library.written import Marked, Written, as_written, beside_lines

LONGEST_PIN = 120
MOST_SHOWN = 100


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
    written = as_written(document)
    reading = examine(written.source, frozenset(requirements()))
    mistakes = list(reading.mistakes)
    if reading.module is not None and not mistakes:
        mistakes = _taken(reading.module, written, kept)
    if reading.module is None or mistakes:
        shown = beside_lines(mistakes[:MOST_SHOWN], written.text, in_dutch)
        return Examined(written.text, written.checksum, None, shown, len(mistakes) - len(shown))
    return Examined(written.text, written.checksum, reading.module)


def _taken(module: CareModule, written: Written, kept: dict[str, str]) -> list[Mistake]:
    """Say where a right module cannot have the name it gives itself."""
    if len(module.pin) > LONGEST_PIN:
        key, expected = "id", f"Kies een kortere id: id en versie samen hebben ten hoogste {LONGEST_PIN - 1} tekens."
    elif module.pin in shipped():
        key, expected = "id", f"Kies een andere id: {module.pin} is een module die bij het programma hoort."
    elif module.id in {each.id for each in shipped().values()}:
        key, expected = "id", f"Kies een andere id: versies van {module.id} komen met het programma."
    elif kept.get(module.pin, written.checksum) != written.checksum:
        key, expected = "version", f"Geef deze tekst een nieuwe versie: {module.pin} is al gepubliceerd."
    else:
        return []
    return [Mistake("", documents.read(written.source).line_of((key,)), key, expected)]
