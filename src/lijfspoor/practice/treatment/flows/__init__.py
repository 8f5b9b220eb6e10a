"""What people do during treatment; other rooms enter here."""

from lijfspoor.practice.treatment.cards import Appointment, Draft, DraftCard, Saved, SessionCard
from lijfspoor.practice.treatment.flows.notes import amend_note, save_note_draft, sign_note
from lijfspoor.practice.treatment.flows.planning import drop_session, move_session, plan_sessions
from lijfspoor.practice.treatment.flows.reading import drafts_of, sessions_between, sessions_of
from lijfspoor.practice.treatment.flows.sessions import correct_session, hold_session, miss_session

__all__ = [
    "Appointment",
    "Draft",
    "DraftCard",
    "Saved",
    "SessionCard",
    "amend_note",
    "correct_session",
    "drafts_of",
    "drop_session",
    "hold_session",
    "miss_session",
    "move_session",
    "plan_sessions",
    "save_note_draft",
    "sessions_between",
    "sessions_of",
    "sign_note",
]
