"""Keeping and finding case questions."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from lijfspoor.practice.counsel.models import CaseAnswer, CaseDraft, CaseQuestion, ExpertInvite


def drafts(practice_id: UUID, member_id: UUID) -> list[CaseDraft]:
    """Return the drafts of an asker, the last saved first."""
    rows = CaseDraft.objects.in_practice(practice_id).filter(asker_id=member_id)
    return list(rows.order_by("-saved_at", "id"))


def draft(practice_id: UUID, member_id: UUID, draft_id: UUID) -> CaseDraft | None:
    """Return a draft of this asker."""
    rows = CaseDraft.objects.in_practice(practice_id).filter(asker_id=member_id, id=draft_id)
    found: CaseDraft | None = rows.first()
    return found


def add_draft(values: dict[str, Any]) -> CaseDraft:
    """Add a draft."""
    made: CaseDraft = CaseDraft.plain.create(**values)
    return made


def change_draft(practice_id: UUID, draft_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Write a draft anew unless it was saved since `version`; tell whether it was written."""
    rows = CaseDraft.objects.in_practice(practice_id).filter(id=draft_id, version=version)
    return bool(rows.update(**values, version=version + 1))


def drop_draft(row: CaseDraft) -> None:
    """Remove a draft, and with it whose case it was."""
    row.delete()


def add_question(values: dict[str, Any]) -> CaseQuestion:
    """Add a question."""
    made: CaseQuestion = CaseQuestion.plain.create(**values)
    return made


def sought(practice_id: UUID, words: Iterable[str], tags: dict[str, str], open_only: bool) -> QuerySet[CaseQuestion]:
    """Return the questions that hold every word and have these tags, the newest first, with how many answers."""
    rows: QuerySet[CaseQuestion] = CaseQuestion.objects.in_practice(practice_id)
    holds = Q()
    for word in words:
        holds &= Q(found_by__contains=word)
    if open_only:
        holds &= Q(closed_at__isnull=True)
    answers = CaseAnswer.plain.filter(question_id=OuterRef("id")).order_by().values("question_id")
    counted = answers.annotate(many=Count("id")).values("many")
    rows = rows.filter(holds, **tags).select_related("asker__user").annotate(answers=Subquery(counted))
    return rows.order_by("-asked_at", "id")


def question(practice_id: UUID, question_id: UUID) -> CaseQuestion | None:
    """Return a question of this practice with who asked it."""
    rows = CaseQuestion.objects.in_practice(practice_id).select_related("asker__user", "practice")
    found: CaseQuestion | None = rows.filter(id=question_id).first()
    return found


def lock(practice_id: UUID, question_id: UUID) -> CaseQuestion | None:
    """Return a question locked until the transaction ends."""
    rows = CaseQuestion.objects.in_practice(practice_id).select_for_update()
    found: CaseQuestion | None = rows.filter(id=question_id).first()
    return found


def change_question(row: CaseQuestion, **values: object) -> None:
    """Change a locked question."""
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def answers(practice_id: UUID, question_id: UUID) -> list[CaseAnswer]:
    """Return the answers to a question, the first given first."""
    rows = CaseAnswer.objects.in_practice(practice_id).filter(question_id=question_id)
    return list(rows.order_by("given_at", "id"))


def add_answer(values: dict[str, Any]) -> CaseAnswer:
    """Add an answer; it never changes."""
    made: CaseAnswer = CaseAnswer.plain.create(**values)
    return made


def invites(practice_id: UUID, question_id: UUID) -> list[ExpertInvite]:
    """Return who was invited for a question, the first first."""
    rows = ExpertInvite.objects.in_practice(practice_id).filter(question_id=question_id)
    return list(rows.order_by("made_at", "id"))


def add_invite(values: dict[str, Any]) -> ExpertInvite:
    """Add an invitation."""
    made: ExpertInvite = ExpertInvite.plain.create(**values)
    return made


def withdraw(practice_id: UUID, question_id: UUID, invite_id: UUID, at: datetime) -> bool:
    """End an invitation; tell whether it could still be used."""
    rows = ExpertInvite.objects.in_practice(practice_id).filter(question_id=question_id, id=invite_id)
    return bool(rows.filter(withdrawn_at__isnull=True, ends_at__gt=at).update(withdrawn_at=at))


def invite_by_hash(token_hash: str, at: datetime) -> ExpertInvite | None:
    """Return the invitation that a link opens, when it can still be used; whatever the practice."""
    rows = ExpertInvite.plain.filter(token_hash=token_hash, withdrawn_at__isnull=True, ends_at__gt=at)
    found: ExpertInvite | None = rows.select_related("question__asker__user", "practice").first()
    return found
