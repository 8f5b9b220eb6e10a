"""Finding and reading questions, answering, thanking and closing, inviting an expert."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.disguise.checking import check
from lijfspoor.domain.disguise.folding import words_in
from lijfspoor.domain.disguise.known import Known
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.counsel import log_kinds, policies, store
from lijfspoor.practice.counsel.models import CaseAnswer, CaseDraft, CaseQuestion, ExpertInvite
from lijfspoor.practice.logbook.flows import record

HOLDS = timedelta(days=30)
PAGE = 20
CLOSED = "Deze vraag is afgesloten. Er komen geen antwoorden meer bij."


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone looks for among the questions; what is empty asks nothing."""

    words: str = ""
    kind: str = ""
    module: str = ""
    area: str = ""
    age_group: str = ""
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of the questions, how many there are, and the drafts of who looks."""

    questions: tuple[CaseQuestion, ...]
    total: int
    drafts: tuple[CaseDraft, ...]


@dataclass(frozen=True, slots=True)
class QuestionRead:
    """A question with its answers; for who asked it also who was invited."""

    question: CaseQuestion
    answers: tuple[CaseAnswer, ...]
    invites: tuple[ExpertInvite, ...]
    leads: bool


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: its text and what it rests on, one source a line."""

    text: str
    sources: str


def read_column(*, actor: Actor, wish: Wish, page: int, now: datetime) -> Column:
    """Return a page of the questions that fit a wish, the newest first (S4-021). Raises NotAllowed."""
    policies.check_can_take_part(actor)
    tags = {name: getattr(wish, name) for name in ("kind", "module", "area", "age_group") if getattr(wish, name)}
    rows = store.sought(actor.practice_id, words_in(wish.words), tags, wish.open_only)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.LIST_READ, at=now)
        total, start = rows.count(), (max(page, 1) - 1) * PAGE
        return Column(tuple(rows[start : start + PAGE]), total, tuple(store.drafts(actor.practice_id, actor.member_id)))


def read_question(*, actor: Actor, question_id: UUID, now: datetime) -> QuestionRead:
    """Return a question with its answers. Raises NotAllowed or NotFound."""
    policies.check_can_take_part(actor)
    found = store.question(actor.practice_id, question_id)
    if found is None:
        raise NotFound
    leads = policies.can_lead(actor, found.asker_id)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.QUESTION_READ, at=now, subject=str(question_id))
    answers = tuple(store.answers(actor.practice_id, question_id))
    invites = tuple(store.invites(actor.practice_id, question_id)) if leads else ()
    return QuestionRead(found, answers, invites, leads)


def answer(*, actor: Actor, question_id: UUID, said: Said, now: datetime) -> None:
    """Answer as a colleague, with what it rests on (S4-022). Raises NotPossible for a closed question."""
    policies.check_can_take_part(actor)
    with transaction.atomic():
        row = _in_hand(actor, question_id)
        keep_answer(row, said, {"member_id": actor.member_id, "name": actor.name, "field": actor.profession}, now)
        record(actor=actor, kind=log_kinds.ANSWERED, at=now, subject=str(question_id))


def keep_answer(row: CaseQuestion, said: Said, who: dict[str, object], now: datetime) -> None:
    """Keep an answer to a question in hand, and let it be found by its words; nothing in it may point at someone."""
    if row.closed_at is not None:
        raise NotPossible(CLOSED)
    if not said.text.strip():
        raise NotUnderstood({"text": "Schrijf uw antwoord."})
    if found := [hit for hit in check(said.text, Known()) if hit.sure]:
        words = ", ".join(dict.fromkeys(hit.words for hit in found))
        raise NotUnderstood({"text": f"Haal weg wat iemand kan aanwijzen: {words}."})
    values = {"practice_id": row.practice_id, "question_id": row.id, "text": said.text.strip()}
    store.add_answer({**values, "sources": said.sources.strip(), "given_at": now, **who})
    found_by = " ".join((row.found_by, *words_in(f"{said.text} {said.sources}")))
    store.change_question(row, found_by=found_by)


def close(*, actor: Actor, question_id: UUID, thanks: str, now: datetime) -> None:
    """Thank those who answered and close the question; it stays readable. Raises NotAllowed for who did not ask it."""
    with transaction.atomic():
        row = _in_hand(actor, question_id)
        policies.check_can_lead(actor, row.asker_id)
        if row.closed_at is not None:
            raise NotPossible(CLOSED)
        if found := [hit.words for hit in check(thanks, Known()) if hit.sure]:
            raise NotUnderstood({"thanks": f"Haal weg wat iemand kan aanwijzen: {', '.join(dict.fromkeys(found))}."})
        store.change_question(row, closed_at=now, thanks=thanks.strip())
        record(actor=actor, kind=log_kinds.CLOSED, at=now, subject=str(question_id))


def check_can_invite(*, actor: Actor, question_id: UUID) -> None:
    """Raise unless the colleague asked this question: NotFound when it is not there, else NotAllowed."""
    row = store.question(actor.practice_id, question_id)
    if row is None:
        raise NotFound
    policies.check_can_lead(actor, row.asker_id)


def invite(*, actor: Actor, question_id: UUID, name: str, field: str, now: datetime) -> str:
    """Invite an expert for this one question; return the secret of the link, which is shown once (S4-022)."""
    secret = secrets.token_urlsafe(16)
    with transaction.atomic():
        row = _in_hand(actor, question_id)
        policies.check_can_lead(actor, row.asker_id)
        if row.closed_at is not None:
            raise NotPossible(CLOSED)
        made = store.add_invite(
            {
                "practice_id": actor.practice_id,
                "question_id": row.id,
                "name": name.strip(),
                "field": field.strip(),
                "token_hash": hash_of(secret),
                "made_at": now,
                "ends_at": now + HOLDS,
            }
        )
        record(actor=actor, kind=log_kinds.EXPERT_INVITED, at=now, subject=str(made.id))
    return secret


def withdraw(*, actor: Actor, question_id: UUID, invite_id: UUID, now: datetime) -> None:
    """End an invitation at once. Raises NotFound when it cannot be used any more anyway."""
    with transaction.atomic():
        row = _in_hand(actor, question_id)
        policies.check_can_lead(actor, row.asker_id)
        if not store.withdraw(actor.practice_id, question_id, invite_id, now):
            raise NotFound
        record(actor=actor, kind=log_kinds.EXPERT_WITHDRAWN, at=now, subject=str(invite_id))


def hash_of(secret: str) -> str:
    """Return what is kept of the secret of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _in_hand(actor: Actor, question_id: UUID) -> CaseQuestion:
    policies.check_can_take_part(actor)
    row = store.lock(actor.practice_id, question_id)
    if row is None:
        raise NotFound
    return row
