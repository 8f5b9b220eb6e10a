"""Readers for pages that combine rooms: one client's treatments, and what many treatments came to.

The caller has checked the right to read the clients and writes the logbook.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.domain.pathways.steps import Urgency
from lijfspoor.practice.access.flows import credentials_of
from lijfspoor.practice.library import flows as library
from lijfspoor.practice.pathway import store, store_overview
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.pathway.flows import courses, outlook_values
from lijfspoor.practice.pathway.models import Outlook
from lijfspoor.practice.pathway.translation import about_credentials, about_people, therapists
from lijfspoor.practice.people.overview import card_of
from lijfspoor.practice.people.relations import AroundClient, ClientCard

OPEN_STAGES = (Stage.INTAKE, Stage.UNDER_WAY, Stage.TAPERING)
MOST_DERIVED_ANEW = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAdvice:
    """One piece of advice as it was kept with the outlook."""

    code: str
    subject: str
    urgency: Urgency
    title: str
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentOutlook:
    """What a treatment came to when last derived, with its client and module; `claims` by which it was asked for."""

    treatment_id: UUID
    client: ClientCard
    module: CareModule
    stage: Stage
    phase: str
    held: int
    limit: int | None
    due_count: int
    advice: tuple[KeptAdvice, ...]
    last_fact_on: date | None
    claims: frozenset[str]

    @property
    def due(self) -> tuple[KeptAdvice, ...]:
        """The advice that must be followed."""
        return tuple(each for each in self.advice if each.urgency is Urgency.DUE)

    @property
    def running(self) -> bool:
        """Whether the treatment is open."""
        return self.stage in OPEN_STAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Whose outlooks someone asks for: these clients (None for all), with advice that holds this text."""

    clients: QuerySet[Any, Any] | None
    says: str = ""


def courses_around(*, around: AroundClient, day: date) -> tuple[Course, ...]:
    """Return the treatments of a client whose people are known already, the newest first; in two queries."""
    practice_id, client_id = around.card.practice_id, around.card.id
    recorded = store_overview.facts_of_client(practice_id, client_id)
    members = tuple({member for facts in recorded.values() for member in therapists(facts)})
    held = credentials_of(practice_id=practice_id, member_ids=members) if members else ()
    versions = library.versions_of(practice_id=practice_id, pins={row.pin for row in recorded})
    beside = (*about_people(around), *about_credentials(held))
    return tuple(
        Course(
            treatment_id=row.id,
            practice_id=practice_id,
            client_id=client_id,
            opened_at=row.opened_at,
            opened_with=row.pin,
            versions=versions[row.pin],
            facts=(*facts, *beside),
            around=around,
            on_day=day,
        )
        for row, facts in recorded.items()
    )


def treatments_of_client(*, practice_id: UUID, client_id: UUID) -> tuple[UUID, ...]:
    """Return the ids of a client's treatments, the newest first."""
    return tuple(row.id for row in store.treatments_of(practice_id, client_id))


def outlooks_of(*, practice_id: UUID, client_ids: Iterable[UUID]) -> tuple[TreatmentOutlook, ...]:
    """Return the outlooks of these clients, the newest treatment first; in one query."""
    return tuple(_read(row) for row in store_overview.outlooks_of(practice_id, client_ids))


def clients_in_stage(*, practice_id: UUID, stages: Iterable[Stage], and_no_other: bool = False) -> QuerySet[Any, Any]:
    """Return the ids of clients with a treatment in one of these stages, as part of another query."""
    return store_overview.in_stage(practice_id, stages, and_no_other=and_no_other)


def waiting(
    *,
    practice_id: UUID,
    claims: Mapping[str, Claim],
    besides: Iterable[UUID] = (),
    day: date,
    now: datetime,
    start: int = 0,
    size: int,
) -> tuple[TreatmentOutlook, ...]:
    """Return the outlooks with something due that one of these claims holds for, and those of the clients `besides`.

    Outlooks that time or a change around the client made old are derived anew first, at most 50 in one go. One query
    when none was old.
    """
    besides = tuple(besides)
    asked = {name: (claim.clients, claim.says) for name, claim in claims.items()}

    def read() -> list[Any]:
        return list(store_overview.waiting(practice_id, asked, besides, day)[start : start + size])

    rows = read()
    old = [row for row in rows if row.old]
    if old:
        derive_anew(practice_id=practice_id, rows=old[:MOST_DERIVED_ANEW], day=day, now=now)
        rows = read()
    return tuple(_read(row, frozenset(name for name in claims if getattr(row, f"by_{name}"))) for row in rows)


def derive_anew(*, practice_id: UUID, rows: Iterable[Outlook], day: date, now: datetime) -> None:
    """Derive these outlooks anew as of `day`."""
    with transaction.atomic():
        for at in courses(practice_id=practice_id, treatments=(row.treatment for row in rows), day=day):
            store.keep_outlook(practice_id, at.treatment_id, at.client_id, outlook_values(at, now))


def _read(row: Outlook, claims: frozenset[str] = frozenset()) -> TreatmentOutlook:
    return TreatmentOutlook(
        treatment_id=row.treatment_id,
        client=card_of(row.client),
        module=library.module(practice_id=row.practice_id, pin=row.pin or row.treatment.pin),
        stage=Stage(row.stage),
        phase=row.phase,
        held=row.held,
        limit=row.limit,
        due_count=row.due_count,
        advice=tuple(_advice(each) for each in row.advice),
        last_fact_on=row.last_fact_on,
        claims=claims,
    )


def _advice(kept: Mapping[str, Any]) -> KeptAdvice:
    return KeptAdvice(
        code=kept["code"],
        subject=kept["subject"],
        urgency=Urgency(kept["urgency"]),
        title=kept["title"]["nl"],
        why=kept["why"]["nl"],
        sources=tuple(kept["sources"]),
    )
