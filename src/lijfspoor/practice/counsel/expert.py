"""What an invited expert sees and does: one question, by a secret link, without an account."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.practice.access.limits import HOUR, stay_within
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.counsel import log_kinds, store
from lijfspoor.practice.counsel.answering import Said, hash_of, keep_answer
from lijfspoor.practice.counsel.models import CaseAnswer, CaseQuestion, ExpertInvite
from lijfspoor.practice.logbook.flows import record

MOST_FROM_ONE_ADDRESS = 60
"""Links that open nothing, an hour: whoever guesses is stopped."""
TOO_MANY = "Er is net te vaak geprobeerd een vraag te openen. Probeer het later nog eens."


@dataclass(frozen=True, slots=True)
class Expert:
    """An invited expert, as the logbook knows who acts: by the invitation, never as a colleague."""

    member_id: UUID
    user_id: UUID
    practice_id: UUID
    name: str
    address: str
    role_word: str = "expert"


@dataclass(frozen=True, slots=True)
class ExpertReading:
    """What the link opens: the question, what was answered, and who was invited by whom."""

    invite: ExpertInvite
    question: CaseQuestion
    answers: tuple[CaseAnswer, ...]
    practice: str
    asker: str


def read_as_expert(*, secret: str, address: str, now: datetime) -> ExpertReading:
    """Return the one question a link opens. Raises NotFound for a link that is wrong, withdrawn or ended."""
    row = _opened(secret, address, now)
    with transaction.atomic():
        record(actor=_expert(row, address), kind=log_kinds.QUESTION_READ, at=now, subject=str(row.question_id))
    answers = tuple(store.answers(row.practice_id, row.question_id))
    return ExpertReading(row, row.question, answers, row.practice.name, row.question.asker.display_name)


def answer_as_expert(*, secret: str, said: Said, address: str, now: datetime) -> None:
    """Answer the question of the link (S4-022). Raises NotFound, NotPossible when closed, NotUnderstood."""
    row = _opened(secret, address, now)
    with transaction.atomic():
        question = store.lock(row.practice_id, row.question_id)
        if question is None:
            raise NotFound
        keep_answer(question, said, {"invite_id": row.id, "name": row.name, "field": row.field}, now)
        record(actor=_expert(row, address), kind=log_kinds.ANSWERED, at=now, subject=str(row.question_id))


def _expert(row: ExpertInvite, address: str) -> Expert:
    return Expert(row.id, row.id, row.practice_id, row.name, address)


def _opened(secret: str, address: str, now: datetime) -> ExpertInvite:
    found = store.invite_by_hash(hash_of(secret), now)
    if found is None:
        stay_within(f"counsel-guess-{hash_of(address)[:24]}", MOST_FROM_ONE_ADDRESS, HOUR, TOO_MANY)
        raise NotFound
    return found
