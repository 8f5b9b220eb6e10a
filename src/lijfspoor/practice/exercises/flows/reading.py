"""Reading exercises: the shelf with what one looks for, one exercise, and how it went in this practice."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.searching import Wish, search
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.exercises import log_kinds, policies
from lijfspoor.practice.exercises.cards import ExerciseCard, card_of
from lijfspoor.practice.exercises.flows.used import counting
from lijfspoor.practice.exercises.shelf import Shelf, open_shelf
from lijfspoor.practice.exercises.versions import base_of, differences
from lijfspoor.practice.exercises.words import WENT
from lijfspoor.practice.library.differences import Chapter
from lijfspoor.practice.logbook.flows import record


@dataclass(frozen=True, slots=True)
class FoundExercises:
    """The exercises that meet the wish, and how many there are in all."""

    found: tuple[Exercise, ...]
    total: int
    shelf: Shelf
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How often an exercise was used in this practice, with how many clients, how it went in words, and when last."""

    times: int
    clients: int
    went: tuple[tuple[str, int], ...]
    last: date | None


@dataclass(frozen=True, slots=True)
class ExerciseReading:
    """One exercise to read: this version, the newest, the counts when the reader may see them, and what differs from
    the exercise it was made from (`base`, a version before or another exercise)."""

    card: ExerciseCard
    newest: str
    versions: tuple[str, ...]
    counts: Counts | None
    may_publish: bool
    base: Exercise | None
    changed: tuple[Chapter, ...]


def shelf_of(*, practice_id: UUID) -> Shelf:
    """Return the exercises a practice can use. The caller checks the right and writes the logbook."""
    return open_shelf(practice_id)


def read_exercises(
    *, actor: Actor, wish: Wish, now: datetime, hidden: bool = False, typing: bool = False
) -> FoundExercises:
    """Return the exercises that meet the wish; with `hidden` those that are hidden. Typing on is one reading."""
    policies.check_can_read(actor)
    if not typing:
        with transaction.atomic():
            record(actor=actor, kind=log_kinds.SHELF_READ, at=now)
    shelf = open_shelf(actor.practice_id)
    among = shelf.concealed if hidden else shelf.index
    return FoundExercises(search(among, wish), len(among), shelf, policies.can_publish(actor))


def read_exercise(*, actor: Actor, exercise_id: str, now: datetime, version: str = "") -> ExerciseReading:
    """Return one exercise, the newest version unless another is asked for. Raises NotFound."""
    policies.check_can_read(actor)
    shelf = open_shelf(actor.practice_id)
    newest = shelf.newest.get(exercise_id)
    found = shelf.versions.get(f"{exercise_id}@{version}") if version else newest
    if found is None or newest is None:
        raise NotFound
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.EXERCISE_READ, at=now, subject=found.pin)
    counts = counts_of(actor.practice_id, exercise_id) if policies.can_see_counts(actor) else None
    versions = tuple(each.version for each in shelf.versions.values() if each.id == exercise_id)
    base = base_of(found, shelf.versions)
    return ExerciseReading(
        card=card_of(found, shelf),
        newest=newest.version,
        versions=versions,
        counts=counts,
        may_publish=policies.can_publish(actor),
        base=base,
        changed=differences(base, found) if base else (),
    )


def counts_of(practice_id: UUID, exercise_id: str) -> Counts:
    """Count the uses of an exercise in every version, in two queries however many there are."""
    uses = counting(practice_id, exercise_id)
    went = Counter(str(use.went) for use in uses)
    return Counts(
        times=len(uses),
        clients=len({use.client_id for use in uses}),
        went=tuple((words, went[code]) for code, words in WENT.items() if went[code]),
        last=max((use.used_on for use in uses), default=None),
    )
