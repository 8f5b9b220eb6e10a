"""The kinds of help side by side, in one language."""

from dataclasses import dataclass

from lijfspoor.catalogue.guide import shipped_guide
from lijfspoor.practice.site.guide_page import ground_words
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.words import Phrases, Statement


@dataclass(frozen=True, slots=True)
class CellShown:
    """One cell: the aspect it is about, and what the sources say; None where they are silent."""

    aspect: str
    said: Statement | None


@dataclass(frozen=True, slots=True)
class KindShown:
    """One kind of help with its cells, and how strong the ground is in general."""

    id: str
    name: str
    cells: tuple[CellShown, ...]
    ground: str
    evidence: Statement
    is_not: Statement


def aspects(language: Language) -> list[str]:
    """Return the names of the aspects, in order."""
    return [aspect.name.in_(language) for aspect in shipped_guide().comparison.aspects]


def kinds(words: Phrases, language: Language) -> list[KindShown]:
    """Return every kind of help with its cells, in order."""
    guide = shipped_guide()
    return [_kind(column.kind, words, language) for column in guide.comparison.columns]


def _kind(kind_id: str, words: Phrases, language: Language) -> KindShown:
    guide = shipped_guide()
    kind = guide.book.kind(kind_id)
    column = next(each for each in guide.comparison.columns if each.kind == kind_id)
    cells = []
    for aspect in guide.comparison.aspects:
        cell = column.about(aspect.id)
        said = Statement(cell.text.in_(language), cell.sources) if cell else None
        cells.append(CellShown(aspect.name.in_(language), said))
    ground = next(each for each in kind.evidence if not each.when)
    return KindShown(
        kind.id,
        kind.name.in_(language),
        tuple(cells),
        ground_words(ground, words),
        Statement(ground.text.in_(language), ground.sources),
        Statement(kind.is_not.text.in_(language), kind.is_not.sources),
    )
