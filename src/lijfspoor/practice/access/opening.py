"""How one more practice begins in an installation that is there already: no page leads here."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access import log_kinds, store, store_team
from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.details import NewPerson
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of


def open_practice(*, practice: str, person: NewPerson, profession: str, address: str, now: datetime) -> UUID:
    """Make a practice with a new user as its owner, who is a therapist too; return the user."""
    with transaction.atomic():
        made, user = store_team.add_practice(practice), store_team.add_user(person)
        roles = (Role.OWNER, Role.THERAPIST)
        member = store_team.put_member(made.id, user.id, profession, roles, day_of(now))
        record(actor=store.actor_of(member, address), kind=log_kinds.PRACTICE_BEGUN, at=now)
        return user.id


def has_account(email: str) -> bool:
    """Tell whether someone signs in with this address."""
    return store_team.user_with(email) is not None


def practices() -> dict[UUID, str]:
    """Return every practice of this installation by id, for who runs it at the command line."""
    return store_team.practice_names()
