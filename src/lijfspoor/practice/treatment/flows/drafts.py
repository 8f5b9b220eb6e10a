"""Keeping the plan and the draft note of a session: nothing typed is lost, nothing is overwritten (trust T18)."""

from datetime import date, datetime, timedelta

from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.treatment import log_kinds, store
from lijfspoor.practice.treatment.cards import Draft, Saved
from lijfspoor.practice.treatment.exercise_picks import exercise_of
from lijfspoor.practice.treatment.flows.fits import check_exercises
from lijfspoor.practice.treatment.models import Note, Session
from lijfspoor.practice.treatment.offered import offered, picks_by_id
from lijfspoor.practice.treatment.paper import Version

SITTING = timedelta(minutes=15)
"""Saves of one writer closer together than this are one entry in the logbook."""


def version_of(session: Session, note: Note | None) -> Version:
    """Return the version of plan and note as they are kept now."""
    return Version(session.version, note.version if note else 0)


def keep_draft(*, actor: Actor, session: Session, draft: Draft, day: date, now: datetime) -> Saved:
    """Keep plan and note of a session in hand, inside the caller's transaction.

    What is the same as kept already is no change, so a repeated save is one save. Raises ChangedMeanwhile when
    someone else changed what this changes, and NotPossible for a new exercise with touch without consent (S1-032).
    """
    note = store.note_of(session.practice_id, session.id)
    found = version_of(session, note)
    paper = draft.paper
    new_plan = dict(paper.plan) != session.plan
    new_note = dict(paper.note) != (note.body if note else {})
    signed = note is not None and note.signed_at is not None
    if (new_note and (signed or draft.version.note != found.note)) or (
        new_plan and (signed or draft.version.plan != found.plan)
    ):
        raise ChangedMeanwhile
    plan = _keep_plan(actor, session, draft, day, now) if new_plan else found.plan
    written = _keep_note(actor, session, note, draft, now) if new_note else found.note
    return Saved(Version(plan, written), now)


def _keep_plan(actor: Actor, session: Session, draft: Draft, day: date, now: datetime) -> int:
    _check_picks(session, draft, day)
    if not store.change_session(session.practice_id, session.id, draft.version.plan, {"plan": dict(draft.paper.plan)}):
        raise ChangedMeanwhile
    record(
        actor=actor,
        kind=log_kinds.SESSION_PLAN_SAVED,
        at=now,
        clients=(session.client_id,),
        subject=str(session.id),
    )
    return draft.version.plan + 1


def _check_picks(session: Session, draft: Draft, day: date) -> None:
    """Hold back what must not be done: touch without consent (S1-032), and exercises that something forbids."""
    new = tuple(id_ for id_ in draft.paper.picked if f"pick-{id_}" not in session.plan)
    module = pathway.module_of(practice_id=session.practice_id, treatment_id=session.treatment_id, day=day)
    picks = picks_by_id(offered(module, phase=""))
    touches = any(id_ in picks and picks[id_].touch for id_ in new)
    if not touches and not any(map(exercise_of, new)):
        return
    course = pathway.course(practice_id=session.practice_id, treatment_id=session.treatment_id, day=day)
    permission = course.permission(Step(StepKind.USE_TOUCH))
    if touches and not permission.allowed:
        reasons = tuple(reason.text.nl for reason in permission.reasons)
        raise NotPossible("Een werkvorm met aanraking kan nu niet in het plan.", reasons)
    check_exercises(session=session, course=course, picked=new)


def _keep_note(actor: Actor, session: Session, note: Note | None, draft: Draft, now: datetime) -> int:
    body = dict(draft.paper.note)
    if note is None:
        store.add_note(
            {
                "practice_id": session.practice_id,
                "treatment_id": session.treatment_id,
                "client_id": session.client_id,
                "session_id": session.id,
                "kind": store.SESSION,
                "body": body,
                "author_id": actor.member_id,
                "saved_at": now,
                "saved_by": actor.name,
            }
        )
        _log(actor, session, now)
        return 1
    values = {"body": body, "saved_at": now, "saved_by": actor.name}
    if not store.change_draft(session.practice_id, note.id, draft.version.note, values):
        raise ChangedMeanwhile
    if note.saved_by != actor.name or now - note.saved_at > SITTING:
        _log(actor, session, now)
    return draft.version.note + 1


def _log(actor: Actor, session: Session, now: datetime) -> None:
    record(actor=actor, kind=log_kinds.NOTE_SAVED, at=now, clients=(session.client_id,), subject=str(session.id))
