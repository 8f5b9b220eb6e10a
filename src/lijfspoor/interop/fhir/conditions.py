"""The client's problems and diagnoses."""

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.belonging import Subject, belongs_to
from lijfspoor.interop.fhir.concepts import Concept, read_concept
from lijfspoor.interop.fhir.incoming import IncomingCondition
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.references import Resource, Shelf
from lijfspoor.interop.fhir.values import read_when


def read_conditions(shelf: Shelf, subject: Subject, reasons: list[Resource]) -> tuple[IncomingCondition, ...]:
    """Return the conditions of the client, those the request gives as its reason first."""
    first = [each for each in reasons if each.kind == "Condition"]
    others = [each for each in shelf.of("Condition") if each not in first and stands(each)]
    counted = first + [each for each in others if belongs_to(shelf, each, subject, "subject")]
    read = [read_condition(each) for each in counted]
    return tuple(dict.fromkeys(each for each in read if each is not None))


def read_condition(condition: Resource) -> IncomingCondition | None:
    """Return one condition; None when it does not say which."""
    part = condition.part
    code = part.one("code")
    concept = read_concept(code) if code else Concept("")
    if not concept.text:
        return None
    condition.claim()
    return IncomingCondition(
        text=concept.text,
        system=concept.system,
        code=concept.code,
        since=_moment(part, "onset"),
        until=_moment(part, "abatement"),
        status=_status(part),
        note="\n".join(filter(None, (note.text("text") for note in part.many("note")))),
    )


def stands(condition: Resource) -> bool:
    """Say whether the condition was meant; one entered by mistake is remarked."""
    codings = _status_codings(condition.part, "verificationStatus")
    if any(coding.peek("code") == "entered-in-error" for coding in codings):
        condition.part.warn("Deze aandoening is bij vergissing ingevoerd en is niet overgenomen.")
        return False
    return True


def _status(part: Part) -> str:
    clinical = _status_word(part, "clinicalStatus", codes.CLINICAL_SYSTEM, codes.CLINICAL_STATUS)
    verified = _status_word(part, "verificationStatus", codes.VERIFICATION_SYSTEM, codes.VERIFICATION_STATUS)
    return ", ".join(filter(None, (clinical, verified)))


def _status_word(part: Part, name: str, system: str, words: dict[str, str]) -> str:
    for coding in _status_codings(part, name):
        if coding.peek("system") == system:
            code = coding.code("code", words)
            coding.text("system")
            coding.text("display")
            return words.get(code, "")
    return ""


def _status_codings(part: Part, name: str) -> list[Part]:
    held = part.at(name)
    if held is not None and isinstance(held.value, str):
        held.refuse("Hier staat één woord, zoals in een oudere FHIR (DSTU2 of STU3); Lijfspoor leest R4.")
    concept = part.one(name)
    return concept.many("coding") if concept else []


def _moment(part: Part, name: str) -> str:
    """Return when something began or ended: a date, the start of a period, or the sender's words."""
    period = part.one(f"{name}Period")
    started = read_when(period, "start") if period else ""
    return read_when(part, f"{name}DateTime") or started or part.text(f"{name}String") or _age(part, name)


def _age(part: Part, name: str) -> str:
    age = part.one(f"{name}Age")
    value = age.number("value") if age else None
    if age is None or value is None:
        return ""
    unit = age.text("unit") or age.text("code")
    return f"op de leeftijd van {value:g} {unit}".strip()
