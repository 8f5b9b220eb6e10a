"""The flow that starts treatment, once everything the module asks is there."""

from datetime import date, datetime
from uuid import UUID

from lijfspoor.domain.pathways.facts import EvaluationSet, TreatmentStarted
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.flows import evaluation_settings
from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.intake.entrance import treatable
from lijfspoor.practice.intake.settings import evaluation_turns
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course


def start_treatment(*, actor: Actor, treatment_id: UUID, starts_on: date, day: date, now: datetime) -> Course:
    """Start treatment in the module's first phase, with the evaluations as the practice set them (S1-012, S2-054).

    Raises NotPossible with every reason that holds the start back.
    """
    at = treatable(actor, treatment_id, day)
    if starts_on > day:
        raise NotUnderstood({"starts_on": "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."})
    first = at.module.approach.phases[0].id if at.module.approach.phases else ""
    turns = evaluation_turns(evaluation_settings(practice_id=actor.practice_id), at.module)
    steps: list[tuple[Step, pathway.Say]] = [
        (Step(StepKind.SET_EVALUATION, each.id), _set(each.id, *turns[each.id]))
        for each in at.module.agreements.evaluations
        if each.id in turns
    ]
    steps.append((Step(StepKind.START_TREATMENT), lambda stamp: TreatmentStarted(stamp=stamp, phase=first)))
    return pathway.take_all(actor=actor, treatment_id=treatment_id, steps=steps, day=starts_on, now=now)


def _set(evaluation: str, after: int, every: int | None) -> pathway.Say:
    return lambda stamp: EvaluationSet(stamp=stamp, evaluation=evaluation, after_session=after, then_every=every)
