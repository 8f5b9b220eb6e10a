"""Reading and writing clients and the people around them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from lijfspoor.practice.people.models import Authority, CareRelation, Client, Consent
from lijfspoor.practice.people.relations import AroundClient, AuthorityRecord, ClientCard, ConsentRecord


def full_name(client: Client) -> str:
    """Return the name as people say it."""
    return " ".join(part for part in (client.called or client.given, client.prefix, client.family) if part)


def short_name(client: Client) -> str:
    """Return the first name with the initial of the family name, as screens show it."""
    initial = f"{client.family[:1]}." if client.family else ""
    return " ".join(part for part in (client.called or client.given, client.prefix, initial) if part)


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


def around(practice_id: UUID, client_ids: Iterable[UUID]) -> dict[UUID, AroundClient]:
    """Return what bears on standing for each of these clients, in three queries however many there are."""
    ids = tuple(client_ids)
    authority: dict[UUID, list[AuthorityRecord]] = defaultdict(list)
    held = Authority.objects.in_practice(practice_id).filter(client_id__in=ids).select_related("contact")
    for row in held.order_by("recorded_at", "id"):
        authority[row.client_id].append(
            AuthorityRecord(
                row.contact_id, row.contact.name, row.guardian, row.holds_from, row.until, row.recorded_at, row.recorded_by
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
