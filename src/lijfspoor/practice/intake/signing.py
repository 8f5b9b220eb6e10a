"""What a signed paper leaves behind along the module: a meeting held, a part complete, a plan agreed."""

from collections.abc import Mapping
from datetime import date, datetime

from lijfspoor.domain.pathways.facts import ExaminationPartCompleted, MeetingHeld, PlanAgreed, Referred
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.intake.sheets.every import PLAN
from lijfspoor.practice.intake.sheets.shape import day_of
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course


def leave_fact(
    *, actor: Actor, at: Course, kind: str, values: Mapping[str, str], amends: bool, day: date, now: datetime
) -> None:
    """Record what a paper of this kind stands for; an amendment says nothing new, except a plan."""
    room, _, part = kind.partition(":")
    if kind == PLAN:
        _take(actor, at, Step(StepKind.AGREE_PLAN), _plan(at), day, now)
    elif amends:
        return
    elif room == "meeting":
        held_on = _held_on(at, values)
        _take(actor, at, Step(StepKind.HOLD_MEETING, part), _meeting(at, part, values), held_on, now)
    elif room == "examination":
        step = Step(StepKind.COMPLETE_EXAMINATION_PART, part)
        _take(actor, at, step, lambda stamp: ExaminationPartCompleted(stamp=stamp, part=part), day, now)


def _take(actor: Actor, at: Course, step: Step, say: pathway.Say, day: date, now: datetime) -> None:
    pathway.take(actor=actor, treatment_id=at.treatment_id, step=step, say=say, day=day, now=now)


def _plan(at: Course) -> pathway.Say:
    version = (at.standing.plan_version or 0) + 1
    return lambda stamp: PlanAgreed(stamp=stamp, version=version)


def _held_on(at: Course, values: Mapping[str, str]) -> date:
    """The day of the meeting; before the referral there is nothing to meet about."""
    day = day_of(values.get("held-on", ""))
    came = history(at.facts, at.on_day).first(Referred)
    if day is None or (came is not None and day < came.stamp.holds_on):
        raise NotPossible(
            "Nog niet alles is ingevuld.", ("De datum van het gesprek ligt voor de datum van de aanmelding.",)
        )
    return day


def _meeting(at: Course, meeting: str, values: Mapping[str, str]) -> pathway.Say:
    asked = next(each for each in at.module.diagnostics.meetings if each.id == meeting)
    parts = tuple(part.id for part in asked.parts if values.get(f"part.{part.id}"))
    there = [value for name, value in values.items() if name.startswith("there.") and value]
    names = tuple(name.strip() for value in there for name in value.split(",") if name.strip())
    return lambda stamp: MeetingHeld(stamp=stamp, meeting=meeting, parts=parts, attendees=names)
