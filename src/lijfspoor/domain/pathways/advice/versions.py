"""Advice on versions of the module: that there is a newer one is good to know, and never due."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import know
from lijfspoor.domain.pathways.model import Stage, Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import OWN, say


def newer_version(module: CareModule, standing: Standing, newest: str) -> Iterator[Advice]:
    """Say that the module has a newer version than a running treatment follows."""
    if not newest or standing.stage not in (Stage.UNDER_WAY, Stage.TAPERING):
        return
    title = say(
        f"Er is een nieuwere versie van de module: {newest}", f"There is a newer version of the module: {newest}"
    )
    why = say(
        f"De behandeling volgt versie {module.version} en kan zo doorgaan. Overstappen is een eigen besluit.",
        f"The treatment follows version {module.version} and can go on so. Moving is a decision of its own.",
    )
    yield know("newer-version", newest, title, why, OWN, step=Step(StepKind.MOVE_VERSION))
