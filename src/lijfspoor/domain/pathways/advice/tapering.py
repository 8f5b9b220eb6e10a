"""Advice on tapering off: when to begin thinking about a careful ending."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import possible
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import say


def taper_possible(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that tapering off can be agreed: in the last phase, or when the expected number is reached (S2-101)."""
    taper = module.agreements.taper
    if taper is None or standing.taper is not None or not _near_the_end(module, standing):
        return
    title = say("U kunt de afbouw afspreken", "Tapering off can be agreed")
    why = say("Een rustige afbouw geeft tijd voor het afscheid.", "A gentle taper gives time for saying goodbye.")
    step = Step(StepKind.PLAN_TAPER)
    yield possible("taper-possible", "taper", title, why, taper.text.sources, ("S2-101",), step=step)


def _near_the_end(module: CareModule, standing: Standing) -> bool:
    phases, high = module.approach.phases, standing.dose.high
    if phases and phases[-1].id == standing.phase:
        return True
    return high is not None and standing.dose.held >= high
