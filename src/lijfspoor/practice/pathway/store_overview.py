"""Reading many treatments at once from their outlooks, and one client's treatments with their facts in one query."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from lijfspoor.domain.pathways.facts import AnyFact
from lijfspoor.practice.pathway.models import FactRow, Outlook, Treatment
from lijfspoor.practice.pathway.translation import from_row
from lijfspoor.practice.tenancy.scope import ScopedQuerySet


def facts_of_client(practice_id: UUID, client_id: UUID) -> dict[Treatment, list[AnyFact]]:
    """Return a client's treatments, the newest first, each with its recorded facts in order; in one query.

    A treatment opens with its first fact, so none is left out.
    """
    rows = FactRow.objects.in_practice(practice_id).filter(treatment__client_id=client_id)
    found: dict[Treatment, list[AnyFact]] = {}
    for row in rows.select_related("treatment").order_by("-treatment__opened_at", "treatment_id", "sequence"):
        found.setdefault(row.treatment, []).append(from_row(row))
    return found


def in_stage(practice_id: UUID, stages: Iterable[str], *, and_no_other: bool = False) -> QuerySet[Any, Any]:
    """Return the ids of clients with a treatment in one of these stages, as part of another query.

    With `and_no_other` only those who have no treatment in another stage.
    """
    rows = Outlook.objects.in_practice(practice_id)
    found = rows.filter(stage__in=tuple(stages))
    if and_no_other:
        others = rows.exclude(stage__in=tuple(stages)).filter(client_id=OuterRef("client_id"))
        found = found.filter(~Exists(others))
    return found.values("client_id")


def outlooks_of(practice_id: UUID, client_ids: Iterable[UUID]) -> list[Outlook]:
    """Return the outlooks of these clients with treatment and client, the newest treatment first."""
    rows = Outlook.objects.in_practice(practice_id).filter(client_id__in=tuple(client_ids))
    return list(rows.select_related("treatment", "client").order_by("-treatment__opened_at", "id"))


def waiting(
    practice_id: UUID, among: QuerySet[Any, Any] | None, besides: Iterable[UUID], day: date, says: str
) -> ScopedQuerySet[Any]:
    """Return the outlooks with something due, or `old` by `day`, and those of the clients `besides`.

    `among` narrows what is due to these clients, `says` to advice that holds this text.
    """
    rows = Outlook.objects.in_practice(practice_id)
    old = Q(stale_on__lte=day) | ~Q(client_revision=F("client__revision"))
    wanted = Q(due_count__gt=0)
    if says:
        rows = rows.annotate(said=Cast("advice", TextField()))
        wanted &= Q(said__contains=says)
    mine = (wanted | old) if among is None else (wanted | old) & Q(client_id__in=among)
    rows = rows.annotate(old=Case(When(old, then=Value(True)), default=Value(False), output_field=BooleanField()))
    found = rows.filter(mine | Q(client_id__in=tuple(besides)))
    return found.select_related("treatment", "client").order_by("-old", "-last_fact_on", "id")
