"""The chapters on the ways in which a module is given and on the problems it serves."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.problem_areas import ProblemArea
from lijfspoor.domain.caremodules.variants import Variant, Variation
from lijfspoor.domain.kernel.ages import Age
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated


def variations(module: CareModule) -> Iterator[Part | None]:
    """What can be chosen: how long, how often, for whom; with what each variant says of its own."""
    for variation in module.variations:
        yield part(variation.title.nl, (Said(variation.question.nl, variation.sources),))
        for variant in variation.variants:
            yield part(variant.name.nl, _variant(variant), _chips(variation, variant))


def _chips(variation: Variation, variant: Variant) -> tuple[str, ...]:
    usual = ("tenzij u anders kiest",) if variation.usual == variant.id else ()
    per_week = (f"{variant.per_week} keer per week",) if variant.per_week else ()
    playful = ("speels",) if variant.playful else ()
    return (*usual, *_ages(variant), *per_week, *playful)


def _ages(variant: Variant) -> tuple[str, ...]:
    if variant.age is None:
        return ()
    low, high = Age(variant.age.low_months), Age(variant.age.high_months)
    measure = " in ontwikkeling" if variant.age.measure == "developmental" else ""
    return (f"van {low.years} tot en met {high.years} jaar{measure}",)


def _variant(told: Variant) -> Iterator[Said]:
    yield from stated(told.about)
    if told.dose is not None:
        yield Said(told.dose.words.nl, told.dose.sources)
    if told.minutes is not None:
        low, high = told.minutes.low, told.minutes.high
        yield Said(f"Een sessie duurt {low} tot {high} minuten.", told.minutes.sources)
    yield from stated((told.frequency, *told.attitude, *told.expectations))
    if told.asks_developmental_age:
        yield Said("De ontwikkelingsleeftijd wordt naast de leeftijd opgeschreven.", told.sources)


def problem_areas(module: CareModule) -> Iterator[Part | None]:
    """The problem areas, each with its attitude and where to look."""
    for area in module.problem_areas:
        yield part(area.name.nl, _area(module, area))


def _area(module: CareModule, area: ProblemArea) -> Iterator[Said]:
    yield from stated(area.about)
    for each in area.attitude:
        yield Said(each.text.nl, each.sources, ("houding van de therapeut",))
    lists = {each.id: each.title.nl for each in module.diagnostics.checklists}
    for each_list in area.lists:
        yield Said(f"Kijk langs: {lists[each_list]}.", area.sources)


def for_variant(module: CareModule, variant_id: str | None) -> tuple[str, ...]:
    """Return the small fact that something belongs to one variant only."""
    names = {variant.id: variant.name.nl for variation in module.variations for variant in variation.variants}
    return () if variant_id is None else (f"bij: {names[variant_id].lower()}",)
