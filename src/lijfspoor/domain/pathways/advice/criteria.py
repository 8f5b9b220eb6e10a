"""Advice on criteria: what is still to be asked, and which contra-indications were passed."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.criteria import CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer, Text
from lijfspoor.domain.pathways.advice.making import due, know
from lijfspoor.domain.pathways.model import GroupStanding, OverrideStanding, Standing
from lijfspoor.domain.pathways.permissions.needs import group_reason
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import day_text, say


def open_groups(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which groups of criteria are not known yet; unknown opens nothing (S2-002, S2-003, S2-028)."""
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        if answers.met is Answer.UNKNOWN:
            reason = group_reason(group, answers.met)
            title = say(f"Vraag na: {group.title.nl}", f"Find out: {group.title.en}")
            step = _only_question(group, answers)
            yield due("criterion-open", group.id, title, reason.text, reason.sources, step=step)


def overrides(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Keep every passed contra-indication in sight, also when its answer changed later (S2-021)."""
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        for criterion, answer in zip(group.criteria, answers.criteria, strict=True):
            if answer.override is not None:
                title = say(
                    f"Met een reden toch passend gevonden: {criterion.text.nl}",
                    f"Found fitting all the same, with a reason: {criterion.text.en}",
                )
                why = _why(answer.override)
                yield know("overridden", criterion.id, title, why, group.sources, ("S2-021",))


def _why(override: OverrideStanding) -> Text:
    day = day_text(override.on)
    return say(
        f"Op {day.nl}, na overleg met {override.consulted}. Reden: {override.reason}",
        f"On {day.en}, after consulting {override.consulted}. Reason: {override.reason}",
    )


def _only_question(group: CriterionGroup, answers: GroupStanding) -> Step | None:
    unknown = [
        criterion
        for criterion, answer in zip(group.criteria, answers.criteria, strict=True)
        if answer.answer is Answer.UNKNOWN
    ]
    if len(unknown) != 1 or unknown[0].age is not None:
        return None
    return Step(StepKind.ANSWER_CRITERION, unknown[0].id)
