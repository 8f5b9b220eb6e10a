"""Goals on the file: building blocks with their subgoals, or goals by aspect."""

from typing import Any

from django.urls import reverse

from lijfspoor.domain.caremodules.goals import BuildingBlock, Subgoal
from lijfspoor.domain.pathways.model import AgreedGoal, Stage, SubgoalStanding
from lijfspoor.practice.look.parts import Chip
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.pages_course import rating_part
from lijfspoor.practice.treatment.told import held_sessions


def stones(course: Course) -> list[dict[str, Any]]:
    """Return the building blocks in order, those of the current phase open (S2-031)."""
    phase = next((each for each in course.module.approach.phases if each.id == course.standing.phase), None)
    active = set(phase.blocks) if phase and course.standing.stage is not Stage.CLOSED else set()
    first = min((block.number for block in course.module.goals.blocks if block.id in active), default=0)
    held = {each.id: each.number for each in held_sessions(course)}
    standings = {each.subgoal: each for each in course.standing.subgoals}
    return [_stone(course, block, active, first, held, standings) for block in course.module.goals.blocks]


def _stone(
    course: Course,
    block: BuildingBlock,
    active: set[str],
    first: int,
    held: dict[str, int],
    standings: dict[str, SubgoalStanding],
) -> dict[str, Any]:
    in_view = block.id in active
    chip = Chip("in beeld", "plum") if in_view else Chip("blijft meelopen" if block.number < first else "later")
    return {
        "block": block,
        "active": in_view,
        "later": bool(active) and not in_view and block.number > first,
        "chip": chip if active else None,
        "rungs": [_rung(course, each, standings[each.id], held) for each in block.subgoals],
        "goals": [goal_words(course, goal) for goal in course.standing.goals if goal.block == block.id and goal.own],
    }


def _rung(course: Course, subgoal: Subgoal, standing: SubgoalStanding, held: dict[str, int]) -> dict[str, Any]:
    now = standing.now
    number = held.get(now.session) if now else None
    return {
        "subgoal": subgoal,
        "rating": rating_part(course, standing),
        "seen": now.seen if now else "",
        "number": number,
        "url": reverse("treatment:session", args=[now.session]) if now and number else "",
    }


def goals(course: Course) -> list[dict[str, Any]]:
    """Return the agreed goals by aspect, in the module's order; goals of a building block stand with the block."""
    offered = {each.id: each.aspect for each in course.module.goals.offered}
    names = {aspect.id: aspect.name.nl for aspect in course.module.goals.aspects}
    names[""] = "Andere doelen" if names else ""
    by_aspect: dict[str, list[str]] = {aspect: [] for aspect in names}
    for goal in course.standing.goals:
        if not (goal.block and goal.own):
            aspect = goal.aspect or offered.get(goal.goal) or ""
            by_aspect.setdefault(aspect if aspect in names else "", []).append(goal_words(course, goal))
    return [{"name": names[aspect], "goals": those} for aspect, those in by_aspect.items() if those]


def goal_words(course: Course, goal: AgreedGoal) -> str:
    """Return a goal in words: its own, those the module offers, or those of the subgoal."""
    if goal.own:
        return goal.own
    known = {each.id: each.text.nl for each in course.module.goals.offered}
    known |= {each.id: f"{each.code} {each.text.nl}" for _, each in course.module.subgoals()}
    return known.get(goal.goal, goal.goal)
