"""Reads the rules of paying as strictly as care modules."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake
from lijfspoor.catalogue.reader import SHIPPED, bytes_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import funding as rules
from lijfspoor.catalogue.rules import names, sources
from lijfspoor.domain.funding.rules import FundingRules

RULES: tuple[Callable[[FundingRules], Iterator[Finding]], ...] = (
    rules.amounts_run_upwards,
    rules.law_never_overlaps,
    rules.routes_stand_once,
    rules.review_follows_check,
)
RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, sources.statements_have_sources)


class Reading(NamedTuple):
    """What came of reading the file: the rules when their shape is right, and every mistake."""

    rules: FundingRules | None
    mistakes: tuple[Mistake, ...]


def funding_files(directory: Path) -> list[Path]:
    """Return the files with rules of paying in a content folder, in order."""
    return sorted(directory.glob("funding/*.yaml"))


def read_funding(file: Path, known_ids: frozenset[str] | None = None) -> Reading:
    """Read one file and hold it against every rule. Never raises for what the file holds."""
    read = read_record(bytes_of(file), FundingRules, known_ids, RULES_FOR_DOCUMENTS, RULES)
    return Reading(read[0], tuple(replace(mistake, file=str(file)) for mistake in read[1]))


@lru_cache(maxsize=1)
def shipped_funding() -> FundingRules:
    """Return the rules of paying that come with the product. Raises ContentRefused with every mistake in them."""
    reading = read_funding(SHIPPED / "funding" / "rules.yaml")
    if reading.rules is None or reading.mistakes:
        raise ContentRefused(reading.mistakes)
    return reading.rules
