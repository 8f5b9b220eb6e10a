"""Who refers, and from which organisation."""

from lijfspoor.interop.fhir.concepts import Concept, in_words, read_concepts, tokens
from lijfspoor.interop.fhir.incoming import IncomingName, IncomingOrganisation, IncomingReferrer
from lijfspoor.interop.fhir.names import read_names
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.reach import Reach, read_identifiers, read_reach
from lijfspoor.interop.fhir.references import Resource, Shelf

_REFERRERS = ("PractitionerRole", "Practitioner", "Organization", "RelatedPerson", "Patient")


def read_referrer(shelf: Shelf, request: Part) -> tuple[IncomingReferrer | None, IncomingOrganisation | None]:
    """Return the referrer and the organisation; the latter may be the sender of the message."""
    pointer = request.one("requester")
    if pointer is None:
        return None, _sender(shelf)
    found = shelf.find(pointer, _REFERRERS, alone=("PractitionerRole", "Practitioner"))
    if found is None:
        return _from_pointer(pointer), _sender(shelf)
    if found.kind == "Organization":
        return _from_organisation(found.part)
    if found.kind in ("RelatedPerson", "Patient"):
        return _lay(found), _sender(shelf)
    return _professional(shelf, found)


def read_organisation(part: Part) -> IncomingOrganisation:
    """Return an organisation by name, numbers and ways to reach it."""
    reach = read_reach(part)
    return IncomingOrganisation(part.text("name"), read_identifiers(part.many("identifier")), reach.phones, reach.mails)


def _professional(shelf: Shelf, found: Resource) -> tuple[IncomingReferrer, IncomingOrganisation | None]:
    role = found.part if found.kind == "PractitionerRole" else _role_of(shelf, found)
    person = found.part if found.kind == "Practitioner" else _behind(shelf, role, "practitioner", "Practitioner")
    workplace = _behind(shelf, role, "organization", "Organization")
    organisation = read_organisation(workplace) if workplace else None
    holders = [each for each in (role, person) if each is not None]
    referrer = _referrer(
        name=_name(person, role),
        roles=() if role is None else read_concepts(role, "code", "specialty"),
        organisation=organisation.name if organisation else _display(role, "organization"),
        holders=holders,
    )
    return referrer, organisation or _sender(shelf)


def _referrer(
    name: IncomingName, roles: tuple[Concept, ...], organisation: str, holders: list[Part]
) -> IncomingReferrer:
    reach = Reach()
    for holder in holders:
        reach = reach.joined(read_reach(holder))
    numbers = [number for holder in holders for number in holder.many("identifier")]
    return IncomingReferrer(
        name=name,
        role=in_words(roles, ", "),
        role_codes=tokens(roles),
        organisation=organisation,
        identifiers=read_identifiers(numbers),
        phones=reach.phones,
        mails=reach.mails,
    )


def _name(person: Part | None, role: Part | None) -> IncomingName:
    if person is not None:
        return read_names(person.many("name"))
    return IncomingName(text=_display(role, "practitioner"))


def _display(holder: Part | None, name: str) -> str:
    pointer = holder.one(name) if holder is not None else None
    return pointer.text("display") if pointer is not None else ""


def _role_of(shelf: Shelf, person: Resource) -> Part | None:
    """Return the one role in the document that points back at this person."""
    pointing = [role for role in shelf.of("PractitionerRole") if _points_at(shelf, role, person)]
    if len(pointing) != 1:
        return None
    role = pointing[0].claim()
    _behind(shelf, role, "practitioner", "Practitioner")
    return role


def _points_at(shelf: Shelf, role: Resource, person: Resource) -> bool:
    pointer = role.part.one("practitioner")
    return pointer is not None and person in shelf.meant_by(pointer)


def _behind(shelf: Shelf, role: Part | None, name: str, kind: str) -> Part | None:
    pointer = role.one(name) if role is not None else None
    found = shelf.find(pointer, (kind,), alone=(kind,)) if pointer is not None else None
    return found.part if found else None


def _from_organisation(part: Part) -> tuple[IncomingReferrer, IncomingOrganisation]:
    organisation = read_organisation(part)
    return _referrer(IncomingName(), (), organisation.name, [part]), organisation


def _lay(found: Resource) -> IncomingReferrer:
    """Return a client or relative who asks for help without a professional in between."""
    if found.kind == "Patient":
        roles: tuple[Concept, ...] = (Concept("cliënt"),)
    else:
        roles = read_concepts(found.part, "relationship")
    return _referrer(read_names(found.part.many("name")), roles, "", [found.part])


def _from_pointer(pointer: Part) -> IncomingReferrer | None:
    """Return what the reference itself says: often only an AGB code and a name."""
    number = pointer.one("identifier")
    named = IncomingName(text=pointer.text("display"))
    numbers = read_identifiers([] if number is None else [number])
    return IncomingReferrer(named, "", (), "", numbers, (), ()) if named.text or numbers else None


def _sender(shelf: Shelf) -> IncomingOrganisation | None:
    headers = shelf.entries("MessageHeader")
    pointer = headers[0].part.one("sender") if len(headers) == 1 else None
    found = shelf.find(pointer, ("Organization",)) if pointer is not None else None
    return read_organisation(found.part) if found else None
