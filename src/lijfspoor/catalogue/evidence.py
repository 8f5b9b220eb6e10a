"""Reads evidence: a record a file by id and version, beside the registers of claims and of publications."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from lijfspoor.catalogue import documents
from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake, written
from lijfspoor.catalogue.places import modules_exist
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, pin_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import evidence as rules
from lijfspoor.catalogue.rules import names, reviews, sources
from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.evidence.claim import Claims
from lijfspoor.domain.evidence.library import EvidenceLibrary
from lijfspoor.domain.evidence.record import EvidenceRecord
from lijfspoor.domain.evidence.reference import References

Rule = Callable[[EvidenceRecord], Iterator[Finding]]
T = TypeVar("T")

RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, names.ids_are_used_once, sources.statements_have_sources)
RULES: tuple[Rule, ...] = (
    rules.lists_say_something,
    rules.numbers_count_something,
    rules.mechanism_is_told,
    rules.what_was_not_studied_found_nothing,
    reviews.review_comes_after_writing,
    reviews.reviewer_and_day_go_together,
    lambda record: modules_exist(record.modules),
)
RULES_BETWEEN = (
    rules.claims_exist,
    rules.references_exist,
    rules.opposing_holds_both_ways,
    rules.claims_are_spoken_of,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a folder: the library when every shape is right, and every mistake."""

    library: EvidenceLibrary | None
    mistakes: tuple[Mistake, ...]


def evidence_files(directory: Path) -> list[Path]:
    """Return the records of a content folder, every version of each, in order."""
    return sorted(directory.glob("evidence/*/*.yaml"))


def read_evidence(directory: Path, known_ids: frozenset[str] | None = None) -> Reading:
    """Read all evidence of a folder and hold it against every rule; the newest version of a record counts."""
    if not (directory / "evidence").exists():
        return Reading(EvidenceLibrary(records={}, claims={}, references={}), ())
    claims, wrong = _register(directory / "evidence" / "claims.yaml", Claims, known_ids)
    references, also_wrong = _register(directory / "evidence" / "references.yaml", References, known_ids)
    records: dict[str, tuple[EvidenceRecord, Path]] = {}
    mistakes = [*wrong, *also_wrong]
    for file in evidence_files(directory):
        record, found = _record(file, known_ids)
        mistakes += found
        if record is not None and _is_newer(record, records):
            records[record.id] = (record, file)
    if mistakes or claims is None or references is None:
        return Reading(None, tuple(sorted(mistakes)))
    library = EvidenceLibrary(
        records={id_: record for id_, (record, _) in records.items()},
        claims={each.id: each for each in claims.claims},
        references={each.id: each for each in references.references},
    )
    files = {id_: file for id_, (_, file) in records.items()}
    files |= {name: directory / "evidence" / f"{name}.yaml" for name in ("claims", "references")}
    return Reading(library, tuple(sorted(_between(library, files))))


def load_evidence(directory: Path, known_ids: frozenset[str] | None = None) -> EvidenceLibrary:
    """Return the evidence of a content folder. Raises ContentRefused with every mistake in it."""
    reading = read_evidence(directory, known_ids)
    if reading.library is None or reading.mistakes:
        raise ContentRefused(reading.mistakes)
    return reading.library


@lru_cache(maxsize=1)
def shipped_evidence() -> EvidenceLibrary:
    """Return the evidence that comes with the product."""
    return load_evidence(SHIPPED)


def _register(file: Path, shape: type[T], known_ids: frozenset[str] | None) -> tuple[T | None, list[Mistake]]:
    if not file.exists():
        return None, [Mistake(str(file), 1, "", "Add this file: records name what stands in it.")]
    made, mistakes = read_record(bytes_of(file), shape, known_ids, RULES_FOR_DOCUMENTS, (_modules_of,))
    return made, _in(file, mistakes)


def _record(file: Path, known_ids: frozenset[str] | None) -> tuple[EvidenceRecord | None, list[Mistake]]:
    def stands_in_its_place(record: EvidenceRecord) -> Iterator[Finding]:
        if record.pin != pin_of(file):
            yield Finding(("id",), f"Write {pin_of(file)} as id and version, or give the file another place.")

    every: tuple[Rule, ...] = (*RULES, stands_in_its_place)
    read = read_record(bytes_of(file), EvidenceRecord, known_ids, RULES_FOR_DOCUMENTS, every)
    return read[0], _in(file, read[1])


def _modules_of(register: object) -> Iterator[Finding]:
    """The modules that claims and publications name exist."""
    for key, inner in (("claims", "modules"), ("references", "reading")):
        for place, each in enumerate(getattr(register, key, ())):
            for finding in modules_exist(getattr(each, inner), inner):
                yield _at(finding, (key, place, *finding.path))


def _at(finding: Finding, path: tuple[str | int, ...]) -> Finding:
    """Return the finding at another place."""
    return Finding(path, finding.expected, finding.line)


def _is_newer(record: EvidenceRecord, records: dict[str, tuple[EvidenceRecord, Path]]) -> bool:
    kept = records.get(record.id)
    return kept is None or version_key(record.version) > version_key(kept[0].version)


def _between(library: EvidenceLibrary, files: dict[str, Path]) -> Iterator[Mistake]:
    for rule in RULES_BETWEEN:
        for name, finding in rule(library):
            file = files[name]
            line = documents.read(bytes_of(file)).line_of(finding.path)
            yield Mistake(str(file), line, written(finding.path), finding.expected)


def _in(file: Path, mistakes: Iterable[Mistake]) -> list[Mistake]:
    return [replace(mistake, file=str(file)) for mistake in mistakes]
