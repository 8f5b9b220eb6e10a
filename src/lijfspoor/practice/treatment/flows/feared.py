"""Who of the people around a client is named as a source of fear: never offered, never planned to join (S2-015)."""

from uuid import UUID

from lijfspoor.practice.treatment import store_course
from lijfspoor.practice.treatment.flows import minutes
from lijfspoor.practice.treatment.flows.minutes import Minutes

FEARED = "Wie als bron van angst is genoemd, doet niet mee in een sessie."


def feared_of(*, practice_id: UUID, client_id: UUID) -> frozenset[UUID]:
    """Return who is named as a source of fear now. The caller tells nobody who may not read it."""
    return named(said_of_fear(practice_id=practice_id, client_id=client_id))


def named(said: dict[UUID, Minutes]) -> frozenset[UUID]:
    """Return of whom it was last said that they are a source of fear."""
    return frozenset(contact for contact, last in said.items() if last.body["feared"])


def said_of_fear(*, practice_id: UUID, client_id: UUID) -> dict[UUID, Minutes]:
    """Return what was last said of fear of each person around a client, in whatever treatment."""
    rows = store_course.minutes_about(practice_id, client_id, "joining")
    return {UUID(row.subject): minutes.of(row) for row in rows}
