"""By what a referral is recognised when it is sent again."""

import re

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.incoming import IncomingOrganisation, IncomingReferrer
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.references import Resource, Shelf

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def read_identity(request: Resource, sender: str, fingerprint: str) -> str:
    """Return the sender's own number, else the id with its sender, else the fingerprint of the document.

    An id without a known sender counts only when it is a UUID: other ids are used again by other systems.
    """
    number = _business_number(request.part, sender)
    if number:
        return number
    if request.id and (sender or _UUID.fullmatch(request.id.lower())):
        request.part.text("id")
        return f"id:{sender}|{request.id}"
    return f"sha256:{fingerprint}"


def sender_key(
    shelf: Shelf,
    request: Resource,
    referrer: IncomingReferrer | None,
    organisation: IncomingOrganisation | None,
) -> str:
    """Return what tells this sender from others: its server, the message's source, or a number."""
    if request.address.startswith(("http://", "https://")):
        return request.address.rpartition("/ServiceRequest/")[0]
    if endpoint := _endpoint(shelf):
        return endpoint
    known = (organisation.identifiers if organisation else ()) + (referrer.identifiers if referrer else ())
    return next((f"{number.system}|{number.value}" for number in known if number.system), "")


def _business_number(request: Part, sender: str) -> str:
    current = [each for each in request.many("identifier") if each.known("use", codes.IDENTIFIER_USE) != "old"]
    told = [each for each in current if each.told("value") and (each.peek("system") or sender)]
    if not told:
        return ""
    number = min(told, key=lambda each: (not each.peek("system"), each.peek("use") != "official"))
    return f"number:{number.text('system') or sender}|{number.text('value')}"


def _endpoint(shelf: Shelf) -> str:
    headers = shelf.entries("MessageHeader")
    source = headers[0].part.one("source") if len(headers) == 1 else None
    return source.peek("endpoint") if source else ""
