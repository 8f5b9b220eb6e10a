"""Reading and writing the rows of this room."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from lijfspoor.catalogue.exercises import examine_exercise
from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.practice.exercises.models import ClientCaution, EffortCheck, Hiding, OwnExercise, UsedExercise


def exercise_of(row: OwnExercise) -> Exercise:
    """Return the exercise of a row. Raises ContentRefused when its shape is no longer known."""
    # Held against every rule when it was published; a rule made later does not take it away.
    reading = examine_exercise(row.source.encode())
    if reading.exercise is None:
        raise ContentRefused(reading.mistakes)
    return reading.exercise


def own_ids(practice_id: UUID) -> tuple[UUID, ...]:
    """Return the ids of the practice's own rows, in one query."""
    return tuple(OwnExercise.objects.in_practice(practice_id).order_by("id").values_list("id", flat=True))


def own_exercises(practice_id: UUID, ids: tuple[UUID, ...]) -> tuple[Exercise, ...]:
    """Return the practice's own exercises of these ids, in the order in which they were published."""
    rows = OwnExercise.objects.in_practice(practice_id).filter(id__in=ids).order_by("published_at", "pin")
    return tuple(exercise_of(row) for row in rows)


def own_row(practice_id: UUID, pin: str) -> OwnExercise | None:
    """Return the practice's own exercise of this pin, or None."""
    found: OwnExercise | None = OwnExercise.objects.in_practice(practice_id).filter(pin=pin).first()
    return found


def own_checksums(practice_id: UUID) -> dict[str, str]:
    """Return pin -> checksum of the practice's own exercises."""
    return dict(OwnExercise.objects.in_practice(practice_id).values_list("pin", "checksum"))


def keep_own(practice_id: UUID, exercise: Exercise, source: str, checksum: str, at: datetime, by: str) -> OwnExercise:
    """Keep an exercise unless its pin is there; return the row of that pin, whose checksum may be another."""
    row: OwnExercise
    row, _ = OwnExercise.plain.get_or_create(
        practice_id=practice_id,
        pin=exercise.pin,
        defaults={
            "exercise": exercise.id,
            "title": exercise.title.nl[:200],
            "source": source,
            "checksum": checksum,
            "published_at": at,
            "published_by": by,
        },
    )
    return row


def hidings(practice_id: UUID) -> dict[str, Hiding]:
    """Return the last hiding or showing of each exercise, in one query."""
    rows = Hiding.objects.in_practice(practice_id).order_by("order", "at")
    return {row.exercise: row for row in rows}


def add_hiding(practice_id: UUID, exercise: str, hidden: bool, reason: str, at: datetime, by: str) -> None:
    """Add that an exercise is hidden or shown again."""
    last = Hiding.objects.in_practice(practice_id).aggregate(last=Max("order"))["last"] or 0
    Hiding.plain.create(
        practice_id=practice_id, exercise=exercise, hidden=hidden, reason=reason, at=at, by=by, order=last + 1
    )


def cautions(practice_id: UUID, client_id: UUID) -> list[ClientCaution]:
    """Return what was noted on a client, oldest first."""
    return list(ClientCaution.objects.in_practice(practice_id).filter(client_id=client_id).order_by("order", "at"))


def add_caution(practice_id: UUID, client_id: UUID, values: dict[str, Any]) -> None:
    """Add what was noted on a client."""
    last = ClientCaution.objects.in_practice(practice_id).filter(client_id=client_id).aggregate(last=Max("order"))
    ClientCaution.plain.create(practice_id=practice_id, client_id=client_id, order=(last["last"] or 0) + 1, **values)


def effort_check(practice_id: UUID, client_id: UUID) -> EffortCheck | None:
    """Return the last check on effort of a client."""
    rows = EffortCheck.objects.in_practice(practice_id).filter(client_id=client_id)
    found: EffortCheck | None = rows.order_by("-order", "-at").first()
    return found


def add_effort_check(practice_id: UUID, client_id: UUID, values: dict[str, Any]) -> None:
    """Add an answered check."""
    last = EffortCheck.objects.in_practice(practice_id).filter(client_id=client_id).aggregate(last=Max("order"))
    EffortCheck.plain.create(practice_id=practice_id, client_id=client_id, order=(last["last"] or 0) + 1, **values)


def uses_of_client(practice_id: UUID, client_id: UUID) -> list[UsedExercise]:
    """Return what a client did, oldest first, in one query."""
    rows = UsedExercise.objects.in_practice(practice_id).filter(client_id=client_id)
    return list(rows.order_by("used_on", "recorded_at", "exercise"))


def uses_of_exercise(practice_id: UUID, exercise: str) -> list[UsedExercise]:
    """Return every use of an exercise in this practice, in one query."""
    rows = UsedExercise.objects.in_practice(practice_id).filter(exercise=exercise)
    return list(rows.order_by("used_on", "recorded_at"))


def add_uses(practice_id: UUID, rows: Iterable[dict[str, Any]]) -> None:
    """Add what was used in a session; what is there already stays as it is."""
    UsedExercise.plain.bulk_create(
        (UsedExercise(practice_id=practice_id, **row) for row in rows), ignore_conflicts=True
    )


def last_used(practice_id: UUID) -> dict[str, date]:
    """Return when each exercise was last used, in one query."""
    rows = UsedExercise.objects.in_practice(practice_id).order_by().values_list("exercise")
    return dict(rows.annotate(last=Max("used_on")))
