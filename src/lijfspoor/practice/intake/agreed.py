"""What other rooms read of an agreed plan: the support that home, school and therapist share."""

from uuid import UUID

from lijfspoor.practice.intake.models import Paper
from lijfspoor.practice.intake.sheets import support
from lijfspoor.practice.intake.sheets.every import PLAN
from lijfspoor.practice.pathway.course import Course


def support_plan(*, course: Course) -> tuple[tuple[str, str], ...]:
    """Return the support plan of the signed plan, each part as heading and words (S0-031).

    The caller has checked the right to read the file.
    """
    if course.module.surroundings.support_plan is None:
        return ()
    body = _latest(course.practice_id, course.treatment_id)
    return tuple(support.written(course.module, body))


def _latest(practice_id: UUID, treatment_id: UUID) -> dict[str, str]:
    rows = Paper.objects.in_practice(practice_id).filter(treatment_id=treatment_id, kind=PLAN, signed_at__isnull=False)
    row: Paper | None = rows.order_by("signed_at", "id").last()
    return dict(row.body) if row is not None else {}
