"""Before the start: the steps of the intake with their state, read from the standing."""

from dataclasses import dataclass

from django.urls import reverse

from lijfspoor.domain.caremodules.criteria import HOLDS_NO_START
from lijfspoor.domain.kernel import Answer
from lijfspoor.practice.pathway.course import Course

STATES = {Answer.YES: "done", Answer.NO: "held-back", Answer.UNKNOWN: "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeStep:
    """One step of the intake: `done`, `open`, or `held-back` when an answer stands in the way."""

    words: str
    state: str
    url: str
    detail: str = ""


def intake_steps(course: Course) -> list[IntakeStep]:
    """Return what has to be there before treatment starts, in the order in which it is usually done."""
    before = (_meetings, _consents, _groups, _examination, _agreed, _told)
    return [step for part in before for step in part(course)]


def _meetings(course: Course) -> list[IntakeStep]:
    held = dict(course.standing.meetings)
    return [
        IntakeStep(
            words=each.title.nl,
            state="done" if each.id in held else "open",
            url=reverse("intake:paper", args=[course.treatment_id, f"meeting:{each.id}"]),
        )
        for each in course.module.diagnostics.meetings
    ]


def _consents(course: Course) -> list[IntakeStep]:
    needed = {need.scope for need in course.module.audience.consents if need.opens == "start"}
    asked = [each for each in course.standing.consents if each.scope in needed]
    if not asked:
        return []
    given = sum(each.given for each in asked)
    known = all(each.person for each in asked)
    return [
        IntakeStep(
            words="Toestemming voor de behandeling",
            state="done" if given == len(asked) else "open",
            url=reverse("people:consents", args=[course.client_id]),
            detail=f"{given} van {len(asked)} gegeven" if known else "nog niet bekend wie beslist",
        )
    ]


def _groups(course: Course) -> list[IntakeStep]:
    return [
        IntakeStep(
            words=group.title.nl,
            state=STATES[standing.met],
            url=reverse("intake:criteria", args=[course.treatment_id, group.id]),
        )
        for group, standing in zip(course.module.audience.groups, course.standing.groups, strict=True)
        if group.kind not in HOLDS_NO_START
    ]


def _examination(course: Course) -> list[IntakeStep]:
    parts = course.standing.examination
    if not parts:
        return []
    done = sum(day is not None for _, day in parts)
    return [
        IntakeStep(
            words="Psychomotorisch onderzoek",
            state="done" if done == len(parts) else "open",
            url=reverse("intake:overview", args=[course.treatment_id]),
            detail=f"{done} van {len(parts)} delen klaar",
        )
    ]


def _agreed(course: Course) -> list[IntakeStep]:
    goals, plan = len(course.standing.goals), course.standing.plan_version
    return [
        IntakeStep(
            words="Behandeldoelen",
            state="done" if goals else "open",
            url=reverse("intake:goals", args=[course.treatment_id]),
            detail=f"{goals} afgesproken" if goals else "",
        ),
        IntakeStep(
            words="Behandelplan",
            state="done" if plan else "open",
            url=reverse("intake:paper", args=[course.treatment_id, "plan"]),
        ),
    ]


def _told(course: Course) -> list[IntakeStep]:
    given = dict(course.standing.forewarnings)
    return [
        IntakeStep(
            words=f"Vooraf vertellen: {each.title.nl}",
            state="done" if given[each.id] else "open",
            url=reverse("intake:forewarning", args=[course.treatment_id, each.id]),
        )
        for each in course.module.approach.forewarnings
    ]
