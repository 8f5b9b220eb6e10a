"""Advice on conditions that must keep holding: which one is gone, and when to ask again."""

from collections.abc import Iterator
from datetime import date

from lijfspoor.domain.caremodules.criteria import Criterion, CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.advice.making import due
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.permissions.needs import REPORTING_CODE
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import say

PAUSED = say(
    "Bespreek wat nodig is. Denk aan de meldcode. Stappen vooruit en sessies samen wachten even; "
    "over de gewone sessies beslist u zelf.",
    "Talk about what is needed. Keep the reporting code in mind. Steps forward and sessions together wait; "
    "about ordinary sessions you decide yourself.",
)
LAPSED = say(
    "Deze voorwaarde hoort er ook tijdens de behandeling te zijn. Bespreek wat daarvoor nodig is.",
    "This condition should be there during treatment too. Talk about what that needs.",
)
CHANGED = say(
    "Bij de start is hiernaar gevraagd. Bespreek wat er is veranderd.",
    "This was asked at the start. Talk about what has changed.",
)


def lapsed(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which condition is answered no during treatment.

    For safety, name the reporting code (S2-138, standards 4.5).
    """
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        for criterion, answer in zip(group.criteria, answers.criteria, strict=True):
            if group.kind == "precondition" and answer.answer is Answer.NO:
                yield _lapsed(group, criterion)


def to_ask_again(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the conditions are asked again when an evaluation that asks them is due (S2-138, contradiction 5)."""
    for evaluation, now in zip(module.agreements.evaluations, standing.evaluations, strict=True):
        since = now.last_on or standing.started_on
        if evaluation.asks_preconditions and now.due and since and _asked_by(module, standing, since):
            title = say("Vraag de randvoorwaarden opnieuw", "Ask the preconditions again")
            why = say(
                f"Ze horen bij: {evaluation.title.nl}. De laatste antwoorden zijn van daarvoor.",
                f"They belong to: {evaluation.title.en}. The last answers are from before.",
            )
            yield due("preconditions-again", evaluation.id, title, why, evaluation.sources, ("S2-138",))


def _lapsed(group: CriterionGroup, criterion: Criterion) -> Advice:
    title = say(f"Het antwoord is nu nee: {criterion.text.nl}", f"The answer is no now: {criterion.text.en}")
    step = None if criterion.age else Step(StepKind.ANSWER_CRITERION, criterion.id)
    keeps = "at_evaluation" in group.asked
    why = PAUSED if criterion.safety else LAPSED if keeps else CHANGED
    sources = (*(REPORTING_CODE if criterion.safety else ()), *(("S2-138",) if keeps else ()))
    return due("precondition-lapsed", criterion.id, title, why, criterion.sources, sources, step=step)


def _asked_by(module: CareModule, standing: Standing, day: date) -> bool:
    """Tell whether some condition to be asked at evaluations was last answered on or before `day`, or never."""
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        if "at_evaluation" not in group.asked:
            continue
        for criterion, answer in zip(group.criteria, answers.criteria, strict=True):
            if criterion.age is None and (answer.since is None or answer.since <= day):
                return True
    return False
