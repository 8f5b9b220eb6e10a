"""Flows around consent: who must decide, who did, giving, refusing and taking back."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.consent import Holder, Needed, consenters
from lijfspoor.domain.consent.rules import CLIENT
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotUnderstood
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import log_kinds, policies, store
from lijfspoor.practice.people.details import ConsentLine
from lijfspoor.practice.people.flows import relation
from lijfspoor.practice.people.models import Client, Consent
from lijfspoor.practice.people.words import SCOPES


def read_consents(*, actor: Actor, client_id: UUID, day: date, now: datetime) -> tuple[Client, tuple[ConsentLine, ...]]:
    """Return the client and, for every scope, each person who must decide today with what they said last.

    An empty `person` means that it is not known who must decide.
    """
    policies.check_can_see_client(actor, relation(actor=actor, client_id=client_id, day=day))
    client = store.client(actor.practice_id, client_id)
    if client is None:
        raise NotFound
    record(actor=actor, kind=log_kinds.READ, at=now, clients=(client_id,))
    needed = who_decides(client, day)
    said = _last_said(store.consents(actor.practice_id, client_id), day)
    return client, tuple(_line(scope, one, said, client, day) for scope in SCOPES for one in needed or (None,))


def who_decides(client: Client, day: date) -> tuple[Needed, ...] | None:
    """Return who must consent for this client on `day`, or None when that cannot be told."""
    held = store.authority_on(client.practice_id, client.id, day)
    names = {row.id: row.name for row in store.contacts(client.practice_id, client.id)}
    holders = tuple(Holder(str(id_), names.get(id_, ""), row.guardian) for id_, row in held.items())
    return consenters(client.born, holders, day)


def _last_said(rows: list[Consent], day: date) -> dict[tuple[str, str], Consent]:
    return {
        (row.scope, str(row.contact_id) if row.contact_id else CLIENT): row for row in rows if row.holds_from <= day
    }


def _line(
    scope: str, needed: Needed | None, said: dict[tuple[str, str], Consent], client: Client, day: date
) -> ConsentLine:
    if needed is None:
        return ConsentLine(
            scope=scope, person="", name="", given=False, refused=False, since=None, until=None, how="", why=""
        )
    row = said.get((scope, needed.person))
    holds = row is not None and row.given and (row.until is None or row.until >= day)
    return ConsentLine(
        scope=scope,
        person=needed.person,
        name=needed.name or store.full_name(client),
        given=holds,
        refused=row is not None and not row.given,
        since=row.holds_from if row else None,
        until=row.until if row else None,
        how=row.how if row else "",
        why=needed.reason.text.nl,
    )


def record_consent(
    *,
    actor: Actor,
    client_id: UUID,
    scope: str,
    person: str,
    given: bool,
    holds_from: date,
    until: date | None,
    how: str,
    day: date,
    now: datetime,
) -> None:
    """Record that a person (`client` or a contact's id) gives, refuses or takes back consent to a scope."""
    policies.check_can_change_people(actor, relation(actor=actor, client_id=client_id, day=day))
    if scope not in SCOPES:
        raise NotUnderstood({"scope": "Kies waarvoor de toestemming is."})
    if holds_from > day:
        raise NotUnderstood({"holds_from": "Een toestemming kan niet in de toekomst beginnen."})
    if until is not None and until < holds_from:
        raise NotUnderstood({"until": "De einddatum ligt voor de begindatum."})
    contact_id = None if person == CLIENT else _contact(actor, client_id, person)
    with transaction.atomic():
        row = {
            "contact_id": contact_id,
            "scope": scope,
            "given": given,
            "holds_from": holds_from,
            "until": until,
            "how": how,
            "recorded_at": now,
            "recorded_by": actor.name,
        }
        store.add_consent(actor.practice_id, client_id, row)
        detail = {"scope": scope, "given": given}
        record(actor=actor, kind=log_kinds.CONSENT_RECORDED, at=now, clients=(client_id,), detail=detail)


def _contact(actor: Actor, client_id: UUID, person: str) -> UUID:
    try:
        found = store.contact(actor.practice_id, client_id, UUID(person))
    except ValueError:
        found = None
    if found is None:
        raise NotUnderstood({"person": "Kies wie toestemming geeft."})
    return found.id
