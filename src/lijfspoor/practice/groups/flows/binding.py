"""Tying the therapists of a group to a client who takes part, and untying those who came by the group alone."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.people import network

TREATING = ("treats", "stands_in")


def bind(*, actor: Actor, client_id: UUID, therapists: Iterable[UUID], day: date, now: datetime) -> tuple[UUID, ...]:
    """Let every therapist of a group treat this client; return who did not yet. The caller has checked the right."""
    team = network.team_of(actor=actor, client_id=client_id, day=day)
    treat = {line.member_id for line in team if line.kind in TREATING}
    new = tuple(each for each in therapists if each not in treat)
    for member_id in new:
        network.relate(actor=actor, client_id=client_id, member_id=member_id, kind="treats", day=day, now=now)
    return new


def unbind(*, actor: Actor, client_id: UUID, members: Iterable[UUID], day: date, now: datetime) -> None:
    """End the tie of those who came to treat by the group; who acts keeps their own. The caller checked the right."""
    team = network.team_of(actor=actor, client_id=client_id, day=day)
    treat = {line.member_id for line in team if line.kind == "treats"}
    for member_id in treat & set(members) - {actor.member_id}:
        network.release_colleague(
            actor=actor, client_id=client_id, member_id=member_id, kind="treats", day=day, now=now
        )
