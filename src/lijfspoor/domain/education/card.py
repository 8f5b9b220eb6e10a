"""A card that explains one thing to one kind of reader."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text

Audience = Literal["client", "child", "parent", "teacher"]
AgeGroup = Literal["child", "youth", "adult", "older"]


@content
class Picture:
    """A drawing of our own by its name, and what it shows for who does not see it."""

    id: str
    alt: Text


@content
class EducationCard:
    """A card in plain words (B1), for one kind of reader, shareable from a session and printable.

    `modules`, `blocks`, `phases`, `problem_areas` say where it belongs; empty is everywhere; `ages` are the client's.
    `label` says how strong the ground is where the card tells of something assumed, `evidence` names its records,
    `credit` whose image or idea it is. `reviewer` and `reviewed_on` are None until someone of the field looked.
    """

    schema: Literal[1]
    id: str
    version: str
    audience: Audience
    title: Text
    summary: Text
    paragraphs: tuple[Text, ...]
    try_this: tuple[Text, ...] = ()
    ask_for_help: Text | None = None
    disclaimer: Text | None = None
    pictures: tuple[Picture, ...] = ()
    credit: Text | None = None
    label: EvidenceStatus | None = None
    evidence: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    problem_areas: tuple[str, ...] = ()
    ages: tuple[AgeGroup, ...]
    written_on: date
    review_by: date
    reviewer: str | None = None
    reviewed_on: date | None = None
    sources: tuple[str, ...]

    @property
    def pin(self) -> str:
        """The name of this version, such as `window-client@1.0`."""
        return f"{self.id}@{self.version}"

    def texts(self) -> Iterator[Text]:
        """Yield what the reader reads, in order, without the title."""
        yield self.summary
        yield from self.paragraphs
        yield from self.try_this
        if self.ask_for_help is not None:
            yield self.ask_for_help
