"""What a session is like for which exercises are looked for, and what was done before."""

from dataclasses import dataclass, field
from typing import Literal

from lijfspoor.domain.exercises.allergies import Allergies
from lijfspoor.domain.exercises.effort import Outcome
from lijfspoor.domain.exercises.exercise import Age, Form, Space
from lijfspoor.domain.kernel.ages import Age as Months

Went = Literal["", "well", "fine", "not_now", "not_done"]
WELL_AGO = 6
"""How many sessions back counts as recent."""

YOUTH, ADULT, OLDER = 12, 18, 65


@dataclass(frozen=True, slots=True)
class Used:
    """An exercise used in an earlier session: `ago` counts sessions back (1 = the last one), and how it went."""

    exercise: str
    ago: int
    went: Went = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a suggestion rests on; what is not said asks nothing, but unknown never opens a way.

    `phase`, `later_phases` and `blocks` are written `module:part`. `ages` is empty when no age is known; `develops` is
    the group of a developmental age that lies lower. `touch`: everyone consented. `together`: a caregiver may join.
    `first_phase`: sensopathic play goes first. `regulate_first`: regulation comes before integration.
    `spaces` empty: any place will do.
    """

    modules: frozenset[str]
    phase: str = ""
    later_phases: frozenset[str] = frozenset()
    first_phase: bool = False
    blocks: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    goals: tuple[str, ...] = ()
    ages: frozenset[Age] = frozenset()
    develops: Age | None = None
    form: Form = "individual"
    touch: bool = False
    together: bool = True
    allergies: Allergies = field(default_factory=Allergies)
    cautions: frozenset[str] = frozenset()
    effort: Outcome = "unknown"
    wanted: Literal["", "calms", "activates"] = ""
    regulate_first: bool = False
    spaces: frozenset[Space] = frozenset()
    without_material: bool = False
    used: tuple[Used, ...] = ()


def went_of(code: str) -> Went:
    """Return how it went by its code; what is no code says nothing."""
    codes: dict[str, Went] = {"well": "well", "fine": "fine", "not_now": "not_now", "not_done": "not_done"}
    return codes.get(code, "")


def age_group(age: Months) -> Age:
    """Return the group of an age. The borders are our own choice: 12, 18 and 65 years."""
    if age.years < YOUTH:
        return "child"
    if age.years < ADULT:
        return "youth"
    return "adult" if age.years < OLDER else "older"
