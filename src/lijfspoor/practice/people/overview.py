"""Readers for pages that combine rooms: a client with everyone around them, and lists of clients.

The caller writes the logbook.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from lijfspoor.domain.consent import Holder, Needed, consenters
from lijfspoor.domain.consent.rules import CLIENT
from lijfspoor.practice.access.actor import Actor, Role
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.people import policies, store, store_overview
from lijfspoor.practice.people.details import ConsentLine, ContactDetails, Person
from lijfspoor.practice.people.flows import OFFICE
from lijfspoor.practice.people.models import CareRelation, Client, Contact
from lijfspoor.practice.people.network import TeamLine
from lijfspoor.practice.people.relations import (
    AroundClient,
    AuthorityRecord,
    ClientCard,
    ConsentRecord,
    Relation,
)
from lijfspoor.practice.people.words import RELATION_KINDS, SCOPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A client, the colleagues who have to do with them, and how the one who asks relates to them."""

    card: ClientCard
    relation: Relation
    team: tuple[TeamLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Everyone around a client, with what bears on standing."""

    around: AroundClient
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedClient:
    """A client in a list; `treats` and `leads` say what the one who asks has to do with them."""

    card: ClientCard
    treats: bool
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which clients someone looks for: by words of the name or by birth date, only their own or all they may see."""

    words: str = ""
    born: date | None = None
    own: bool = False


def circle(*, actor: Actor, client_id: UUID, day: date) -> Circle:
    """Return a client this colleague may see, in one query (two without colleagues). Raises NotFound."""
    rows = store_overview.ties(actor.practice_id, client_id, day)
    client = rows[0].client if rows else store.client(actor.practice_id, client_id)
    if client is None:
        raise NotFound
    kinds = {row.kind for row in rows if row.member_id == actor.member_id}
    found = Circle(
        card=store.card(client),
        relation=Relation(
            treats=bool(kinds & set(store_overview.TREATING)) and actor.has(Role.THERAPIST),
            leads="leads" in kinds and actor.has(Role.LEAD_CLINICIAN),
            administers=bool(actor.roles & OFFICE),
        ),
        team=tuple(_team_line(row) for row in rows),
    )
    policies.check_can_see_client(actor, found.relation)
    return found


def network_of(*, card: ClientCard, day: date) -> Network:
    """Return everyone around a client the caller may see, in two queries."""
    contacts = store.contacts(card.practice_id, card.id)
    names = {row.id: row.name for row in contacts}
    authority, consents = store_overview.said_around(card.practice_id, card.id, names)
    held = holding(authority, day)
    people = sorted(
        (_person(row, held.get(row.id)) for row in contacts),
        key=lambda p: (p.ended_on is not None, not p.authority, p.details.name),
    )
    return Network(around=AroundClient(card, authority, consents), people=tuple(people))


def holding(records: Iterable[AuthorityRecord], day: date) -> dict[UUID, AuthorityRecord]:
    """Return who holds authority on `day`, by contact; the latest record counts."""
    known = sorted((one for one in records if one.holds_from <= day), key=lambda one: (one.holds_from, one.recorded_at))
    latest = {one.contact: one for one in known}
    return {contact: one for contact, one in latest.items() if one.until is None or one.until >= day}


def consent_lines(*, network: Network, day: date) -> tuple[ConsentLine, ...]:
    """Return for every scope each person who must decide on `day` with what they said last.

    A line with an empty `person` says that it is not known who decides.
    """
    card = network.around.card
    held = holding(network.around.authority, day)
    holders = tuple(Holder(str(contact), one.name, one.guardian) for contact, one in held.items())
    needed = consenters(card.born, holders, day)
    said = {(one.scope, str(one.contact or CLIENT)): one for one in network.around.consents if one.holds_from <= day}
    return tuple(_line(scope, one, said, card.name, day) for scope in SCOPES for one in needed or (None,))


def clients_sought(
    *, actor: Actor, sought: Sought, within: QuerySet[Any, Any] | None, day: date, start: int, size: int
) -> tuple[tuple[ListedClient, ...], int]:
    """Return a stretch of the clients sought, by name, with how many there are in all; in two queries.

    Who neither runs the practice nor administers it only ever finds clients of their own. `within` narrows it to
    these ids.
    """
    own = sought.own or not actor.roles & OFFICE
    rows = store_overview.listed(
        actor.practice_id,
        actor.member_id,
        day,
        words=sought.words,
        born=sought.born,
        tied_by=own_kinds(actor) if own else (),
        within=within,
    )
    stretch = tuple(_listed(actor, row, row.treats, row.leads) for row in rows[start : start + size])
    return stretch, rows.count()


def treated_by(*, actor: Actor, day: date) -> QuerySet[Any, Any]:
    """Return the ids of the clients this colleague treats on `day`, as part of another query."""
    return store_overview.tied(actor.practice_id, actor.member_id, store_overview.TREATING, day)


def led_by(*, actor: Actor, day: date) -> QuerySet[Any, Any]:
    """Return the ids of the clients this colleague is lead clinician of on `day`, as part of another query."""
    return store_overview.tied(actor.practice_id, actor.member_id, store_overview.LEADING, day)


def led_clients(*, actor: Actor, within: QuerySet[Any, Any], day: date, limit: int) -> tuple[ListedClient, ...]:
    """Return the clients of these ids whom this colleague is lead clinician of, by name, at most `limit`."""
    rows = store_overview.listed(
        actor.practice_id,
        actor.member_id,
        day,
        words="",
        born=None,
        tied_by=store_overview.LEADING,
        within=within,
    )
    return tuple(_listed(actor, row, row.treats, row.leads) for row in rows[:limit])


def has_clients(*, practice_id: UUID) -> bool:
    """Tell whether the practice has any client yet."""
    return store_overview.has_clients(practice_id)


def card_of(client: Client) -> ClientCard:
    """Return the card of a client that a room above read along with its own rows."""
    return store.card(client)


def own_kinds(actor: Actor) -> tuple[str, ...]:
    """Return the kinds of care relation that make a client this colleague's own; a kind that never is for an office."""
    treating = store_overview.TREATING if actor.has(Role.THERAPIST) else ()
    leading = store_overview.LEADING if actor.has(Role.LEAD_CLINICIAN) else ()
    return (*treating, *leading) or ("none",)


def _listed(actor: Actor, client: Client, treats: bool, leads: bool) -> ListedClient:
    return ListedClient(
        card=store.card(client),
        treats=treats and actor.has(Role.THERAPIST),
        leads=leads and actor.has(Role.LEAD_CLINICIAN),
    )


def _team_line(row: CareRelation) -> TeamLine:
    return TeamLine(
        member_id=row.member_id,
        name=row.member.user.name,
        kind=row.kind,
        words=RELATION_KINDS.get(row.kind, row.kind),
        since=row.holds_from,
        until=row.until,
    )


def _person(row: Contact, held: AuthorityRecord | None) -> Person:
    return Person(
        id=row.id,
        details=ContactDetails(**{field.name: getattr(row, field.name) for field in fields(ContactDetails)}),
        version=row.version,
        ended_on=row.ended_on,
        authority="" if held is None else "guardian" if held.guardian else "parent",
        authority_until=held.until if held else None,
    )


def _line(
    scope: str, needed: Needed | None, said: dict[tuple[str, str], ConsentRecord], client: str, day: date
) -> ConsentLine:
    one = said.get((scope, needed.person)) if needed else None
    return ConsentLine(
        scope=scope,
        person=needed.person if needed else "",
        name=(needed.name or client) if needed else "",
        given=one is not None and one.given and (one.until is None or one.until >= day),
        refused=one is not None and not one.given,
        since=one.holds_from if one else None,
        until=one.until if one else None,
        how="",
        why=needed.reason.text.nl if needed else "",
    )
