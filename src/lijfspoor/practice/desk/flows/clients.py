"""Reading the list of clients."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.desk import log_kinds
from lijfspoor.practice.desk.seats import Seat, seat_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import overview as pathway
from lijfspoor.practice.pathway.overview import TreatmentOutlook
from lijfspoor.practice.people import overview as people
from lijfspoor.practice.people.overview import ListedClient, Sought
from lijfspoor.practice.treatment.flows.along import next_sessions

PER_PAGE = 25
RUNNING, EVERYONE = "running", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A page of clients, with the newest open treatment of each, else the newest, and when the next session starts."""

    seat: Seat
    rows: tuple[ListedClient, ...]
    total: int
    outlooks: dict[UUID, TreatmentOutlook]
    next: dict[UUID, datetime]


def read_clients(*, actor: Actor, sought: Sought, stage: str, number: int, day: date, now: datetime) -> Listing:
    """Return page `number` (from 1) of the clients sought. `stage` is a stage, `running`, or empty for everyone."""
    with transaction.atomic():
        rows, total = people.clients_sought(
            actor=actor,
            sought=sought,
            within=_within(actor, stage),
            day=day,
            start=(number - 1) * PER_PAGE,
            size=PER_PAGE,
        )
        ids = tuple(row.card.id for row in rows)
        outlooks: dict[UUID, TreatmentOutlook] = {}
        for each in pathway.outlooks_of(practice_id=actor.practice_id, client_ids=ids):
            kept = outlooks.setdefault(each.client.id, each)
            if each.running and not kept.running:
                outlooks[each.client.id] = each
        coming = next_sessions(practice_id=actor.practice_id, client_ids=ids, now=now)
        record(actor=actor, kind=log_kinds.CLIENTS_READ, at=now, clients=ids)
        return Listing(seat=seat_of(actor), rows=rows, total=total, outlooks=outlooks, next=coming)


def _within(actor: Actor, stage: str) -> QuerySet[Any, Any] | None:
    if stage == EVERYONE:
        return None
    stages = pathway.OPEN_STAGES if stage == RUNNING else (Stage(stage),)
    only = stage == Stage.CLOSED
    return pathway.clients_in_stage(practice_id=actor.practice_id, stages=stages, and_no_other=only)
