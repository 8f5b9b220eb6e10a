"""What others ask of access."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lijfspoor.practice.access import store
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.models import Membership


@dataclass(frozen=True, slots=True)
class HeldCredential:
    """A credential as recorded for a colleague."""

    member: UUID
    kind: str
    number: str
    holds_from: date
    until: date | None
    recorded_at: datetime


def credentials_of(*, practice_id: UUID, member_ids: tuple[UUID, ...]) -> tuple[HeldCredential, ...]:
    """Return the credentials of these colleagues, oldest first."""
    return tuple(
        HeldCredential(row.member_id, row.kind, row.number, row.holds_from, row.until, row.recorded_at)
        for row in store.credentials(practice_id, member_ids)
    )


def seat(
    *, user_id: UUID, wanted: str, address: str, day: date, known: tuple[Membership, ...] | None = None
) -> tuple[Actor, Membership] | None:
    """Return the actor and membership of a signed-in user: in the practice wanted if they work there, else the first.

    None when the user works nowhere on `day`. `known` are the user's seats on `day` when they were read before.
    """
    rows = store.memberships(user_id, day) if known is None else known
    if not rows:
        return None
    member = next((row for row in rows if str(row.practice_id) == wanted), rows[0])
    return store.actor_of(member, address), member


def needs_second_factor(member: Membership) -> bool:
    """Tell whether the practice asks a second factor that the colleague in this seat does not have yet."""
    return member.practice.requires_second_factor and not getattr(member, "second_factor", False)


def member_named(*, practice_id: UUID, member_id: UUID) -> str | None:
    """Return the name of a colleague of this practice, or None when there is none by that id."""
    return store.names(practice_id, (member_id,)).get(member_id)


def colleagues(*, practice_id: UUID, role: Role, day: date) -> tuple[Actor, ...]:
    """Return the colleagues who hold a role on `day`, by name."""
    return tuple(store.actor_of(row, "") for row in store.in_role(practice_id, role, day))


def colleagues_for(*, practice_id: UUID, day: date) -> tuple[Actor, ...]:
    """Return the therapists and lead clinicians of the practice on `day`, by name, each once."""
    found = {
        actor.member_id: actor
        for role in (Role.THERAPIST, Role.LEAD_CLINICIAN)
        for actor in colleagues(practice_id=practice_id, role=role, day=day)
    }
    return tuple(sorted(found.values(), key=lambda actor: (actor.name, str(actor.member_id))))


def evaluation_settings(*, practice_id: UUID) -> dict[str, Any]:
    """Return what the practice set about evaluations: by evaluation id `{after, every}` in held sessions (S1-012)."""
    return store.evaluation_settings(practice_id)
