"""Checking that the logbook is whole: every chain from its first entry, and against the anchor outside the database."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from lijfspoor.practice.logbook.chain import CHAINED, entry_hash
from lijfspoor.practice.logbook.models import LogEntry, LogSubject


@dataclass(frozen=True, slots=True)
class Chain:
    """What checking one practice's chain gave; `fault` is empty when it is whole."""

    practice_id: UUID
    entries: int
    last_hash: str
    fault: str


def verify(anchor: Path | None = None) -> tuple[Chain, ...]:
    """Check every chain. With `anchor`, also hold it against the newest entries noted there, and note the new ones.

    The anchor lies outside the database, so that cutting off the tail of a chain, or a whole chain, shows.
    """
    noted: dict[str, dict[str, object]] = {}
    if anchor is not None and anchor.exists():
        noted = json.loads(anchor.read_text())
    chains = [_check(practice_id, noted.pop(str(practice_id), None)) for practice_id in _practices()]
    chains += [Chain(UUID(gone), 0, "", "alle regels van deze praktijk zijn verdwenen") for gone in noted]
    if anchor is not None and not any(chain.fault for chain in chains):
        anchor.write_text(
            json.dumps({str(c.practice_id): {"number": c.entries, "hash": c.last_hash} for c in chains}, indent=1)
        )
    return tuple(chains)


def _practices() -> Iterator[UUID]:
    rows = LogEntry.objects.across_practices("the logbook of every practice is verified")
    yield from rows.order_by("practice_id").values_list("practice_id", flat=True).distinct()


def _check(practice_id: UUID, noted: dict[str, object] | None) -> Chain:
    subjects = _subjects(practice_id)
    number, previous = 0, ""
    anchored = noted is None
    rows = LogEntry.objects.in_practice(practice_id).order_by("number").values(*CHAINED, "hash", "id")
    for row in rows.iterator(chunk_size=5000):
        number += 1
        fault = _fault(row, number, previous, subjects)
        if fault:
            return Chain(practice_id, number, previous, fault)
        previous = row["hash"]
        anchored = anchored or (noted is not None and noted == {"number": number, "hash": previous})
    if not anchored:
        return Chain(practice_id, number, previous, "regels die eerder zijn nagezien, ontbreken of zijn anders")
    return Chain(practice_id, number, previous, "")


def _fault(row: dict[str, object], number: int, previous: str, subjects: dict[UUID, set[str]]) -> str:
    if row["number"] != number:
        return f"regel {number} ontbreekt"
    if row["previous"] != previous:
        return f"regel {number} sluit niet aan op regel {number - 1}"
    if entry_hash(row) != row["hash"]:
        return f"regel {number} is gewijzigd"
    clients = row["clients"]
    named = subjects.get(row["id"], set()) if isinstance(row["id"], UUID) else set()
    if isinstance(clients, list) and len(clients) > 1 and set(clients) != named:
        return f"regel {number} noemt andere cliënten dan eerst"
    return ""


def _subjects(practice_id: UUID) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {}
    rows = LogSubject.objects.in_practice(practice_id).values_list("entry_id", "client_id")
    for entry, client in rows.iterator(chunk_size=5000):
        found.setdefault(entry, set()).add(str(client))
    return found
