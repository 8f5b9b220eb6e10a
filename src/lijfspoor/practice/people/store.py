"""Reading and writing clients and the people around them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.people.models import Authority, CareRelation, Client, Consent, Contact
from lijfspoor.practice.people.relations import AroundClient, AuthorityRecord, ClientCard, ConsentRecord
from lijfspoor.practice.tenancy.scope import ScopedQuerySet


def full_name(client: Client) -> str:
    """Return the name as people say it."""
    return " ".join(part for part in (client.called or client.given, client.infix, client.family) if part)


def short_name(client: Client) -> str:
    """Return the first name with the initial of the family name, as screens show it."""
    initial = f"{client.family[:1]}." if client.family else ""
    return " ".join(part for part in (client.called or client.given, client.infix, initial) if part)


def card(client: Client) -> ClientCard:
    """Return the client as other rooms show them."""
    return ClientCard(
        client.id,
        client.practice_id,
        full_name(client) or "Naam nog niet bekend",
        short_name(client) or "Naam nog niet bekend",
        client.born,
        client.revision,
        client.version,
        client.created_at,
    )


def clients(practice_id: UUID, ids: Iterable[UUID]) -> dict[UUID, ClientCard]:
    """Return the cards of these clients by id."""
    return {row.id: card(row) for row in Client.objects.in_practice(practice_id).filter(id__in=tuple(ids))}


def relations(practice_id: UUID, member_id: UUID, client_id: UUID, day: date) -> frozenset[str]:
    """Return the kinds of care relation a colleague has with a client on `day`."""
    rows = CareRelation.objects.in_practice(practice_id).filter(
        Q(until__isnull=True) | Q(until__gte=day), member_id=member_id, client_id=client_id, holds_from__lte=day
    )
    return frozenset(rows.values_list("kind", flat=True))


def relations_with(
    practice_id: UUID, member_id: UUID, client_ids: Iterable[UUID], day: date
) -> dict[UUID, frozenset[str]]:
    """Return the kinds of care relation a colleague has with each of these clients on `day`, in one query."""
    found: dict[UUID, set[str]] = {id_: set() for id_ in client_ids}
    rows = CareRelation.objects.in_practice(practice_id).filter(
        Q(until__isnull=True) | Q(until__gte=day), member_id=member_id, client_id__in=tuple(found), holds_from__lte=day
    )
    for client_id, kind in rows.values_list("client_id", "kind"):
        found[client_id].add(kind)
    return {id_: frozenset(kinds) for id_, kinds in found.items()}


def around(practice_id: UUID, client_ids: Iterable[UUID]) -> dict[UUID, AroundClient]:
    """Return what bears on standing for each of these clients, in three queries however many there are."""
    ids = tuple(client_ids)
    authority: dict[UUID, list[AuthorityRecord]] = defaultdict(list)
    held = Authority.objects.in_practice(practice_id).filter(client_id__in=ids).select_related("contact")
    for row in held.order_by("recorded_at", "id"):
        authority[row.client_id].append(
            AuthorityRecord(
                row.contact_id,
                row.contact.name,
                row.guardian,
                row.holds_from,
                row.until,
                row.recorded_at,
                row.recorded_by,
            )
        )
    consents: dict[UUID, list[ConsentRecord]] = defaultdict(list)
    for consent in Consent.objects.in_practice(practice_id).filter(client_id__in=ids).order_by("order", "recorded_at"):
        consents[consent.client_id].append(
            ConsentRecord(
                consent.contact_id,
                consent.scope,
                consent.given,
                consent.holds_from,
                consent.until,
                consent.recorded_at,
                consent.recorded_by,
                consent.order,
            )
        )
    cards = clients(practice_id, ids)
    return {id_: AroundClient(card, tuple(authority[id_]), tuple(consents[id_])) for id_, card in cards.items()}


def touch(practice_id: UUID, client_id: UUID) -> None:
    """Count a change to the client or the people around them, so that derived outlooks are derived anew."""
    Client.objects.in_practice(practice_id).filter(id=client_id).update(revision=F("revision") + 1)


def client(practice_id: UUID, client_id: UUID) -> Client | None:
    """Return a client of this practice."""
    found: Client | None = Client.objects.in_practice(practice_id).filter(id=client_id).first()
    return found


def find(practice_id: UUID, words: str, limit: int) -> list[Client]:
    """Return the clients whose name holds every word, by name."""
    return list(_named(practice_id, words).order_by("search_name", "id")[:limit])


def find_tied(
    practice_id: UUID, words: str, member_id: UUID, kinds: Iterable[str], day: date, limit: int
) -> list[Client]:
    """Return of the clients whose name holds every word those that this member has such a relation with on `day`."""
    tied = CareRelation.objects.in_practice(practice_id).filter(
        Q(until__isnull=True) | Q(until__gte=day), member_id=member_id, kind__in=tuple(kinds), holds_from__lte=day
    )
    rows = _named(practice_id, words).filter(id__in=tied.values("client_id"))
    return list(rows.order_by("search_name", "id")[:limit])


def _named(practice_id: UUID, words: str) -> ScopedQuerySet[Client]:
    rows = Client.objects.in_practice(practice_id)
    for word in words.lower().split():
        rows = rows.filter(search_name__contains=word)
    return rows


def with_bsn(practice_id: UUID, bsn: str) -> list[Client]:
    """Return the clients with this citizen service number."""
    return list(Client.objects.in_practice(practice_id).filter(bsn=bsn).order_by("created_at", "id"))


def add_client(practice_id: UUID, details: ClientDetails, at: datetime) -> Client:
    """Add a client."""
    values = asdict(details)
    made: Client = Client.plain.create(
        practice_id=practice_id, search_name=search_name(details), created_at=at, **values
    )
    return made


def search_name(details: ClientDetails) -> str:
    """Return the name as it is searched for: all parts, lower case."""
    parts = (details.called, details.given, details.infix, details.family)
    return " ".join(dict.fromkeys(part for part in parts if part)).lower()


def change_client(practice_id: UUID, client_id: UUID, details: ClientDetails, version: int) -> bool:
    """Change a client that still has this version; tell whether it had."""
    rows = Client.objects.in_practice(practice_id).filter(id=client_id, version=version)
    changed = rows.update(
        version=F("version") + 1, revision=F("revision") + 1, search_name=search_name(details), **asdict(details)
    )
    return changed == 1


def contacts(practice_id: UUID, client_id: UUID) -> list[Contact]:
    """Return the people around a client, by name."""
    return list(Contact.objects.in_practice(practice_id).filter(client_id=client_id).order_by("name", "id"))


def contact(practice_id: UUID, client_id: UUID, contact_id: UUID) -> Contact | None:
    """Return someone around this client."""
    rows = Contact.objects.in_practice(practice_id)
    found: Contact | None = rows.filter(client_id=client_id, id=contact_id).first()
    return found


def add_contact(practice_id: UUID, client_id: UUID, details: ContactDetails) -> Contact:
    """Add someone around a client."""
    made: Contact = Contact.plain.create(practice_id=practice_id, client_id=client_id, **asdict(details))
    touch(practice_id, client_id)
    return made


def change_contact(practice_id: UUID, contact_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Change a contact that still has this version; tell whether it had."""
    rows = Contact.objects.in_practice(practice_id).filter(id=contact_id, version=version)
    return rows.update(version=F("version") + 1, **values) == 1


def authority_on(practice_id: UUID, client_id: UUID, day: date) -> dict[UUID, Authority]:
    """Return who holds authority on `day`, by contact; the latest record counts."""
    rows = Authority.objects.in_practice(practice_id).filter(client_id=client_id, holds_from__lte=day)
    latest = {row.contact_id: row for row in rows.order_by("holds_from", "recorded_at", "id")}
    return {id_: row for id_, row in latest.items() if row.until is None or row.until >= day}


def add_authority(row: dict[str, Any]) -> None:
    """Record authority; earlier records stay."""
    Authority.plain.create(**row)


def consents(practice_id: UUID, client_id: UUID) -> list[Consent]:
    """Return every consent ever recorded for a client, in order."""
    rows = Consent.objects.in_practice(practice_id).filter(client_id=client_id)
    return list(rows.order_by("holds_from", "order"))


def add_consent(practice_id: UUID, client_id: UUID, row: dict[str, Any]) -> None:
    """Record one consent given, refused or taken back."""
    order = Consent.objects.in_practice(practice_id).filter(client_id=client_id).count()
    Consent.plain.create(practice_id=practice_id, client_id=client_id, order=order, **row)
    touch(practice_id, client_id)


def relation_rows(practice_id: UUID, client_id: UUID) -> list[CareRelation]:
    """Return every care relation of a client, with colleague and user, the newest first."""
    rows = CareRelation.objects.in_practice(practice_id).filter(client_id=client_id)
    return list(rows.select_related("member__user").order_by("-holds_from", "-recorded_at"))


def add_relation(row: dict[str, Any]) -> None:
    """Record a care relation."""
    CareRelation.plain.create(**row)


def end_relations(practice_id: UUID, client_id: UUID, member_id: UUID, kind: str, last_day: date) -> int:
    """End the running relations of this kind after `last_day`; return how many."""
    rows = CareRelation.objects.in_practice(practice_id).filter(
        Q(until__isnull=True) | Q(until__gt=last_day), client_id=client_id, member_id=member_id, kind=kind
    )
    return rows.update(until=last_day)
