"""What the pages on movement and on treatments beside this one are filled with."""

from typing import Any

from lijfspoor.domain.caremodules.movement import LINKED, Movement, MovementRoute
from lijfspoor.domain.evidence import words as levels
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways.model import BesideStanding, MovementStanding
from lijfspoor.practice.library.chapters.movement import (
    ATTENTIONS,
    INTENSITIES,
    SETTINGS,
    TIMINGS,
    amounts,
)
from lijfspoor.practice.look.parts import Fact
from lijfspoor.practice.pathway.course import Course


def movement(course: Course, told: Movement) -> dict[str, Any]:
    """Fill the page of movement: what runs, the ways with their studied doses, what nobody knows yet."""
    shown = [agreed(course, told, each) for each in course.standing.movements]
    return {
        "movement": told,
        "running": [each for each in shown if each["now"].stopped_on is None],
        "stopped": [each for each in shown if each["now"].stopped_on is not None],
        "ways": [_way(course, told, route) for route in told.routes],
        "checks": [_check(course, group.id, group.title.nl) for group in effort_groups(course)],
        "linkable": any(each.trauma and each.runs_on(course.on_day) for each in course.standing.beside),
    }


def effort_groups(course: Course) -> list[Any]:
    """Return the groups of our own check of effort."""
    return [group for group in course.module.audience.groups if group.kind == "effort_check"]


def _check(course: Course, group_id: str, title: str) -> dict[str, Any]:
    met = course.standing.group(group_id).met
    words = {Answer.YES: "rond", Answer.NO: "heeft een nee", Answer.UNKNOWN: "nog niet klaar"}[met]
    return {"id": group_id, "title": title, "met": met is Answer.YES, "words": words}


def _way(course: Course, told: Movement, route: MovementRoute) -> dict[str, Any]:
    doses = [
        {"dose": each, "amounts": ", ".join(amounts(each)), "mechanism": levels.name(each.mechanism_status)}
        for each in told.doses
        if each.route == route.id
    ]
    reasons = course.steps[Step(StepKind.PRESCRIBE_MOVEMENT, route.id)].reasons
    linked = [
        each
        for step, each in course.steps.items()
        if step.kind is StepKind.PRESCRIBE_MOVEMENT and step.target.startswith(f"{LINKED}:")
    ]
    allowed = any(each.allowed for each in linked) if route.id == LINKED else not reasons
    return {"route": route, "doses": doses, "allowed": allowed, "reasons": reasons, "linked": route.id == LINKED}


def agreed(course: Course, told: Movement, now: MovementStanding) -> dict[str, Any]:
    """Return a movement as people read it: the way, how much, the answers to the open questions."""
    plan, route, dose = now.plan, told.route(now.plan.route), told.dose(now.plan.dose)
    beside = next((each for each in course.standing.beside if each.beside == plan.beside), None)
    return {
        "now": now,
        "route": route,
        "dose": dose,
        "beside": beside,
        "facts": [
            Fact("Hoeveel", how_much(now)),
            Fact("Hoe zwaar", INTENSITIES[plan.intensity], "in de vorm van spel" if plan.play else ""),
            Fact("Met wie", SETTINGS[plan.setting]),
            Fact("Aandacht", ATTENTIONS[plan.attention]),
            Fact("Gevoelens uiten", "gevraagd" if plan.expression == "asked" else "niet gevraagd"),
            *([Fact("Wanneer", when(now), beside.name)] if beside else []),
        ],
    }


def how_much(now: MovementStanding) -> str:
    """Return how much was agreed, as far as it was."""
    plan = now.plan
    times = f"{plan.times_per_week} keer per week " if plan.times_per_week else ""
    parts = [f"{times}{plan.minutes} minuten"]
    parts += [f"{plan.weeks} weken"] if plan.weeks else []
    return ", ".join(parts)


def when(now: MovementStanding) -> str:
    """Return how close to a trauma session movement lies."""
    plan = now.plan
    if plan.timing is None:
        return ""
    if not plan.offset_minutes:
        return f"meteen {TIMINGS[plan.timing]}"
    return f"{plan.offset_minutes} minuten {TIMINGS[plan.timing]}"


def beside(course: Course) -> dict[str, Any]:
    """Fill the page of treatments beside this one."""
    return {
        "besides": [_beside(course, each) for each in course.standing.beside],
        "today": course.on_day,
        "said": course.module.surroundings.co_treatment,
        "own_line": course.module.audience.beside_treatment,
    }


def _beside(course: Course, each: BesideStanding) -> dict[str, Any]:
    movements = [m for m in course.standing.movements if m.plan.beside == each.beside and m.stopped_on is None]
    return {
        "beside": each,
        "runs": each.runs_on(course.on_day),
        "movements": [(m.plan.what, when(m)) for m in movements],
    }
