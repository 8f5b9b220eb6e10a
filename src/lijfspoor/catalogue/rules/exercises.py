"""What must hold in an exercise beyond its shape."""

from collections.abc import Iterator

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.catalogue.rules import names
from lijfspoor.domain.exercises.exercise import Exercise

MODULES = frozenset({"pmt", "pmt-addon", "pmkt-attachment", "psychosomatic-physio", "movement-in-trauma"})
PROBLEM_AREAS = frozenset({"adhd", "autism", "trauma", "depression", "anxiety", "chronic-stress", "burnout"})
LONGEST_ID = 60
NEVER_EMPTY = ("kinds", "steps", "senses", "modules", "ages", "forms", "sources")


def lists_say_something(exercise: Exercise) -> Iterator[Finding]:
    """Steps, senses, modules, ages, forms and sources have at least one line."""
    for name in NEVER_EMPTY:
        if not getattr(exercise, name):
            yield Finding((name,), "Write at least one line in this list.")


def minutes_run_upwards(exercise: Exercise) -> Iterator[Finding]:
    """An exercise lasts from so many minutes to so many."""
    if not 1 <= exercise.minutes_low <= exercise.minutes_high:
        yield Finding(("minutes_low",), "Write 1 minute or more, and not above minutes_high.")


def food_is_named(exercise: Exercise) -> Iterator[Finding]:
    """What is tasted can be an allergy (S2-076)."""
    if "taste" in exercise.senses and "food" not in exercise.allergens:
        yield Finding(("allergens",), "Name food here: something is tasted.")


def effort_is_checked(exercise: Exercise) -> Iterator[Finding]:
    """High intensity asks for the check of physical effort first."""
    if exercise.intensity == "high" and not exercise.effort_check:
        yield Finding(("effort_check",), "Write true here: the intensity is high.")


def version_is_numbered(exercise: Exercise) -> Iterator[Finding]:
    """Versions are numbers with points, so that the newest can be told."""
    if not names.is_version(exercise.version):
        yield Finding(("version",), "Write the version as numbers with points, such as '1.0'.")


def id_is_short(exercise: Exercise) -> Iterator[Finding]:
    """Id and version fit in the plan of a session."""
    if len(exercise.id) > LONGEST_ID:
        yield Finding(("id",), f"Choose a shorter id: {LONGEST_ID} signs or less.")


def nobody_is_invented(exercise: Exercise) -> Iterator[Finding]:
    """Nobody has looked an exercise over until the format can say who and when; a mark alone is no reviewer."""
    if exercise.mark != "own_not_reviewed":
        yield Finding(("mark",), "Write own_not_reviewed here: nothing can say yet who looked this over, and when.")
