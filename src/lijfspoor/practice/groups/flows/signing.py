"""Signing a group session: each participant into their own treatment, one by one, and the note on the whole."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import SessionMissed
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood, Refusal
from lijfspoor.practice.groups import log_kinds, store
from lijfspoor.practice.groups.cards import NotSigned, Signing
from lijfspoor.practice.groups.flows.entry import meeting_to_run
from lijfspoor.practice.groups.flows.sheet import entry_of, keep_sheet, whole_of
from lijfspoor.practice.groups.models import Meeting, Seat
from lijfspoor.practice.groups.naming import named
from lijfspoor.practice.groups.paper import CAME, GroupSheet, mark_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people.overview import card_of
from lijfspoor.practice.treatment import flows as treatment
from lijfspoor.practice.treatment.flows import gathering
from lijfspoor.practice.treatment.offered import offered, picks_by_id
from lijfspoor.practice.treatment.paper import YES, Paper, Version

How = Literal["cancelled_by_client", "no_show"]
MISSED: dict[str, How] = {"cancelled": "cancelled_by_client", "no_show": "no_show"}
NAMES_NOBODY = "Hier staat een naam of letter van iemand uit de groep. Het verslag van de groep noemt niemand."


def sign_seats(
    *,
    actor: Actor,
    meeting_id: UUID,
    sheet: GroupSheet,
    only: Collection[UUID] | None = None,
    day: date,
    now: datetime,
) -> Signing:
    """Keep the sheet, then sign for each seat (or `only` these) what is on it: came or not, and the observation.

    Each participant is signed by itself into their own treatment; one that cannot be is returned with the reason and
    the others go on. Seats without attendance are left alone unless named in `only`. Signing twice is signing once.
    """
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        kept = keep_sheet(actor=actor, meeting=meeting, sheet=sheet, day=day, now=now)
    left: list[NotSigned] = []
    for seat in store.seats(actor.practice_id, (meeting_id,)):
        wanted = bool(seat.attendance) if only is None else seat.id in only
        if not wanted:
            continue
        try:
            sign_seat(actor=actor, seat_id=seat.id, meeting_id=meeting_id, marks=kept.marks, day=day, now=now)
        except Refusal as refusal:
            left.append(NotSigned(seat.id, card_of(seat.client).short, *_words(refusal)))
    return Signing(tuple(left), kept.clashes)


def sign_seat(
    *, actor: Actor, meeting_id: UUID, seat_id: UUID, marks: dict[str, str], day: date, now: datetime
) -> None:
    """Record that one participant came or not, and sign the observation, all in one transaction.

    Raises NotUnderstood without attendance or observation, ChangedMeanwhile when it reads otherwise than on the form
    it is signed from, NotPossible with the engine's reasons.
    """
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        seat = next(each for each in store.seats(actor.practice_id, (meeting_id,)) if each.id == seat_id)
        paper = gathering.sheets(practice_id=actor.practice_id, session_ids=(seat.session_id,))[seat.session_id]
        if marks.get(str(seat.id)) != mark_of(entry_of(seat, paper)):
            raise ChangedMeanwhile("Een collega schreef hier intussen ook. Lees het, en teken dan.")
        if not seat.attendance:
            raise NotUnderstood({"attendance": "Kies eerst of deze deelnemer er was."})
        if seat.attendance in CAME:
            _sign_came(actor, meeting, seat, paper.version, dict(paper.paper.note), day, now)
            return
        how = MISSED[seat.attendance]
        if not (isinstance(paper.outcome, SessionMissed) and paper.outcome.how == how):
            treatment.miss_session(actor=actor, session_id=seat.session_id, how=how, reason="", day=day, now=now)
        if not paper.signed and Paper(note=paper.paper.note).says_what_happened:
            draft = treatment.Draft(Paper(paper.paper.plan, paper.paper.note), paper.version)
            treatment.sign_note(actor=actor, session_id=seat.session_id, draft=draft, day=day, now=now)


def _sign_came(
    actor: Actor, meeting: Meeting, seat: Seat, version: Version, note: dict[str, str], day: date, now: datetime
) -> None:
    note.pop("late", None)
    if seat.attendance == "late":
        note["late"] = YES
    plan = _exercises(actor, meeting, seat, day)
    draft = treatment.Draft(Paper(plan, note), version)
    treatment.sign_note(actor=actor, session_id=seat.session_id, draft=draft, day=day, now=now)


def _exercises(actor: Actor, meeting: Meeting, seat: Seat, day: date) -> dict[str, str]:
    """What was done with the group, as it goes in this participant's file: by exercise, never in free words.

    An exercise with touch is left out for whom touch has no consent (S1-032): they did it without.
    """
    whole = whole_of(store.note_of(actor.practice_id, meeting.id))
    done = {name: words for name, words in whole.items() if name.startswith("pick-")}
    if not done:
        return {}
    course = pathway.course(practice_id=actor.practice_id, treatment_id=seat.treatment_id, day=day)
    allowed = course.permission(Step(StepKind.USE_TOUCH)).allowed
    return {name: words for name, words in done.items() if fits(course.module, name, touch=allowed)}


def fits(module: CareModule, name: str, *, touch: bool) -> bool:
    """Tell whether an exercise of the group (`pick-` and its id) belongs in the file of a client of this module."""
    pick = picks_by_id(offered(module, "")).get(name.removeprefix("pick-"))
    return pick is not None and (touch or not pick.touch)


def sign_whole(*, actor: Actor, meeting_id: UUID, sheet: GroupSheet, day: date, now: datetime) -> Signing:
    """Keep the sheet and sign the note on the group as a whole; it stays with the group and names nobody.

    Raises NotUnderstood, with the text kept as a draft.
    """
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        kept = keep_sheet(actor=actor, meeting=meeting, sheet=sheet, day=day, now=now)
    if not kept.clashes:
        _sign_whole(actor, meeting_id, now)
    return Signing((), kept.clashes)


def _sign_whole(actor: Actor, meeting_id: UUID, now: datetime) -> None:
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        note = store.note_of(actor.practice_id, meeting_id)
        if note is None or not note.body:
            raise NotUnderstood({"about": "Schrijf iets over de groep, of kies wat u deed."})
        if note.signed_at is not None:
            return
        _check_names_nobody(actor, meeting, " ".join(note.body.values()), "about")
        store.change_note(actor.practice_id, note.id, {"signed_at": now, "signed_by": actor.name})
        record(actor=actor, kind=log_kinds.NOTE_SIGNED, at=now, subject=str(meeting_id))


def amend_whole(*, actor: Actor, meeting_id: UUID, text: str, reason: str, now: datetime) -> None:
    """Add to a signed note on the group as a whole, with the reason; the note itself stays as it is."""
    faults = {"text": "Schrijf uw aanvulling."} if not text.strip() else {}
    if not reason.strip():
        faults["reason"] = "Schrijf waarom u aanvult."
    if faults:
        raise NotUnderstood(faults)
    with transaction.atomic():
        meeting = meeting_to_run(actor=actor, meeting_id=meeting_id)
        note = store.note_of(actor.practice_id, meeting_id)
        if note is None or note.signed_at is None:
            raise NotPossible("Dit verslag is nog niet ondertekend. U kunt het gewoon wijzigen.")
        _check_names_nobody(actor, meeting, f"{text} {reason}", "text")
        store.add_note(
            {
                "practice_id": actor.practice_id,
                "meeting_id": meeting_id,
                "body": {"text": text.strip(), "reason": reason.strip()},
                "saved_at": now,
                "saved_by": actor.name,
                "signed_at": now,
                "signed_by": actor.name,
                "amends_id": note.id,
            }
        )
        record(actor=actor, kind=log_kinds.NOTE_AMENDED, at=now, subject=str(meeting_id))


def _check_names_nobody(actor: Actor, meeting: Meeting, text: str, field: str) -> None:
    names = [card_of(seat.client).name for seat in store.seats(actor.practice_id, (meeting.id,))]
    if named(text, "", names):
        raise NotUnderstood({field: NAMES_NOBODY})


def _words(refusal: Refusal) -> tuple[str, tuple[str, ...]]:
    if isinstance(refusal, NotUnderstood):
        return "Nog niet ondertekend.", tuple(refusal.fields.values())
    return refusal.message, refusal.reasons if isinstance(refusal, NotPossible) else ()
