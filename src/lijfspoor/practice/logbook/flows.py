"""What others do with the logbook: record, and read back."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.logbook import store
from lijfspoor.practice.logbook.kinds import kind as kind_named


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
        "detail": detail or {},
    }
    with transaction.atomic(savepoint=False):
        store.append(actor.practice_id, at, fields, tuple(dict.fromkeys(clients)))
