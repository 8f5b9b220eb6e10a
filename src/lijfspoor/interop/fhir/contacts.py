"""The people around the client: from the Patient and from RelatedPersons that belong to it."""

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.belonging import Subject, belongs_to
from lijfspoor.interop.fhir.client import is_oneself
from lijfspoor.interop.fhir.concepts import Concept, in_words, read_concepts, tokens
from lijfspoor.interop.fhir.incoming import IncomingContact, IncomingName
from lijfspoor.interop.fhir.names import read_names
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.reach import read_address, read_reach
from lijfspoor.interop.fhir.references import Resource, Shelf


def read_contacts(shelf: Shelf, subject: Subject) -> tuple[IncomingContact, ...]:
    """Return the contacts, each once: many senders write the same person twice."""
    near = subject.patient.part.many("contact") if subject.patient else []
    around = [_from_patient(each) for each in near if not is_oneself(each)]
    around += [_from_related(each.claim()) for each in shelf.of("RelatedPerson") if _counts(shelf, each, subject)]
    return tuple(dict.fromkeys(contact for contact in around if _says_something(contact)))


def _counts(shelf: Shelf, related: Resource, subject: Subject) -> bool:
    if related.part.boolean("active") is False:
        related.part.warn("De verzender gebruikt de gegevens van deze contactpersoon niet meer.")
        return False
    return belongs_to(shelf, related, subject, "patient")


def _from_patient(contact: Part) -> IncomingContact:
    name = contact.one("name")
    address = contact.one("address")
    return _contact(contact, [] if name is None else [name], [] if address is None else [address])


def _from_related(related: Part) -> IncomingContact:
    return _contact(related, related.many("name"), related.many("address"))


def _contact(holder: Part, names: list[Part], addresses: list[Part]) -> IncomingContact:
    relations = read_concepts(holder, "relationship")
    reach = read_reach(holder)
    return IncomingContact(
        name=read_names(names),
        relationship=in_words(relations, ", "),
        codes=tokens(relations),
        phones=reach.phones,
        mails=reach.mails,
        address=read_address(addresses),
        is_legal_representative=any(_represents(each) for each in relations),
    )


def _represents(relation: Concept) -> bool:
    if relation.token == codes.NICTIZ_REPRESENTATIVE:
        return relation.text in ("24", "") or "vertegenwoordiger" in relation.text.casefold()
    return relation.token in codes.LEGAL_REPRESENTATIVE


def _says_something(contact: IncomingContact) -> bool:
    return contact.name != IncomingName() or bool(contact.phones or contact.mails)
