"""From a session to the situation in which exercises fit it or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.exercises.allergies import allergies_in
from lijfspoor.domain.exercises.effort import Outcome
from lijfspoor.domain.exercises.exercise import Age, Form, Space
from lijfspoor.domain.exercises.situation import Situation, Used, age_group
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.kernel.ages import Age as Months
from lijfspoor.domain.kernel.ages import age_on
from lijfspoor.domain.pathways.facts import DevelopmentalAgeStated
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.exercises.flows.client import Known
from lijfspoor.practice.exercises.flows.used import Use
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment.told import told

KIN = {"pmt": "pmt", "pmkt": "pmkt-attachment", "psychosomatic_physiotherapy": "psychosomatic-physio"}
"""The module whose exercises serve a practice's own module of the same discipline."""

LONG_AGO = 99
FROM_ZONE: dict[str, Literal["calms", "activates"]] = {"above": "calms", "below": "activates", "moves": "calms"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the therapist wishes for this session; nothing wished asks nothing."""

    wanted: Literal["", "calms", "activates"] = ""
    spaces: frozenset[Space] = frozenset()
    areas: frozenset[str] = frozenset()
    without_material: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """The session: its day, form and phase, how the client came in, and what was written down of allergies."""

    on: date
    form: str
    phase: str = ""
    zone: str = ""
    allergies: str = ""


def situation_of(
    course: Course, hour: Hour, known: Known, used: tuple[Used, ...] = (), wishes: Wishes | None = None
) -> Situation:
    """Return the situation of a session."""
    wishes = wishes or Wishes()
    module, standing = course.module, course.standing
    wanted = wishes.wanted or FROM_ZONE.get(hour.zone, "")
    ages, develops = _ages(course, hour.on)
    form: Form = hour.form if hour.form in ("dyad", "group") else "individual"  # type: ignore[assignment]  # mypy does not narrow by a tuple
    return Situation(
        modules=_modules(module),
        phase=f"{module.id}:{hour.phase}" if hour.phase else "",
        later_phases=_later(module, hour.phase),
        first_phase=_first(module, hour.phase),
        blocks=_blocks(module, standing, hour.phase),
        aspects=frozenset(goal.aspect for goal in standing.goals if goal.aspect),
        areas=_areas(module, standing) | wishes.areas,
        goals=tuple(_goal_words(module, standing)),
        ages=ages,
        develops=develops,
        form=form,
        touch=course.permission(Step(StepKind.USE_TOUCH)).allowed,
        together=form != "dyad" or course.permission(Step(StepKind.HOLD_JOINT_SESSION)).allowed,
        allergies=allergies_in(hour.allergies),
        cautions=known.cautions,
        effort=_effort(course, known),
        wanted=wanted,
        regulate_first=wanted == "calms",
        spaces=wishes.spaces,
        without_material=wishes.without_material,
        used=used,
    )


def used_before(uses: Iterable[Use], held: Iterable[tuple[str, date]], before: str) -> tuple[Used, ...]:
    """Return what was done, counted in sessions back from this one; `held` are id and day of the sessions held."""
    days = dict(held)
    own = [use for use in uses if str(use.session) != before]
    days |= {str(use.session): use.used_on for use in own}
    days.pop(before, None)
    back = {id_: ago for ago, (id_, _) in enumerate(sorted(days.items(), key=lambda each: each[1], reverse=True), 1)}
    return tuple(Used(use.exercise, back.get(str(use.session), LONG_AGO), use.went) for use in own)


def _effort(course: Course, known: Known) -> Outcome:
    """Return what is known of effort: the check on the client, or that of the module, so that nobody is asked twice.

    A module's check that is answered no waits for a doctor whatever the other says.
    """
    kinds = {group.id for group in course.module.audience.groups if group.kind == "effort_check"}
    met = {each.met for each in course.standing.groups if each.group in kinds}
    if Answer.NO in met:
        return "doctor_first"
    if met == {Answer.YES} and known.effort == "unknown":
        return "may"
    return known.effort


def _modules(module: CareModule) -> frozenset[str]:
    kin = () if module.id in shipped().ids() else (KIN.get(module.discipline, ""),)
    return frozenset({module.id, *kin} - {""})


def _later(module: CareModule, phase: str) -> frozenset[str]:
    numbers = {each.id: each.number for each in module.approach.phases}
    if module.approach.phase_order != "ordered" or phase not in numbers:
        return frozenset()
    return frozenset(f"{module.id}:{id_}" for id_, number in numbers.items() if number > numbers[phase])


def _first(module: CareModule, phase: str) -> bool:
    phases = sorted(module.approach.phases, key=lambda each: each.number)
    return bool(phases) and phases[0].id == phase


def _blocks(module: CareModule, standing: Standing, phase: str) -> frozenset[str]:
    """The blocks of agreed goals, or else those of the phase."""
    blocks = {goal.block for goal in standing.goals if goal.block}
    if not blocks:
        blocks = {block for each in module.approach.phases if each.id == phase for block in each.blocks}
    return frozenset(f"{module.id}:{block}" for block in blocks)


def _areas(module: CareModule, standing: Standing) -> frozenset[str]:
    named = (area for area in module.problem_areas if area.id in standing.areas)
    return frozenset(each for area in named for each in (area.exercise_areas or (area.id,)))


def _goal_words(module: CareModule, standing: Standing) -> Iterable[str]:
    offered = {each.id: each.text.nl for each in module.goals.offered}
    ladder = {each.id: each.text.nl for _, each in module.subgoals()}
    for goal in standing.goals:
        if words := goal.own or (offered | ladder).get(goal.goal, ""):
            yield words


def _ages(course: Course, on: date) -> tuple[frozenset[Age], Age | None]:
    """Return the group of the age on the day, and of a developmental age that lies lower."""
    born = course.around.card.born
    if born is None or born > on:
        return frozenset(), None
    age = age_on(born, on)
    stated = told(course, DevelopmentalAgeStated)
    lower = Months(stated[-1].months) if stated and stated[-1].months < age.months else None
    group = age_group(age)
    develops = age_group(lower) if lower else None
    return frozenset({group}), None if develops == group else develops
