"""Sessions beside a course that a page has read already. The caller checks the right and writes the logbook."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.domain.pathways.history import history
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.treatment import store_along
from lijfspoor.practice.treatment.cards import SessionCard
from lijfspoor.practice.treatment.flows.planning import slot_kept, slot_words
from lijfspoor.practice.treatment.flows.reading import cards_of_treatment


def sessions_along(*, course: Course) -> tuple[tuple[SessionCard, ...], str]:
    """Return the sessions of a course in time, and the fixed slot they keep in words (S2-131); in one query."""
    rows = store_along.sessions_with_notes(course.practice_id, course.treatment_id)
    counting = history(course.facts, course.on_day).of(SessionHeld, SessionMissed)
    outcomes = {UUID(fact.session): fact for fact in counting}
    slot = slot_kept(rows)
    return tuple(cards_of_treatment(rows, outcomes, course.around.card)), slot_words(slot) if slot else ""


def next_sessions(*, practice_id: UUID, client_ids: Iterable[UUID], now: datetime) -> dict[UUID, datetime]:
    """Return for each of these clients when the next planned session starts, in one query."""
    return store_along.next_starts(practice_id, client_ids, now)
