"""Reads what the finder knows: postcodes with their places, registers, and the questions of a first meeting."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from lijfspoor.catalogue.mistakes import ContentRefused, Mistake
from lijfspoor.catalogue.reader import SHIPPED, bytes_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import names, sources
from lijfspoor.domain.finder.places import Place, in_order
from lijfspoor.domain.finder.registers import FinderContent

PLACES = SHIPPED / "finder" / "places.csv"
"""Postcodes of four digits by GeoNames (CC BY 4.0), one row a code, provinces in Dutch."""

REGISTERS = SHIPPED / "finder" / "registers.yaml"
RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, names.ids_are_used_once, sources.statements_have_sources)


@lru_cache(maxsize=1)
def places() -> Mapping[str, Place]:
    """Return every place by its postcode of four digits."""
    with PLACES.open(newline="", encoding="utf-8") as file:
        rows = [
            Place(row["pc4"], row["place"], row["province"], float(row["north"]), float(row["east"]))
            for row in csv.DictReader(file)
        ]
    return MappingProxyType(dict(in_order(rows)))


def mistakes_in_registers(file: Path, known_ids: frozenset[str] | None = None) -> tuple[Mistake, ...]:
    """Return what is wrong in a file of registers."""
    found = read_record(bytes_of(file), FinderContent, known_ids, RULES_FOR_DOCUMENTS, ())
    return tuple(Mistake(str(file), each.line, each.path, each.expected) for each in found[1])


@lru_cache(maxsize=1)
def finder_content() -> FinderContent:
    """Return registers and questions. Raises ContentRefused with every mistake in them."""
    made, mistakes = read_record(bytes_of(REGISTERS), FinderContent, None, RULES_FOR_DOCUMENTS, ())
    if made is None or mistakes:
        raise ContentRefused(mistakes)
    return made
