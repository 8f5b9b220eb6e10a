"""Reading clients with their people for pages that combine rooms: few queries, the same number for any practice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value

from lijfspoor.practice.people.models import Authority, CareRelation, Client, Consent
from lijfspoor.practice.people.relations import AuthorityRecord, ConsentRecord
from lijfspoor.practice.tenancy.scope import ScopedQuerySet

TREATING = ("treats", "stands_in")
LEADING = ("leads",)
SAID = ("holds_from", "until", "recorded_at", "recorded_by")


@dataclass(frozen=True, slots=True)
class _Said:
    """A record of authority, or with a scope a consent, as the two tables share it."""

    contact: UUID | None
    id: UUID
    holds: bool
    holds_from: date
    until: date | None
    recorded_at: datetime
    by: str
    order: int
    scope: str


def ties(practice_id: UUID, client_id: UUID, day: date) -> list[CareRelation]:
    """Return the care relations of a client that hold on `day`, with client and colleague, the newest first."""
    rows = _holding(practice_id, day).filter(client_id=client_id)
    return list(rows.select_related("client", "member__user").order_by("-holds_from", "-recorded_at", "id"))


def tied(practice_id: UUID, member_id: UUID, kinds: Iterable[str], day: date) -> QuerySet[Any, Any]:
    """Return the ids of the clients this member has such a relation with on `day`, as part of another query."""
    return _holding(practice_id, day).filter(member_id=member_id, kind__in=tuple(kinds)).values("client_id")


def said_around(
    practice_id: UUID, client_id: UUID, names: dict[UUID, str]
) -> tuple[tuple[AuthorityRecord, ...], tuple[ConsentRecord, ...]]:
    """Return every record of authority and every consent of a client, each in its order, in one query.

    `names` holds the names of the contacts by id.
    """
    held = Authority.objects.in_practice(practice_id).filter(client_id=client_id)
    said = Consent.objects.in_practice(practice_id).filter(client_id=client_id)
    nothing = Value("", output_field=CharField())
    both = held.values_list("contact_id", "id", "guardian", *SAID, Value(0), nothing).union(
        said.values_list("contact_id", "id", "given", *SAID, "order", "scope"), all=True
    )
    rows = [_Said(*row) for row in both]
    held_first = sorted((row for row in rows if not row.scope), key=lambda row: (row.recorded_at, row.id))
    said_first = sorted((row for row in rows if row.scope), key=lambda row: (row.order, row.recorded_at))
    authority = tuple(_authority(row, row.contact, names) for row in held_first if row.contact is not None)
    return authority, tuple(_consent(row) for row in said_first)


def _authority(row: _Said, contact: UUID, names: dict[UUID, str]) -> AuthorityRecord:
    return AuthorityRecord(
        contact, names.get(contact, ""), row.holds, row.holds_from, row.until, row.recorded_at, row.by
    )


def _consent(row: _Said) -> ConsentRecord:
    return ConsentRecord(
        row.contact, row.scope, row.holds, row.holds_from, row.until, row.recorded_at, row.by, row.order
    )


def listed(
    practice_id: UUID,
    member_id: UUID,
    day: date,
    *,
    words: str,
    born: date | None,
    tied_by: Iterable[str],
    within: QuerySet[Any, Any] | None,
) -> ScopedQuerySet[Any]:
    """Return clients by name, each with `treats` and `leads` for this member; with `tied_by` only those so tied."""
    mine = _holding(practice_id, day).filter(member_id=member_id, client_id=OuterRef("id"))
    rows = Client.objects.in_practice(practice_id).annotate(
        treats=Exists(mine.filter(kind__in=TREATING)), leads=Exists(mine.filter(kind__in=LEADING))
    )
    for word in words.lower().split():
        rows = rows.filter(search_name__contains=word)
    if born is not None:
        rows = rows.filter(born=born)
    kinds = tuple(tied_by)
    if kinds:
        rows = rows.filter(id__in=tied(practice_id, member_id, kinds, day))
    if within is not None:
        rows = rows.filter(id__in=within)
    return rows.order_by("search_name", "id")


def has_clients(practice_id: UUID) -> bool:
    """Tell whether the practice has any client yet."""
    return Client.objects.in_practice(practice_id).exists()


def _holding(practice_id: UUID, day: date) -> ScopedQuerySet[CareRelation]:
    rows = CareRelation.objects.in_practice(practice_id)
    return rows.filter(Q(until__isnull=True) | Q(until__gte=day), holds_from__lte=day)
