"""Where a treatment came from, for letters that answer a referral."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lijfspoor.practice.intake.details import Referrer
from lijfspoor.practice.intake.models import Referral
from lijfspoor.practice.intake.referring import referrer_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The referral a treatment was opened from."""

    referral_id: UUID
    received_on: date
    route: str
    referrer: Referrer
    reason: str


def origin_of(*, practice_id: UUID, treatment_id: UUID) -> Origin | None:
    """Return the first referral of a treatment. The caller has checked the right to read the file."""
    rows = Referral.objects.in_practice(practice_id).filter(treatment_id=treatment_id)
    row: Referral | None = rows.order_by("received_on", "recorded_at").first()
    if row is None:
        return None
    return Origin(
        referral_id=row.id,
        received_on=row.received_on,
        route=row.route,
        referrer=referrer_of(row),
        reason=row.reason,
    )
