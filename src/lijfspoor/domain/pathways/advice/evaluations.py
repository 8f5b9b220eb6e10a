"""Advice on evaluations: which one is due."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import held_text, say


def evaluations_due(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which evaluations fall due by the number of held sessions (S1-012)."""
    for evaluation, now in zip(module.agreements.evaluations, standing.evaluations, strict=True):
        if now.due:
            held = held_text(standing.dose.held)
            title = say(f"Plan de {_inside(evaluation.title.nl)}", f"Plan the {_inside(evaluation.title.en)}")
            why = say(
                f"{held.nl} Afgesproken is om na sessie {now.due_after} stil te staan bij hoe het gaat.",
                f"{held.en} The agreement is to look back after session {now.due_after}.",
            )
            step = Step(StepKind.HOLD_EVALUATION, evaluation.id)
            yield due("evaluation-due", evaluation.id, title, why, evaluation.sources, step=step)


def _inside(title: str) -> str:
    """A title as it reads inside a sentence."""
    return title[:1].lower() + title[1:]
