"""What people do with clients and those around them; other rooms enter here."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.people import policies, store
from lijfspoor.practice.people.relations import AroundClient, ClientCard, Relation


def relation(*, actor: Actor, client_id: UUID, day: date) -> Relation:
    """Return how the colleague relates to the client on `day`; none at all for a client of another practice."""
    kinds = store.relations(actor.practice_id, actor.member_id, client_id, day)
    office = bool(actor.roles & {Role.OWNER, Role.ASSISTANT})
    return Relation(
        treats=bool(kinds & {"treats", "stands_in"}) and actor.has(Role.THERAPIST),
        leads="leads" in kinds and actor.has(Role.LEAD_CLINICIAN),
        administers=office and client_id in store.clients(actor.practice_id, (client_id,)),
    )


def client_cards(*, practice_id: UUID, client_ids: Iterable[UUID]) -> dict[UUID, ClientCard]:
    """Return the cards of clients by id. The caller has checked the right to see them."""
    return store.clients(practice_id, client_ids)


def around_clients(*, practice_id: UUID, client_ids: Iterable[UUID]) -> dict[UUID, AroundClient]:
    """Return what bears on the standing of each client. The caller has checked the right to see them."""
    return store.around(practice_id, client_ids)


__all__ = ["around_clients", "client_cards", "policies", "relation"]
