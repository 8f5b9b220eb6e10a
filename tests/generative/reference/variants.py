"""Variants, problem areas, the diagnostic phase and the bond, read afresh from the facts."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from lijfspoor.domain.caremodules.approach import Dose
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    BondAsked,
    DevelopmentalAgeStated,
    DiagnosticPhaseOpened,
    ProblemAreasNamed,
    TherapistAssigned,
    TreatmentStarted,
    VariantChosen,
)
from lijfspoor.domain.pathways.model import (
    BondAnswer,
    BondStanding,
    DiagnosticStanding,
    EvaluationStanding,
    Stage,
    VariantChoice,
    VariantStanding,
)
from tests.generative.reference.counting import before, every, last, place
from tests.generative.reference.criteria import age_answer


def variants(module: CareModule, facts: Sequence[AnyFact], on_day: date) -> tuple[VariantStanding, ...]:
    found = []
    for variation in module.variations:
        ids = [variant.id for variant in variation.variants]
        choices = [fact for fact in every(facts, VariantChosen) if fact.variant in ids]
        by_age = [v.id for v in variation.variants if v.age and age_answer(v.age, facts, on_day) == Answer.YES]
        ways = [*[fact.variant for fact in choices[-1:]], *by_age[:1], *([variation.usual] if variation.usual else [])]
        told = tuple(VariantChoice(f.variant, f.stamp.holds_on, f.reason, f.stamp.by) for f in choices)
        found.append(VariantStanding(variation.id, ways[0] if ways else "", told))
    return tuple(found)


def counting_variants(module: CareModule, facts: Sequence[AnyFact], on_day: date) -> list[str]:
    return [each.variant for each in variants(module, facts, on_day) if each.variant != ""]


def dose_of(module: CareModule, counts: Sequence[str]) -> Dose:
    """The dose of the last variation whose counting variant has one, else that of the module."""
    doses = [
        variant.dose
        for variation in module.variations
        for variant in variation.variants
        if variant.id in counts and variant.dose is not None
    ]
    return doses[-1] if doses else module.approach.dose


def areas(module: CareModule, facts: Sequence[AnyFact]) -> tuple[str, ...]:
    named = last(every(facts, ProblemAreasNamed))
    return () if named is None else tuple(area.id for area in module.problem_areas if area.id in named.areas)


def developmental_age(facts: Sequence[AnyFact]) -> int | None:
    stated = every(facts, DevelopmentalAgeStated)
    return stated[-1].months if stated else None


def diagnostic_phase(module: CareModule, facts: Sequence[AnyFact]) -> DiagnosticStanding | None:
    opened = every(facts, DiagnosticPhaseOpened)
    if module.diagnostics.phase is None or not opened:
        return None
    return DiagnosticStanding(opened[0].stamp.holds_on, opened[0].reason)


def bond(
    module: CareModule,
    facts: Sequence[AnyFact],
    sessions: Sequence[int],
    evaluations: Sequence[EvaluationStanding],
    stage: Stage,
) -> BondStanding | None:
    """The bond; `sessions` tells how many had been held up to and including each fact."""
    check = module.agreements.bond
    if check is None:
        return None
    asked = every(facts, BondAsked)
    change = changed(facts)
    anew = change is not None and all(place(fact) < place(change) for fact in asked)
    due_after: int | None = check.after_session
    if change is not None and anew:
        due_after = sessions[len(before(facts, change))] + check.after_session
    elif asked:
        then = sessions[len(before(facts, asked[-1]))]
        later = [each.due_after for each in evaluations if each.due_after is not None and each.due_after > then]
        due_after = min(later) if later else None
    runs = stage in (Stage.UNDER_WAY, Stage.TAPERING)
    now = sessions[-1] if sessions else 0
    answers = tuple(BondAnswer(f.stamp.holds_on, f.at_ease, f.understood, f.wish, f.words) for f in asked)
    return BondStanding(answers, due_after, runs and due_after is not None and now >= due_after, anew)


def changed(facts: Sequence[AnyFact]) -> TherapistAssigned | None:
    """The last time that someone else took over during treatment."""
    assigned, started = every(facts, TherapistAssigned), every(facts, TreatmentStarted)
    if not started:
        return None
    changes = [
        after
        for earlier, after in pairwise(assigned)
        if earlier.therapist != "" and earlier.therapist != after.therapist and place(after) > place(started[0])
    ]
    return last(changes)
