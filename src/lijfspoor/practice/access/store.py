"""Reading colleagues and credentials."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.models import Credential, Membership, Practice

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as one; recovery codes alone are none."""

ROLE_FIELDS = {
    Role.OWNER: "is_owner",
    Role.THERAPIST: "is_therapist",
    Role.LEAD_CLINICIAN: "is_lead_clinician",
    Role.ASSISTANT: "is_assistant",
}


def roles_of(member: Membership) -> frozenset[Role]:
    """Return the roles a membership carries."""
    return frozenset(role for role, field in ROLE_FIELDS.items() if getattr(member, field))


def memberships(user_id: UUID, day: date) -> list[Membership]:
    """Return where a user works on `day`, oldest first, with practice, user and whether a second factor is set up."""
    rows: Iterable[Any] = (
        Membership.objects.across_practices("a user picks the practice to work in")
        .filter(Q(until__isnull=True) | Q(until__gte=day), user_id=user_id, holds_from__lte=day)
        .select_related("practice", "user")
        .annotate(
            second_factor=Exists(Authenticator.objects.filter(user_id=OuterRef("user_id"), type__in=SECOND_FACTORS))
        )
        .order_by("holds_from", "id")
    )
    return list(rows)


def actor_of(member: Membership, address: str) -> Actor:
    """Return the membership as the actor flows receive."""
    return Actor(
        member_id=member.id,
        user_id=member.user_id,
        practice_id=member.practice_id,
        name=member.user.name,
        roles=roles_of(member),
        profession=member.profession,
        address=address,
    )


def credentials(practice_id: UUID, member_ids: tuple[UUID, ...]) -> list[Credential]:
    """Return the credentials of these members, oldest first."""
    rows = Credential.objects.in_practice(practice_id).filter(member_id__in=member_ids)
    return list(rows.order_by("recorded_at", "id"))


def names(practice_id: UUID, member_ids: tuple[UUID, ...]) -> dict[UUID, str]:
    """Return the names of these members."""
    rows = Membership.objects.in_practice(practice_id).filter(id__in=member_ids)
    return dict(rows.values_list("id", "user__name"))


def in_role(practice_id: UUID, role: Role, day: date) -> list[Membership]:
    """Return the members who hold `role` on `day`, by name, with user loaded."""
    rows = Membership.objects.in_practice(practice_id).filter(
        Q(until__isnull=True) | Q(until__gte=day), holds_from__lte=day, **{ROLE_FIELDS[role]: True}
    )
    return list(rows.select_related("user").order_by("user__name", "id"))


def evaluation_settings(practice_id: UUID) -> dict[str, Any]:
    """Return what the practice set about evaluations."""
    return dict(Practice.objects.values_list("evaluation_after", flat=True).get(id=practice_id))
