"""Flows of writing: choosing a letter, drafting it, saving, bringing it up to date, throwing it away."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.letters import log_kinds, store
from lijfspoor.practice.letters.addressee import Addressee
from lijfspoor.practice.letters.clearance import clearance
from lijfspoor.practice.letters.compose.body import Edit, LetterBody
from lijfspoor.practice.letters.details import Choice
from lijfspoor.practice.letters.kinds import KINDS
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.letters.surroundings import addressees, people_of
from lijfspoor.practice.letters.writing import composed_now, course_to_write, letter_to_write
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import ClientCard

IS_SENT = "Deze brief is al verstuurd. Wat verstuurd is, blijft zoals het was."


def read_choices(
    *, actor: Actor, treatment_id: UUID, day: date, now: datetime
) -> tuple[ClientCard, tuple[Choice, ...]]:
    """Return the client and every letter that can be written now, by kind, with what sending it would need."""
    with transaction.atomic():
        course = course_to_write(actor=actor, treatment_id=treatment_id, day=day)
        record(actor=actor, kind=log_kinds.LIST_READ, at=now, clients=(course.client_id,), subject=str(treatment_id))
        return course.around.card, _choices(actor, course, day)


def _choices(actor: Actor, course: Course, day: date) -> tuple[Choice, ...]:
    everyone = addressees(actor=actor, course=course, people=people_of(course, day), day=day)
    clear = {part: clearance(course, part, day) for part in {each.part for each in everyone}}
    return tuple(
        Choice(kind=kind, addressee=each, clearance=clear[each.part])
        for kind in KINDS.values()
        for each in everyone
        if kind.fits(course.module, course.standing.stage, each.part)
    )


def draft_letter(*, actor: Actor, treatment_id: UUID, kind: str, addressee: str, day: date, now: datetime) -> UUID:
    """Draft a letter of this kind to the addressee of this key; return its id.

    Raises NotUnderstood when this letter cannot be written to them now.
    """
    with transaction.atomic():
        course = course_to_write(actor=actor, treatment_id=treatment_id, day=day)
        chosen = next((c for c in _choices(actor, course, day) if c.value == f"{kind}|{addressee}"), None)
        if chosen is None:
            raise NotUnderstood({"letter": "Kies een brief uit de lijst."})
        body = composed_now(course=course, kind=kind, addressee=chosen.addressee)
        row = store.add(
            actor.practice_id,
            {
                "treatment_id": treatment_id,
                "client_id": course.client_id,
                "kind": kind,
                "addressee": chosen.addressee.to_json(),
                "body": body.to_json(),
                "author_id": actor.member_id,
                "made_at": now,
                "saved_at": now,
            },
        )
        _log(actor, log_kinds.DRAFTED, row, now, chosen.addressee)
        return row.id


def save_draft(*, actor: Actor, letter_id: UUID, edit: Edit, version: int, day: date, now: datetime) -> int:
    """Save what someone wrote over `version`; return the new version.

    Raises ChangedMeanwhile when someone else saved in between, NotPossible when the letter was sent.
    """
    with transaction.atomic():
        row = _draft(actor, letter_id, day)
        body = LetterBody.from_json(row.body).edited(edit)
        _change(actor, row, body, version, now)
        return version + 1


def renew_draft(*, actor: Actor, letter_id: UUID, version: int, day: date, now: datetime) -> None:
    """Bring the facts of a draft up to date; every text that people wrote or changed stays."""
    with transaction.atomic():
        row = _draft(actor, letter_id, day)
        course = pathway.course(practice_id=actor.practice_id, treatment_id=row.treatment_id, day=day)
        fresh = composed_now(course=course, kind=row.kind, addressee=Addressee.from_json(row.addressee))
        _change(actor, row, LetterBody.from_json(row.body).renewed(fresh), version, now)


def drop_draft(*, actor: Actor, letter_id: UUID, day: date, now: datetime) -> UUID:
    """Throw a draft away; return its treatment. Raises NotPossible when it was sent."""
    with transaction.atomic():
        row = _draft(actor, letter_id, day)
        store.remove_draft(actor.practice_id, letter_id)
        _log(actor, log_kinds.DROPPED, row, now, Addressee.from_json(row.addressee))
        return row.treatment_id


def _draft(actor: Actor, letter_id: UUID, day: date) -> LetterRow:
    row = letter_to_write(actor=actor, letter_id=letter_id, day=day)
    if row.sent_at is not None:
        raise NotPossible(IS_SENT)
    return row


def _change(actor: Actor, row: LetterRow, body: LetterBody, version: int, now: datetime) -> None:
    if not store.change(actor.practice_id, row.id, version, {"body": body.to_json(), "saved_at": now}):
        raise ChangedMeanwhile(version=row.version)
    _log(actor, log_kinds.SAVED, row, now, Addressee.from_json(row.addressee))


def _log(actor: Actor, kind: str, row: LetterRow, now: datetime, addressee: Addressee) -> None:
    detail = {"kind": row.kind, "to": addressee.part.value}
    record(actor=actor, kind=kind, at=now, clients=(row.client_id,), subject=str(row.id), detail=detail)
