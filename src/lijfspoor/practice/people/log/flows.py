"""Reading the logbook; that too is in the logbook."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import overload
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.logbook.flows import entries_about, record
from lijfspoor.practice.logbook.lines import LogLine, LogSpan
from lijfspoor.practice.logbook.reading import count_in, lines_in, people_in_log
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people.log import log_kinds, policies
from lijfspoor.practice.people.log.days import Day, bounds, by_day
from lijfspoor.practice.people.relations import ClientCard


class PracticeLog(Sequence[LogLine]):
    """The log of a practice in a period, read a page at a time: only the slice that is asked for is fetched."""

    def __init__(self, practice_id: UUID, since: datetime, until: datetime, member_id: UUID | None) -> None:
        self._span = LogSpan(practice_id=practice_id, since=since, until=until, member_id=member_id)

    def __len__(self) -> int:
        return count_in(self._span)

    @overload
    def __getitem__(self, at: int) -> LogLine: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[LogLine]: ...
    def __getitem__(self, at: int | slice) -> LogLine | Sequence[LogLine]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        first = at.start or 0
        last = first if at.stop is None else at.stop
        return lines_in(self._span, first, last)


def read_client_log(
    *, actor: Actor, client_id: UUID, since: date, until: date, day: date, now: datetime
) -> tuple[ClientCard, tuple[Day, ...]]:
    """Return the client and who saw or changed what in the period, the newest day first (trust G13)."""
    policies.check_can_read_client_log(actor, people.relation(actor=actor, client_id=client_id, day=day))
    card = people.client_cards(practice_id=actor.practice_id, client_ids=(client_id,)).get(client_id)
    if card is None:
        raise NotFound
    first, last = bounds(since, until)
    with transaction.atomic():
        lines = entries_about(practice_id=actor.practice_id, client_id=client_id, since=first, until=last)
        detail = {"since": since.isoformat(), "until": until.isoformat()}
        record(actor=actor, kind=log_kinds.CLIENT_LOG_READ, at=now, clients=(client_id,), detail=detail)
    return card, by_day(lines)


def colleagues_in_log(*, actor: Actor) -> tuple[tuple[UUID, str], ...]:
    """Return everyone who ever did something that is in the practice's log, by name. Raises NotAllowed."""
    policies.check_can_read_practice_log(actor)
    return people_in_log(practice_id=actor.practice_id)


def read_practice_log(*, actor: Actor, since: date, until: date, member_id: UUID | None, now: datetime) -> PracticeLog:
    """Return the log of the practice in a period, of one colleague when named, the newest first."""
    policies.check_can_read_practice_log(actor)
    first, last = bounds(since, until)
    with transaction.atomic():
        detail = {"since": since.isoformat(), "until": until.isoformat(), "member": str(member_id or "")}
        record(actor=actor, kind=log_kinds.PRACTICE_LOG_READ, at=now, detail=detail)
    return PracticeLog(actor.practice_id, first, last, member_id)


def clients_named(*, actor: Actor, lines: Sequence[LogLine]) -> dict[str, str]:
    """Return the short names of the clients these lines are about, by id. Raises NotAllowed."""
    policies.check_can_read_practice_log(actor)
    ids = {UUID(client) for line in lines for client in line.clients}
    cards = people.client_cards(practice_id=actor.practice_id, client_ids=ids)
    return {str(id_): card.short for id_, card in cards.items()}
