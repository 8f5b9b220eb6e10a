"""What an owner does with the practice itself: its details, and what the sources leave to the practice."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime

from django.db import transaction

from lijfspoor.practice.access import log_kinds, neighbours, policies, store_team
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.details import PracticeCard, PracticeDetails
from lijfspoor.practice.access.neighbours import EvaluationOffer
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible
from lijfspoor.practice.logbook.flows import record

Rhythm = tuple[int, int | None]


def read_practice(*, actor: Actor) -> PracticeCard:
    """Return the practice to change. Raises NotAllowed."""
    policies.check_can_run_practice(actor)
    row = store_team.practice(actor.practice_id)
    details = PracticeDetails(**{field.name: getattr(row, field.name) for field in fields(PracticeDetails)})
    return PracticeCard(row.id, details, row.version)


def change_practice(*, actor: Actor, details: PracticeDetails, version: int, now: datetime) -> None:
    """Change the practice's details.

    Raises ChangedMeanwhile, and NotPossible when a second factor is asked of all by someone who has none.
    """
    policies.check_can_run_practice(actor)
    if details.requires_second_factor and not store_team.with_second_factor((actor.user_id,)):
        before = store_team.practice(actor.practice_id)
        if not before.requires_second_factor:
            raise NotPossible("Stel eerst zelf inloggen in twee stappen in. Daarna kunt u het van iedereen vragen.")
    with transaction.atomic():
        if not store_team.change_practice(actor.practice_id, version, details):
            raise ChangedMeanwhile
        record(
            actor=actor,
            kind=log_kinds.PRACTICE_CHANGED,
            at=now,
            detail={"requires_second_factor": details.requires_second_factor},
        )


def read_evaluations(*, actor: Actor) -> tuple[tuple[EvaluationOffer, Rhythm], ...]:
    """Return every evaluation of the modules in use with the rhythm that counts now: the practice's own, else the
    module's proposal (S1-012)."""
    policies.check_can_run_practice(actor)
    kept = store_team.practice(actor.practice_id).evaluation_after
    return tuple((offer, _rhythm(kept.get(offer.id), offer)) for offer in neighbours.evaluations(actor.practice_id))


def _rhythm(kept: object, offer: EvaluationOffer) -> Rhythm:
    if isinstance(kept, Mapping) and isinstance(kept.get("after"), int):
        every = kept.get("every")
        return int(kept["after"]), every if isinstance(every, int) else None
    return offer.after, offer.every


def set_evaluations(*, actor: Actor, rhythms: Mapping[str, Rhythm], version: int, now: datetime) -> None:
    """Set after how many held sessions evaluations fall due, for treatments that start from now on (S1-012).

    Raises ChangedMeanwhile.
    """
    policies.check_can_run_practice(actor)
    settings = {id_: {"after": after, "every": every} for id_, (after, every) in sorted(rhythms.items())}
    with transaction.atomic():
        if not store_team.set_evaluations(actor.practice_id, version, settings):
            raise ChangedMeanwhile
        record(actor=actor, kind=log_kinds.EVALUATIONS_SET, at=now, detail=dict(settings))
