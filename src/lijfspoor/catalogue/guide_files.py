"""The shapes of the files that make the guide: each holds one part of the book with its provenance."""

from typing import Literal

from lijfspoor.domain.guide.book import Chapter, Contact, Flag, Kind, Question, Rule, Step
from lijfspoor.domain.guide.comparison import Aspect, Column
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.publicpages.page import Provenance


@content
class QuestionsFile:
    """What is asked."""

    schema: Literal[1]
    id: Literal["questions"]
    version: str
    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]
    provenance: Provenance


@content
class FirstHelpFile:
    """What must be dealt with first, and where there is help now."""

    schema: Literal[1]
    id: Literal["firsthelp"]
    version: str
    contacts: tuple[Contact, ...]
    flags: tuple[Flag, ...]
    provenance: Provenance


@content
class KindsFile:
    """The kinds of help."""

    schema: Literal[1]
    id: Literal["kinds"]
    version: str
    kinds: tuple[Kind, ...]
    provenance: Provenance


@content
class RulesFile:
    """Reasons for and against."""

    schema: Literal[1]
    id: Literal["rules"]
    version: str
    rules: tuple[Rule, ...]
    provenance: Provenance


@content
class StepsFile:
    """What can be done next."""

    schema: Literal[1]
    id: Literal["steps"]
    version: str
    steps: tuple[Step, ...]
    provenance: Provenance


@content
class ComparisonFile:
    """The kinds of help side by side."""

    schema: Literal[1]
    id: Literal["comparison"]
    version: str
    aspects: tuple[Aspect, ...]
    columns: tuple[Column, ...]
    provenance: Provenance


GuideFile = QuestionsFile | FirstHelpFile | KindsFile | RulesFile | StepsFile | ComparisonFile
