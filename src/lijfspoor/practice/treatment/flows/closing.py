"""Flows at the end: tapering off, closing, and a change of therapist without blame."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways import Step, StepKind
from lijfspoor.domain.pathways import facts as f
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.flows import colleagues
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people import network
from lijfspoor.practice.treatment.flows.entry import course_to_treat


def plan_taper(
    *,
    actor: Actor,
    treatment_id: UUID,
    spacing: str,
    farewell: str,
    last_on: date | None,
    day: date,
    now: datetime,
) -> Course:
    """Start tapering off: how the last sessions are spread, how goodbye is said, and maybe the last day (S2-101)."""
    if last_on is not None and last_on < day:
        raise NotUnderstood({"last_on": "De laatste sessie ligt in het verleden."})
    course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.PLAN_TAPER),
        say=lambda stamp: f.TaperPlanned(
            stamp=stamp, spacing=spacing.strip(), farewell=farewell.strip(), last_on=last_on
        ),
        day=day,
        now=now,
    )


def close_treatment(
    *, actor: Actor, treatment_id: UUID, reason: str, next_step: str, words: str, day: date, now: datetime
) -> Course:
    """End the treatment with the reason and the next step; afterwards it can only be read."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    if next_step and next_step not in {each.id for each in course.module.agreements.next_steps}:
        raise NotUnderstood({"next_step": "Kies een vervolg uit de lijst."})
    return pathway.take(
        actor=actor,
        treatment_id=treatment_id,
        step=Step(StepKind.CLOSE_TREATMENT, reason),
        say=lambda stamp: f.TreatmentClosed(stamp=stamp, reason=reason, next_step=next_step, words=words.strip()),
        day=day,
        now=now,
    )


def change_therapist(
    *, actor: Actor, treatment_id: UUID, member_id: UUID, reason: str, day: date, now: datetime
) -> Course:
    """Hand the treatment to another therapist of the practice, without blame (S0-062)."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    names = {a.member_id: a.name for a in colleagues(practice_id=actor.practice_id, role=Role.THERAPIST, day=day)}
    if member_id not in names:
        raise NotUnderstood({"member": "Kies een therapeut van deze praktijk."})
    with transaction.atomic():
        network.assign_colleague(
            actor=actor, client_id=course.client_id, member_id=member_id, kind="treats", day=day, now=now
        )
        return pathway.take(
            actor=actor,
            treatment_id=treatment_id,
            step=Step(StepKind.ASSIGN_THERAPIST),
            say=lambda stamp: f.TherapistAssigned(
                stamp=stamp, therapist=str(member_id), name=names[member_id], reason=reason.strip()
            ),
            day=day,
            now=now,
        )
