"""Reads the guide as strictly as care modules: six files that together make one book and one comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.guide_files import (
    ComparisonFile,
    FirstHelpFile,
    GuideFile,
    KindsFile,
    QuestionsFile,
    RulesFile,
    StepsFile,
)
from lijfspoor.catalogue.mistakes import ContentRefused, Mistake, written
from lijfspoor.catalogue.reader import SHIPPED, bytes_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import guide as rules
from lijfspoor.catalogue.rules import names, sources
from lijfspoor.domain.guide.book import GuideBook
from lijfspoor.domain.guide.comparison import Comparison
from lijfspoor.domain.publicpages.page import Provenance

RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, sources.statements_have_sources)
SHAPES: tuple[type[GuideFile], ...] = (
    QuestionsFile,
    FirstHelpFile,
    KindsFile,
    RulesFile,
    StepsFile,
    ComparisonFile,
)


@dataclass(frozen=True)
class Guide:
    """The book, the comparison, and the provenance of each file by its name."""

    book: GuideBook
    comparison: Comparison
    provenance: Mapping[str, Provenance]


def name_of(shape: type[GuideFile]) -> str:
    """Return the name of the file with this shape."""
    return shape.__name__.removesuffix("File").lower()


def has_guide(directory: Path) -> bool:
    """Return whether a content folder holds a guide."""
    return (directory / "guide").is_dir()


def read_guide(directory: Path, known_ids: frozenset[str] | None = None) -> tuple[Guide | None, list[Mistake]]:
    """Return the guide of a content folder when its files are right and fit together, and every mistake in them."""
    files: dict[type[GuideFile], GuideFile] = {}
    mistakes: list[Mistake] = []
    for shape in SHAPES:
        path = directory / "guide" / f"{name_of(shape)}.yaml"
        record, found = read_record(bytes_of(path), shape, known_ids, RULES_FOR_DOCUMENTS, ())
        mistakes += [replace(mistake, file=str(path)) for mistake in found]
        if record is not None:
            files[shape] = record
    if mistakes:
        return None, sorted(mistakes)
    guide = _together(files)
    wrong = [_mistake(directory, *each) for each in rules.mistakes_in(guide.book, guide.comparison)]
    return (None, sorted(wrong)) if wrong else (guide, [])


def load_guide(directory: Path, known_ids: frozenset[str] | None = None) -> Guide:
    """Return the guide of a content folder. Raises ContentRefused with every mistake in it."""
    guide, mistakes = read_guide(directory, known_ids)
    if guide is None:
        raise ContentRefused(mistakes)
    return guide


@lru_cache(maxsize=1)
def shipped_guide() -> Guide:
    """Return the guide that comes with the product."""
    return load_guide(SHIPPED)


def _together(files: Mapping[type[GuideFile], GuideFile]) -> Guide:
    parts = {name: value for record in files.values() for name, value in vars(record).items()}
    book = GuideBook(**{name: parts[name] for name in rules.PARTS})
    comparison = Comparison(aspects=parts["aspects"], columns=parts["columns"])
    return Guide(book, comparison, {name_of(shape): record.provenance for shape, record in files.items()})


def _mistake(directory: Path, name: str, path: tuple[str | int, ...], expected: str) -> Mistake:
    file = directory / "guide" / f"{name}.yaml"
    return Mistake(str(file), documents.read(bytes_of(file)).line_of(path), written(path), expected)
