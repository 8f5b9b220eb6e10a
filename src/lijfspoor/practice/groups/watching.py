"""Watching over what is signed about someone in a group: it names none of the others."""

from collections.abc import Iterable
from uuid import UUID

from lijfspoor.practice.access.refusals import NotUnderstood
from lijfspoor.practice.groups import store
from lijfspoor.practice.groups.naming import named
from lijfspoor.practice.people.overview import card_of

SAYS = "Hier staat een naam of letter van een andere deelnemer. Schrijf ‘een ander’ of ‘de groep’."


def no_other_named(practice_id: UUID, session_id: UUID, texts: Iterable[tuple[str, str]]) -> None:
    """Raise NotUnderstood, beside the field, when a text on someone's session names another of that group session."""
    seat = store.seat_of(practice_id, session_id)
    if seat is None:
        return
    beside = store.seats(practice_id, (seat.meeting_id,))
    others = [card_of(each.client).name for each in beside if each.client_id != seat.client_id]
    own = card_of(seat.client).name
    faults = {name: SAYS for name, words in texts if named(words, own, others)}
    if faults:
        raise NotUnderstood(faults)
