"""Whom the referral is about."""

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.concepts import Concept, read_concept
from lijfspoor.interop.fhir.incoming import IncomingClient, IncomingName
from lijfspoor.interop.fhir.names import read_names
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.reach import Reach, read_address, read_bsn, read_identifiers, read_reach
from lijfspoor.interop.fhir.references import Resource, Shelf, stated_type
from lijfspoor.interop.fhir.values import read_date, read_when

_CARERS = ("Practitioner", "PractitionerRole", "Organization")


def find_patient(shelf: Shelf, request: Part) -> Resource | None:
    """Return the Patient the request means, or None; refuses when it could be one of several."""
    subject = request.one("subject")
    if subject is None:
        return _without_subject(shelf, request)
    kinds = {each.kind for each in shelf.meant_by(subject)} | {stated_type(subject)}
    if other := sorted(kinds - {"", "Patient"}):
        subject.refuse(f"De verwijzing gaat niet over één persoon, maar over een {other[0]}.")
    found = shelf.find(subject, ("Patient",), alone=("Patient",))
    if found is None and shelf.of("Patient"):
        subject.refuse("Het is niet te zien welke persoon in het bericht wordt verwezen.")
    return found


def read_client(shelf: Shelf, request: Part, patient: Resource | None) -> IncomingClient:
    """Return the client; without a Patient only what the request itself says of one."""
    subject = request.one("subject")
    reference = subject.peek("reference") if subject else ""
    if patient is not None:
        return _from_patient(shelf, patient.part, reference or f"Patient/{patient.id}")
    if subject is None:
        request.refuse("Er staat niet in wie er wordt verwezen.")
    client = _from_pointer(subject, reference)
    if not (client.reference or client.name.text or client.bsn or client.identifiers):
        subject.refuse("Er staat niet in wie er wordt verwezen.")
    subject.warn("De gegevens van de cliënt staan niet in het bericht; vul ze zelf aan.")
    return client


def _without_subject(shelf: Shelf, request: Part) -> Resource | None:
    patients = shelf.of("Patient")
    if len(patients) != 1:
        return None
    request.warn("De verwijzing zegt niet over wie zij gaat; de enige persoon in het bericht is gebruikt.")
    patients[0].claim()
    return patients[0]


def _from_pointer(subject: Part, reference: str) -> IncomingClient:
    subject.text("reference")
    subject.text("type")
    number = subject.one("identifier")
    numbers = [] if number is None else [number]
    return IncomingClient(
        reference,
        IncomingName(text=subject.text("display")),
        bsn=read_bsn(numbers),
        identifiers=read_identifiers(numbers),
    )


def _from_patient(shelf: Shelf, patient: Part, reference: str) -> IncomingClient:
    reach = read_reach(patient).joined(_own_reach(patient))
    language = _language(patient)
    client = IncomingClient(
        reference=reference,
        name=read_names(patient.many("name")),
        birth_date=read_date(patient, "birthDate"),
        gender=patient.code("gender", codes.ADMINISTRATIVE_GENDER),
        bsn=read_bsn(patient.many("identifier")),
        identifiers=read_identifiers(patient.many("identifier")),
        address=read_address(patient.many("address")),
        phones=reach.phones,
        mails=reach.mails,
        language=language.text,
        language_code=language.token,
        general_practitioner=_general_practitioner(shelf, patient),
        deceased=_deceased(patient),
    )
    if not (client.name.text or client.bsn or client.identifiers):
        patient.refuse("Van de cliënt is geen naam en geen nummer bekend.")
    _warn_if_inactive(patient)
    return client


def is_oneself(contact: Part) -> bool:
    """Say whether a contact entry is the client in person, as English systems send it."""
    return any(coding.peek("code") == codes.ONESELF for coding in _codings(contact))


def _own_reach(patient: Part) -> Reach:
    reach = Reach()
    for contact in patient.many("contact"):
        if is_oneself(contact):
            contact.warn("Deze contactpersoon is de cliënt zelf; telefoon en e-mail zijn bij de cliënt gezet.")
            reach = reach.joined(read_reach(contact))
            _take_oneself(contact)
    return reach


def _codings(contact: Part) -> list[Part]:
    return [coding for relation in contact.many("relationship") for coding in relation.many("coding")]


def _take_oneself(contact: Part) -> None:
    for coding in _codings(contact):
        if coding.peek("code") == codes.ONESELF:
            coding.text("code")
            coding.text("display")


def _language(patient: Part) -> Concept:
    spoken = patient.many("communication")
    preferred = [each for each in spoken if each.says("preferred")]
    chosen = next(iter(preferred + spoken), None)
    language = chosen.one("language") if chosen else None
    if chosen is None or language is None:
        return Concept("")
    chosen.boolean("preferred")
    return read_concept(language)


def _general_practitioner(shelf: Shelf, patient: Part) -> str:
    named = (_carer_name(shelf, pointer) for pointer in patient.many("generalPractitioner"))
    return ", ".join(filter(None, named))


def _carer_name(shelf: Shelf, pointer: Part) -> str:
    found = shelf.find(pointer, _CARERS)
    if found is None:
        return pointer.text("display")
    if found.kind == "Organization":
        return found.part.text("name")
    if found.kind == "Practitioner":
        return read_names(found.part.many("name")).text
    inside = [found.part.one("practitioner"), found.part.one("organization")]
    return ", ".join(filter(None, (_carer_name(shelf, each) for each in inside if each is not None)))


def _deceased(patient: Part) -> bool:
    died_on = read_when(patient, "deceasedDateTime")
    deceased = bool(patient.boolean("deceasedBoolean") or died_on)
    if deceased:
        patient.warn(f"Volgens de verzender is de cliënt overleden{f' op {died_on}' if died_on else ''}.")
    return deceased


def _warn_if_inactive(patient: Part) -> None:
    if patient.boolean("active") is False:
        patient.warn("De verzender gebruikt de gegevens van deze cliënt niet meer (active is false).")
