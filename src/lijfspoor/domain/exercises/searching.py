"""Finding exercises: by words and by what they ask."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from lijfspoor.domain.exercises.exercise import Exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one looks for; an empty text asks nothing. `words` must all occur, in either language, accents apart."""

    words: str = ""
    module: str = ""
    age: str = ""
    form: str = ""
    arousal: str = ""
    intensity: str = ""
    stage: str = ""
    without_touch: bool = False
    at_home: bool = False


def search(exercises: Iterable[Exercise], wish: Wish) -> tuple[Exercise, ...]:
    """Return the exercises that meet the whole wish, in order of their Dutch title."""
    wanted = folded(wish.words).split()
    found = (each for each in exercises if _asks(each, wish) and all(word in _text(each) for word in wanted))
    return tuple(sorted(found, key=lambda each: (folded(each.title.nl), each.id)))


def folded(words: str) -> str:
    """Return words in small letters without accents, to compare by."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _asks(exercise: Exercise, wish: Wish) -> bool:
    return (
        (not wish.module or wish.module in exercise.modules)
        and (not wish.age or wish.age in exercise.ages)
        and (not wish.form or wish.form in exercise.forms)
        and (not wish.arousal or exercise.arousal in (wish.arousal, "either"))
        and (not wish.intensity or wish.intensity == exercise.intensity)
        and (not wish.stage or wish.stage == exercise.stage)
        and (not wish.without_touch or exercise.touch != "needed")
        and (not wish.at_home or exercise.home)
    )


def _text(exercise: Exercise) -> str:
    texts = (exercise.title, exercise.purpose.text, *exercise.materials, *exercise.steps)
    return folded(" ".join(part for text in texts for part in (text.nl, text.en)))
