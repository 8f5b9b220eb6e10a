"""What must hold in a card beyond its shape."""

from collections.abc import Iterator

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.domain.education.card import EducationCard
from lijfspoor.domain.education.reading_level import EASIEST_ENOUGH, LONGEST_SENTENCE, reading_level
from lijfspoor.domain.evidence.library import EvidenceLibrary

PICTURES = frozenset({"body-and-mind", "cook", "smoke-detector", "tide", "watchtower", "window"})
NEVER_EMPTY = ("paragraphs", "ages", "sources")
FEW_WORDS = 75


def lists_say_something(card: EducationCard) -> Iterator[Finding]:
    """Paragraphs, ages and sources have at least one line."""
    for name in NEVER_EMPTY:
        if not getattr(card, name):
            yield Finding((name,), "Write at least one line in this list.")


def pictures_exist(card: EducationCard) -> Iterator[Finding]:
    """Pictures are drawings of our own."""
    for place, picture in enumerate(card.pictures):
        if picture.id not in PICTURES:
            yield Finding(("pictures", place, "id"), f"Name one of {', '.join(sorted(PICTURES))}.")


def dutch_reads_easily(card: EducationCard) -> Iterator[Finding]:
    """The Dutch is plain: reading ease by Flesch-Douma at the bar, and no long sentence."""
    level = reading_level(" ".join(text.nl for text in card.texts()))
    if not level.is_plain:
        yield Finding(
            ("paragraphs",),
            f"Write shorter words and sentences: reading ease is {level.ease:.0f} and must be {EASIEST_ENOUGH:.0f} or "
            f"more, sentences have {LONGEST_SENTENCE} words at most; the longest is: {level.longest[:120]}",
        )


def children_get_few_words(card: EducationCard) -> Iterator[Finding]:
    """A card for a child is short."""
    if card.audience == "child" and reading_level(" ".join(text.nl for text in card.texts())).words > FEW_WORDS:
        yield Finding(("paragraphs",), f"Use {FEW_WORDS} words at most: this card is for a child.")


def evidence_exists(card: EducationCard, library: EvidenceLibrary) -> Iterator[Finding]:
    """Records of evidence that a card names exist, and a card that rests on an assumption says so."""
    for place, name in enumerate(card.evidence):
        record = library.records.get(name)
        if record is None:
            yield Finding(("evidence", place), f"Name a record of evidence that exists: {name} does not.")
        elif record.kind == "assumption" and card.label is None:
            yield Finding(("label",), f"Say how strong the ground is: {name} is an assumption.")
