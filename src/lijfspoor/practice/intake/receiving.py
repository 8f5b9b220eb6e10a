"""The flow that keeps a referral made by another system: once per message, nothing of it lost."""

import hashlib
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from lijfspoor.interop.fhir.incoming import (
    Caution,
    IncomingAddress,
    IncomingClient,
    IncomingCondition,
    IncomingContact,
    IncomingReferral,
    Unused,
    first_value,
)
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.intake import log_kinds, policies, store
from lijfspoor.practice.intake.details import ReceivedReferral, Referrer
from lijfspoor.practice.intake.identity import keep_once
from lijfspoor.practice.intake.referring import columns_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import network
from lijfspoor.practice.people.details import ClientDetails, ContactDetails
from lijfspoor.practice.tenancy.clock import day_of

PARENTS = ("MTH", "FTH", "PRN", "PARNT", "STPMTH", "STPFTH", "FOSTERMTH", "FOSTERFTH", "ADOPTM", "ADOPTF")
PARENT_WORDS = ("moeder", "vader", "ouder", "verzorger", "mother", "father", "parent")
LONGEST_IDENTITY = 200
GENDERS = {"female": "female", "male": "male", "other": "other", "unknown": "unknown"}


def receive_referral(
    *,
    actor: Actor,
    incoming: IncomingReferral,
    unused: tuple[Unused, ...],
    document: str,
    now: datetime,
    cautions: tuple[Caution, ...] = (),
) -> ReceivedReferral:
    """Keep a referral that was read from a message; the same message twice gives the same referral.

    A client known by citizen service number and birth date is used as is; otherwise one is registered. `document` is
    kept as it came. The referral waits until `take_up_referral`. Raises NotAllowed.
    """
    policies.check_can_take_up(actor)
    return keep_once(
        practice_id=actor.practice_id,
        identity=_identity(incoming),
        keep=lambda: _keep(actor, incoming, unused, cautions, document, now),
    )


def _keep(
    actor: Actor,
    incoming: IncomingReferral,
    unused: tuple[Unused, ...],
    cautions: tuple[Caution, ...],
    document: str,
    now: datetime,
) -> UUID:
    client_id = _client(actor, incoming, now)
    values = _values(actor, incoming, now) | {
        "client_id": client_id,
        "unused": [f"{line.path}: {line.what}" for line in unused],
        "cautions": [line.what for line in cautions],
        "document": document,
    }
    row = store.add_referral(actor.practice_id, _storable(values))
    detail = {"contacts": len(incoming.contacts), "unused": len(unused), "to_ask": len(incoming.missing)}
    record(actor=actor, kind=log_kinds.RECEIVED, at=now, clients=(client_id,), subject=str(row.id), detail=detail)
    return row.id


def _client(actor: Actor, incoming: IncomingReferral, now: datetime) -> UUID:
    client = incoming.client
    known = people.client_with_bsn(practice_id=actor.practice_id, bsn=client.bsn, born=client.birth_date)
    if known is not None:
        return known
    details = ClientDetails(**_storable(asdict(_details(client, day_of(now)))))
    made = people.register_client(actor=actor, details=details, now=now)
    around = [_contact(contact) for contact in incoming.contacts]
    if client.general_practitioner:
        around.append(ContactDetails(kind="gp", name=client.general_practitioner[:120], relation="huisarts"))
    if incoming.referrer is not None and incoming.referrer.name.text:
        around.append(_referrer_contact(incoming))
    for one in around:
        sound = ContactDetails(**_storable(asdict(one)))
        network.put_contact(actor=actor, client_id=made, details=sound, now=now)
    return made


def _identity(incoming: IncomingReferral) -> str:
    """The sender's name for the message, or its hash when that is longer than a column."""
    if len(incoming.identity) <= LONGEST_IDENTITY and "\x00" not in incoming.identity:
        return incoming.identity
    return f"sha256:{hashlib.sha256(incoming.identity.encode()).hexdigest()}"


def _storable(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out the one character a database cannot hold."""
    return {name: _without_nul(value) for name, value in values.items()}


def _without_nul(value: object) -> object:
    if isinstance(value, list):
        return [_without_nul(each) for each in value]
    return value.replace("\x00", "") if isinstance(value, str) else value


def _details(client: IncomingClient, today: date) -> ClientDetails:
    street, postcode, city, country = _address(client.address)
    infix, family = _family(client)
    born = client.birth_date
    return ClientDetails(
        given=(client.given or client.name.initials or ("" if family else client.name.text))[:80],
        infix=infix,
        family=family[:120],
        called=client.calling_name[:80],
        born=born if born is not None and date(1900, 1, 1) <= born <= today else None,
        gender=GENDERS.get(client.gender, ""),
        bsn=client.bsn,
        street=street,
        postcode=postcode,
        city=city,
        country=country,
        phone=first_value(client.phones)[:40],
        email=_mail(first_value(client.mails)),
    )


def _family(client: IncomingClient) -> tuple[str, str]:
    """The sender's surname holds its infix too; here they are kept apart."""
    infix, family = client.prefix, client.family
    if infix and family.startswith(f"{infix} ") and len(infix) <= 30:
        return infix, family.removeprefix(f"{infix} ")
    return "", family


def _address(address: IncomingAddress | None) -> tuple[str, str, str, str]:
    if address is None:
        return "", "", "", ""
    street = ", ".join(address.lines)
    return street[:200], address.postcode[:12], address.city[:80], address.country[:60]


def _mail(address: str) -> str:
    return address if len(address) <= 254 else ""


def _contact(contact: IncomingContact) -> ContactDetails:
    street, postcode, city, _ = _address(contact.address)
    legal = "Staat in de verwijzing als wettelijk vertegenwoordiger. Ga na wie gezag heeft."
    return ContactDetails(
        kind=_kind(contact),
        name=(contact.name.text or contact.relationship or "Naam niet vermeld")[:120],
        relation=contact.relationship[:80],
        street=street,
        postcode=postcode,
        city=city,
        phone=contact.phone[:40],
        email=_mail(contact.mail),
        note=legal if contact.is_legal_representative else "",
    )


def _kind(contact: IncomingContact) -> str:
    codes = {code.rpartition("|")[2] for code in contact.codes}
    words = contact.relationship.casefold()
    if "GUARD" in codes or "voogd" in words:
        return "guardian"
    if codes & set(PARENTS) or any(word in words.split() for word in PARENT_WORDS):
        return "caregiver"
    return "relative"


def _referrer(incoming: IncomingReferral) -> Referrer:
    who, where = incoming.referrer, incoming.organisation
    organisation = (who.organisation if who else "") or (where.name if where else "")
    return Referrer(
        name=(who.name.text if who else "")[:120],
        role=(who.role if who else "")[:120],
        organisation=organisation[:120],
        phone=((who.phone if who else "") or first_value(where.phones if where else ()))[:40],
        email=_mail((who.mail if who else "") or first_value(where.mails if where else ())),
    )


def _referrer_contact(incoming: IncomingReferral) -> ContactDetails:
    referrer = _referrer(incoming)
    return ContactDetails(
        kind="referrer",
        name=referrer.name,
        relation=referrer.role[:80],
        organisation=referrer.organisation,
        phone=referrer.phone,
        email=referrer.email,
    )


def _values(actor: Actor, incoming: IncomingReferral, now: datetime) -> dict[str, Any]:
    asked = [*incoming.missing]
    for contact in incoming.contacts:
        if contact.is_legal_representative:
            asked.append(f"wie gezag heeft (genoemd: {contact.name.text or contact.relationship})")
    notes = "\n".join(incoming.notes)
    return {
        "identity": _identity(incoming),
        "came_by": "fhir",
        **columns_of(_referrer(incoming)),
        "reason": "\n\n".join(part for part in (incoming.reason, notes) if part),
        "asked_for": incoming.requested,
        "urgency": incoming.urgency,
        "conditions": [_condition(each) for each in incoming.conditions],
        "still_to_ask": asked,
        "received_on": day_of(now),
        "recorded_at": now,
        "recorded_by": actor.name,
    }


def _condition(condition: IncomingCondition) -> str:
    code = f" ({condition.code})" if condition.code else ""
    since = f", sinds {condition.since}" if condition.since else ""
    until = f", tot {condition.until}" if condition.until else ""
    note = f". {condition.note}" if condition.note else ""
    return f"{condition.text}{code}{since}{until}{note}"
