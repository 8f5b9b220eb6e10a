"""A card that explains one thing to one kind of reader."""

from datetime import date
from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text


@content
class EducationCard:
    """A card in plain words (B1), for one kind of reader, shareable from a session and printable.

    `modules`, `blocks`, `phases`, `problem_areas` say where it belongs; empty is everywhere. `reviewer` and
    `reviewed_on` are None until someone of the field looked: such a text is marked as own and not yet looked over.
    """

    schema: Literal[1]
    id: str
    version: str
    audience: Literal["client", "parent", "teacher"]
    title: Text
    summary: Text
    paragraphs: tuple[Text, ...]
    try_this: tuple[Text, ...] = ()
    ask_for_help: Text | None = None
    modules: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    problem_areas: tuple[str, ...] = ()
    ages: tuple[Literal["child", "youth", "adult", "older"], ...] = ()
    written_on: date
    review_by: date
    reviewer: str | None = None
    reviewed_on: date | None = None
    sources: tuple[str, ...]
