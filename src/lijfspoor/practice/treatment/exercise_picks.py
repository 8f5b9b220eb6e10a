"""Exercises as picks in the plan of a session: an id that keeps the version, and how they are offered."""

import re
from collections.abc import Iterable, Mapping

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.fitting import Fitting, Suggestion
from lijfspoor.practice.treatment.offered import Pick, PickGroup

_PICK = re.compile(r"x-([a-z0-9-]+)-v(\d+(?:-\d+){1,2})")
SHOWN = 4
"""Suggestions on the page of the hour; the page to choose from has them all."""


def pick_id(exercise: Exercise) -> str:
    """Return the id of an exercise in a plan, version included."""
    return f"x-{exercise.id}-v{exercise.version.replace('.', '-')}"


def exercise_of(pick: str) -> tuple[str, str] | None:
    """Return id and version of the exercise that a pick is, or None for another kind of pick."""
    found = _PICK.fullmatch(pick)
    return (found[1], found[2].replace("-", ".")) if found else None


def pin_of(pick: str) -> str:
    """Return the pin of the exercise that a pick is; empty for another kind of pick."""
    found = exercise_of(pick)
    return "@".join(found) if found else ""


def pick_of(exercise: Exercise, fits: Suggestion | None = None) -> Pick:
    """Return an exercise as a pick, with why it fits and what to mind."""
    return Pick(
        id=pick_id(exercise),
        title=exercise.title.nl,
        about=exercise.purpose.text.nl,
        touch=exercise.touch != "none",
        touch_can=exercise.touch == "can",
        food="food" in exercise.allergens,
        sources=exercise.purpose.sources,
        exercise=exercise.id,
        reasons=fits.reasons if fits else (),
        minds=fits.minds if fits else (),
    )


def exercise_groups(fitting: Fitting, picked: Iterable[str], versions: Mapping[str, Exercise]) -> tuple[PickGroup, ...]:
    """Return what fits best, and what is in the plan besides."""
    first = tuple(pick_of(each.exercise, each) for each in fitting.suggested[:SHOWN])
    return (
        PickGroup(id="fits", title="Werkvormen die bij deze sessie passen", picks=first),
        *chosen_groups(picked, versions, besides=frozenset(each.id for each in first)),
    )


def chosen_groups(
    picked: Iterable[str], versions: Mapping[str, Exercise], besides: frozenset[str] = frozenset()
) -> tuple[PickGroup, ...]:
    """Return the exercises of a plan in the versions that were picked; nothing when there are none."""
    ids = tuple(dict.fromkeys(each for each in picked if each not in besides and pin_of(each) in versions))
    picks = tuple(pick_of(versions[pin_of(each)]) for each in ids)
    return (PickGroup(id="chosen", title="Gekozen werkvormen", picks=picks),) if picks else ()
