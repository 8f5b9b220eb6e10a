"""Reads exercises as strictly as care modules: one file each, named for its id."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, shipped
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import exercises as rules
from lijfspoor.catalogue.rules import names, sources
from lijfspoor.domain.exercises.exercise import Exercise

Rule = Callable[[Exercise], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    rules.lists_say_something,
    rules.minutes_run_upwards,
    rules.food_is_named,
    rules.effort_is_checked,
    rules.places_exist,
)


RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, names.ids_are_used_once, sources.statements_have_sources)


class Reading(NamedTuple):
    """What came of reading one file: an exercise when its shape is right, and every mistake."""

    exercise: Exercise | None
    mistakes: tuple[Mistake, ...]


def exercise_files(directory: Path) -> list[Path]:
    """Return the exercise files of a content folder, in order."""
    return sorted(directory.glob("exercises/*.yaml"))


def read_exercise(file: Path, known_ids: frozenset[str] | None = None) -> Reading:
    """Read one file and hold it against every rule. Never raises for what the file holds."""
    of_this_file: Rule = partial(_named_for_its_id, file=file)
    every = (*RULES, of_this_file, _parts_exist)
    read = read_record(bytes_of(file), Exercise, known_ids, RULES_FOR_DOCUMENTS, every)
    return Reading(read[0], tuple(replace(mistake, file=str(file)) for mistake in read[1]))


def load_exercises(directory: Path, known_ids: frozenset[str] | None = None) -> Mapping[str, Exercise]:
    """Return the exercises of a content folder by id. Raises ContentRefused with every mistake in them."""
    readings = [read_exercise(file, known_ids) for file in exercise_files(directory)]
    if mistakes := [mistake for reading in readings for mistake in reading.mistakes]:
        raise ContentRefused(mistakes)
    return {reading.exercise.id: reading.exercise for reading in readings if reading.exercise is not None}


@lru_cache(maxsize=1)
def shipped_exercises() -> Mapping[str, Exercise]:
    """Return the exercises that come with the product."""
    return load_exercises(SHIPPED)


def _named_for_its_id(exercise: Exercise, file: Path) -> Iterator[Finding]:
    if exercise.id != file.stem:
        yield Finding(("id",), f"Write {file.stem}, or give the file another name.")


def _parts_exist(exercise: Exercise) -> Iterator[Finding]:
    """Phases and blocks exist in the module they name, as far as that module ships."""
    for key in ("phases", "blocks"):
        for place, name in enumerate(getattr(exercise, key)):
            module, _, part = name.partition(":")
            if module in shipped().ids() and part not in _parts(module, key):
                yield Finding((key, place), f"Name a part that exists: {module} has {', '.join(_parts(module, key))}.")


def _parts(module: str, key: str) -> tuple[str, ...]:
    newest = shipped().newest(module)
    return tuple(part.id for part in (newest.approach.phases if key == "phases" else newest.goals.blocks))
