"""What was done: recorded when a note is signed, read back per client and per exercise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lijfspoor.domain.exercises.situation import Went, went_of
from lijfspoor.domain.pathways.facts import SessionHeld
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.exercises import log_kinds, store
from lijfspoor.practice.exercises.models import UsedExercise
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.pathway import flows as pathway


@dataclass(frozen=True, slots=True)
class Done:
    """An exercise that was done in a session: id and version, how it went, and whether there was touch."""

    exercise: str
    version: str
    went: Went = ""
    touched: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """An exercise as it was used in a session that counts as held."""

    client_id: UUID
    treatment_id: UUID
    session: UUID
    exercise: str
    version: str
    went: Went
    touched: bool
    used_on: date


def record_used(
    *,
    actor: Actor,
    client_id: UUID,
    treatment_id: UUID,
    session_id: UUID,
    done: Iterable[Done],
    on: date,
    now: datetime,
) -> None:
    """Keep what was done in a session, inside the caller's transaction; the caller has checked the right.

    Touch is written in the logbook for each exercise (S1-032). The same again is no news.
    """
    told = [each for each in done if each.went != "not_done"]
    if not told:
        return
    store.add_uses(
        actor.practice_id,
        (
            {
                "client_id": client_id,
                "treatment_id": treatment_id,
                "session": session_id,
                "exercise": each.exercise,
                "version": each.version,
                "went": each.went,
                "touched": each.touched,
                "used_on": on,
                "recorded_at": now,
                "recorded_by": actor.name,
            }
            for each in told
        ),
    )
    subject = str(session_id)
    record(actor=actor, kind=log_kinds.USED, at=now, clients=(client_id,), subject=subject, detail={"count": len(told)})
    for each in told:
        if each.touched:
            pin = f"{each.exercise}@{each.version}"
            detail: dict[str, object] = {"exercise": pin}
            record(actor=actor, kind=log_kinds.TOUCHED, at=now, clients=(client_id,), subject=subject, detail=detail)


def counting(practice_id: UUID, exercise_id: str) -> list[Use]:
    """Return the uses of an exercise in sessions that still count as held, in two queries."""
    return _held(practice_id, store.uses_of_exercise(practice_id, exercise_id))


def done_before(*, practice_id: UUID, client_id: UUID) -> list[Use]:
    """Return what a client did in sessions that count as held, oldest first. The caller checks the right."""
    return _held(practice_id, store.uses_of_client(practice_id, client_id))


def _held(practice_id: UUID, uses: list[UsedExercise]) -> list[Use]:
    if not uses:
        return []
    treatments = tuple(dict.fromkeys(use.treatment_id for use in uses))
    outcomes = pathway.outcomes(practice_id=practice_id, treatment_ids=treatments)
    return [_use(row) for row in uses if isinstance(outcomes.get(row.session), SessionHeld)]


def _use(row: UsedExercise) -> Use:
    return Use(
        client_id=row.client_id,
        treatment_id=row.treatment_id,
        session=row.session,
        exercise=row.exercise,
        version=row.version,
        went=went_of(row.went),
        touched=row.touched,
        used_on=row.used_on,
    )
