"""Writing the chain."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, Subquery

from lijfspoor.practice.logbook.chain import CHAINED, entry_hash
from lijfspoor.practice.logbook.models import LogEntry, LogSubject


def append(
    practice_id: UUID,
    at: datetime,
    fields: dict[str, Any],
    clients: tuple[UUID, ...],
    back_from: datetime | None = None,
) -> datetime | None:
    """Add one entry to the practice's chain. Must run inside the transaction of what it tells about.

    An entry on one client names it in `client_id`; on several it has a LogSubject for each. With `back_from` it
    returns when the same member last did the same with the same client before that moment, None for never.
    """
    _take_turn(practice_id)
    last = _last(practice_id, fields, clients, back_from)
    entry = LogEntry(
        practice_id=practice_id,
        number=last.number + 1 if last else 1,
        at=at,
        client_id=clients[0] if len(clients) == 1 else None,
        clients=sorted(str(client) for client in clients),
        previous=last.hash if last else "",
        **fields,
    )
    entry.hash = entry_hash({name: getattr(entry, name) for name in CHAINED})
    entry.save(force_insert=True)
    if len(clients) > 1:
        LogSubject.plain.bulk_create(
            LogSubject(practice_id=practice_id, entry=entry, client_id=client, number=entry.number)
            for client in clients
        )
    return getattr(last, "earlier", None)


def _last(
    practice_id: UUID, fields: dict[str, Any], clients: tuple[UUID, ...], back_from: datetime | None
) -> LogEntry | None:
    rows = LogEntry.objects.in_practice(practice_id)
    newest = rows.only("number", "hash").order_by("-number")
    if back_from is not None:
        same = rows.filter(client_id__in=clients, member_id=fields["member_id"], kind=fields["kind"], at__lt=back_from)
        newest = newest.annotate(earlier=Subquery(same.order_by("-number").values("at")[:1]))
    found: LogEntry | None = newest.first()
    return found


def _take_turn(practice_id: UUID) -> None:
    """Wait until no other transaction writes this chain; SQLite already has one writer at a time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [practice_id.int & (2**63 - 1)])


def about_client(practice_id: UUID, client_id: UUID, since: datetime, until: datetime) -> list[LogEntry]:
    """Return the entries on a client in a period, the newest first."""
    shared = LogSubject.objects.in_practice(practice_id).filter(client_id=client_id).values("entry_id")
    rows = LogEntry.objects.in_practice(practice_id).filter(Q(client_id=client_id) | Q(id__in=shared))
    return list(rows.filter(at__gte=since, at__lt=until).order_by("-number"))
