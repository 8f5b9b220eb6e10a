"""Looks an exercise of a practice's own through: what is wrong on which line, and what it would become."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.exercises import examine_exercise, shipped_exercises, shipped_versions
from lijfspoor.catalogue.mistakes import Mistake
from lijfspoor.catalogue.register import requirements
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.practice.exercises.faults import in_dutch

MOST_SHOWN = 60
WIDEST = 160


@dataclass(frozen=True, slots=True)
class Marked:
    """A mistake beside its line: number from 1, the line as written, the place, what is expected in Dutch."""

    line: int
    written: str
    path: str
    expected: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A text that was looked through. `exercise` is there only without mistakes."""

    text: str
    checksum: str
    exercise: Exercise | None
    mistakes: tuple[Marked, ...] = ()


def look_through(document: bytes, kept: Mapping[str, str]) -> Examined:
    """Hold a text against every rule; `kept` are the checksums of the practice's own exercises by pin."""
    # A browser ends lines in its own way; a file is the same file on every machine.
    source = document.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = source.decode("utf-8", "replace")
    checksum = hashlib.sha256(source).hexdigest()
    reading = examine_exercise(source, frozenset(requirements()))
    mistakes = list(reading.mistakes)
    if reading.exercise is not None and not mistakes:
        mistakes = _taken(reading.exercise, source, checksum, kept)
    if reading.exercise is None or mistakes:
        lines = text.split("\n")
        return Examined(text, checksum, None, tuple(_marked(each, lines) for each in mistakes[:MOST_SHOWN]))
    return Examined(text, checksum, reading.exercise)


def _taken(exercise: Exercise, source: bytes, checksum: str, kept: Mapping[str, str]) -> list[Mistake]:
    """Say where a right exercise cannot have the name it gives itself, or comes from nowhere."""
    key, expected = "", ""
    if exercise.id in shipped_exercises():
        key = "id"
        expected = f"Kies een andere id: {exercise.id} is een werkvorm die bij het programma hoort."
    elif kept.get(exercise.pin, checksum) != checksum:
        key, expected = "version", f"Geef deze tekst een nieuwe versie: {exercise.pin} is al gepubliceerd."
    elif exercise.derived_from and exercise.derived_from not in {*shipped_versions(), *kept}:
        key, expected = "derived_from", f"Noem een werkvorm met versie die bestaat: {exercise.derived_from} is er niet."
    if not key:
        return []
    return [Mistake("", documents.read(source).line_of((key,)), key, expected)]


def _marked(mistake: Mistake, lines: list[str]) -> Marked:
    written = lines[mistake.line - 1] if mistake.line <= len(lines) else ""
    return Marked(mistake.line, written[:WIDEST], mistake.path, in_dutch(mistake.expected))
