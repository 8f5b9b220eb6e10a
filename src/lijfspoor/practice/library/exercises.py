"""Reading exercises: the shelf with what one looks for, and one exercise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from lijfspoor.catalogue.exercises import shipped_exercises, shipped_index
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.searching import Wish, search
from lijfspoor.practice.access.actor import Actor
from lijfspoor.practice.access.refusals import NotFound
from lijfspoor.practice.library import exercise_words as words
from lijfspoor.practice.library import log_kinds, policies
from lijfspoor.practice.logbook.flows import record
from lijfspoor.practice.look.parts import Fact


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """An exercise in the words of the screens: `facts` are what it asks, `brief` the few that tell it from others."""

    exercise: Exercise
    facts: tuple[Fact, ...]
    brief: str


@dataclass(frozen=True, slots=True)
class ExerciseShelf:
    """The exercises that meet the wish, and how many there are in all."""

    cards: tuple[ExerciseCard, ...]
    total: int


def read_exercises(*, actor: Actor, wish: Wish, now: datetime) -> ExerciseShelf:
    """Return the exercises that meet the wish."""
    policies.check_can_read(actor)
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.EXERCISES_READ, at=now)
    every = shipped_exercises()
    return ExerciseShelf(tuple(card_of(each) for each in search(shipped_index(), wish)), len(every))


def read_exercise(*, actor: Actor, exercise_id: str, now: datetime) -> ExerciseCard:
    """Return one exercise. Raises NotFound."""
    policies.check_can_read(actor)
    found = shipped_exercises().get(exercise_id)
    if found is None:
        raise NotFound
    with transaction.atomic():
        record(actor=actor, kind=log_kinds.EXERCISE_READ, at=now, subject=exercise_id)
    return card_of(found)


def card_of(exercise: Exercise) -> ExerciseCard:
    """Say what an exercise asks."""
    low, high = exercise.minutes_low, exercise.minutes_high
    facts = {
        "Duur": f"{low} minuten" if low == high else f"{low} tot {high} minuten",
        "Spanning": words.AROUSAL[exercise.arousal],
        "Inspanning": words.INTENSITY[exercise.intensity],
        "Voor": _listed(words.AGES, exercise.ages),
        "Vorm": _listed(words.FORMS, exercise.forms),
        "Waar": words.SPACES[exercise.space],
        "Aanraking": words.TOUCH[exercise.touch],
        "Zintuigen": _listed(words.SENSES, exercise.senses),
        "Module": _listed(words.MODULES, exercise.modules),
    }
    if exercise.stage is not None:
        facts["Soort spel"] = words.STAGES[exercise.stage]
    if exercise.allergens:
        facts["Vraag naar allergie voor"] = _listed(words.ALLERGENS, exercise.allergens)
    brief = [facts["Voor"], facts["Vorm"], facts["Duur"], facts["Spanning"]]
    if exercise.touch == "needed":
        brief.append(facts["Aanraking"])
    return ExerciseCard(exercise, tuple(Fact(term, value) for term, value in facts.items()), " · ".join(brief))


def _listed(named: Mapping[str, str], ids: tuple[str, ...]) -> str:
    return ", ".join(named[each] for each in ids)
