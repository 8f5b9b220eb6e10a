"""An exercise in the words of the screens."""

from collections.abc import Mapping
from dataclasses import dataclass

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.practice.exercises import words
from lijfspoor.practice.exercises.shelf import Hidden, Shelf
from lijfspoor.practice.look.parts import Fact


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """An exercise with `facts` on what it asks, and `brief`: the few that tell it from others."""

    exercise: Exercise
    facts: tuple[Fact, ...]
    brief: str
    own: bool = False
    hidden: Hidden | None = None


def card_of(exercise: Exercise, shelf: Shelf | None = None) -> ExerciseCard:
    """Say what an exercise asks, and how it stands on the shelf."""
    facts = _facts(exercise)
    brief = [facts["Soort"], facts["Voor"], facts["Vorm"], facts["Duur"], facts["Spanning"]]
    if exercise.touch == "needed":
        brief.append(facts["Aanraking"])
    own = shelf is not None and exercise.id in shelf.own
    hidden = shelf.hidden.get(exercise.id) if shelf else None
    told = tuple(Fact(term, value) for term, value in facts.items())
    return ExerciseCard(exercise, told, " · ".join(brief), own, hidden)


def _facts(exercise: Exercise) -> dict[str, str]:
    low, high = exercise.minutes_low, exercise.minutes_high
    facts = {
        "Soort": listed(words.KINDS, exercise.kinds),
        "Duur": f"{low} minuten" if low == high else f"{low} tot {high} minuten",
        "Spanning": words.AROUSAL[exercise.arousal],
        "Inspanning": words.INTENSITY[exercise.intensity],
        "Voor": listed(words.AGES, exercise.ages),
        "Vorm": listed(words.FORMS, exercise.forms),
        "Waar": words.SPACES[exercise.space],
        "Thuis": "kan ook thuis" if exercise.home else "alleen in de praktijk",
        "Aanraking": words.TOUCH[exercise.touch],
        "Zintuigen": listed(words.SENSES, exercise.senses),
        "Module": listed(words.MODULES, exercise.modules),
    }
    if exercise.aspects:
        facts["Aspect"] = listed(words.ASPECTS, exercise.aspects)
    if exercise.problem_areas:
        facts["Past bij"] = listed(words.AREAS, exercise.problem_areas)
    if exercise.stage is not None:
        facts["Soort spel"] = words.STAGES[exercise.stage]
    if exercise.allergens:
        facts["Vraag naar allergie voor"] = listed(words.ALLERGENS, exercise.allergens)
    return facts


def listed(named: Mapping[str, str], ids: tuple[str, ...]) -> str:
    """Return ids in words, one after the other."""
    return ", ".join(named.get(each, each) for each in ids)
