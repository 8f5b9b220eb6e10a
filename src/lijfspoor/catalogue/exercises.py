"""Reads exercises as strictly as care modules.

The newest version of each ships as `exercises/<id>.yaml`; when it is followed by another, its file moves unchanged to
`exercises/earlier/<id>@<version>.yaml`, so that what was used before can always be read back.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake
from lijfspoor.catalogue.places import areas_exist, modules_exist, parts_exist
from lijfspoor.catalogue.reader import SHIPPED, bytes_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import exercises as rules
from lijfspoor.catalogue.rules import names, sources
from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.searching import Indexed, indexed

Rule = Callable[[Exercise], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    rules.lists_say_something,
    rules.minutes_run_upwards,
    rules.food_is_named,
    rules.effort_is_checked,
    rules.version_is_numbered,
    rules.id_is_short,
    rules.nobody_is_invented,
)
RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, names.ids_are_used_once, sources.statements_have_sources)
EARLIER = "earlier"


class Reading(NamedTuple):
    """What came of reading one file: an exercise when its shape is right, and every mistake."""

    exercise: Exercise | None
    mistakes: tuple[Mistake, ...]


def newest_files(directory: Path) -> list[Path]:
    """Return the files with the newest version of each exercise, in order."""
    return sorted(directory.glob("exercises/*.yaml"))


def exercise_files(directory: Path) -> list[Path]:
    """Return the exercise files of a content folder, earlier versions last."""
    return [*newest_files(directory), *sorted(directory.glob(f"exercises/{EARLIER}/*.yaml"))]


def read_exercise(file: Path, known_ids: frozenset[str] | None = None) -> Reading:
    """Read one file and hold it against every rule. Never raises for what the file holds."""
    of_this_file: Rule = partial(_named_for_its_id, file=file)
    every = (*RULES, of_this_file, _places_exist)
    read = read_record(bytes_of(file), Exercise, known_ids, RULES_FOR_DOCUMENTS, every)
    return Reading(read[0], tuple(replace(mistake, file=str(file)) for mistake in read[1]))


@lru_cache(maxsize=2048)
def examine_exercise(source: bytes, known_ids: frozenset[str] | None = None) -> Reading:
    """Read the text of one exercise and hold it against every rule; the same bytes are read once. Never raises."""
    return Reading(*read_record(source, Exercise, known_ids, RULES_FOR_DOCUMENTS, (*RULES, _places_exist)))


def load_exercises(directory: Path, known_ids: frozenset[str] | None = None) -> Mapping[str, Exercise]:
    """Return the newest exercises of a content folder by id. Raises ContentRefused with every mistake in them."""
    return {each.id: each for each in _load(newest_files(directory), known_ids)}


def load_versions(directory: Path, known_ids: frozenset[str] | None = None) -> Mapping[str, Exercise]:
    """Return every version in a content folder by pin. Raises ContentRefused with every mistake in them."""
    return {each.pin: each for each in _load(exercise_files(directory), known_ids)}


@lru_cache(maxsize=1)
def shipped_versions() -> Mapping[str, Exercise]:
    """Return every version of every exercise that comes with the product, by pin."""
    return load_versions(SHIPPED)


@lru_cache(maxsize=1)
def shipped_exercises() -> Mapping[str, Exercise]:
    """Return the newest version of each exercise that comes with the product, by id."""
    newest: dict[str, Exercise] = {}
    for each in shipped_versions().values():
        before = newest.setdefault(each.id, each)
        if version_key(each.version) > version_key(before.version):
            newest[each.id] = each
    return newest


@lru_cache(maxsize=1)
def shipped_index() -> tuple[Indexed, ...]:
    """Return the newest exercises that come with the product, ready to be searched."""
    return indexed(shipped_exercises().values())


def _load(files: list[Path], known_ids: frozenset[str] | None) -> list[Exercise]:
    readings = [read_exercise(file, known_ids) for file in files]
    if mistakes := [mistake for reading in readings for mistake in reading.mistakes]:
        raise ContentRefused(mistakes)
    return [reading.exercise for reading in readings if reading.exercise is not None]


def _named_for_its_id(exercise: Exercise, file: Path) -> Iterator[Finding]:
    told = exercise.pin if file.parent.name == EARLIER else exercise.id
    if told != file.stem:
        yield Finding(("id",), f"Write {file.stem}, or give the file another name.")


def _places_exist(exercise: Exercise) -> Iterator[Finding]:
    """Modules and problem areas are known; phases and blocks exist in the module they name, as far as that ships."""
    yield from modules_exist(exercise.modules)
    yield from areas_exist(exercise.problem_areas)
    for key in ("phases", "blocks"):
        yield from parts_exist(getattr(exercise, key), key, exercise.modules)
