"""How someone comes to work at a practice: an owner hands over a secret link that works once (trust G29)."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access import log_kinds, policies, store, store_team
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.details import InvitationLine, NewPerson, Welcome
from lijfspoor.practice.access.models import Invitation, Practice, User
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotUnderstood
from lijfspoor.practice.access.words import ROLES
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of

HOLDS = timedelta(days=14)


def open_invitations(*, actor: Actor, now: datetime) -> tuple[InvitationLine, ...]:
    """Return the invitations that can still be used, the newest first. Raises NotAllowed."""
    policies.check_can_run_practice(actor)
    return tuple(
        InvitationLine(row.id, row.name, row.email, _words(row), row.ends_at)
        for row in store_team.invitations(actor.practice_id, now)
    )


def invite(*, actor: Actor, name: str, email: str, profession: str, roles: Iterable[Role], now: datetime) -> str:
    """Invite someone; return the secret of the link, which is shown once: only its hash is kept.

    An earlier invitation to the same address no longer works. Raises NotUnderstood when they work here already.
    """
    policies.check_can_run_practice(actor)
    address, secret = email.strip().lower(), secrets.token_urlsafe(16)
    if store_team.works_here(actor.practice_id, address, day_of(now)):
        raise NotUnderstood({"email": "Iemand met dit e-mailadres werkt hier al."})
    with transaction.atomic():
        store_team.end_invitations(actor.practice_id, address, now)
        made = store_team.add_invitation(
            {
                "practice_id": actor.practice_id,
                "email": address,
                "name": name,
                "profession": profession,
                "roles": sorted(roles),
                "token_hash": _hash(secret),
                "made_at": now,
                "ends_at": now + HOLDS,
                "made_by_id": actor.member_id,
            }
        )
        record(actor=actor, kind=log_kinds.INVITED, at=now, subject=str(made.id), detail={"roles": made.roles})
    return secret


def withdraw(*, actor: Actor, invitation_id: UUID, now: datetime) -> None:
    """Withdraw an invitation: its link no longer works. Raises NotFound when it cannot be used any more anyway."""
    policies.check_can_run_practice(actor)
    with transaction.atomic():
        if not store_team.use_up(invitation_id, actor.practice_id, now):
            raise NotFound
        record(actor=actor, kind=log_kinds.INVITATION_WITHDRAWN, at=now, subject=str(invitation_id))


def read_invitation(*, secret: str, user_id: UUID | None, now: datetime) -> Welcome:
    """Return what the link says to who opens it. Raises NotFound for a link that is wrong, used, withdrawn or ended."""
    row = _invitation(secret, now)
    user = store_team.user_with(row.email)
    return Welcome(
        practice=row.practice.name,
        name=row.name,
        email=row.email,
        role_words=_words(row),
        known=user is not None,
        theirs=user is not None and user.id == user_id,
    )


def accept_as_new(*, secret: str, name: str, password: str, address: str, now: datetime) -> UUID:
    """Make an account and join the practice; return the user. Raises NotFound."""
    with transaction.atomic():
        row = _invitation(secret, now)
        if store_team.user_with(row.email) is not None:
            raise NotFound
        person = NewPerson(name=name, email=row.email, password=password)
        user = store_team.add_user(person)
        _join(row, user, address, now)
        return user.id


def accept_as_known(*, secret: str, user_id: UUID, address: str, now: datetime) -> UUID:
    """Join with the account one has; return the practice.

    Raises NotFound, and NotAllowed when the invitation is for someone else.
    """
    with transaction.atomic():
        row, user = _invitation(secret, now), store_team.user(user_id)
        if user.email != row.email:
            raise NotAllowed("Deze uitnodiging is voor iemand anders. Log eerst uit.")
        _join(row, user, address, now)
        return row.practice.id


def _join(row: Invitation, user: User, address: str, now: datetime) -> None:
    practice: Practice = row.practice
    if not store_team.use_up(row.id, practice.id, now):
        raise NotFound
    roles = tuple(Role(role) for role in row.roles)
    member = store_team.put_member(practice.id, user.id, row.profession, roles, day_of(now))
    record(actor=store.actor_of(member, address), kind=log_kinds.JOINED, at=now, subject=str(row.id))


def _invitation(secret: str, now: datetime) -> Invitation:
    found = store_team.invitation(_hash(secret), now)
    if found is None:
        raise NotFound
    return found


def _words(row: Invitation) -> str:
    return ", ".join(ROLES[Role(role)] for role in row.roles)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
