"""Writing the chain."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from lijfspoor.practice.logbook.chain import CHAINED, entry_hash
from lijfspoor.practice.logbook.models import LogEntry, LogSubject


def append(practice_id: UUID, at: datetime, fields: dict[str, Any], clients: tuple[UUID, ...]) -> None:
    """Add one entry to the practice's chain. Must run inside the transaction of what it tells about.

    An entry on one client names it in `client_id`; on several it has a LogSubject for each.
    """
    _take_turn(practice_id)
    last = LogEntry.objects.in_practice(practice_id).only("number", "hash").order_by("-number").first()
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


def of_practice(practice_id: UUID, since: datetime, until: datetime, limit: int) -> list[LogEntry]:
    """Return the newest entries of a practice in a period."""
    rows = LogEntry.objects.in_practice(practice_id).filter(at__gte=since, at__lt=until)
    return list(rows.order_by("-number")[:limit])
