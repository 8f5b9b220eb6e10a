"""What people do with clients and those around them; other rooms enter here."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotFound
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import log_kinds, policies, store
from lijfspoor.practice.people.details import ClientDetails
from lijfspoor.practice.people.models import Client
from lijfspoor.practice.people.relations import AroundClient, ClientCard, Relation

OFFICE = frozenset({Role.OWNER, Role.ASSISTANT})


def relation(*, actor: Actor, client_id: UUID, day: date) -> Relation:
    """Return how the colleague relates to the client on `day`; none at all for a client of another practice."""
    kinds = store.relations(actor.practice_id, actor.member_id, client_id, day)
    office = bool(actor.roles & OFFICE)
    return _relation(actor, kinds, office and client_id in store.clients(actor.practice_id, (client_id,)))


def relations(*, actor: Actor, client_ids: Iterable[UUID], day: date) -> dict[UUID, Relation]:
    """Return how the colleague relates to each of these clients of the own practice, in one query."""
    kinds = store.relations_with(actor.practice_id, actor.member_id, client_ids, day)
    office = bool(actor.roles & OFFICE)
    return {id_: _relation(actor, each, office) for id_, each in kinds.items()}


def _relation(actor: Actor, kinds: frozenset[str], administers: bool) -> Relation:
    return Relation(
        treats=bool(kinds & {"treats", "stands_in"}) and actor.has(Role.THERAPIST),
        leads="leads" in kinds and actor.has(Role.LEAD_CLINICIAN),
        administers=administers,
    )


def client_cards(*, practice_id: UUID, client_ids: Iterable[UUID]) -> dict[UUID, ClientCard]:
    """Return the cards of clients by id. The caller has checked the right to see them."""
    return store.clients(practice_id, client_ids)


def around_clients(*, practice_id: UUID, client_ids: Iterable[UUID]) -> dict[UUID, AroundClient]:
    """Return what bears on the standing of each client. The caller has checked the right to see them."""
    return store.around(practice_id, client_ids)


def allergies_of(*, practice_id: UUID, client_id: UUID) -> str:
    """Return what is known of a client's allergies. The caller has checked the right and writes the logbook."""
    found = store.client(practice_id, client_id)
    return found.allergies if found else ""


def details_of(*, practice_id: UUID, client_id: UUID) -> ClientDetails | None:
    """Return what is written down about a client. The caller has checked the right and writes the logbook."""
    found = store.client(practice_id, client_id)
    if found is None:
        return None
    return ClientDetails(**{each.name: getattr(found, each.name) for each in fields(ClientDetails)})


def find_clients(*, actor: Actor, words: str, day: date, limit: int = 20) -> tuple[ClientCard, ...]:
    """Return the clients this colleague may see whose name holds every word; nothing for no words.

    The caller writes the logbook.
    """
    if not words.strip():
        return ()
    if actor.roles & {Role.OWNER, Role.ASSISTANT}:
        rows = store.find(actor.practice_id, words, limit)
    else:
        kinds = (["treats", "stands_in"] if actor.has(Role.THERAPIST) else []) + (
            ["leads"] if actor.has(Role.LEAD_CLINICIAN) else []
        )
        rows = store.find_tied(actor.practice_id, words, actor.member_id, kinds, day, limit)
    return tuple(store.card(row) for row in rows)


def client_with_bsn(*, practice_id: UUID, bsn: str, born: date | None) -> UUID | None:
    """Return the one client known by this number and birth date; None when that is nobody, or more than one."""
    if not bsn or born is None:
        return None
    rows = [row for row in store.with_bsn(practice_id, bsn) if row.born == born]
    return rows[0].id if len(rows) == 1 else None


def register_client(*, actor: Actor, details: ClientDetails, now: datetime) -> UUID:
    """Register a client with the practice."""
    policies.check_can_register(actor)
    with transaction.atomic():
        made = store.add_client(actor.practice_id, details, now)
        record(actor=actor, kind=log_kinds.REGISTERED, at=now, clients=(made.id,))
        return made.id


def read_client(*, actor: Actor, client_id: UUID, day: date, now: datetime) -> Client:
    """Return a client's details for reading or changing them."""
    policies.check_can_see_client(actor, relation(actor=actor, client_id=client_id, day=day))
    found = store.client(actor.practice_id, client_id)
    if found is None:
        raise NotFound
    record(actor=actor, kind=log_kinds.READ, at=now, clients=(client_id,))
    return found


def change_client(
    *, actor: Actor, client_id: UUID, details: ClientDetails, version: int, day: date, now: datetime
) -> None:
    """Change a client's details. Raises ChangedMeanwhile when someone else saved after `version` was read."""
    policies.check_can_change_people(actor, relation(actor=actor, client_id=client_id, day=day))
    with transaction.atomic():
        if not store.change_client(actor.practice_id, client_id, details, version):
            raise ChangedMeanwhile
        record(actor=actor, kind=log_kinds.CHANGED, at=now, clients=(client_id,))
