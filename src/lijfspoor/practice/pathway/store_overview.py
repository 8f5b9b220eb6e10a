"""Reading many treatments at once from their outlooks, and one client's treatments with their facts in one query."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from lijfspoor.domain.pathways.facts import AnyFact
from lijfspoor.domain.pathways.model import Stage
from lijfspoor.practice.pathway.models import FactRow, Outlook, Treatment
from lijfspoor.practice.pathway.translation import from_row
from lijfspoor.practice.tenancy.scope import ScopedQuerySet

RUNNING = (Stage.NOT_REFERRED, Stage.INTAKE, Stage.UNDER_WAY, Stage.TAPERING)


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
    practice_id: UUID,
    claims: Mapping[str, tuple[QuerySet[Any, Any] | None, str]],
    besides: Iterable[UUID],
    day: date,
) -> ScopedQuerySet[Any]:
    """Return the outlooks with something due that a claim holds for, or that are `old` by `day`; and `besides`.

    A claim is a set of client ids (None for all) and a text that the advice must hold. Each row says in `by_<claim>`
    whether the claim holds for it; none does for a closed treatment. Old ones come first, then those asked for
    besides, then those with the latest news.
    """
    old = Q(stale_on__lte=day) | ~Q(client_revision=F("client__revision"))
    rows = Outlook.objects.in_practice(practice_id).annotate(said=Cast("advice", TextField()), old=_whether(old))
    wanted = Q(client_id__in=tuple(besides))
    rows = rows.annotate(beside=_whether(wanted))
    running = Q(stage__in=RUNNING)
    for name, (ids, says) in claims.items():
        # Asked of each running treatment: a therapist of long standing has far more clients than open treatments.
        theirs = running if ids is None else running & Q(Exists(ids.filter(client_id=OuterRef("client_id"))))
        due = Q(due_count__gt=0, said__contains=says) if says else Q(due_count__gt=0)
        rows = rows.annotate(**{f"by_{name}": _whether(theirs & due)})
        wanted |= theirs & (due | old)
    return rows.filter(wanted).select_related("treatment", "client").order_by("-old", "-beside", "-last_fact_on", "id")


def _whether(holds: Q) -> Case:
    return Case(When(holds, then=Value(True)), default=Value(False), output_field=BooleanField())
