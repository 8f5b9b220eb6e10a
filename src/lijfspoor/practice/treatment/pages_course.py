"""What the pages on phases, subgoals and successes are filled with."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from lijfspoor.domain.caremodules.approach import Phase
from lijfspoor.domain.caremodules.goals import BuildingBlock, RatingWord, Subgoal
from lijfspoor.domain.pathways import Stage, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.domain.pathways.model import AgreedGoal, PhaseStep, SubgoalStanding
from lijfspoor.practice.look.parts import Chip, Link, Rating
from lijfspoor.practice.look.pictures import path as river
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment.advice_points import active_blocks
from lijfspoor.practice.treatment.forms_course import MoveForm, RatingsForm
from lijfspoor.practice.treatment.told import evaluations_at, held_sessions, is_open, lapsed_safety, told

STEP_WORDS = {"start": "Begonnen in", "forward": "Verder naar", "back": "Terug naar"}


def frame(course: Course, relation: Relation, here: str) -> dict[str, Any]:
    """Return what every page on a course needs: whose it is, where one can go, what may be written."""
    card = course.around.card
    return {
        "client": card.short,
        "client_id": course.client_id,
        "treatment_id": course.treatment_id,
        "about": f"{course.module.short_title.nl}, versie {course.module.version} · {held_words(course)}",
        "places": places(course, here),
        "treats": relation.treats,
        "writes": relation.treats and is_open(course),
        "closed": course.standing.stage is Stage.CLOSED,
        "lapsed": lapsed_safety(course),
    }


def held_words(course: Course) -> str:
    """Return how many sessions were held, as people say it."""
    dose = course.standing.dose
    if dose.limit is not None:
        return f"{dose.held} van {dose.limit} sessies geweest"
    return {0: "nog geen sessie geweest", 1: "1 sessie geweest"}.get(dose.held, f"{dose.held} sessies geweest")


def places(course: Course, here: str) -> list[Link]:
    """Return the pages of a course one can go to; only those its module has something for."""
    module = course.module
    found = [("phases", "Fasen" if module.approach.phases else "Verloop")]
    found += [("subgoals", "Subdoelen" if module.goals.blocks else "Doelen"), ("evaluation", "Evaluatie")]
    found += [("bond", "Klik")] if module.agreements.bond else []
    links = [
        Link(words, reverse(f"treatment:{name}", args=[course.treatment_id]), current=name == here)
        for name, words in found
    ]
    for decision in module.agreements.decisions:
        url = reverse("treatment:decision", args=[course.treatment_id, decision.id])
        links.append(Link("Besluit", url, about=decision.title.nl, current=here == decision.id))
    rest = [*around_places(course), ("talks", "Gesprekken"), ("successes", "Wat lukte"), ("closing", "Afronden")]
    rest.append(("as_of", "Eerder"))
    return links + [
        Link(words, reverse(f"treatment:{name}", args=[course.treatment_id]), current=name == here)
        for name, words in rest
    ]


def around_places(course: Course) -> Iterator[tuple[str, str]]:
    """Yield the pages that only some treatments need: movement, treatments beside, the client's own words."""
    module, standing = course.module, course.standing
    if module.movement is not None:
        yield "movement", "Bewegen"
    if module.movement is not None or module.audience.beside_treatment is not None or standing.beside:
        yield "beside", "Ernaast"
    if module.approach.forewarnings or standing.client_notes:
        yield "client_notes", "Van de cliënt"


def phases(course: Course, form: MoveForm) -> dict[str, Any]:
    """Fill the page of phases: the way so far, the phase of now, where one can go and why not."""
    module, standing = course.module, course.standing
    here = next((phase for phase in module.approach.phases if phase.id == standing.phase), None)
    return {
        "river": river_path(course),
        "here": here,
        "blocks": active_blocks(course),
        "steps": list(_phase_steps(course)),
        "refused": list(_refused(course)),
        "form": form,
        "can_move": bool(here) and form.goes_somewhere,
        "step_back": module.approach.step_back,
        "attitudes": module.approach.attitudes,
        "expectations": module.approach.expectations if here is None else (),
    }


def _phase_steps(course: Course) -> Iterator[dict[str, Any]]:
    names = {phase.id: phase for phase in course.module.approach.phases}
    signs = {sign.id: sign.text.nl for phase in names.values() for sign in phase.exit_signs}
    for step in course.standing.path:
        phase = names[step.phase]
        yield {
            "words": f"{STEP_WORDS[step.direction]} fase {phase.number}, {phase.name.nl}",
            "step": step,
            "signs": [signs[sign] for sign in step.signs_seen if sign in signs],
        }


def _refused(course: Course) -> Iterator[dict[str, Any]]:
    names = {phase.id: phase for phase in course.module.approach.phases}
    for step, permission in course.steps.items():
        if step.kind is StepKind.MOVE_PHASE and not permission.allowed and step.target != course.standing.phase:
            yield {"phase": names[step.target], "reasons": permission.reasons}


def river_path(course: Course) -> river.RiverPath:
    """Return the way through the phases as a picture: one step for each held session (S2-072)."""
    phases, standing = course.module.approach.phases, course.standing
    held, closed = standing.dose.held, standing.stage is Stage.CLOSED
    marks = tuple(river.Mark(number, "evaluatie") for number, _ in evaluations_at(course) if number)
    now = (f"klaar na sessie {held}" if closed else f"nu, na sessie {held}") if held else ""
    if not phases:
        steps = [river.Step(number) for number in range(1, held + 1)]
        return river.RiverPath((), steps, now, marks=marks, ahead=not closed)
    shown = tuple(river.Phase(each.name.nl, f"Fase {each.number}") for each in phases)
    places = {phase.id: place for place, phase in enumerate(phases)}
    active = [_active(standing.path, number) for number in range(1, held + 1)] if standing.path else []
    if standing.path and not closed and (not active or active[-1] is not standing.path[-1]):
        active.append(standing.path[-1])
        now = f"nu, voor sessie {held + 1}"
    steps = [river.Step(number, places[step.phase]) for number, step in enumerate(active, 1)]
    ordered = course.module.approach.phase_order == "ordered"
    return river.RiverPath(
        shown, steps, now, reasons=_reasons(steps, active, ordered), marks=marks, ahead=not closed, ordered=ordered
    )


def _active(path: tuple[PhaseStep, ...], session: int) -> PhaseStep:
    return next((step for step in reversed(path) if step.after_sessions < session), path[0])


def _reasons(steps: list[river.Step], active: list[PhaseStep], ordered: bool) -> tuple[river.Reason, ...]:
    taken = {step.session: phase_step for step, phase_step in zip(steps, active, strict=True)}
    return tuple(
        river.Reason(taken[move.session].reason, ("S2-072",) if move.back else ())
        for move in river.moves(steps, ordered=ordered)
    )


def subgoals(course: Course, form: RatingsForm) -> dict[str, Any]:
    """Fill the page of subgoals: a stone for each building block, with its ladder."""
    active = {block.id for block in active_blocks(course)}
    numbers = [block.number for block in course.module.goals.blocks if block.id in active]
    scale = course.module.goals.rating
    return {
        "stones": [_stone(course, block, active, numbers, form) for block in course.module.goals.blocks],
        "scale": scale,
        "words": _words(course),
        "building_on": course.module.goals.building_on,
        "main": course.module.goals.main,
        "goals": [_goal(course, goal) for goal in course.standing.goals if not goal.block],
        "form": form,
        "can_rate": bool(held_sessions(course)) and _may(course, StepKind.RATE_SUBGOAL),
        "can_agree": _may(course, StepKind.AGREE_GOAL),
    }


def _may(course: Course, kind: StepKind) -> bool:
    return any(each.allowed for step, each in course.steps.items() if step.kind is kind)


def _words(course: Course) -> list[RatingWord]:
    scale = course.module.goals.rating
    return sorted(scale.words, key=lambda word: word.order) if scale else []


def _stone(
    course: Course, block: BuildingBlock, active: set[str], numbers: list[int], form: RatingsForm
) -> dict[str, Any]:
    standings = {each.subgoal: each for each in course.standing.subgoals}
    in_view = block.id in active
    earlier = bool(numbers) and block.number < min(numbers)
    return {
        "block": block,
        "active": in_view,
        "later": not in_view and not earlier,
        "chip": Chip("in beeld", "plum") if in_view else Chip("blijft meelopen" if earlier else "later"),
        "rungs": [_rung(course, each, standings[each.id], standings, form) for each in block.subgoals],
        "goals": [_goal(course, goal) for goal in course.standing.goals if goal.block == block.id],
    }


def _goal(course: Course, goal: AgreedGoal) -> dict[str, Any]:
    offered = {each.id: each for each in course.module.goals.offered}
    aspects = {aspect.id: aspect.name.nl for aspect in course.module.goals.aspects}
    known = offered.get(goal.goal)
    return {
        "id": goal.goal,
        "own": not known,
        "text": goal.own or (known.text.nl if known else _subgoal_words(course, goal.goal)),
        "aspect": aspects.get(goal.aspect or (known.aspect if known else "") or "", ""),
        "on": goal.on,
    }


def _subgoal_words(course: Course, goal: str) -> str:
    return next((each.text.nl for _, each in course.module.subgoals() if each.id == goal), goal)


def _rung(
    course: Course,
    subgoal: Subgoal,
    standing: SubgoalStanding,
    standings: dict[str, SubgoalStanding],
    form: RatingsForm,
) -> dict[str, Any]:
    codes = {each.id: each.code for _, each in course.module.subgoals()}
    reach = [codes[each] for each in subgoal.builds_on if each in standings and not standings[each].carries]
    held = {each.id: each.number for each in held_sessions(course)}
    words = {word.id: word.word.nl for word in _words(course)}
    ratings = [
        {"word": words[each.rating], "rating": each, "number": held.get(each.session)}
        for each in reversed(standing.ratings)
    ]
    return {
        "subgoal": subgoal,
        "rating": rating_part(course, standing),
        "now": ratings[0] if ratings else None,
        "history": ratings,
        "ready": standing.ready and not standing.carries,
        "reach": reach,
        "fields": [form[f"{part}-{subgoal.id}"] for part in ("rating", "session", "seen")],
    }


def rating_part(course: Course, standing: SubgoalStanding) -> Rating:
    """Return a subgoal's latest word and the one before, as places on the line of words."""
    words = _words(course)
    order = {word.id: place for place, word in enumerate(words)}
    now, before = standing.now, standing.before
    if now is None:
        return Rating(steps=len(words) or 1)
    return Rating(
        word=words[order[now.rating]].word.nl,
        level=order[now.rating],
        steps=len(words),
        before=order[before.rating] if before else None,
        before_word=words[order[before.rating]].word.nl if before else "",
    )


def successes(course: Course) -> list[f.SuccessNoted]:
    """Return what worked, the latest first; never counted (S2-107, S2-146)."""
    return list(reversed(told(course, f.SuccessNoted)))


def phase_words(phase: Phase | None) -> str:
    """Return a phase as people name it."""
    return f"fase {phase.number}, {phase.name.nl.lower()}" if phase else ""
