"""The support plan inside the treatment plan: what home, school and therapist do in the same way (S0-031)."""

from collections.abc import Iterator, Mapping

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.surroundings import SupportPlan
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.practice.intake.sheets.shape import Line

PREFIX = "plan.support."


def asked(module: CareModule, standing: Standing) -> SupportPlan | None:
    """Return the support plan of the module, when it has one for the variants that count."""
    plan = module.surroundings.support_plan
    if plan is None or (plan.variant is not None and plan.variant not in standing.variant_ids):
        return None
    return plan


def lines(module: CareModule, standing: Standing) -> tuple[Line, ...]:
    """Return the lines of the plan in which it is written."""
    plan = asked(module, standing)
    if plan is None:
        return ()
    return tuple(
        Line(
            name=f"{PREFIX}{part.id}",
            label=f"{plan.title.nl}: {part.title.nl.lower()}",
            hint=part.hint.nl,
            sources=part.sources,
            rows=3,
        )
        for part in plan.parts
    )


def written(module: CareModule, body: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what was written, each as its heading and the words, in the order of the module."""
    plan = module.surroundings.support_plan
    for part in plan.parts if plan else ():
        words = body.get(f"{PREFIX}{part.id}", "").strip()
        if words:
            yield part.title.nl, words
