"""What happens to care relations when a colleague leaves the practice."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from lijfspoor.practice.people.models import CareRelation


def end_all_relations(practice_id: UUID, member_id: UUID, last_day: date) -> None:
    """End every care relation of someone who leaves, so that coming back later opens no file by itself (trust T6)."""
    rows = CareRelation.objects.in_practice(practice_id).filter(
        Q(until__isnull=True) | Q(until__gt=last_day), member_id=member_id
    )
    rows.update(until=last_day)
