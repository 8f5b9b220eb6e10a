"""How a module comes to know the client: meetings, examination, profile, checklists, structure of instruments."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class MeetingPart:
    """Something a meeting covers.

    Treatment waits for a `required` part (S0-039). With `variant` the part belongs to that variant only (S0-040).
    """

    id: str
    text: Text
    sources: tuple[str, ...]
    required: bool = False
    variant: str | None = None


@content
class Meeting:
    """A meeting before treatment, with the parts it covers and who is there."""

    id: Literal["introduction", "intake"]
    title: Text
    parts: tuple[MeetingPart, ...]
    attended_by: tuple[Literal["client", "caregivers", "lead_clinician"], ...]
    sources: tuple[str, ...]


@content
class ExaminationPart:
    """A part of the examination; it is complete when the therapist says what it gave.

    With `variant` it is asked for that variant only, with `in_phase` only once the diagnostic phase was opened.
    """

    id: str
    title: Text
    about: Text
    sources: tuple[str, ...]
    list_ids: tuple[str, ...] = ()
    variant: str | None = None
    in_phase: bool = False


@content
class DiagnosticPhase:
    """A phase of finding out that sometimes follows the intake, and never has to (S0-041)."""

    title: Text
    about: Statement
    opened_when: tuple[Statement, ...] = ()


@content
class ProfileComponent:
    """A component of functioning on which strong and weak sides are described (S2-016, S2-129)."""

    id: str
    name: Text
    sources: tuple[str, ...]


@content
class Formulation:
    """A view that joins what was found: named fields and how they act on each other.

    S2-026 has three fields (organism, behaviour, milieu); `links` asks how each pair acts on the other.
    """

    id: str
    title: Text
    fields: tuple[MeetingPart, ...]
    links: tuple[MeetingPart, ...] = ()
    serves: tuple[Statement, ...]


@content
class ListItem:
    """One line of a checklist."""

    id: str
    text: Text
    sources: tuple[str, ...]


@content
class Checklist:
    """A list to look along. `scope` tells what is in reach of this module and what is noted and referred elsewhere.

    `answers` are the words to choose from for an item where a tick is too little: a need met literally or
    symbolically (S2-057), a reaction that is anxious, angry or sad (S2-017). Without them an item is ticked.
    """

    id: str
    kind: Literal["signals", "needs", "risk_factors", "classification", "attachment_forms", "observation", "situation"]
    title: Text
    items: tuple[ListItem, ...]
    scope: Literal["targeted", "noted_only"] = "targeted"
    block: str | None = None
    remark: Statement | None = None
    sources: tuple[str, ...]
    safety_item: str | None = None
    answers: tuple[ListItem, ...] = ()


@content
class InstrumentUse:
    """An instrument of others that the module uses: structure only, never its items; results are entered.

    Ages are developmental or calendar months; outside them the instrument is not offered.
    """

    id: str
    name: str
    about: Text
    filled_in_by: tuple[Literal["caregivers", "teacher", "child", "therapist"], ...]
    low_months: int | None = None
    high_months: int | None = None
    parts: tuple[Text, ...] = ()
    licence: Text
    sources: tuple[str, ...]


@content
class Diagnostics:
    """The chapter on getting to know the client."""

    meetings: tuple[Meeting, ...] = ()
    examination: tuple[ExaminationPart, ...] = ()
    phase: DiagnosticPhase | None = None
    profile: tuple[ProfileComponent, ...] = ()
    formulation: Formulation | None = None
    checklists: tuple[Checklist, ...] = ()
    instruments: tuple[InstrumentUse, ...] = ()
