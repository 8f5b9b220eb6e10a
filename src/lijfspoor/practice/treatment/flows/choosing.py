"""What fits a session, and putting an exercise into its plan or taking it out by one tap."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.exercises.fitting import Fitting, fit
from lijfspoor.domain.exercises.searching import Wish, search
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.exercises import log_kinds as exercise_kinds
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.tenancy.clock import day_of
from lijfspoor.practice.treatment import store
from lijfspoor.practice.treatment.cards import Draft
from lijfspoor.practice.treatment.exercise_picks import exercise_of
from lijfspoor.practice.treatment.fitting import Hour, Wishes, situation_of, used_before
from lijfspoor.practice.treatment.flows.appointment import session_to_treat
from lijfspoor.practice.treatment.flows.drafts import keep_draft, version_of
from lijfspoor.practice.treatment.flows.notes import written
from lijfspoor.practice.treatment.flows.opening import SessionFile, read_session
from lijfspoor.practice.treatment.paper import YES, Paper


def fits(file: SessionFile, wishes: Wishes | None = None, words: str = "") -> Fitting:
    """Return what fits a session that was read for who treats, in no further query; `words` must occur."""
    card = file.card
    held = [(str(each.id), day_of(each.starts_at)) for each in file.cards if each.held]
    hour = Hour(
        on=day_of(card.starts_at),
        form=card.form,
        phase=file.phase,
        zone=file.paper.note.get("window_in", ""),
        allergies=file.allergies,
    )
    used = used_before(file.uses, held, str(card.id))
    at = situation_of(file.course, hour, file.known, used, wishes)
    return fit(search(file.shelf.index, Wish(words=words)), at)


def choose_exercise(*, actor: Actor, session_id: UUID, pick: str, chosen: bool, day: date, now: datetime) -> None:
    """Put an exercise in the plan or take it out; the rest of plan and note stays as it is kept now.

    Raises NotFound for what is no exercise, NotPossible with the reasons when it must not be done,
    ChangedMeanwhile when the note is signed.
    """
    if exercise_of(pick) is None:
        raise NotFound
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        note = store.note_of(actor.practice_id, session.id)
        plan = {name: words for name, words in session.plan.items() if name != f"pick-{pick}"}
        if chosen:
            plan[f"pick-{pick}"] = YES
        draft = Draft(Paper(plan, written(note) if note else {}), version_of(session, note))
        keep_draft(actor=actor, session=session, draft=draft, day=day, now=now)


def read_to_choose(*, actor: Actor, session_id: UUID, day: date, now: datetime) -> SessionFile:
    """Return a session to choose exercises for. Raises NotAllowed unless the reader treats the client."""
    with transaction.atomic():
        session = session_to_treat(actor=actor, session_id=session_id, day=day)
        subject = str(session_id)
        record(actor=actor, kind=exercise_kinds.SUGGESTED, at=now, clients=(session.client_id,), subject=subject)
        return read_session(actor=actor, session_id=session_id, day=day, now=now)
