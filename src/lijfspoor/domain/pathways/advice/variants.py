"""Advice on variants, problem areas and the developmental age: what is still to choose, and what else would fit."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.variants import Variant, Variation, named
from lijfspoor.domain.pathways.advice.making import due, possible
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import held_text, say

NEAR = 1
"""How many sessions before the expected end a longer variant is brought up; our own choice."""


def variants_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which variation still waits for a choice (S0-042 to S0-044)."""
    for variation, now in zip(module.variations, standing.variants, strict=True):
        if not now.variant:
            title = say(f"Kies samen: {variation.title.nl}", f"Choose together: {variation.title.en}")
            yield due("variant-open", variation.id, title, variation.question, variation.sources)


def longer_variant(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that a longer variant can be chosen when the expected number is near; some need longer (S0-043)."""
    for variation, now in zip(module.variations, standing.variants, strict=True):
        current = next(named((variation,), (now.variant,)), None)
        high = current.dose.high if current is not None and current.dose is not None else None
        longer = None if high is None else _longer(variation, high)
        if high is not None and longer is not None and now.chosen and standing.dose.held >= high - NEAR:
            held = held_text(standing.dose.held)
            title = say(f"U kunt samen kiezen: {longer.name.nl}", f"You can choose together: {longer.name.en}")
            why = say(
                f"{held.nl} Soms is er meer tijd nodig. Past dat, kies dan de andere vorm en schrijf op waarom.",
                f"{held.en} Sometimes more time is needed. If so, choose the other variant and write down why.",
            )
            step = Step(StepKind.CHOOSE_VARIANT, longer.id)
            yield possible("variant-longer", variation.id, title, why, longer.sources, step=step)


def _longer(variation: Variation, high: int) -> Variant | None:
    """Return the variant that follows on `high` sessions: the nearest with more, else one without a number."""
    doses = [(variant, variant.dose) for variant in variation.variants if variant.dose is not None]
    more = [(dose.high, place) for place, (_, dose) in enumerate(doses) if dose.high is not None and dose.high > high]
    if more:
        return doses[min(more)[1]][0]
    return next((variant for variant, dose in doses if dose.high is None), None)


def areas_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the problem area can be named, so that its goals come first (S0-010 to S0-017)."""
    if module.problem_areas and not standing.areas:
        title = say("Noem waar het om gaat", "Name what it is about")
        why = say(
            "De doelen die daarbij horen, staan dan vooraan. Kiezen blijft vrij.",
            "The goals that belong to it then come first. The choice stays free.",
        )
        sources = [area.sources for area in module.problem_areas]
        yield possible("areas-open", "areas", title, why, *sources, step=Step(StepKind.NAME_PROBLEM_AREAS))


def development_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the developmental age can be written beside the calendar age, where a variant asks it (S0-023)."""
    for variant in named(module.variations, standing.variant_ids):
        if variant.asks_developmental_age and standing.developmental_age is None:
            title = say("Schrijf de ontwikkelingsleeftijd op", "Write down the developmental age")
            why = say(
                "De behandeling sluit aan bij hoe ver een kind zich ontwikkelde. Dat is niet altijd de leeftijd.",
                "Treatment fits how far a child has developed. That is not always the calendar age.",
            )
            step = Step(StepKind.STATE_DEVELOPMENTAL_AGE)
            yield possible("developmental-age-open", variant.id, title, why, ("S0-023",), step=step)
