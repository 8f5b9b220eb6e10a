"""Every chapter of a module, and where in it a source is used."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.chapters import approach, audience, diagnostics, goals, grounds, movement, ways
from lijfspoor.practice.library.chapters.shape import Chapter, Part, Said, chapter

Teller = Callable[[CareModule], Iterable[Part | None]]

ORDER: tuple[tuple[str, str, Teller], ...] = (
    ("samenvatting", "Samenvatting", grounds.summary),
    ("probleem", "Probleem", audience.problem),
    ("doelgroep", "Doelgroep", audience.audience),
    ("vormen", "Vormen waarin u kunt kiezen", ways.variations),
    ("gebieden", "Waar het om kan gaan", ways.problem_areas),
    ("onderzoek", "Kennismaken en onderzoeken", diagnostics.diagnostics),
    ("doelen", "Doelen", goals.goals),
    ("aanpak", "Aanpak", approach.approach),
    ("bewegen", "Bewegen", movement.movement),
    ("afspraken", "Evaluatie, besluit en afronding", approach.agreements),
    ("omgeving", "Mensen om de cliënt heen", grounds.surroundings),
    ("onderbouwing", "Onderbouwing en voorwaarden", grounds.underpinning),
    ("folder", "Folder", grounds.leaflet),
    ("herkomst", "Herkomst", grounds.provenance),
)


@dataclass(frozen=True, slots=True)
class Use:
    """A statement that rests on a source, and where it stands."""

    chapter: Chapter
    part: Part
    said: Said


def chapters(module: CareModule) -> tuple[Chapter, ...]:
    """Return the module in the order of a published module description; a chapter without content is left out."""
    made = (chapter(id_, title, teller(module)) for id_, title, teller in ORDER)
    return tuple(each for each in made if each is not None)


def uses(module: CareModule, source: str) -> Iterator[Use]:
    """Yield every statement of the module that rests on a source."""
    for each in chapters(module):
        for part in each.parts:
            for said in part.said:
                if source in said.sources:
                    yield Use(each, part, said)
