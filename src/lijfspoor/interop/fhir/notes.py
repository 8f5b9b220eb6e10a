"""What people wrote around the request: remarks, instructions, plans and messages sent along."""

from collections.abc import Callable, Iterable, Iterator

from lijfspoor.interop.fhir.belonging import Subject, belongs_to
from lijfspoor.interop.fhir.concepts import read_words
from lijfspoor.interop.fhir.parts import Part
from lijfspoor.interop.fhir.references import Resource, Shelf


def read_notes(shelf: Shelf, subject: Subject, request: Part) -> tuple[str, ...]:
    """Return the notes of the request, then of what was sent along, each with where it comes from."""
    for pointer in request.many("basedOn"):
        shelf.find(pointer, ("CarePlan",))
    own = [*_of_request(request), *_along(shelf, subject)]
    return tuple(dict.fromkeys(filter(None, own)))


def _of_request(request: Part) -> Iterator[str]:
    yield from _annotations(request)
    yield from _labelled("Aan de cliënt gezegd", [request.text("patientInstruction")])
    yield from _labelled("Meegestuurd", [each.text("display") for each in request.many("supportingInfo")])


def _along(shelf: Shelf, subject: Subject) -> Iterator[str]:
    for resource in shelf.of(*_READERS):
        label, pointer, words = _READERS[resource.kind]
        if resource.part.peek("status") == "entered-in-error":
            resource.part.warn("Dit is bij vergissing gemaakt en is niet overgenomen.")
        elif belongs_to(shelf, resource, subject, pointer):
            yield from _labelled(label, _claimed(resource, words(resource.part)))


def _claimed(resource: Resource, said: Iterable[str]) -> Iterator[str]:
    for text in filter(None, said):
        resource.claim()
        yield text


def _labelled(label: str, said: Iterable[str]) -> Iterator[str]:
    return (f"{label}: {text}" for text in said if text)


def _annotations(part: Part) -> Iterator[str]:
    return (note.text("text") for note in part.many("note"))


def _plan(plan: Part) -> Iterator[str]:
    yield plan.text("title")
    yield plan.text("description")
    yield from _annotations(plan)
    for activity in plan.many("activity"):
        yield from (read_words(outcome) for outcome in activity.many("outcomeCodeableConcept"))
        detail = activity.one("detail")
        if detail is not None:
            yield from _detail(detail)


def _detail(detail: Part) -> Iterator[str]:
    code = detail.one("code")
    yield read_words(code) if code else ""
    yield detail.text("description")


def _task(task: Part) -> Iterator[str]:
    reason = task.one("reasonCode")
    yield read_words(reason) if reason else ""
    yield task.text("description")
    yield from _annotations(task)


def _communication(message: Part) -> Iterator[str]:
    yield from (payload.text("contentString") for payload in message.many("payload"))
    yield from _annotations(message)


def _document(document: Part) -> Iterator[str]:
    yield document.text("description")


_READERS: dict[str, tuple[str, str, Callable[[Part], Iterator[str]]]] = {
    "CarePlan": ("Zorgplan", "subject", _plan),
    "Task": ("Taak", "for", _task),
    "Communication": ("Bericht", "subject", _communication),
    "CommunicationRequest": ("Bericht", "subject", _communication),
    "DocumentReference": ("Document", "subject", _document),
}
