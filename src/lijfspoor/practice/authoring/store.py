"""Keeping drafts of modules."""

from datetime import datetime
from typing import Any
from uuid import UUID

from lijfspoor.practice.authoring.models import ModuleDraft


def drafts(practice_id: UUID) -> tuple[ModuleDraft, ...]:
    """Return the drafts of a practice, the last saved first, with who made them."""
    rows = ModuleDraft.objects.in_practice(practice_id).select_related("made_by__user").defer("text")
    return tuple(rows.order_by("-saved_at", "id"))


def draft(practice_id: UUID, draft_id: UUID) -> ModuleDraft | None:
    """Return a draft of this practice."""
    found: ModuleDraft | None = ModuleDraft.objects.in_practice(practice_id).filter(id=draft_id).first()
    return found


def lock(practice_id: UUID, draft_id: UUID) -> ModuleDraft | None:
    """Return a draft locked until the transaction ends, so that two people do not write over each other."""
    rows = ModuleDraft.objects.in_practice(practice_id).select_for_update()
    found: ModuleDraft | None = rows.filter(id=draft_id).first()
    return found


def add(values: dict[str, Any]) -> ModuleDraft:
    """Add a draft."""
    made: ModuleDraft = ModuleDraft.plain.create(**values)
    return made


def keep(row: ModuleDraft, *, text: str, title: str, at: datetime, by: str) -> None:
    """Write a locked draft anew."""
    row.text, row.title, row.saved_at, row.saved_by = text, title[:200], at, by
    row.version += 1
    row.save(update_fields=["text", "title", "saved_at", "saved_by", "version"])


def discard(row: ModuleDraft) -> None:
    """Remove a draft."""
    row.delete()
