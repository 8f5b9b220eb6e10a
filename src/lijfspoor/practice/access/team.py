"""What an owner does with colleagues: see who works here, change roles, end a membership, record credentials."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access import log_kinds, neighbours, policies, store, store_team
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.details import ColleagueLine, CredentialLine
from lijfspoor.practice.access.flows import HeldCredential, credentials_of
from lijfspoor.practice.access.models import Membership
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.access.words import ROLES, credential_words
from lijfspoor.practice.logbook.flows import record

ONE_OWNER = "Er moet altijd minstens één eigenaar zijn. Maak eerst een collega eigenaar."


def read_team(*, actor: Actor, day: date, now: datetime) -> tuple[ColleagueLine, ...]:
    """Return everyone who works here, then those who left, by name. Raises NotAllowed."""
    policies.check_can_run_practice(actor)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.COLLEAGUES_READ, at=now)
    rows = store_team.members(actor.practice_id)
    return tuple(sorted(_lines(actor.practice_id, rows, day), key=lambda line: not line.here))


def read_colleague(*, actor: Actor, member_id: UUID, day: date, now: datetime) -> ColleagueLine:
    """Return one colleague. Raises NotFound, NotAllowed."""
    policies.check_can_run_practice(actor)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.COLLEAGUES_READ, at=now, subject=str(member_id))
    return _lines(actor.practice_id, [_known(actor, member_id)], day)[0]


def _known(actor: Actor, member_id: UUID) -> Membership:
    found = store_team.member(actor.practice_id, member_id)
    if found is None:
        raise NotFound
    return found


def _lines(practice_id: UUID, rows: list[Membership], day: date) -> list[ColleagueLine]:
    held = credentials_of(practice_id=practice_id, member_ids=tuple(row.id for row in rows))
    guarded = store_team.with_second_factor(row.user_id for row in rows)
    return [_line(row, [one for one in held if one.member == row.id], row.user_id in guarded, day) for row in rows]


def _line(row: Membership, held: Iterable[HeldCredential], guarded: bool, day: date) -> ColleagueLine:
    roles = tuple(role for role in ROLES if role in store.roles_of(row))
    return ColleagueLine(
        id=row.id,
        name=row.user.name,
        email=row.user.email,
        profession=row.profession,
        roles=roles,
        role_words=", ".join(ROLES[role] for role in roles),
        holds_from=row.holds_from,
        until=row.until,
        here=row.holds_from <= day and (row.until is None or row.until >= day),
        second_factor=guarded,
        credentials=latest(held, day),
    )


def latest(held: Iterable[HeldCredential], day: date) -> tuple[CredentialLine, ...]:
    """Return of each kind of credential what was recorded last, by name, and whether it holds on `day`."""
    last = {one.kind: one for one in sorted(held, key=lambda one: one.recorded_at)}
    lines = (
        CredentialLine(
            kind=one.kind,
            words=credential_words(one.kind),
            number=one.number,
            holds_from=one.holds_from,
            until=one.until,
            holds=one.holds_from <= day and (one.until is None or one.until >= day),
        )
        for one in last.values()
    )
    return tuple(sorted(lines, key=lambda line: line.words))


def change_roles(
    *, actor: Actor, member_id: UUID, roles: Iterable[Role], profession: str, day: date, now: datetime
) -> None:
    """Change a colleague's roles and profession; they hold from the colleague's next request (trust G8).

    Raises NotPossible when no owner would be left.
    """
    policies.check_can_run_practice(actor)
    held = frozenset(roles)
    with transaction.atomic():
        if Role.OWNER not in held:
            _keep_an_owner(actor, member_id, day)
        values = {"profession": profession, **store_team.role_values(held)}
        if not store_team.change_member(actor.practice_id, member_id, values):
            raise NotFound
        detail = {"roles": sorted(held)}
        record(actor=actor, kind=log_kinds.ROLES_CHANGED, at=now, subject=str(member_id), detail=detail)


def _keep_an_owner(actor: Actor, member_id: UUID, day: date) -> None:
    owners = store_team.owners_in_hand(actor.practice_id, day)
    if owners == {member_id}:
        raise NotPossible(ONE_OWNER)


def end_membership(*, actor: Actor, member_id: UUID, last_day: date | None, day: date, now: datetime) -> None:
    """End a colleague's work here after `last_day`, or at once (from their next request, on every device).

    Raises NotPossible when no owner would be left, NotUnderstood for a last day in the past.
    """
    policies.check_can_run_practice(actor)
    if last_day is not None and last_day < day:
        raise NotUnderstood({"last_day": "Deze dag is al geweest. Laat het veld leeg om nu te stoppen."})
    last = last_day or day - timedelta(days=1)
    with transaction.atomic():
        _known(actor, member_id)
        _keep_an_owner(actor, member_id, day)
        store_team.change_member(actor.practice_id, member_id, {"until": last})
        neighbours.member_left(actor.practice_id, member_id, last)
        record(
            actor=actor,
            kind=log_kinds.MEMBERSHIP_ENDED,
            at=now,
            subject=str(member_id),
            detail={"until": last.isoformat()},
        )


def record_credential(
    *,
    actor: Actor,
    member_id: UUID,
    kind: str,
    number: str,
    holds_from: date,
    until: date | None,
    day: date,
    now: datetime,
) -> None:
    """Record a training, registration or membership of a colleague with its number and end (S0-008, S2-142).

    An earlier record of the kind stays and no longer counts.
    """
    policies.check_can_run_practice(actor)
    if until is not None and until < holds_from:
        raise NotUnderstood({"until": "De einddatum ligt voor de begindatum."})
    with transaction.atomic():
        _known(actor, member_id)
        store_team.add_credential(
            {
                "practice_id": actor.practice_id,
                "member_id": member_id,
                "kind": kind,
                "number": number,
                "holds_from": holds_from,
                "until": until,
                "recorded_at": now,
            }
        )
        neighbours.credentials_changed(actor.practice_id, member_id, day)
        record(actor=actor, kind=log_kinds.CREDENTIAL_RECORDED, at=now, subject=str(member_id), detail={"kind": kind})
