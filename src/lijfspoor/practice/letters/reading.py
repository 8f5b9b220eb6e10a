"""Flows of reading: the letters of a treatment, one letter, its file."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotPossible
from lijfspoor.practice.letters import log_kinds, policies, store
from lijfspoor.practice.letters.addressee import Addressee
from lijfspoor.practice.letters.compose.body import LetterBody
from lijfspoor.practice.letters.details import LetterLine, LetterList, LetterView, line_of
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.letters.paper import file_of, on_paper, reference
from lijfspoor.practice.letters.writing import letter_to_read, view_of
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.people import flows as people
from lijfspoor.practice.people import policies as people_policies
from lijfspoor.practice.people.relations import Relation


def read_letters(*, actor: Actor, treatment_id: UUID, day: date, now: datetime) -> LetterList:
    """Return the letters of a treatment that the colleague may read."""
    with transaction.atomic():
        course = pathway.course(practice_id=actor.practice_id, treatment_id=treatment_id, day=day)
        relation = people.relation(actor=actor, client_id=course.client_id, day=day)
        people_policies.check_can_read_file(actor, relation)
        record(actor=actor, kind=log_kinds.LIST_READ, at=now, clients=(course.client_id,), subject=str(treatment_id))
        lines = tuple(line_of(row) for row in store.of_treatment(actor.practice_id, treatment_id))
        return LetterList(
            client=course.around.card,
            lines=open_to(actor=actor, relation=relation, lines=lines),
            may_write=people_policies.can_treat(actor, relation),
        )


def open_to(*, actor: Actor, relation: Relation, lines: tuple[LetterLine, ...]) -> tuple[LetterLine, ...]:
    """Return those letters the colleague may read."""
    return tuple(
        line for line in lines if policies.can_read(actor, relation, line.addressee.part, sent=line.handed_out)
    )


def read_letter(*, actor: Actor, letter_id: UUID, day: date, now: datetime) -> LetterView:
    """Return a letter to read, or as a draft to edit."""
    with transaction.atomic():
        row = letter_to_read(actor=actor, letter_id=letter_id, day=day)
        record(actor=actor, kind=log_kinds.READ, at=now, clients=(row.client_id,), subject=str(letter_id))
        course = pathway.course(practice_id=actor.practice_id, treatment_id=row.treatment_id, day=day)
        return view_of(actor=actor, row=row, course=course, day=day)


def read_pdf(*, actor: Actor, letter_id: UUID, day: date, now: datetime) -> tuple[bytes, str]:
    """Return the file of a letter and its name: as it was sent, or a draft marked as such. The name tells nothing.

    Raises NotPossible when it cannot be made, or when a sent file is no longer what it was.
    """
    with transaction.atomic():
        row = letter_to_read(actor=actor, letter_id=letter_id, day=day)
        record(actor=actor, kind=log_kinds.PRINTED, at=now, clients=(row.client_id,), subject=str(letter_id))
        sent = _as_sent(actor, row) if row.sent_at else b""
    if sent:
        return sent, f"brief-{reference(row.id)}.pdf"
    return _as_draft(actor, row, day), f"concept-{reference(row.id)}.pdf"


def _as_sent(actor: Actor, row: LetterRow) -> bytes:
    kept = store.pdf(actor.practice_id, row.id)
    if hashlib.sha256(kept).hexdigest() != row.fingerprint:
        raise NotPossible("Dit bestand is niet meer zoals het verstuurd is. Waarschuw wie het systeem beheert.")
    return kept


def _as_draft(actor: Actor, row: LetterRow, day: date) -> bytes:
    paper = on_paper(
        actor=actor,
        letter_id=row.id,
        body=LetterBody.from_json(row.body),
        addressee=Addressee.from_json(row.addressee),
        day=day,
        draft=True,
    )
    return file_of(paper)
