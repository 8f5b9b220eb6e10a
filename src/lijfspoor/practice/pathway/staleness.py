"""Marks outlooks for deriving anew when something about a therapist changes."""

from datetime import date
from uuid import UUID

from lijfspoor.practice.pathway.models import FactRow, Outlook


def credentials_changed(practice_id: UUID, member_id: UUID, day: date) -> None:
    """Have the outlook of every treatment this colleague was ever assigned to derived anew by `day` (S2-142)."""
    assigned = FactRow.objects.in_practice(practice_id).filter(
        kind="therapist_assigned", body__therapist=str(member_id)
    )
    rows = Outlook.objects.in_practice(practice_id).filter(treatment_id__in=assigned.values("treatment_id"))
    rows.update(stale_on=day)
