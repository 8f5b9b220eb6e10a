"""Reads the words of public pages as strictly as care modules: one file each, named for its id."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake
from lijfspoor.catalogue.reader import SHIPPED, bytes_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import names, sources
from lijfspoor.domain.kernel import Statement
from lijfspoor.domain.publicpages.page import PublicPage

RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, names.ids_are_used_once, sources.statements_have_sources)


class Reading(NamedTuple):
    """What came of reading one file: a page when its shape is right, and every mistake."""

    page: PublicPage | None
    mistakes: tuple[Mistake, ...]


def page_files(directory: Path) -> list[Path]:
    """Return the files of public pages in a content folder, in order."""
    return sorted(directory.glob("site/*.yaml"))


def read_page(file: Path, known_ids: frozenset[str] | None = None) -> Reading:
    """Read one file and hold it against every rule. Never raises for what the file holds."""
    of_this_file = partial(_named_for_its_id, file=file)
    read = read_record(bytes_of(file), PublicPage, known_ids, RULES_FOR_DOCUMENTS, (of_this_file, _reviewed_by_someone))
    return Reading(read[0], tuple(replace(mistake, file=str(file)) for mistake in read[1]))


def load_pages(directory: Path, known_ids: frozenset[str] | None = None) -> Mapping[str, PublicPage]:
    """Return the public pages of a content folder by id. Raises ContentRefused with every mistake in them."""
    readings = [read_page(file, known_ids) for file in page_files(directory)]
    if mistakes := [mistake for reading in readings for mistake in reading.mistakes]:
        raise ContentRefused(mistakes)
    return {reading.page.id: reading.page for reading in readings if reading.page is not None}


@lru_cache(maxsize=1)
def shipped_pages() -> Mapping[str, PublicPage]:
    """Return the public pages that come with the product."""
    return load_pages(SHIPPED)


def disclaimer() -> Statement:
    """Return what every page, and every other face of the guide, says about itself (S0-068)."""
    said = next(each for each in shipped_pages()["frame"].said if each.id == "disclaimer")
    return Statement(text=said.text, sources=said.sources)


def _named_for_its_id(page: PublicPage, file: Path) -> Iterator[Finding]:
    if page.id != file.stem:
        yield Finding(("id",), f"Write {file.stem}, or give the file another name.")


def _reviewed_by_someone(page: PublicPage) -> Iterator[Finding]:
    if (page.provenance.reviewer is None) != (page.provenance.reviewed_on is None):
        yield Finding(("provenance",), "Give reviewer and reviewed_on together, or neither.")
