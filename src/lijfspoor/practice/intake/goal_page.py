"""What the page of treatment goals is filled with."""

from collections.abc import Container
from typing import Any

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.intake.forms import Choices, OwnGoalForm
from lijfspoor.practice.intake.goals import goal_words
from lijfspoor.practice.pathway.course import Course


def ties(module: CareModule) -> Choices:
    """Return what a goal of one's own can belong to: an aspect or a building block."""
    aspects = tuple((aspect.id, aspect.name.nl) for aspect in module.goals.aspects)
    blocks = tuple((block.id, f"Bouwsteen {block.number}: {block.name.nl}") for block in module.goals.blocks)
    return aspects + blocks


def fill(course: Course, form: OwnGoalForm, *, may_write: bool, chosen: Container[str]) -> dict[str, Any]:
    """Fill the page."""
    module, standing = course.module, course.standing
    agreed = {goal.goal for goal in standing.goals}
    return {
        "client": course.around.card,
        "treatment_id": course.treatment_id,
        "main": module.goals.main,
        "building_on": module.goals.building_on,
        "agreed": [{"goal": goal_words(module, goal), "on": goal.on} for goal in standing.goals],
        "groups": [*_offered(module, agreed, chosen), *_ladder(module, agreed, chosen)],
        "form": form,
        "may_write": may_write and standing.stage is not Stage.CLOSED,
    }


def _offered(module: CareModule, agreed: Container[str], chosen: Container[str]) -> list[dict[str, Any]]:
    names = {aspect.id: aspect.name.nl for aspect in module.goals.aspects}
    groups: dict[str, list[dict[str, Any]]] = {}
    for goal in module.goals.offered:
        if goal.id not in agreed:
            line = {"id": goal.id, "words": goal.text.nl, "sources": goal.sources, "chosen": goal.id in chosen}
            groups.setdefault(names.get(goal.aspect or "", ""), []).append(line)
    return [
        {"title": title or "Voor de hele behandeling", "remark": "", "lines": lines} for title, lines in groups.items()
    ]


def _ladder(module: CareModule, agreed: Container[str], chosen: Container[str]) -> list[dict[str, Any]]:
    return [
        {
            "title": f"Bouwsteen {block.number}: {block.name.nl}",
            "remark": "Voor deze bouwsteen geeft de bron geen subdoelen. Schrijf onderaan een eigen doel op."
            if block.own_goals
            else "",
            "lines": [
                {
                    "id": each.id,
                    "words": f"{each.code} {each.text.nl}",
                    "sources": each.sources,
                    "chosen": each.id in chosen,
                }
                for each in block.subgoals
                if each.id not in agreed
            ],
        }
        for block in module.goals.blocks
    ]
