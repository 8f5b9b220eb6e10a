"""One claim of the documents with what was found for it and against it."""

from typing import Literal

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text

Design = Literal[
    "guideline",
    "meta_analysis",
    "systematic_review",
    "review",
    "randomised_trial",
    "controlled_study",
    "uncontrolled_study",
    "observational_study",
    "qualitative_study",
    "case_study",
    "animal_study",
    "expert_opinion",
    "none",
    "not_stated",
]
Direction = Literal["improves", "no_difference", "worsens", "mixed", "unknown"]
Wording = Literal["is", "seems", "may", "is_assumed", "is_unknown"]


@content
class EvidenceRecord:
    """A claim with design, numbers, outcome and direction, in the strength the document itself words it with.

    `studies` and `participants` are None where the document gives no number. `mechanism` says whether how it works is
    proposed or unknown. `opposes` names records that found otherwise for the same claim (contradiction 9); it holds
    both ways. `reference` is the publication as the document cites it, empty when it cites none.
    """

    id: str
    claim: Text
    status: EvidenceStatus
    design: Design
    design_text: Text | None = None
    studies: int | None = None
    participants: int | None = None
    population: Text | None = None
    outcome: Text
    direction: Direction
    wording: Wording
    mechanism: Literal["proposed", "unknown", "not_stated"] = "not_stated"
    opposes: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    reference: str | None = None
    year: int | None = None
    sources: tuple[str, ...]
