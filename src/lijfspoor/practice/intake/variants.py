"""Flows around variants and problem areas: what it is about, which variant fits, a diagnostic phase."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import DiagnosticPhaseOpened, ProblemAreasNamed, VariantChosen
from lijfspoor.domain.pathways.model import VariantStanding
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.intake import log_kinds
from lijfspoor.practice.intake.criteria import state_developmental_age
from lijfspoor.practice.intake.entrance import readable, treatable
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is chosen on the page: problem areas, one variant of each variation, why, and the developmental age."""

    areas: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    reason: str = ""
    developmental_months: int | None = None


def read_variants(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False
) -> tuple[Course, bool]:
    """Return the course for choosing variants and areas, and whether the colleague may choose.

    Raises NotFound when the module has neither.
    """
    with transaction.atomic():
        at, relation = readable(actor, treatment_id, day)
        if to_write:
            treatable(actor, treatment_id, day)
        if not (at.module.variations or at.module.problem_areas):
            raise NotFound
        record(actor=actor, kind=log_kinds.VARIANTS_READ, at=now, clients=(at.client_id,), subject=str(treatment_id))
        return at, relation.treats


def choose(*, actor: Actor, treatment_id: UUID, wish: Wish, day: date, now: datetime) -> int:
    """Record what differs from what was chosen before; return how many facts that gave.

    What was chosen stays as it is. A variant in the place of another, or chosen during treatment, asks for a reason.
    Raises NotUnderstood without it, and for what the module does not have (S0-042 to S0-044, S0-063).
    """
    at = treatable(actor, treatment_id, day)
    steps = [*_areas(at, wish), *_variants(at, wish)]
    with transaction.atomic():
        if wish.developmental_months is not None:
            months = wish.developmental_months
            state_developmental_age(actor=actor, treatment_id=treatment_id, months=months, day=day, now=now)
        if steps:
            pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=day, now=now)
    return len(steps)


def _areas(at: Course, wish: Wish) -> list[tuple[Step, pathway.Say]]:
    known = [area.id for area in at.module.problem_areas]
    if not set(wish.areas) <= set(known):
        raise NotUnderstood({"areas": "Kies uit de lijst."})
    named = tuple(area for area in known if area in wish.areas)
    if named == at.standing.areas:
        return []
    return [(Step(StepKind.NAME_PROBLEM_AREAS), lambda stamp: ProblemAreasNamed(stamp=stamp, areas=named))]


def _variants(at: Course, wish: Wish) -> list[tuple[Step, pathway.Say]]:
    found = []
    for variation, now in zip(at.module.variations, at.standing.variants, strict=True):
        chosen = next((v.id for v in variation.variants if v.id in wish.variants), "")
        if not chosen or chosen == now.variant:
            continue
        if needs_reason(at, now) and not wish.reason.strip():
            raise NotUnderstood({"reason": "Schrijf op waarom de vorm verandert."})
        found.append((Step(StepKind.CHOOSE_VARIANT, chosen), _says(chosen, wish.reason.strip())))
    return found


def needs_reason(at: Course, now: VariantStanding) -> bool:
    """Tell whether a choice changes what was chosen or already ran."""
    return now.chosen or at.standing.started_on is not None


def _says(variant: str, reason: str) -> pathway.Say:
    return lambda stamp: VariantChosen(stamp=stamp, variant=variant, reason=reason)


def open_diagnostic_phase(*, actor: Actor, treatment_id: UUID, reason: str, day: date, now: datetime) -> None:
    """Open a diagnostic phase after the intake, with the reason; its parts are asked from now on (S0-041)."""
    treatable(actor, treatment_id, day)
    if not reason.strip():
        raise NotUnderstood({"reason": "Schrijf op wat nog niet duidelijk is."})
    pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.OPEN_DIAGNOSTIC_PHASE),
        say=lambda stamp: DiagnosticPhaseOpened(stamp=stamp, reason=reason.strip()),
        day=day,
        now=now,
    )


def read_phase(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> Course:
    """Return the course for opening a diagnostic phase. Raises NotFound when the module has none."""
    with transaction.atomic():
        at = treatable(actor, treatment_id, day)
        if at.module.diagnostics.phase is None:
            raise NotFound
        record(actor=actor, kind=log_kinds.VARIANTS_READ, at=now, clients=(at.client_id,), subject=str(treatment_id))
        return at
