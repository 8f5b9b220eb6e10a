"""Reading many sessions at once, for this room and others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people.overview import card_of
from lijfspoor.practice.people.relations import ClientCard
from lijfspoor.practice.treatment import store
from lijfspoor.practice.treatment.cards import DraftCard, NoteState, SessionCard
from lijfspoor.practice.treatment.flows.planning import slot_kept
from lijfspoor.practice.treatment.models import Session
from lijfspoor.practice.treatment.slots import slot_of

Outcomes = dict[UUID, SessionHeld | SessionMissed]


def sessions_between(
    *, practice_id: UUID, start: datetime, end: datetime, therapist: UUID | None = None, limit: int = 500
) -> tuple[SessionCard, ...]:
    """Return the sessions that start in a period, in time, at most `limit`, in two queries however many there are.

    The caller checks which of these clients the reader may see, hides drafts from who does not treat, and logs.
    """
    rows = store.sessions_beside(practice_id, start, end, therapist)
    wanted = (
        card
        for card in cards_of(practice_id, rows)
        if start <= card.starts_at < end and therapist in (None, card.therapist_id)
    )
    return tuple(sorted(wanted, key=lambda card: (card.starts_at, str(card.id))))[:limit]


def sessions_of(*, practice_id: UUID, treatment_id: UUID) -> tuple[SessionCard, ...]:
    """Return the sessions of a treatment in time, in two queries. The caller checks the right and logs."""
    return tuple(cards_of(practice_id, store.sessions_of(practice_id, treatment_id)))


def drafts_of(*, practice_id: UUID, member_id: UUID) -> tuple[DraftCard, ...]:
    """Return the notes a colleague began and nobody signed yet, the oldest first, in one query."""
    return tuple(
        DraftCard(
            id=row.id,
            kind=row.kind,
            client_id=row.client_id,
            treatment_id=row.treatment_id,
            session_id=row.session_id,
            starts_at=row.session.starts_at if row.session else None,
            saved_at=row.saved_at,
        )
        for row in store.drafts(practice_id, member_id)
    )


def cards_of(practice_id: UUID, rows: Iterable[Session]) -> Iterator[SessionCard]:
    """Yield these sessions, given in time with all those of their treatments, with what became of each."""
    by_treatment: dict[UUID, list[Session]] = defaultdict(list)
    for row in rows:
        by_treatment[row.treatment_id].append(row)
    if not by_treatment:
        return
    outcomes = pathway.outcomes(practice_id=practice_id, treatment_ids=tuple(by_treatment))
    for those in by_treatment.values():
        yield from cards_of_treatment(those, outcomes, card_of(those[0].client))


def cards_of_treatment(rows: list[Session], outcomes: Outcomes, client: ClientCard) -> Iterator[SessionCard]:
    """Yield the sessions of one treatment, given in time, with what became of each."""
    slot = slot_kept(rows)
    number = 0
    for row in rows:
        outcome = outcomes.get(row.id)
        missed = isinstance(outcome, SessionMissed)
        number += not missed
        yield SessionCard(
            id=row.id,
            treatment_id=row.treatment_id,
            client=client,
            starts_at=row.starts_at,
            minutes=row.minutes,
            place=row.place,
            form=row.form,
            therapist_id=row.therapist_id,
            therapist_name=row.therapist.user.name,
            joined_by=tuple(UUID(id_) for id_ in row.joined_by),
            number=None if missed else number,
            outcome=outcome,
            note=_state(row),
            note_by=getattr(row, "note_author", None),
            off_slot=slot is not None and slot_of(row.starts_at, row.place) != slot,
            version=row.version,
        )


def _state(row: Session) -> NoteState:
    if getattr(row, "note_id", None) is None:
        return ""
    return "signed" if getattr(row, "note_signed", None) else "draft"
