"""Flows at the end: tapering off, closing, and a change of therapist without blame."""

from dataclasses import dataclass
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
from lijfspoor.practice.people.relations import Relation
from lijfspoor.practice.treatment import log_kinds, store
from lijfspoor.practice.treatment.flows.course import read_course
from lijfspoor.practice.treatment.flows.entry import course_to_treat
from lijfspoor.practice.treatment.flows.minutes import require
from lijfspoor.practice.treatment.flows.planning import drop


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingFile:
    """Everything the closing page shows; `therapists` are the other therapists of the practice.

    `planned` counts the sessions ahead that lapse when the treatment ends now.
    """

    course: Course
    relation: Relation
    therapists: tuple[Actor, ...]
    planned: int


def read_closing(*, actor: Actor, treatment_id: UUID, day: date, now: datetime, to_write: bool = False) -> ClosingFile:
    """Return a treatment with who could take it over."""
    course, relation = read_course(
        actor=actor, treatment_id=treatment_id, day=day, now=now, kind=log_kinds.CLOSING_READ, to_write=to_write
    )
    found = colleagues(practice_id=actor.practice_id, role=Role.THERAPIST, day=day)
    others = tuple(each for each in found if str(each.member_id) != course.standing.therapist)
    planned = len(store.still_planned(actor.practice_id, treatment_id, now))
    return ClosingFile(course=course, relation=relation, therapists=others, planned=planned)


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
    require(spacing, "spacing", "Schrijf hoeveel tijd er tussen de laatste sessies zit.")
    require(farewell, "farewell", "Schrijf hoe het afscheid gaat.")
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


def check_closing(course: Course, reason: str, next_step: str) -> None:
    """Raise NotUnderstood unless reason and next step are the module's; a planned ending says what follows (S2-100)."""
    agreements = course.module.agreements
    chosen = next((each for each in agreements.closing_reasons if each.id == reason), None)
    if chosen is None:
        raise NotUnderstood({"reason": "Kies een reden uit de lijst."})
    if next_step and next_step not in {each.id for each in agreements.next_steps}:
        raise NotUnderstood({"next_step": "Kies een vervolg uit de lijst."})
    if chosen.planned and agreements.next_steps and not next_step:
        raise NotUnderstood({"next_step": "Kies wat er na de behandeling komt."})


def close_treatment(
    *, actor: Actor, treatment_id: UUID, reason: str, next_step: str, words: str, day: date, now: datetime
) -> Course:
    """End the treatment with the reason and the next step; what was still planned lapses, and it can only be read."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    check_closing(course, reason, next_step)
    with transaction.atomic():
        at = pathway.take(
            actor=actor,
            treatment_id=treatment_id,
            step=Step(StepKind.CLOSE_TREATMENT, reason),
            say=lambda stamp: f.TreatmentClosed(stamp=stamp, reason=reason, next_step=next_step, words=words.strip()),
            day=day,
            now=now,
        )
        for session in store.still_planned(actor.practice_id, treatment_id, now):
            drop(actor=actor, session=session, now=now)
        return at


def change_therapist(
    *, actor: Actor, treatment_id: UUID, member_id: UUID, reason: str, day: date, now: datetime
) -> Course:
    """Hand the treatment to another therapist of the practice, without blame (S0-062)."""
    course = course_to_treat(actor=actor, treatment_id=treatment_id, day=day)
    names = {a.member_id: a.name for a in colleagues(practice_id=actor.practice_id, role=Role.THERAPIST, day=day)}
    if member_id not in names:
        raise NotUnderstood({"member": "Kies een therapeut van deze praktijk."})
    if str(member_id) == course.standing.therapist:
        raise NotUnderstood({"member": "Deze therapeut behandelt al. Kies een andere."})
    team = network.team_of(actor=actor, client_id=course.client_id, day=day)
    with transaction.atomic():
        at = pathway.take(
            actor=actor,
            treatment_id=treatment_id,
            step=Step(StepKind.ASSIGN_THERAPIST),
            say=lambda stamp: f.TherapistAssigned(
                stamp=stamp, therapist=str(member_id), name=names[member_id], reason=reason.strip()
            ),
            day=day,
            now=now,
        )
        if not any(line.member_id == member_id and line.kind == "treats" for line in team):
            network.assign_colleague(
                actor=actor, client_id=course.client_id, member_id=member_id, kind="treats", day=day, now=now
            )
        return at
