"""Flows of sending: what it would come to, and sending itself, once and for ever."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import ChangedMeanwhile, NotPossible, NotUnderstood
from lijfspoor.practice.letters import log_kinds, store
from lijfspoor.practice.letters.clearance import clearance
from lijfspoor.practice.letters.details import HANDED_OVER, Sending
from lijfspoor.practice.letters.models import LetterRow
from lijfspoor.practice.letters.paper import file_of, on_paper
from lijfspoor.practice.letters.weighing import weigh
from lijfspoor.practice.letters.writing import letter_to_write
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.workbench.paper import letter_text

NOT_NOW = "Deze brief kan nu niet weg."
CHANGED = "Iemand anders heeft deze brief intussen gewijzigd. Lees hem eerst opnieuw."


def read_sending(*, actor: Actor, letter_id: UUID, day: date, now: datetime) -> Sending:
    """Return what sending a draft would come to now."""
    with transaction.atomic():
        row = letter_to_write(actor=actor, letter_id=letter_id, day=day)
        record(actor=actor, kind=log_kinds.READ, at=now, clients=(row.client_id,), subject=str(letter_id))
        return weigh(actor=actor, row=row, day=day, now=now)


def send_letter(
    *, actor: Actor, letter_id: UUID, version: int, how: str, released: bool, day: date, now: datetime
) -> None:
    """Send a letter: check addressee and consent at this moment, make the file, keep all of it unchanged for ever.

    Sending again changes nothing. `how` tells how it is handed over, `released` that the clinician releases it on
    purpose. Raises NotPossible with what holds it back, NotUnderstood, or ChangedMeanwhile.
    """
    with transaction.atomic():
        row = letter_to_write(actor=actor, letter_id=letter_id, day=day)
        if row.sent_at is not None:
            return
        sending = weigh(actor=actor, row=row, day=day, now=now)
    _require(sending, version, how, released)
    paper = on_paper(
        actor=actor, letter_id=row.id, body=sending.view.body, addressee=sending.addressee, day=day, draft=False
    )
    # Typesetting takes about a second; no transaction stays open for it, so version and consent are looked at again.
    pdf = file_of(paper)
    values = {
        "addressee": sending.addressee.to_json(),
        "sent_by": actor.name,
        "text": letter_text(paper),
        "pdf": pdf,
        "fingerprint": hashlib.sha256(pdf).hexdigest(),
        "handed_over": how,
        "released": sending.clearance.release,
        "consents": [{"person": say.person, "name": say.name} for say in sending.clearance.says],
    }
    with transaction.atomic():
        if _still_open(actor, row, sending, version, day):
            store.keep_as_sent(actor.practice_id, letter_id, now, values)
            _log(actor, row, sending, how, now)


def _require(sending: Sending, version: int, how: str, released: bool) -> None:
    if sending.hindrances:
        raise NotPossible(NOT_NOW, sending.hindrances)
    if sending.view.version != version:
        raise ChangedMeanwhile(CHANGED)
    if how not in HANDED_OVER:
        raise NotUnderstood({"how": "Kies hoe u de brief geeft."})
    if sending.clearance.release and not released:
        raise NotUnderstood({"released": "Zet hier een vinkje als u deze hoofdlijnen met opzet vrijgeeft."})


def _still_open(actor: Actor, row: LetterRow, sending: Sending, version: int, day: date) -> bool:
    """Tell whether the letter is still to be sent. Raises when text or consent changed while it was typeset."""
    kept = store.lock(actor.practice_id, row.id)
    if kept is None or kept.version != version:
        raise ChangedMeanwhile(CHANGED)
    course = pathway.course(practice_id=actor.practice_id, treatment_id=row.treatment_id, day=day)
    hindrances = clearance(course, sending.addressee.part, day).hindrances
    if hindrances:
        raise NotPossible(NOT_NOW, hindrances)
    return kept.sent_at is None


def _log(actor: Actor, row: LetterRow, sending: Sending, how: str, now: datetime) -> None:
    detail = {"kind": row.kind, "to": sending.addressee.part.value, "how": how, "released": sending.clearance.release}
    record(actor=actor, kind=log_kinds.SENT, at=now, clients=(row.client_id,), subject=str(row.id), detail=detail)
