"""What the ServiceRequest itself asks, why, and whether it still holds."""

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.belonging import Subject, belongs_to
from lijfspoor.interop.fhir.concepts import Concept, read_concept, read_concepts, read_words
from lijfspoor.interop.fhir.conditions import stands
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.references import Resource, Shelf

_REASONS = ("Condition", "Observation", "DiagnosticReport", "DocumentReference")
_REASON_WORDS = {
    "Observation": "valueString",
    "DiagnosticReport": "conclusion",
    "DocumentReference": "description",
}


def check_live(request: Part) -> tuple[str, str]:
    """Return status and intent; refuses a request that is over, denied, or of another FHIR version."""
    _check_version(request)
    status = request.code("status", codes.REQUEST_STATUS)
    intent = request.code("intent", codes.REQUEST_INTENT)
    if status in codes.DEAD_STATUS:
        request.refuse(codes.DEAD_STATUS[status])
    _check_meaning(request)
    _warn_of_doubt(request, status, intent)
    return status, intent


def read_requested(request: Part) -> tuple[Concept, ...]:
    """Return what is asked: the code, its details and the category."""
    code = request.one("code")
    asked = () if code is None else (read_concept(code),)
    return tuple(each for each in asked if each.text) + read_concepts(request, "orderDetail", "category")


def read_reason_codes(request: Part) -> tuple[Concept, ...]:
    """Return the reasons given as concepts."""
    return read_concepts(request, "reasonCode")


def find_reasons(shelf: Shelf, subject: Subject, request: Part) -> list[Resource]:
    """Return the resources about this client that the request gives as its reason."""
    found = [shelf.find(pointer, _REASONS) for pointer in request.many("reasonReference")]
    return [each for each in found if each is not None and _counts(shelf, subject, each)]


def words_of_reasons(request: Part, reasons: list[Resource]) -> list[str]:
    """Return what these resources say, and what the request itself says of those that are not sent along."""
    said = [text for reason in reasons for text in _words(reason)]
    for pointer in request.many("reasonReference"):
        pointer.take_if_said("display", "; ".join(said))
        if not reasons:
            said.append(pointer.text("display"))
    return [text for text in said if text]


def _counts(shelf: Shelf, subject: Subject, reason: Resource) -> bool:
    if reason.kind == "Condition" and not stands(reason):
        return False
    return reason.part.one("subject") is None or belongs_to(shelf, reason, subject, "subject")


def _words(reason: Resource) -> list[str]:
    name = "type" if reason.kind == "DocumentReference" else "code"
    code = reason.part.one(name)
    free = _REASON_WORDS.get(reason.kind)
    return [read_words(code) if code else "", reason.part.text(free) if free else ""]


def _check_version(request: Part) -> None:
    code = request.at("code")
    if code is not None and isinstance(code.value, dict) and {"concept", "reference"} & code.value.keys():
        code.refuse("Dit is geschreven zoals in FHIR R5; Lijfspoor leest R4.")
    if (reason := request.at("reason")) is not None:
        reason.refuse("Deze reden is geschreven zoals in een andere FHIR-versie; in R4 heet dit reasonCode.")
    requester = request.at("requester")
    if requester is not None and isinstance(requester.value, dict) and "agent" in requester.value:
        requester.refuse("De verwijzer is geschreven zoals in FHIR STU3; Lijfspoor leest R4.")


def _check_meaning(request: Part) -> None:
    if request.boolean("doNotPerform"):
        request.refuse("Dit vraagt juist om iets niet te doen (doNotPerform); het is geen verwijzing.")
    if changed := request.many("modifierExtension"):
        changed[0].refuse("De verzender voegt iets toe dat de betekenis verandert en dat Lijfspoor niet kent.")


def _warn_of_doubt(request: Part, status: str, intent: str) -> None:
    if not status:
        request.warn("De verwijzing heeft geen status; vraag na of zij nog geldt.")
    for doubt in (codes.DOUBTFUL_STATUS.get(status), codes.DOUBTFUL_INTENT.get(intent)):
        if doubt:
            request.warn(doubt)
    if request.many("replaces"):
        request.warn("Deze verwijzing komt in de plaats van een eerdere.")
    if request.peek("implicitRules"):
        request.warn("De verzender rekent op eigen afspraken (implicitRules) die Lijfspoor niet kent.")
