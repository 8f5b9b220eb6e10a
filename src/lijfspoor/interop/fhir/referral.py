"""Reads a referral made by another system, and says of every part of the document whether it was used."""

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.accounting import Ledger, left_over
from lijfspoor.interop.fhir.belonging import Subject
from lijfspoor.interop.fhir.client import find_patient, read_client
from lijfspoor.interop.fhir.concepts import in_words, tokens
from lijfspoor.interop.fhir.conditions import read_conditions
from lijfspoor.interop.fhir.contacts import read_contacts
from lijfspoor.interop.fhir.envelope import choose_request, open_document
from lijfspoor.interop.fhir.identity import read_identity, sender_key
from lijfspoor.interop.fhir.incoming import (
    IncomingClient,
    IncomingContact,
    IncomingReferral,
    IncomingReferrer,
    ReferralReading,
)
from lijfspoor.interop.fhir.json_reading import Json, fingerprint, read_json
from lijfspoor.interop.fhir.notes import read_notes
from lijfspoor.interop.fhir.parts import Part, kind_of
from lijfspoor.interop.fhir.references import Resource, Shelf
from lijfspoor.interop.fhir.referrer import read_referrer
from lijfspoor.interop.fhir.refusal import ReferralRefused
from lijfspoor.interop.fhir.request import (
    check_live,
    find_reasons,
    read_reason_codes,
    read_requested,
    words_of_reasons,
)
from lijfspoor.interop.fhir.soundness import check_sound
from lijfspoor.interop.fhir.values import read_moment


def read_referral(document: bytes | str, *, max_bytes: int = 2_000_000) -> ReferralReading:
    """Return the live referral in a FHIR R4 JSON document: a ServiceRequest, or a Bundle that holds one.

    Every leaf of the document is in the referral or under a path in `unused`; faults that were read around
    are in `warnings`. Raises ReferralRefused, with path and Dutch reason, when the document is broken, is not
    a live referral, or does not say whom it is about. Sources: HL7 FHIR R4 4.0.1; standards.md 2, 3.1, 3.2.
    """
    held = read_json(document, max_bytes)
    root = _root(held)
    check_sound(held, root.ledger.root)
    shelf = open_document(root)
    root.text("resourceType")
    request = choose_request(shelf, root)
    referral = _referral(shelf, request, fingerprint(held))
    return ReferralReading(referral, left_over(held, root.ledger), tuple(root.ledger.remarks))


def _root(held: Json) -> Part:
    if not isinstance(held, dict):
        raise ReferralRefused("", f"Bovenaan hoort een FHIR-onderdeel te staan, maar er staat {kind_of(held)}.")
    kind = held.get("resourceType")
    return Part(held, (), Ledger(kind if isinstance(kind, str) and kind in codes.RESOURCE_TYPES else "$this"))


def _referral(shelf: Shelf, request: Resource, document_fingerprint: str) -> IncomingReferral:
    part = request.part
    status, intent = check_live(part)
    request.claim()
    patient = find_patient(shelf, part)
    client = read_client(shelf, part, patient)
    subject = Subject(patient, client.reference)
    contacts = read_contacts(shelf, subject)
    referrer, organisation = read_referrer(shelf, part)
    requested, reason_codes = read_requested(part), read_reason_codes(part)
    reasons = find_reasons(shelf, subject, part)
    conditions = read_conditions(shelf, subject, reasons)
    reason = "; ".join(dict.fromkeys([each.text for each in reason_codes] + words_of_reasons(part, reasons)))
    authored_on, authored_at = read_moment(part, "authoredOn")
    sender = sender_key(shelf, request, referrer, organisation)
    return IncomingReferral(
        identity=read_identity(request, sender, document_fingerprint),
        document_fingerprint=document_fingerprint,
        client=client,
        contacts=contacts,
        referrer=referrer,
        organisation=organisation,
        reason=reason,
        reason_codes=tokens(reason_codes),
        conditions=conditions,
        requested=in_words(requested),
        requested_codes=tokens(requested),
        status=status,
        intent=intent,
        urgency=part.code("priority", codes.REQUEST_PRIORITY),
        authored_on=authored_on,
        authored_at=authored_at,
        notes=read_notes(shelf, subject, part),
        missing=_missing(client, contacts, referrer, reason),
    )


def _missing(
    client: IncomingClient,
    contacts: tuple[IncomingContact, ...],
    referrer: IncomingReferrer | None,
    reason: str,
) -> tuple[str, ...]:
    """Return in Dutch what the practice must still ask before it can begin."""
    reachable = client.phones or client.mails or any(each.phone or each.mail for each in contacts)
    asked = {
        "naam van de cliënt": client.name.text,
        "geboortedatum van de cliënt": client.birth_date,
        "telefoonnummer of e-mailadres": reachable,
        "wie verwijst": referrer,
        "reden van verwijzing": reason,
    }
    return tuple(words for words, answer in asked.items() if not answer)
