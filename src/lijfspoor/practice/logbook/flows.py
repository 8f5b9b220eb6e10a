"""What others do with the logbook: record, and read back."""

from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.db import transaction

from lijfspoor.practice.logbook import store
from lijfspoor.practice.logbook.kinds import kind as kind_named
from lijfspoor.practice.logbook.lines import LogLine
from lijfspoor.practice.logbook.reading import line_of
from lijfspoor.practice.logbook.verification import verify as check_chains


class Recorder(Protocol):
    """Who acts, as the logbook needs to know it (`access.actor.Actor` fits)."""

    @property
    def member_id(self) -> UUID: ...
    @property
    def user_id(self) -> UUID: ...
    @property
    def practice_id(self) -> UUID: ...
    @property
    def name(self) -> str: ...
    @property
    def role_word(self) -> str: ...
    @property
    def address(self) -> str: ...


def record(
    *,
    actor: Recorder,
    kind: str,
    at: datetime,
    clients: tuple[UUID, ...] = (),
    subject: str = "",
    why: str = "",
    outcome: str = "done",
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one entry; when this fails, what it tells about fails too (trust T27).

    `detail` holds codes and counts, never what people said or wrote. Raises KeyError for an unregistered kind.
    """
    _write(actor, kind, at, clients, subject, why, outcome, detail or {}, None)


def record_reading(*, actor: Recorder, kind: str, at: datetime, client: UUID, before: datetime) -> datetime | None:
    """Write that a client was read, and return when this person last read the same before `before`; None for never.

    Costs no query more than `record`.
    """
    return _write(actor, kind, at, (client,), "", "", "done", {}, before)


def _write(
    actor: Recorder,
    kind: str,
    at: datetime,
    clients: tuple[UUID, ...],
    subject: str,
    why: str,
    outcome: str,
    detail: dict[str, Any],
    back_from: datetime | None,
) -> datetime | None:
    registered = kind_named(kind)
    fields = {
        "kind": registered.name,
        "action": registered.action,
        "outcome": outcome,
        "member_id": actor.member_id,
        "user_id": actor.user_id,
        "actor_name": actor.name,
        "actor_role": actor.role_word,
        "subject": subject,
        "why": why,
        "address": actor.address,
        "detail": detail,
    }
    with transaction.atomic(savepoint=False):
        return store.append(actor.practice_id, at, fields, tuple(dict.fromkeys(clients)), back_from)


def verify() -> list[str]:
    """Check every chain against itself and the anchor beside the database; return what is wrong, in plain Dutch."""
    anchor = Path(settings.DATA_DIR) / "logbook-anchor.json"
    return [f"praktijk {chain.practice_id}: {chain.fault}" for chain in check_chains(anchor) if chain.fault]


def entries_about(*, practice_id: UUID, client_id: UUID, since: datetime, until: datetime) -> tuple[LogLine, ...]:
    """Return the lines on one client in a period, the newest first. The caller has checked the right to see them."""
    return tuple(line_of(row) for row in store.about_client(practice_id, client_id, since, until))
