"""What the page of treatment goals is filled with."""

from collections.abc import Container
from typing import Any

from lijfspoor.domain.caremodules.goals import ModuleGoal
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
        "groups": [*_offered(course, agreed, chosen), *_ladder(module, agreed, chosen)],
        "form": form,
        "may_write": may_write and standing.stage is not Stage.CLOSED,
    }


def _offered(course: Course, agreed: Container[str], chosen: Container[str]) -> list[dict[str, Any]]:
    """The goals to choose from: first those of the areas and variants that count, never those of another variant."""
    groups: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for goal in course.module.goals.offered:
        place = _place(course, goal)
        if place is not None and goal.id not in agreed:
            line = {"id": goal.id, "words": goal.text.nl, "sources": goal.sources, "chosen": goal.id in chosen}
            groups.setdefault(place, []).append(line)
    ordered = sorted(groups.items(), key=lambda group: group[0][0])
    return [{"title": title, "remark": "", "lines": lines} for (_, title), lines in ordered]


def _place(course: Course, goal: ModuleGoal) -> tuple[int, str] | None:
    """Return the rank and title of the group a goal stands in; None for a goal of a variant that does not count."""
    aspects = {aspect.id: aspect.name.nl for aspect in course.module.goals.aspects}
    areas = {area.id: area.name.nl for area in course.module.problem_areas}
    variants = {variant.id: variant.name.nl for variant in course.variants}
    if goal.variants:
        mine = [each for each in goal.variants if each in variants]
        return (1, variants[mine[0]]) if mine else None
    if goal.areas:
        mine = [area for area in goal.areas if area in course.standing.areas]
        return (0, areas[mine[0]]) if mine else (3, areas[goal.areas[0]])
    return 2, aspects.get(goal.aspect or "", "Voor de hele behandeling")


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
