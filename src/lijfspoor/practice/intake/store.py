"""Reading and writing referrals and papers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from lijfspoor.practice.intake.models import Paper, Referral


def add_referral(practice_id: UUID, values: dict[str, Any]) -> Referral:
    """Add a referral. Raises IntegrityError when the practice has one of this identity."""
    made: Referral = Referral.plain.create(practice_id=practice_id, **values)
    return made


def referral(practice_id: UUID, referral_id: UUID) -> Referral | None:
    """Return a referral of this practice."""
    found: Referral | None = Referral.objects.in_practice(practice_id).filter(id=referral_id).first()
    return found


def referral_by_identity(practice_id: UUID, identity: str) -> Referral | None:
    """Return the referral this message became before."""
    found: Referral | None = Referral.objects.in_practice(practice_id).filter(identity=identity).first()
    return found


def lock_referral(practice_id: UUID, referral_id: UUID) -> Referral | None:
    """Return a referral locked until the transaction ends, so that two people do not take it up."""
    rows = Referral.objects.in_practice(practice_id).select_for_update()
    found: Referral | None = rows.filter(id=referral_id).first()
    return found


def open_referrals(practice_id: UUID) -> list[Referral]:
    """Return the referrals that wait to be taken up, the oldest first."""
    rows = Referral.objects.in_practice(practice_id).filter(treatment__isnull=True, set_aside_at__isnull=True)
    return list(rows.order_by("received_on", "recorded_at", "id"))


def papers(practice_id: UUID, treatment_id: UUID) -> list[Paper]:
    """Return the papers of a treatment, the oldest first."""
    rows = Paper.objects.in_practice(practice_id).filter(treatment_id=treatment_id)
    return list(rows.order_by("saved_at", "id"))


def add_paper(practice_id: UUID, values: dict[str, Any]) -> Paper:
    """Add a paper. Raises IntegrityError when there is a draft of this kind already."""
    made: Paper = Paper.plain.create(practice_id=practice_id, **values)
    return made


def change_draft(practice_id: UUID, paper_id: UUID, version: int, values: dict[str, Any]) -> bool:
    """Change a draft that still has this version and is not signed; tell whether it had."""
    rows = Paper.objects.in_practice(practice_id).filter(id=paper_id, version=version, signed_at__isnull=True)
    return rows.update(version=F("version") + 1, **values) == 1


def sign(practice_id: UUID, paper_id: UUID, version: int, by: str, at: datetime, text: list[Any]) -> bool:
    """Sign a draft that still has this version; tell whether it had."""
    rows = Paper.objects.in_practice(practice_id).filter(id=paper_id, version=version, signed_at__isnull=True)
    return rows.update(signed_at=at, signed_by=by, text=text) == 1


def discard(practice_id: UUID, paper_id: UUID) -> None:
    """Remove a draft; the database refuses it for a signed paper."""
    Paper.objects.in_practice(practice_id).filter(id=paper_id, signed_at__isnull=True).delete()


def referral_of(practice_id: UUID, treatment_id: UUID) -> Referral | None:
    """Return the referral that led to a treatment."""
    found: Referral | None = Referral.objects.in_practice(practice_id).filter(treatment_id=treatment_id).first()
    return found


def referrals_waiting(practice_id: UUID, limit: int) -> list[Referral]:
    """Return at most `limit` referrals that wait to be taken up, with their clients, the oldest first."""
    rows = Referral.objects.in_practice(practice_id).filter(treatment__isnull=True, set_aside_at__isnull=True)
    return list(rows.select_related("client").order_by("received_on", "recorded_at", "id")[:limit])
