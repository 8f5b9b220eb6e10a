"""Which exercises fit this session, in order and with the reason of each, and which are held back and why not."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lijfspoor.domain.exercises.against import FORBIDS, HOLDS_BACK
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.situation import WELL_AGO, Situation
from lijfspoor.domain.kernel import Reason, Text
from lijfspoor.domain.kernel.folding import folded

Rule = Callable[[Exercise, Situation], Iterator[Reason]]
LONG_WORD = 6

WEIGHTS = {
    "phase": 4,
    "block": 4,
    "aspect": 4,
    "area": 3,
    "goal": 3,
    "arousal": 3,
    "regulate": 2,
    "stage": 2,
    "develops": 2,
    "worked": 2,
    "repeat": 1,
    "new": 1,
    "not-now": -6,
    "often": -2,
}
"""How much each reason counts in the order of suggestions; our own choice, never shown as a number."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An exercise that fits: why (best reason first), and what to mind when doing it."""

    exercise: Exercise
    reasons: tuple[Reason, ...]
    minds: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """An exercise of this module that does not fit now, with every reason why not."""

    exercise: Exercise
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits, the best first, and what is held back, by id."""

    suggested: tuple[Suggestion, ...]
    held_back: tuple[HeldBack, ...]


def fit(exercises: Iterable[Exercise], at: Situation) -> Fitting:
    """Return what fits this session; exercises of other modules are left out of both.

    The answer depends on the exercises and the situation alone, not on the order in which they come.
    """
    own = [each for each in exercises if at.modules & set(each.modules)]
    against = {each.id: tuple(reason for rule in HOLDS_BACK for reason in rule(each, at)) for each in own}
    reasons = {each.id: why(each, at) for each in own if not against[each.id]}
    fits = sorted((each for each in own if not against[each.id]), key=lambda each: _order(each, at, reasons[each.id]))
    held = sorted((each for each in own if against[each.id]), key=lambda each: each.id)
    return Fitting(
        tuple(Suggestion(each, reasons[each.id], minding(each, at)) for each in fits),
        tuple(HeldBack(each, against[each.id]) for each in held),
    )


def forbidden(exercise: Exercise, at: Situation) -> tuple[Reason, ...]:
    """Return why this exercise must not be done in this session, whoever wishes it; nothing when it may."""
    return tuple(reason for rule in FORBIDS for reason in rule(exercise, at))


def why(exercise: Exercise, at: Situation) -> tuple[Reason, ...]:
    """Return what speaks for an exercise, and what makes it stand lower, in order of weight."""
    found = [reason for rule in SPEAKS for reason in rule(exercise, at)]
    return tuple(sorted(found, key=lambda each: -WEIGHTS[each.code]))


def minding(exercise: Exercise, at: Situation) -> tuple[Reason, ...]:
    """Return what to mind: adaptations that were asked for, touch left out, allergies nobody asked about."""
    return tuple(reason for rule in MINDS for reason in rule(exercise, at))


def _order(exercise: Exercise, at: Situation, reasons: tuple[Reason, ...]) -> tuple[int, int, str]:
    """Regulation before integration and sensopathic before sensomotor come before all else (S1-024, S2-113)."""
    later = 2 * (at.regulate_first and not _regulates(exercise))
    later += at.first_phase and exercise.stage == "sensomotor"
    return later, -sum(WEIGHTS[each.code] for each in reasons), exercise.id


def _regulates(exercise: Exercise) -> bool:
    return exercise.arousal == "calms" or "self-direction" in exercise.aspects


def _place(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    if at.phase and at.phase in exercise.phases:
        yield _reason("phase", "Hoort bij de fase van nu.", "Belongs to the current phase.", "S2-054")
    if at.blocks & set(exercise.blocks):
        yield _reason(
            "block", "Hoort bij een bouwsteen waaraan u werkt.", "Belongs to an active building block.", "S2-055"
        )
    if at.aspects & set(exercise.aspects):
        yield _reason("aspect", "Hoort bij een aspect van een doel.", "Belongs to an aspect of a goal.", "S1-018")
    if at.areas & set(exercise.problem_areas):
        yield _reason("area", "Past bij waar deze cliënt last van heeft.", "Fits the client's complaints.", "S0-034")


def _goals(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    said = _long_words(exercise.purpose.text.nl) if at.goals else frozenset()
    if any(said & _long_words(goal) for goal in at.goals):
        yield _reason(
            "goal", "Het doel lijkt op een doel dat is afgesproken.", "Its purpose is like an agreed goal.", "S0-034"
        )


def _arousal(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    if at.wanted and exercise.arousal == at.wanted:
        nl = "Brengt tot rust, zoals u nu zoekt." if at.wanted == "calms" else "Maakt wakker, zoals u nu zoekt."
        yield _reason("arousal", nl, "Moves arousal the way that is wanted now.", "S2-128")
    if at.regulate_first and _regulates(exercise):
        yield _reason("regulate", "Eerst reguleren, dan pas betekenis geven.", "Regulate before integrating.", "S1-024")


def _stage(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    if at.first_phase and exercise.stage == "sensopathic":
        nl = "Sensopathisch spel gaat vóór sensomotorisch spel."
        yield _reason("stage", nl, "Sensopathic play comes before sensomotor play.", "S2-113", "S2-114")
    if at.phase and not at.first_phase and exercise.stage == "sensomotor":
        nl = "Na de eerste fase past sensomotorisch spel."
        yield _reason("stage", nl, "After the first phase sensomotor play fits.", "S2-113", "S2-115")


def _development(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    if at.develops is not None and at.develops in exercise.ages:
        nl = "Past bij de ontwikkelingsleeftijd."
        yield _reason("develops", nl, "Fits the developmental age.", "S2-106")


def _before(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    used = sorted((each for each in at.used if each.exercise == exercise.id), key=lambda each: each.ago)
    recent = [each for each in used if each.ago <= WELL_AGO]
    if not used:
        yield _reason("new", "Nog niet gedaan: afwisseling.", "Not done yet: variation.", "S2-130")
        return
    if used[0].went == "not_now":
        yield _reason("not-now", "Paste de vorige keer niet.", "Did not fit the last time.", "S2-130")
    elif any(each.went == "well" for each in used):
        yield _reason("worked", "Deed eerder goed.", "Did good before.", "S2-130")
    if {1, 2, 3} <= {each.ago for each in recent}:
        yield _reason("often", "De laatste drie sessies al gedaan.", "Done in the last three sessions.", "S2-130")
    elif recent:
        yield _reason("repeat", "Herhaling: kort geleden gedaan.", "Repetition: done not long ago.", "S2-130")


def _adapt(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    for caution in exercise.cautions:
        if caution.kind == "adapt" and caution.id in at.cautions:
            yield Reason(f"adapt:{caution.id}", caution.text, ("own",))


def _care(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    if exercise.touch == "can" and not at.touch:
        yield _reason("no-touch", "Doe dit zonder aanraking.", "Do this without touch.", "S1-032")
    if exercise.touch != "none" and at.touch:
        yield _reason(
            "ask-touch", "Vraag bij deze aanraking opnieuw of het goed is.", "Ask again for this touch.", "S1-032"
        )
    if exercise.allergens and not at.allergies.asked:
        yield _reason("ask-allergy", "Vraag eerst naar allergieën.", "Ask about allergies first.", "S2-076")


SPEAKS: tuple[Rule, ...] = (_place, _goals, _arousal, _stage, _development, _before)
MINDS: tuple[Rule, ...] = (_adapt, _care)


@lru_cache(maxsize=4096)
def _long_words(words: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", folded(words)) if len(word) >= LONG_WORD)


def _reason(code: str, nl: str, en: str, *sources: str) -> Reason:
    return Reason(code, Text(nl=nl, en=en), sources)
