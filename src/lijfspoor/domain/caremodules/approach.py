"""How a module works: sessions, dose, phases, interventions, the therapist's part, materials."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class Dose:
    """How many sessions the module counts on.

    `fixed`: `high` sessions, more only by the joint decision named in `extended_by`.
    `expected`: `low` to `high` as an expectation that stops nothing. `open`: no number at all.
    `words` is the source's own way of saying it.
    """

    kind: Literal["fixed", "expected", "open"]
    low: int | None = None
    high: int | None = None
    words: Text
    sources: tuple[str, ...]
    extended_by: str | None = None


@content
class SessionPart:
    """A part of every session, in order."""

    id: str
    title: Text
    prompts: tuple[Text, ...] = ()
    sources: tuple[str, ...]


@content
class Channel:
    """A channel beside words that the therapist observes (S1-005)."""

    id: str
    name: Text
    sources: tuple[str, ...]


@content
class TherapistRole:
    """What the therapist can be doing: guiding, observing, giving assignments, playing along (S0-046)."""

    id: str
    name: Text
    sources: tuple[str, ...]


@content
class OpeningRitual:
    """The protected start of every session: same time, same place, same steps, with pictures for the plan (S2-131)."""

    text: Statement
    steps: tuple[Text, ...]
    pictures: tuple[str, ...]


@content
class GroupShape:
    """How a group is made up: how many take part, whether others join along the way, how many lead it."""

    low: int
    high: int
    open: bool
    leaders: int
    about: tuple[Statement, ...] = ()
    sources: tuple[str, ...]


@content
class SessionShape:
    """What a session looks like: its length in minutes, how often, with whom, in which parts."""

    minutes_low: int
    minutes_high: int
    frequency: Statement
    forms: tuple[Literal["individual", "dyad", "group"], ...]
    parts: tuple[SessionPart, ...]
    channels: tuple[Channel, ...] = ()
    roles: tuple[TherapistRole, ...] = ()
    opening: OpeningRitual | None = None
    success_log: Statement | None = None
    group: GroupShape | None = None
    sources: tuple[str, ...]


@content
class InterventionKind:
    """A kind of intervention; a treatment mixes kinds as fits the person (S3-016)."""

    id: str
    name: Text
    sources: tuple[str, ...]


@content
class Forewarning:
    """What a client hears before treatment starts, because it may come up on the way (S3-022)."""

    id: str
    title: Text
    text: Text
    sources: tuple[str, ...]


@content
class Intervention:
    """Something the therapist does, of a `kind` when the module names kinds.

    `touch` and `food` open their own checks (S1-032, S2-076).
    """

    id: str
    text: Text
    sources: tuple[str, ...]
    note: Text | None = None
    touch: bool = False
    food: bool = False
    aspect: str | None = None
    kind: str | None = None


@content
class ExitSign:
    """What one sees when a phase has done its work; the therapist judges it, no clock does."""

    id: str
    text: Text
    sources: tuple[str, ...]


@content
class Phase:
    """A phase of the module. Steps forward and back are both ordinary (S2-072).

    `way_of_working` says how therapist and clients work here, for modules in which that shifts over time.
    """

    id: str
    number: int
    name: Text
    also_called: tuple[Text, ...] = ()
    emphasis: Statement
    blocks: tuple[str, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    exit_signs: tuple[ExitSign, ...]
    working_elements: tuple[Statement, ...] = ()
    attitude: tuple[Statement, ...] = ()
    expectation: tuple[Statement, ...] = ()
    group_preferred_after: Statement | None = None
    way_of_working: Statement | None = None


@content
class Attitude:
    """An attitude of the therapist that runs through all phases, with questions to look back on oneself."""

    id: str
    name: Text
    about: tuple[Statement, ...]
    reflection: tuple[Text, ...] = ()


@content
class MaterialClass:
    """Materials that belong together; `order` is the order in which treatment brings them in (S2-113)."""

    id: str
    order: int
    name: Text
    items: tuple[Text, ...]
    sources: tuple[str, ...]


@content
class Example:
    """An example from practice: material, aim, phase."""

    id: str
    title: Text
    about: Text
    aim: Text
    phase: str | None = None
    touch: bool = False
    food: bool = False
    sources: tuple[str, ...]


@content
class Approach:
    """The approach chapter of a module."""

    dose: Dose
    session: SessionShape
    phase_order: Literal["ordered", "free", "none"]
    step_back: Statement | None = None
    phases: tuple[Phase, ...] = ()
    intervention_kinds: tuple[InterventionKind, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    forewarnings: tuple[Forewarning, ...] = ()
    adaptations: tuple[Statement, ...] = ()
    attitudes: tuple[Attitude, ...] = ()
    materials: tuple[MaterialClass, ...] = ()
    examples: tuple[Example, ...] = ()
    expectations: tuple[Statement, ...] = ()
