"""Referrals that nobody took up yet, for the day page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lijfspoor.practice.intake import store
from lijfspoor.practice.people.overview import card_of
from lijfspoor.practice.people.relations import ClientCard


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReferral:
    """A referral that waits to be taken up."""

    id: UUID
    client: ClientCard
    received_on: date


def waiting_referrals(*, practice_id: UUID, limit: int) -> tuple[WaitingReferral, ...]:
    """Return the referrals that wait to be taken up, the oldest first, in one query.

    The caller checks the right and writes the logbook.
    """
    return tuple(
        WaitingReferral(id=row.id, client=card_of(row.client), received_on=row.received_on)
        for row in store.referrals_waiting(practice_id, limit)
    )
