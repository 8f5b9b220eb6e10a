"""Variants, problem areas, the diagnostic phase and the bond: what they promise must be possible."""

from collections.abc import Iterator
from itertools import pairwise

from lijfspoor.catalogue.mistakes import Finding, Path
from lijfspoor.catalogue.rules.exercises import PROBLEM_AREAS
from lijfspoor.catalogue.rules.promises import AGES, dose_objections
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.variants import Variant, Variation


def variations_leave_a_choice(module: CareModule) -> Iterator[Finding]:
    """A variation has at least two variants; the usual one is one of them."""
    for place, variation in enumerate(module.variations):
        ids = [variant.id for variant in variation.variants]
        if len(ids) < 2:
            yield Finding(("variations", place, "variants"), "Write at least two variants, or leave the variation out.")
        if variation.usual is not None and variation.usual not in ids:
            expected = f"Name a variant of this variation: there is no {variation.usual[:60]}."
            yield Finding(("variations", place, "usual"), expected)


def variants_can_be_given(module: CareModule) -> Iterator[Finding]:
    """What a variant says of dose, length and frequency has its numbers; only the module itself sets a limit."""
    for path, variant in _variants(module):
        if variant.dose is not None:
            if variant.dose.kind == "fixed":
                yield Finding((*path, "dose", "kind"), "Write expected or open: only the module itself has a limit.")
            for key, expected in dose_objections(variant.dose):
                yield Finding((*path, "dose", key), expected)
        if variant.minutes is not None and not 1 <= variant.minutes.low <= variant.minutes.high:
            expected = "Write the shortest length in minutes, 1 or more and not above high."
            yield Finding((*path, "minutes", "low"), expected)
        if variant.per_week is not None and variant.per_week < 1:
            yield Finding((*path, "per_week"), "Write how many sessions a week, 1 or more.")


def variants_divide_ages(module: CareModule) -> Iterator[Finding]:
    """Ages of variants run upwards, and no age fits two variants of one variation by the same measure."""
    for place, variation in enumerate(module.variations):
        for path, variant in _of(place, variation):
            if variant.age is not None and not 0 <= variant.age.low_months <= variant.age.high_months:
                yield Finding((*path, "age", "low_months"), AGES)
        yield from _overlaps(place, variation)


def _overlaps(place: int, variation: Variation) -> Iterator[Finding]:
    ages = [(v.age.measure, v.age.low_months, v.age.high_months, path) for path, v in _of(place, variation) if v.age]
    for (measure, _, high, _), (other, low, _, path) in pairwise(sorted(ages, key=lambda age: age[:3])):
        if measure == other and low <= high:
            expected = f"Write an age above {high} months: another variant fits until then."
            yield Finding((*path, "age", "low_months"), expected)


def the_diagnostic_phase_has_parts(module: CareModule) -> Iterator[Finding]:
    """A diagnostic phase has parts of the examination, and parts of a phase have that phase (S0-041)."""
    within = [place for place, part in enumerate(module.diagnostics.examination) if part.in_phase]
    if module.diagnostics.phase is not None and not within:
        yield Finding(("diagnostics", "phase"), "Give at least one part of the examination in_phase: true.")
    if module.diagnostics.phase is None:
        for place in within:
            path = ("diagnostics", "examination", place, "in_phase")
            yield Finding(path, "Take this out, or describe the diagnostic phase under diagnostics.phase.")


def the_bond_is_asked_in_time(module: CareModule) -> Iterator[Finding]:
    """The bond is asked for after at least one session (S0-062)."""
    bond = module.agreements.bond
    if bond is not None and bond.after_session < 1:
        yield Finding(("agreements", "bond", "after_session"), "Write after how many sessions, 1 or more.")


def areas_have_goals(module: CareModule) -> Iterator[Finding]:
    """Every problem area is named by a goal that is offered, and by words that exercises know."""
    served = {area for goal in module.goals.offered for area in goal.areas}
    for place, area in enumerate(module.problem_areas):
        if area.id not in served:
            expected = f"Let at least one goal under goals.offered name {area.id[:60]} in its areas."
            yield Finding(("problem_areas", place, "id"), expected)
        for rank, name in enumerate(area.exercise_areas):
            if name not in PROBLEM_AREAS:
                path = ("problem_areas", place, "exercise_areas", rank)
                yield Finding(path, f"Name one of {', '.join(sorted(PROBLEM_AREAS))}.")


def _variants(module: CareModule) -> Iterator[tuple[Path, Variant]]:
    for place, variation in enumerate(module.variations):
        yield from _of(place, variation)


def _of(place: int, variation: Variation) -> Iterator[tuple[Path, Variant]]:
    for rank, variant in enumerate(variation.variants):
        yield ("variations", place, "variants", rank), variant
