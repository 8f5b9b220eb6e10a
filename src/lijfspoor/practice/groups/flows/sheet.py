"""Keeping the sheet of a group session: each seat as a draft in its own treatment, the whole with the group.

Every part carries a mark of what it was filled from, so that two therapists can write about different participants on
the same page at the same time, and only the same part changed twice asks for a choice.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.groups import log_kinds, store
from lijfspoor.practice.groups.cards import Entry
from lijfspoor.practice.groups.flows.entry import meeting_to_run
from lijfspoor.practice.groups.models import GroupNote, Meeting, Seat
from lijfspoor.practice.groups.paper import WHOLE, GroupSheet, beside_seat, mark, mark_of, of_seat
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.treatment import flows as treatment
from lijfspoor.practice.treatment.flows import gathering
from lijfspoor.practice.treatment.flows.drafts import SITTING
from lijfspoor.practice.treatment.flows.gathering import SessionSheet
from lijfspoor.practice.treatment.paper import Paper


@dataclass(frozen=True, slots=True)
class Kept:
    """The marks a form goes on with, by part of the sheet; `clashes` are the parts that someone else changed too."""

    marks: dict[str, str]
    at: datetime
    clashes: tuple[str, ...] = ()


def save_sheet(*, actor: Actor, meeting_id: UUID, sheet: GroupSheet, day: date, now: datetime) -> Kept:
    """Keep what changed on the sheet; what the form left as it found it is left alone.

    A part that someone else changed too is not kept but named in `clashes`; every other part is.
    """
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        return keep_sheet(actor=actor, meeting=meeting, sheet=sheet, day=day, now=now)


def keep_sheet(*, actor: Actor, meeting: Meeting, sheet: GroupSheet, day: date, now: datetime) -> Kept:
    """Keep what changed on the sheet of a session in hand, inside the caller's transaction."""
    seats = {seat.id: seat for seat in store.seats(actor.practice_id, (meeting.id,))}
    papers = gathering.sheets(practice_id=actor.practice_id, session_ids=[seat.session_id for seat in seats.values()])
    marks, clashes = dict(sheet.marks), []
    for seat_id, entry in sheet.seats.items():
        part, seat = str(seat_id), seats.get(seat_id)
        if seat is None or marks.get(part) == mark_of(entry):
            continue
        if _keep_seat(actor, seat, papers[seat.session_id], entry, marks.get(part, ""), day, now):
            marks[part] = mark_of(entry)
        else:
            clashes.append(part)
    if sheet.brings_whole and marks.get(WHOLE) != mark(sheet.whole):
        if _keep_whole(actor, meeting, sheet, now):
            marks[WHOLE] = mark(sheet.whole)
        else:
            clashes.append(WHOLE)
    return Kept(marks, now, tuple(clashes))


def entry_of(seat: Seat, paper: SessionSheet) -> Entry:
    """Return what is kept of a seat now."""
    return Entry(seat.attendance, of_seat(paper.paper.note))


def whole_of(note: GroupNote | None) -> dict[str, str]:
    """Return what is kept about the group as a whole."""
    return dict(note.body) if note else {}


def _keep_seat(
    actor: Actor, seat: Seat, paper: SessionSheet, entry: Entry, filled_from: str, day: date, now: datetime
) -> bool:
    """Keep what is said of a seat; False when it is signed, or reads otherwise than what it was filled from."""
    kept = entry_of(seat, paper)
    if kept == entry:
        return True
    if mark_of(kept) != filled_from or paper.signed:
        return False
    if kept.attendance != entry.attendance:
        store.attend(actor.practice_id, seat.id, entry.attendance)
        record(
            actor=actor,
            kind=log_kinds.ATTENDANCE_SAVED,
            at=now,
            clients=(seat.client_id,),
            subject=str(seat.session_id),
        )
    if kept.note != entry.note:
        note = {**beside_seat(paper.paper.note), **entry.note}
        draft = treatment.Draft(Paper(paper.paper.plan, note), paper.version)
        treatment.save_note_draft(actor=actor, session_id=seat.session_id, draft=draft, day=day, now=now)
    return True


def _keep_whole(actor: Actor, meeting: Meeting, sheet: GroupSheet, now: datetime) -> bool:
    note = store.note_of(actor.practice_id, meeting.id)
    kept = whole_of(note)
    if kept == dict(sheet.whole):
        return True
    if mark(kept) != sheet.marks.get(WHOLE) or (note and note.signed_at):
        return False
    values = {"body": dict(sheet.whole), "saved_at": now, "saved_by": actor.name}
    if note is None:
        store.add_note({"practice_id": actor.practice_id, "meeting_id": meeting.id, **values})
    else:
        store.change_note(actor.practice_id, note.id, values)
    if note is None or note.saved_by != actor.name or now - note.saved_at > SITTING:
        record(actor=actor, kind=log_kinds.NOTE_SAVED, at=now, subject=str(meeting.id))
    return True
