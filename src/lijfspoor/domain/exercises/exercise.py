"""An exercise (werkvorm) as it is described: purpose, steps, what it asks of body, room and people."""

from datetime import date
from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text

Sense = Literal["touch", "sight", "hearing", "smell", "taste", "balance", "muscles", "inside"]
Direction = Literal["calms", "activates", "either"]
Intensity = Literal["low", "moderate", "high"]
Age = Literal["child", "youth", "adult", "older"]
Form = Literal["individual", "dyad", "group"]
Space = Literal["chair", "mat", "room", "hall", "outdoors", "water"]
Allergen = Literal["food", "latex", "wool", "scent", "grass", "soap", "animal_hair"]
Kind = Literal[
    "movement", "play", "body", "tension", "posture", "breathing", "improvisation", "mindfulness", "yoga", "impulse",
    "distance", "touch", "rhythm", "making", "talk",
]  # fmt: skip
"""What kind of exercise it is, in the words of the sources (S0-005, S0-035, S1-023, S1-026, S1-031, S1-032, S3-016)."""


@content
class Caution:
    """Something in which this exercise is not done (`not`) or is adapted (`adapt`), by a stable name."""

    id: str
    kind: Literal["not", "adapt"]
    text: Text


@content
class Exercise:
    """One exercise, one version; a published version never changes.

    `senses`: what is stimulated (`muscles` = proprioception, `inside` = interoception). `arousal`: what it mostly does
    to arousal. `stage`: sensopathic play comes before sensomotor (S2-113 to S2-115); None where it does not apply.
    `kinds`: what kind of exercise it is, the first the most. `modules`, `phases` (`module:phase`), `blocks`
    (`module:block`), `aspects`, `problem_areas`: where it belongs.
    `touch`: whether someone touches another (`can` = it also goes without). `effort_check`: the physical effort asks
    for a check first, which is our own. `mark`: own texts are not yet looked over by someone of the field.
    """

    schema: Literal[1]
    id: str
    version: str
    title: Text
    kinds: tuple[Kind, ...]
    purpose: Statement
    steps: tuple[Text, ...]
    minutes_low: int
    minutes_high: int
    materials: tuple[Text, ...] = ()
    allergens: tuple[Allergen, ...] = ()
    senses: tuple[Sense, ...]
    stage: Literal["sensopathic", "sensomotor"] | None = None
    arousal: Direction
    intensity: Intensity
    modules: tuple[str, ...]
    phases: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    problem_areas: tuple[str, ...] = ()
    ages: tuple[Age, ...]
    forms: tuple[Form, ...]
    space: Space
    cautions: tuple[Caution, ...] = ()
    touch: Literal["none", "can", "needed"] = "none"
    home: bool = False
    effort_check: bool = False
    safety: tuple[Text, ...] = ()
    reflection: tuple[Text, ...] = ()
    mark: Literal["own_not_reviewed", "reviewed"] = "own_not_reviewed"
    written_on: date
    review_by: date
    derived_from: str | None = None
    sources: tuple[str, ...]

    @property
    def pin(self) -> str:
        """Return id and version, such as `pk-my-island@1.0`."""
        return f"{self.id}@{self.version}"
