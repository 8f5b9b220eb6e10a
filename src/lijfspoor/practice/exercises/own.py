"""Looks an exercise of a practice's own through: what is wrong on which line, and what it would become."""

from collections.abc import Mapping
from dataclasses import dataclass

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.exercises import examine_exercise, shipped_exercises, shipped_versions
from lijfspoor.catalogue.mistakes import Mistake
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.practice.exercises.faults import in_dutch
from lijfspoor.practice.library.written import Marked, Written, as_written, beside_lines

MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Examined:
    """A text that was looked through. `exercise` is there only without mistakes."""

    text: str
    checksum: str
    exercise: Exercise | None
    mistakes: tuple[Marked, ...] = ()


def look_through(document: bytes, kept: Mapping[str, str]) -> Examined:
    """Hold a text against every rule; `kept` are the checksums of the practice's own exercises by pin."""
    written = as_written(document)
    reading = examine_exercise(written.source, frozenset(requirements()))
    mistakes = list(reading.mistakes)
    if reading.exercise is not None and not mistakes:
        mistakes = _taken(reading.exercise, written, kept)
    if reading.exercise is None or mistakes:
        shown = beside_lines(mistakes[:MOST_SHOWN], written.text, in_dutch)
        return Examined(written.text, written.checksum, None, shown)
    return Examined(written.text, written.checksum, reading.exercise)


def _taken(exercise: Exercise, written: Written, kept: Mapping[str, str]) -> list[Mistake]:
    """Say where a right exercise cannot have the name it gives itself, or comes from nowhere."""
    key, expected = "", ""
    if exercise.id in shipped_exercises():
        key = "id"
        expected = f"Kies een andere id: {exercise.id} is een werkvorm die bij het programma hoort."
    elif kept.get(exercise.pin, written.checksum) != written.checksum:
        key, expected = "version", f"Geef deze tekst een nieuwe versie: {exercise.pin} is al gepubliceerd."
    elif exercise.derived_from and exercise.derived_from not in {*shipped_versions(), *kept}:
        key, expected = "derived_from", f"Noem een werkvorm met versie die bestaat: {exercise.derived_from} is er niet."
    if not key:
        return []
    return [Mistake("", documents.read(written.source).line_of((key,)), key, expected)]
