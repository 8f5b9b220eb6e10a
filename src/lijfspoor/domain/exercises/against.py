"""What holds an exercise back in a situation, one small rule for each; a rule yields a reason for every hindrance."""

from collections.abc import Callable, Iterator

from lijfspoor.domain.exercises.allergies import ALLERGEN_NL
from lijfspoor.domain.exercises.effort import effort_reason
from lijfspoor.domain.exercises.exercise import Exercise
from lijfspoor.domain.exercises.situation import Situation
from lijfspoor.domain.kernel import Reason, Text

Rule = Callable[[Exercise, Situation], Iterator[Reason]]


def of_another_age(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """It is not for this age; an age that is not known opens nothing (S0-009)."""
    if not at.ages:
        yield _reason(
            "age-unknown", "De leeftijd is niet bekend. Vul de geboortedatum in.", "The age is not known.", "S0-009"
        )
    elif at.develops not in exercise.ages and not at.ages & set(exercise.ages):
        yield _reason("age", "Niet voor deze leeftijd.", "Not for this age.", "S0-009")


def of_another_form(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """It cannot be done alone, with two or in a group as this session is held."""
    if at.form not in exercise.forms:
        yield _reason(
            "form", "Past niet bij de vorm van deze sessie.", "Does not fit the form of this session.", "S2-050"
        )


def without_consent(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """Touch waits for everyone's consent (S1-032)."""
    if exercise.touch == "needed" and not at.touch:
        yield _reason(
            "touch",
            "Met aanraking: dat kan alleen met ieders toestemming.",
            "With touch: only with everyone's consent.",
            "S1-032",
        )


def not_together(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """With a caregiver only when that is safe (S2-015)."""
    if at.form == "dyad" and "dyad" in exercise.forms and not at.together:
        yield _reason(
            "safety",
            "Samen met een verzorger kan nu niet.",
            "Together with a caregiver is not possible now.",
            "S2-015",
        )


def allergic(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """It holds something this client is allergic to, or that cannot be told from what was written (S2-076)."""
    if met := sorted(at.allergies.known & set(exercise.allergens)):
        nl, en = _listed(ALLERGEN_NL, met), ", ".join(met)
        yield _reason("allergy", f"Allergie: {nl}.", f"Allergy: {en}.", "S2-076")
    elif exercise.allergens and at.allergies.unmatched:
        words = ", ".join(at.allergies.unmatched)
        yield _reason(
            "allergy-ask",
            f"Vraag eerst: bij de allergieën staat ‘{words}’. Wij weten niet of dit samengaat.",
            f"Ask first: the allergies say '{words}'; we cannot tell whether this goes together.",
            "S2-076",
        )


def contra_indicated(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """The exercise says not to do it in something that was noted for this client."""
    for caution in exercise.cautions:
        if caution.kind == "not" and caution.id in at.cautions:
            yield Reason(f"caution:{caution.id}", caution.text, ("own",))


def effort_unchecked(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """Physical effort waits for our own check."""
    if exercise.effort_check and at.effort != "may":
        yield effort_reason(at.effort)


def too_early(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """All the phases it belongs to in this module are still to come (S2-054)."""
    here = {phase for phase in exercise.phases if phase.partition(":")[0] in at.modules}
    if here and here <= at.later_phases:
        yield _reason("phase", "Hoort bij een latere fase.", "Belongs to a later phase.", "S2-054")


def no_room(exercise: Exercise, at: Situation) -> Iterator[Reason]:
    """The place or the things it needs are not there."""
    if at.spaces and exercise.space not in at.spaces:
        yield _reason("space", "De ruimte hiervoor is er niet.", "The space for this is not there.", "S0-045")
    if at.without_material and exercise.materials:
        yield _reason("material", "Hiervoor is materiaal nodig.", "This needs materials.", "S0-045")


FORBIDS: tuple[Rule, ...] = (
    of_another_age,
    of_another_form,
    without_consent,
    not_together,
    allergic,
    contra_indicated,
    effort_unchecked,
)
"""What no wish of the therapist sets aside."""

HOLDS_BACK: tuple[Rule, ...] = (*FORBIDS, too_early, no_room)
"""What keeps an exercise from being suggested."""


def _reason(code: str, nl: str, en: str, *sources: str) -> Reason:
    return Reason(code, Text(nl=nl, en=en), sources)


def _listed(named: dict[str, str], ids: list[str]) -> str:
    return ", ".join(named[each] for each in ids)
