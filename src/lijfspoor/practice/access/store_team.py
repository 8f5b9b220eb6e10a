"""Reading and writing practices, colleagues, invitations and credentials."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import connection
from django.db.models import F, Q

from lijfspoor.practice.access.actor import Role
from lijfspoor.practice.access.details import NewPerson, PracticeDetails
from lijfspoor.practice.access.models import Credential, Invitation, Membership, Practice, User
from lijfspoor.practice.access.store import ROLE_FIELDS, SECOND_FACTORS

BEGINNING = 0x4C696A66


def anyone() -> bool:
    """Tell whether there is a user at all."""
    return User.objects.exists()


def one_at_a_time() -> None:
    """Wait until nobody else begins this installation; SQLite already has one writer at a time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [BEGINNING])


def add_user(person: NewPerson) -> User:
    """Add someone who can sign in."""
    return User.objects.create_user(person.email, person.password, name=person.name)


def user_with(email: str) -> User | None:
    """Return the user with this address, whatever its case."""
    return User.objects.filter(email=email.strip().lower()).first()


def user(user_id: UUID) -> User:
    """Return a user known to exist."""
    return User.objects.get(id=user_id)


def end_sign_ins(user_id: UUID) -> User:
    """End every session of a user; return the user as they are now."""
    User.objects.filter(id=user_id).update(sign_ins_ended=F("sign_ins_ended") + 1)
    return User.objects.get(id=user_id)


def with_second_factor(user_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Return which of these users sign in with a second factor; recovery codes alone are none."""
    rows = Authenticator.objects.filter(user_id__in=tuple(user_ids), type__in=SECOND_FACTORS)
    return frozenset(rows.values_list("user_id", flat=True))


def add_practice(name: str) -> Practice:
    """Add a practice."""
    return Practice.objects.create(name=name)


def practice(practice_id: UUID) -> Practice:
    """Return a practice known to exist."""
    return Practice.objects.get(id=practice_id)


def practice_names() -> dict[UUID, str]:
    """Return the name of every practice, in the order of their names."""
    return dict(Practice.objects.order_by("name", "id").values_list("id", "name"))


def change_practice(practice_id: UUID, version: int, details: PracticeDetails) -> bool:
    """Change a practice that still has this version; tell whether it had."""
    return _change(practice_id, version, **asdict(details))


def set_evaluations(practice_id: UUID, version: int, settings: dict[str, Any]) -> bool:
    """Keep the evaluation settings of a practice that still has this version; tell whether it had."""
    return _change(practice_id, version, evaluation_after=settings)


def _change(practice_id: UUID, version: int, **values: Any) -> bool:
    rows = Practice.objects.filter(id=practice_id, version=version)
    return rows.update(version=F("version") + 1, **values) == 1


def members(practice_id: UUID) -> list[Membership]:
    """Return everyone who works or worked at a practice, by name, with user loaded."""
    rows = Membership.objects.in_practice(practice_id).select_related("user")
    return list(rows.order_by("user__name", "id"))


def member(practice_id: UUID, member_id: UUID) -> Membership | None:
    """Return someone who works or worked at the practice, with user loaded."""
    rows = Membership.objects.in_practice(practice_id).select_related("user")
    found: Membership | None = rows.filter(id=member_id).first()
    return found


def owners_in_hand(practice_id: UUID, day: date) -> frozenset[UUID]:
    """Return the owners who stay for now, locked until the transaction ends, so that two cannot leave at once."""
    rows = Membership.objects.in_practice(practice_id).select_for_update()
    staying = rows.filter(is_owner=True, until__isnull=True, holds_from__lte=day)
    return frozenset(staying.values_list("id", flat=True))


def put_member(practice_id: UUID, user_id: UUID, profession: str, roles: Iterable[Role], day: date) -> Membership:
    """Add someone to a practice, or have someone who left work there again."""
    values = {"profession": profession, "holds_from": day, "until": None, **role_values(roles)}
    made, _ = Membership.plain.update_or_create(practice_id=practice_id, user_id=user_id, defaults=values)
    return made  # type: ignore[no-any-return]  # the shared manager is typed for any row


def change_member(practice_id: UUID, member_id: UUID, values: dict[str, Any]) -> bool:
    """Change a colleague of this practice; tell whether there was one."""
    return Membership.objects.in_practice(practice_id).filter(id=member_id).update(**values) == 1


def role_values(roles: Iterable[Role]) -> dict[str, bool]:
    """Return roles as columns of a membership."""
    held = frozenset(roles)
    return {field: role in held for role, field in ROLE_FIELDS.items()}


def works_here(practice_id: UUID, email: str, day: date) -> bool:
    """Tell whether someone with this address works at the practice."""
    rows = Membership.objects.in_practice(practice_id).filter(user__email=email.strip().lower())
    return rows.filter(Q(until__isnull=True) | Q(until__gte=day)).exists()


def add_invitation(row: dict[str, Any]) -> Invitation:
    """Add an invitation."""
    made: Invitation = Invitation.plain.create(**row)
    return made


def invitations(practice_id: UUID, now: datetime) -> list[Invitation]:
    """Return the invitations of a practice that can still be used, the newest first."""
    rows = Invitation.objects.in_practice(practice_id).filter(used_at__isnull=True, ends_at__gt=now)
    return list(rows.order_by("-made_at", "id"))


def invitation(token_hash: str, now: datetime) -> Invitation | None:
    """Return the invitation a secret link stands for, while it can be used, with its practice."""
    rows = Invitation.objects.across_practices("whoever holds the link has no practice yet").select_related("practice")
    found: Invitation | None = rows.filter(token_hash=token_hash, used_at__isnull=True, ends_at__gt=now).first()
    return found


def use_up(invitation_id: UUID, practice_id: UUID, now: datetime) -> bool:
    """Use an invitation up; tell whether it still could be used."""
    rows = Invitation.objects.in_practice(practice_id).filter(id=invitation_id, used_at__isnull=True, ends_at__gt=now)
    return rows.update(used_at=now) == 1


def end_invitations(practice_id: UUID, email: str, now: datetime) -> None:
    """End the open invitations of someone who gets a new one: only the newest link works."""
    rows = Invitation.objects.in_practice(practice_id).filter(email=email, used_at__isnull=True, ends_at__gt=now)
    rows.update(ends_at=now)


def add_credential(row: dict[str, Any]) -> None:
    """Record a credential; earlier records stay."""
    Credential.plain.create(**row)
