"""Reading and writing letters."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from lijfspoor.practice.letters.models import LetterRow

HEAVY = ("pdf", "body", "text")


def letter(practice_id: UUID, letter_id: UUID) -> LetterRow | None:
    """Return a letter of this practice with its author, without the file."""
    rows = LetterRow.objects.in_practice(practice_id).select_related("author__user").defer("pdf")
    found: LetterRow | None = rows.filter(id=letter_id).first()
    return found


def lock(practice_id: UUID, letter_id: UUID) -> LetterRow | None:
    """Return a letter locked until the transaction ends, so that it is sent once."""
    rows = LetterRow.objects.in_practice(practice_id).select_for_update().defer("pdf")
    found: LetterRow | None = rows.filter(id=letter_id).first()
    return found


def pdf(practice_id: UUID, letter_id: UUID) -> bytes:
    """Return the file of a sent letter."""
    kept = LetterRow.objects.in_practice(practice_id).values_list("pdf", flat=True).get(id=letter_id)
    return bytes(kept or b"")


def of_treatment(practice_id: UUID, treatment_id: UUID) -> list[LetterRow]:
    """Return the letters of a treatment without their content, the newest first."""
    rows = LetterRow.objects.in_practice(practice_id).filter(treatment_id=treatment_id)
    return list(rows.select_related("author__user").defer(*HEAVY).order_by("-made_at", "id"))


def of_client(practice_id: UUID, client_id: UUID) -> list[LetterRow]:
    """Return the letters about a client without their content, the newest first."""
    rows = LetterRow.objects.in_practice(practice_id).filter(client_id=client_id)
    return list(rows.select_related("author__user").defer(*HEAVY).order_by("-made_at", "id"))


def drafts(practice_id: UUID, member_id: UUID) -> list[LetterRow]:
    """Return the drafts of a colleague without their content, the oldest first."""
    rows = LetterRow.objects.in_practice(practice_id).filter(author_id=member_id, sent_at__isnull=True)
    return list(rows.select_related("author__user").defer(*HEAVY).order_by("saved_at", "id"))


def add(practice_id: UUID, values: dict[str, Any]) -> LetterRow:
    """Add a draft."""
    made: LetterRow = LetterRow.plain.create(practice_id=practice_id, **values)
    return made


def change(practice_id: UUID, letter_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Change a draft that still has this version and was not sent; tell whether it had."""
    rows = LetterRow.objects.in_practice(practice_id).filter(id=letter_id, version=version, sent_at__isnull=True)
    return rows.update(version=F("version") + 1, **values) == 1


def keep_as_sent(practice_id: UUID, letter_id: UUID, at: datetime, values: dict[str, Any]) -> None:
    """Keep a letter as it was sent; from here on the database refuses every change."""
    rows = LetterRow.objects.in_practice(practice_id).filter(id=letter_id, sent_at__isnull=True)
    rows.update(sent_at=at, **values)


def remove_draft(practice_id: UUID, letter_id: UUID) -> None:
    """Remove a draft."""
    LetterRow.objects.in_practice(practice_id).filter(id=letter_id, sent_at__isnull=True).delete()
