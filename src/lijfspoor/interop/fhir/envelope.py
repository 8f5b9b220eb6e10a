"""Opens the document: a ServiceRequest on its own, or a Bundle with one among other resources."""

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.references import Resource, Shelf

_NOT_SENT = {"DELETE", "GET", "HEAD"}


def open_document(root: Part) -> Shelf:
    """Return the resources of the document; refuses another kind of document and unknown resource types."""
    kind = resource_type(root)
    if kind == "ServiceRequest":
        return Shelf(_with_contained(root, "", None))
    if kind != "Bundle":
        root.refuse(f"Hier zit geen verwijzing (ServiceRequest) in; dit is een {kind}.")
    return Shelf(_from_bundle(root))


def resource_type(part: Part) -> str:
    """Return the type of a resource; one that FHIR R4 does not have refuses the document."""
    held = part.value.get("resourceType") if isinstance(part.value, dict) else None
    if not isinstance(held, str) or not held:
        part.refuse("Hier ontbreekt “resourceType”; het is niet te zien wat dit is.")
    if held not in codes.RESOURCE_TYPES:
        part.refuse(codes.OTHER_VERSION.get(held, f"“{held[:40]}” is geen onderdeel dat FHIR R4 kent."))
    return held


def choose_request(shelf: Shelf, root: Part) -> Resource:
    """Return the one live ServiceRequest; a message or task that points at one decides between several."""
    requests = shelf.entries("ServiceRequest")
    if not requests:
        root.refuse("Hier zit geen verwijzing (ServiceRequest) in.")
    live = [each for each in requests if each.part.peek("status") not in codes.DEAD_STATUS]
    if len(live) > 1:
        focus = _in_focus(shelf)
        live = [each for each in live if each in focus] or live
    if len(live) > 1:
        root.refuse(f"Hier zitten {len(live)} verwijzingen in; bied ze één voor één aan.")
    return (live or requests)[0]


def _from_bundle(root: Part) -> list[Resource]:
    kind = root.code("type", codes.BUNDLE_TYPE)
    if kind in codes.UNREADABLE_BUNDLE:
        root.refuse(codes.UNREADABLE_BUNDLE[kind])
    if not kind:
        root.warn("De bundel zegt niet van welke soort zij is.")
    entries = root.many("entry")
    if not entries:
        root.refuse("De bundel is leeg.")
    return [resource for entry in entries for resource in _from_entry(entry)]


def _from_entry(entry: Part) -> list[Resource]:
    part = entry.one("resource")
    if part is None:
        return []
    request = entry.one("request")
    if request is not None and request.peek("method") in _NOT_SENT:
        entry.warn("Dit onderdeel wordt opgevraagd of verwijderd en is niet gelezen.")
        return []
    return _with_contained(part, entry.peek("fullUrl"), entry)


def _with_contained(part: Part, address: str, entry: Part | None) -> list[Resource]:
    kind = resource_type(part)
    found = [Resource(part, kind, part.peek("id"), address, part.path, entry)]
    for inner in part.many("contained"):
        found.append(Resource(inner, resource_type(inner), inner.peek("id"), "", part.path))
    return found


def _in_focus(shelf: Shelf) -> list[Resource]:
    pointers = [pointer for header in shelf.entries("MessageHeader") for pointer in header.part.many("focus")]
    tasks = [task.part.one("focus") for task in shelf.entries("Task")]
    pointers += [pointer for pointer in tasks if pointer is not None]
    return [meant for pointer in pointers for meant in shelf.meant_by(pointer)]
