"""What a module rests on and asks for: evidence, reading, conditions, qualification, costs."""

from typing import Literal

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class EvidenceClaim:
    """A claim with its status and what was found, also when nothing was."""

    id: str
    text: Text
    status: EvidenceStatus
    design: Text | None = None
    studies: int | None = None
    participants: int | None = None
    reference: str
    aspect: str | None = None
    sources: tuple[str, ...]


@content
class Qualification:
    """What the therapist must hold (`required`) or does well to hold; `credential` is the kind kept with colleagues."""

    credential: str
    text: Text
    level: Literal["required", "desirable"]
    sources: tuple[str, ...]


@content
class Underpinning:
    """The chapters on evidence, conditions, qualification and costs."""

    status: EvidenceStatus
    status_text: Statement
    theory: tuple[Statement, ...] = ()
    working_elements: tuple[Statement, ...] = ()
    claims: tuple[EvidenceClaim, ...] = ()
    reading: tuple[Statement, ...] = ()
    conditions: tuple[Statement, ...] = ()
    client_conditions: tuple[Statement, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    costs: tuple[Statement, ...] = ()
    locations: tuple[Statement, ...] = ()
    quality: tuple[Statement, ...] = ()
    leaflet: tuple[Statement, ...] = ()
