"""Advice on whether the treatment still fits: what to do when it does not, or not wholly."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import say


def fit_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that plan or variant is to be looked at anew after an evaluation found that it no longer fits (S0-063)."""
    for evaluation, now in zip(module.agreements.evaluations, standing.evaluations, strict=True):
        if evaluation.fit is not None and now.fit_open:
            title = say("Kijk samen wat er anders moet", "Look together at what should change")
            step = Step(StepKind.AGREE_PLAN)
            yield due("fit-open", evaluation.id, title, evaluation.fit.when_not, evaluation.fit.sources, step=step)
