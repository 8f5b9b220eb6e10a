"""What the client was told beforehand, and what the client wrote or said along the way."""

from dataclasses import replace
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import ClientNoteAnswered, ClientNoteReceived, ForewarningGiven
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import ClientNote


def forewarnings(module: CareModule, history: History) -> tuple[tuple[str, date | None], ...]:
    """Return each forewarning of the module with the first day on which it was given (S3-022)."""
    given: dict[str, date] = {}
    for fact in history.of(ForewarningGiven):
        given.setdefault(fact.forewarning, fact.stamp.holds_on)
    return tuple((each.id, given.get(each.id)) for each in module.approach.forewarnings)


def client_notes(history: History) -> tuple[ClientNote, ...]:
    """Return what the client let the therapist know, in order, with when someone came back to it (S3-022)."""
    found: dict[str, ClientNote] = {}
    for fact in history.of(ClientNoteReceived, ClientNoteAnswered):
        if isinstance(fact, ClientNoteReceived):
            found.setdefault(fact.note, ClientNote(fact.note, fact.text, fact.as_spoken, fact.stamp.holds_on))
        elif (earlier := found.get(fact.note)) is not None and earlier.answered_on is None:
            found[fact.note] = replace(earlier, answered_on=fact.stamp.holds_on, words=fact.words)
    return tuple(found.values())
