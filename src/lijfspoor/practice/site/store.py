"""Reading and keeping what practices wrote in the place of our text."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from lijfspoor.practice.site.models import Edition


def newest(page: str) -> list[Edition]:
    """Return of each practice the newest edition of a page that is not our own text again."""
    rows = Edition.objects.across_practices("visitors read the page of whichever practice wrote it")
    latest: dict[UUID, Edition] = {}
    for row in rows.filter(page=page).select_related("practice").order_by("published_at"):
        latest[row.practice_id] = row
    return [row for row in latest.values() if row.texts or row.added]


def newest_of(practice_id: UUID) -> dict[str, Edition]:
    """Return a practice's newest editions by page."""
    rows = Edition.objects.in_practice(practice_id).order_by("published_at")
    return {row.page: row for row in rows}


def add(
    practice_id: UUID,
    page: str,
    texts: dict[str, Any],
    added: list[Any],
    review_by: date,
    reviewed: bool,
    by: str,
    at: datetime,
) -> Edition:
    """Add an edition."""
    made: Edition = Edition.plain.create(
        practice_id=practice_id,
        page=page,
        texts=texts,
        added=added,
        review_by=review_by,
        reviewed=reviewed,
        published_by=by,
        published_at=at,
    )
    return made
