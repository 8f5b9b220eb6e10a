"""Reads cards: every version a file of its own, by id and version, so that what was shared can be read again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from lijfspoor.catalogue.evidence import load_evidence, read_evidence, shipped_evidence
from lijfspoor.catalogue.mistakes import ContentRefused, Finding, Mistake
from lijfspoor.catalogue.places import areas_exist, modules_exist, parts_exist
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, pin_of
from lijfspoor.catalogue.reading import read_record
from lijfspoor.catalogue.rules import education as rules
from lijfspoor.catalogue.rules import names, reviews, sources
from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.education.card import EducationCard
from lijfspoor.domain.evidence.library import EvidenceLibrary

Rule = Callable[[EducationCard], Iterator[Finding]]

RULES_FOR_DOCUMENTS = (names.ids_are_written_alike, sources.statements_have_sources)
RULES: tuple[Rule, ...] = (
    rules.lists_say_something,
    rules.pictures_exist,
    rules.dutch_reads_easily,
    rules.children_get_few_words,
    reviews.review_comes_after_writing,
    reviews.reviewer_and_day_go_together,
    lambda card: modules_exist(card.modules),
    lambda card: areas_exist(card.problem_areas),
    lambda card: parts_exist(card.blocks, "blocks", card.modules),
    lambda card: parts_exist(card.phases, "phases", card.modules),
)


class Reading(NamedTuple):
    """What came of reading one file: a card when its shape is right, and every mistake."""

    card: EducationCard | None
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Every version of every card by pin; `newest` holds the highest version of each by id."""

    versions: Mapping[str, EducationCard]
    newest: Mapping[str, EducationCard]


def card_files(directory: Path) -> list[Path]:
    """Return the card files of a content folder, every version of each, in order."""
    return sorted(directory.glob("education/*/*.yaml"))


def read_card(file: Path, library: EvidenceLibrary | None, known_ids: frozenset[str] | None = None) -> Reading:
    """Read one file and hold it against every rule; without a library the evidence it names is not looked up."""

    def in_its_place(card: EducationCard) -> Iterator[Finding]:
        if card.pin != pin_of(file):
            yield Finding(("id",), f"Write {pin_of(file)} as id and version, or give the file another place.")

    def on_evidence(card: EducationCard) -> Iterator[Finding]:
        return rules.evidence_exists(card, library) if library is not None else iter(())

    every: tuple[Rule, ...] = (*RULES, in_its_place, on_evidence)
    read = read_record(bytes_of(file), EducationCard, known_ids, RULES_FOR_DOCUMENTS, every)
    return Reading(read[0], tuple(replace(mistake, file=str(file)) for mistake in read[1]))


def check_cards(directory: Path, known_ids: frozenset[str] | None = None) -> list[Mistake]:
    """Return every mistake in the cards of a content folder."""
    library = read_evidence(directory, known_ids).library
    return [mistake for file in card_files(directory) for mistake in read_card(file, library, known_ids).mistakes]


def load_cards(directory: Path, library: EvidenceLibrary | None = None) -> Cards:
    """Return the cards of a content folder. Raises ContentRefused with every mistake in them."""
    library = library or load_evidence(directory)
    readings = [read_card(file, library) for file in card_files(directory)]
    if mistakes := [mistake for reading in readings for mistake in reading.mistakes]:
        raise ContentRefused(mistakes)
    cards = [reading.card for reading in readings if reading.card is not None]
    in_order = sorted(cards, key=lambda card: (card.id, version_key(card.version)))
    return Cards({card.pin: card for card in in_order}, {card.id: card for card in in_order})


@lru_cache(maxsize=1)
def shipped_cards() -> Cards:
    """Return the cards that come with the product."""
    return load_cards(SHIPPED, shipped_evidence())
