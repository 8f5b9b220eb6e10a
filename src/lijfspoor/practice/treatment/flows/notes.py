"""Flows on the note of a session: saving a draft, signing it, and adding to a signed one."""

from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.pathways.facts import SessionHeld, SessionMissed, SuccessNoted
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.exercises import flows as exercises
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import network
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment import log_kinds, store
from lijfspoor.practice.treatment.cards import Draft, Saved
from lijfspoor.practice.treatment.flows.appointment import outcome_of, session_to_treat, session_to_write
from lijfspoor.practice.treatment.flows.drafts import keep_draft
from lijfspoor.practice.treatment.flows.fits import done_in
from lijfspoor.practice.treatment.flows.sessions import came_of, record_held
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.neighbours import check_signing

SUCCESS = Step(StepKind.NOTE_SUCCESS)


def save_note_draft(*, actor: Actor, session_id: UUID, draft: Draft, day: date, now: datetime) -> Saved:
    """Keep the plan and the draft note of a session. Raises ChangedMeanwhile when someone else wrote meanwhile."""
    with transaction.atomic():
        session = session_to_write(actor=actor, session_id=session_id, day=day)
        return keep_draft(actor=actor, session=session, draft=draft, day=day, now=now)


def sign_note(*, actor: Actor, session_id: UUID, draft: Draft, day: date, now: datetime) -> UUID:
    """Sign the note as it is in `draft`, recording the session as held when it was not; all in one transaction.

    A success experience written in it becomes a fact of the course (S2-107). Signing the same text twice is signing
    once. Raises NotUnderstood for an empty note, ChangedMeanwhile, or NotPossible with the engine's reasons.
    """
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        before = store.note_of(actor.practice_id, session.id)
        if before is not None and before.signed_at is not None:
            if dict(draft.paper.note) != written(before):
                raise ChangedMeanwhile
            return before.id
        if not draft.paper.says_what_happened:
            raise NotUnderstood(
                {"check_in": "Schrijf iets over de check-in, de werkvormen, wat u zag of de reflectie."}
            )
        check_signing(actor.practice_id, session.id, draft.paper.all.items())
        keep_draft(actor=actor, session=session, draft=draft, day=day, now=now)
        if not isinstance(outcome_of(session), SessionMissed):
            record_held(actor=actor, session=session, came=came_of(draft), touch=draft.paper.touched, day=day, now=now)
        return _sign(actor, session, draft, day, now)


def amend_note(*, actor: Actor, session_id: UUID, text: str, reason: str, day: date, now: datetime) -> UUID:
    """Add to a signed note, with the reason; the note itself stays as it is."""
    faults = {"text": "Schrijf uw aanvulling."} if not text.strip() else {}
    if not reason.strip():
        faults["reason"] = "Schrijf waarom u aanvult."
    if faults:
        raise NotUnderstood(faults)
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        note = store.note_of(actor.practice_id, session.id)
        if note is None or note.signed_at is None:
            raise NotPossible("Dit verslag is nog niet ondertekend. U kunt het gewoon wijzigen.")
        check_signing(actor.practice_id, session.id, (("text", text), ("reason", reason)))
        made = store.add_note(
            {
                "practice_id": note.practice_id,
                "treatment_id": note.treatment_id,
                "client_id": note.client_id,
                "session_id": session.id,
                "kind": store.SESSION,
                "body": {"text": text.strip(), "reason": reason.strip()},
                "author_id": actor.member_id,
                "saved_at": now,
                "saved_by": actor.name,
                "signed_at": now,
                "signed_by": actor.name,
                "amends_id": note.id,
            }
        )
        _log(actor, log_kinds.NOTE_AMENDED, session, now)
        return made.id


FROZEN = ("signed_plan", "signed_people")


def written(note: Note) -> dict[str, str]:
    """Return what was filled in, without what signing added."""
    return {name: words for name, words in note.body.items() if name not in FROZEN}


def _sign(actor: Actor, session: Session, draft: Draft, day: date, now: datetime) -> UUID:
    note = store.note_of(actor.practice_id, session.id)
    if note is None:
        raise ChangedMeanwhile
    body = {
        **note.body,
        "signed_plan": dict(draft.paper.plan),
        "signed_people": _names(session, came_of(draft), day),
    }
    values = {"body": body, "saved_at": now, "saved_by": actor.name, "signed_at": now, "signed_by": actor.name}
    if not store.change_draft(actor.practice_id, note.id, note.version, values):
        raise ChangedMeanwhile
    _record_exercises(actor, session, draft, day, now)
    _note_success(actor, session, draft.paper.note.get("success", "").strip(), day, now)
    _log(actor, log_kinds.NOTE_SIGNED, session, now)
    return note.id


def _record_exercises(actor: Actor, session: Session, draft: Draft, day: date, now: datetime) -> None:
    """Keep which exercises were done and how that went; they count as long as the session counts as held."""
    exercises.record_used(
        actor=actor,
        client_id=session.client_id,
        treatment_id=session.treatment_id,
        session_id=session.id,
        done=done_in(draft.paper),
        on=min(day_of(session.starts_at), day),
        now=now,
    )


def _names(session: Session, came: tuple[UUID, ...], day: date) -> dict[str, str]:
    if not came:
        return {}
    people = network.people_around(practice_id=session.practice_id, client_id=session.client_id, day=day)
    return {str(person.id): person.details.name for person in people if person.id in came}


def _note_success(actor: Actor, session: Session, words: str, day: date, now: datetime) -> None:
    """Keep the success as a fact; after closing nothing is added to the course, and the note alone tells it."""
    if not words or not isinstance(outcome_of(session), SessionHeld):
        return
    with suppress(NotPossible):
        pathway.take(
            actor=actor,
            treatment_id=session.treatment_id,
            step=SUCCESS,
            say=lambda stamp: SuccessNoted(stamp=stamp, text=words, session=str(session.id)),
            day=day,
            now=now,
        )


def _log(actor: Actor, kind: str, session: Session, now: datetime) -> None:
    record(actor=actor, kind=kind, at=now, clients=(session.client_id,), subject=str(session.id))
