"""Whether a resource is about the client of this referral."""

from dataclasses import dataclass

from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.references import Resource, Shelf


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the request is about: the Patient when the document holds one, and the reference as written."""

    patient: Resource | None
    reference: str


def belongs_to(shelf: Shelf, resource: Resource, subject: Subject, name: str) -> bool:
    """Say whether the reference under `name` means the client; one that means somebody else is remarked."""
    pointer = resource.part.one(name)
    if pointer is None:
        return False
    if _means(shelf, pointer, subject):
        return True
    resource.part.warn("Dit gaat niet aantoonbaar over de cliënt en is niet overgenomen.")
    return False


def _means(shelf: Shelf, pointer: Part, subject: Subject) -> bool:
    if subject.patient is None:
        return pointer.peek("reference") == subject.reference and bool(pointer.text("reference"))
    matches = shelf.meant_by(pointer)
    if matches and subject.patient not in matches:
        return False
    return shelf.find(pointer, ("Patient",), alone=("Patient",)) is not None
