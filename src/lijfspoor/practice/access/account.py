"""What people do with their own account: pick the practice to work in, sign out on other devices."""

from datetime import date, datetime
from uuid import UUID

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest

from lijfspoor.practice.access import log_kinds, store, store_team
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.details import Workplace
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.logbook.flows import record


def workplaces(*, actor: Actor, day: date) -> tuple[Workplace, ...]:
    """Return the practices this person works at on `day`."""
    return tuple(
        Workplace(row.practice_id, row.practice.name, row.practice_id == actor.practice_id)
        for row in store.memberships(actor.user_id, day)
    )


def switch(*, actor: Actor, practice_id: UUID, day: date, now: datetime) -> UUID:
    """Switch to another practice this person works at; it is logged there. Raises NotFound."""
    for row in store.memberships(actor.user_id, day):
        if row.practice_id == practice_id:
            with transaction.atomic():
                record(actor=store.actor_of(row, actor.address), kind=log_kinds.SWITCHED, at=now)
            return practice_id
    raise NotFound


def sign_out_elsewhere(*, actor: Actor, request: HttpRequest, now: datetime) -> None:
    """End every session of this person but the one of `request`, at their next request (trust T16)."""
    with transaction.atomic():
        user = store_team.end_sign_ins(actor.user_id)
        record(actor=actor, kind=log_kinds.SIGNED_OUT_ELSEWHERE, at=now)
    update_session_auth_hash(request, user)
