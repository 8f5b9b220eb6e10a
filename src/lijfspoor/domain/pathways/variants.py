"""Which variant of each variation counts: what was chosen last, else what the age fits, else the usual one."""

from collections.abc import Sequence
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.variants import Variation
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import ages
from lijfspoor.domain.pathways.facts import DevelopmentalAgeStated, ProblemAreasNamed, VariantChosen
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import VariantChoice, VariantStanding


def variants(module: CareModule, history: History, on_day: date) -> tuple[VariantStanding, ...]:
    """Return for each variation which variant counts on `on_day`, with every choice made (S0-009, S0-042 to S0-044)."""
    chosen = tuple(history.of(VariantChosen))
    return tuple(_standing(variation, chosen, history, on_day) for variation in module.variations)


def _standing(variation: Variation, chosen: Sequence[VariantChosen], history: History, on_day: date) -> VariantStanding:
    known = {variant.id for variant in variation.variants}
    choices = tuple(
        VariantChoice(fact.variant, fact.stamp.holds_on, fact.reason, fact.stamp.by)
        for fact in chosen
        if fact.variant in known
    )
    counts = choices[-1].variant if choices else _by_age(variation, history, on_day) or variation.usual or ""
    return VariantStanding(variation.id, counts, choices)


def _by_age(variation: Variation, history: History, on_day: date) -> str:
    for variant in variation.variants:
        age = variant.age
        if age is not None and ages.fits(age, ages.told(age.measure, history), on_day) is Answer.YES:
            return variant.id
    return ""


def areas(module: CareModule, history: History) -> tuple[str, ...]:
    """Return the problem areas named last, in the order of the module (S0-002)."""
    last = history.last(ProblemAreasNamed)
    return tuple(area.id for area in module.problem_areas if last is not None and area.id in last.areas)


def developmental_age(history: History) -> int | None:
    """Return the developmental age in months as it was stated last (S0-023)."""
    stated = history.last(DevelopmentalAgeStated)
    return stated.months if stated else None
