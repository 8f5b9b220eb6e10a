"""Finding exercises: by words and by what they ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.kernel.folding import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one looks for; an empty text asks nothing.

    `words` must all occur, in either language, accents apart; `material` and `purpose` must occur where they say.
    `phase` and `block` are written `module:part`. `besides` names a contra-indication: what is not done then is left
    out. `without_*` leave out what asks for it.
    """

    words: str = ""
    purpose: str = ""
    material: str = ""
    module: str = ""
    phase: str = ""
    block: str = ""
    aspect: str = ""
    area: str = ""
    kind: str = ""
    age: str = ""
    form: str = ""
    sense: str = ""
    arousal: str = ""
    intensity: str = ""
    stage: str = ""
    space: str = ""
    besides: str = ""
    allergen: str = ""
    without_touch: bool = False
    without_effort: bool = False
    without_material: bool = False
    with_safety: bool = False
    at_home: bool = False


@dataclass(frozen=True, slots=True)
class Indexed:
    """An exercise with its words folded once, so that looking for words is quick."""

    exercise: Exercise
    everything: str
    purpose: str
    materials: str
    order: tuple[str, str]


def indexed(exercises: Iterable[Exercise]) -> tuple[Indexed, ...]:
    """Return exercises ready to be searched, in order of their Dutch title."""
    return tuple(sorted(map(index_of, exercises), key=lambda each: each.order))


def index_of(exercise: Exercise) -> Indexed:
    """Return one exercise ready to be searched."""
    texts = (exercise.title, exercise.purpose.text, *exercise.materials, *exercise.steps, *exercise.reflection)
    return Indexed(
        exercise,
        folded(" ".join(part for text in texts for part in (text.nl, text.en))),
        folded(f"{exercise.purpose.text.nl} {exercise.purpose.text.en}"),
        folded(" ".join(f"{text.nl} {text.en}" for text in exercise.materials)),
        (folded(exercise.title.nl), exercise.id),
    )


def search(exercises: Iterable[Indexed], wish: Wish) -> tuple[Exercise, ...]:
    """Return the exercises that meet the whole wish, in the order in which they stand."""
    words, purpose, material = (folded(each).split() for each in (wish.words, wish.purpose, wish.material))
    return tuple(
        each.exercise
        for each in exercises
        if _asks(each.exercise, wish)
        and all(word in each.everything for word in words)
        and all(word in each.purpose for word in purpose)
        and all(word in each.materials for word in material)
    )


def _asks(exercise: Exercise, wish: Wish) -> bool:
    return _belongs(exercise, wish) and _is(exercise, wish) and _spares(exercise, wish)


def _belongs(exercise: Exercise, wish: Wish) -> bool:
    return (
        (not wish.module or wish.module in exercise.modules)
        and (not wish.phase or wish.phase in exercise.phases)
        and (not wish.block or wish.block in exercise.blocks)
        and (not wish.aspect or wish.aspect in exercise.aspects)
        and (not wish.area or wish.area in exercise.problem_areas)
        and (not wish.kind or wish.kind in exercise.kinds)
        and (not wish.age or wish.age in exercise.ages)
        and (not wish.form or wish.form in exercise.forms)
    )


def _is(exercise: Exercise, wish: Wish) -> bool:
    return (
        (not wish.arousal or exercise.arousal in (wish.arousal, "either"))
        and (not wish.intensity or wish.intensity == exercise.intensity)
        and (not wish.stage or wish.stage == exercise.stage)
        and (not wish.space or wish.space == exercise.space)
        and (not wish.sense or wish.sense in exercise.senses)
        and (not wish.at_home or exercise.home)
        and (not wish.with_safety or bool(exercise.safety))
    )


def _spares(exercise: Exercise, wish: Wish) -> bool:
    return (
        (not wish.without_touch or exercise.touch != "needed")
        and (not wish.without_effort or not exercise.effort_check)
        and (not wish.without_material or not exercise.materials)
        and (not wish.allergen or wish.allergen not in exercise.allergens)
        and not any(each.kind == "not" and each.id == wish.besides for each in exercise.cautions)
    )
