"""One finding, mechanism or gap of the documents, in the strength the document itself gives it."""

from datetime import date
from typing import Literal

from lijfspoor.domain.evidence.status import EvidenceStatus
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Text

Kind = Literal["finding", "mechanism", "guideline", "impression", "assumption", "gap", "conclusion"]
Design = Literal[
    "guideline",
    "meta_analysis",
    "systematic_review",
    "review",
    "randomised_trial",
    "controlled_study",
    "comparative_study",
    "pilot_study",
    "uncontrolled_non_randomised_comparison",
    "uncontrolled_study",
    "observational_study",
    "qualitative_study",
    "case_study",
    "animal_study",
    "expert_opinion",
    "none",
    "not_stated",
]
Direction = Literal["improves", "no_difference", "worsens", "mixed", "related", "not_related", "unknown"]
Wording = Literal["is", "found", "points_to", "indications", "seems", "may", "recommends", "is_assumed", "is_unknown"]
Mechanism = Literal["proposed", "unknown", "not_established", "not_stated"]
Side = Literal["for", "against", "open"]

NULL: frozenset[Direction] = frozenset({"no_difference", "not_related"})
"""What was looked for and not found: a finding like any other."""


@content
class Dose:
    """How much was given, and when; a number is None where the document gives none."""

    weeks: int | None = None
    times_a_week: int | None = None
    minutes: int | None = None
    text: Text


@content
class Outcome:
    """One thing that was looked at, and which way it went."""

    text: Text
    direction: Direction
    measured_by: Text | None = None


@content
class Stance:
    """Which side a record is on for one claim; `open` neither supports it nor speaks against it."""

    claim: str
    side: Side


@content
class EvidenceRecord:
    """What one place in the documents says was found, is thought or is not known.

    `studies` and `participants` are None where the document gives no number. `outcomes` hold a direction each, also
    when nothing was found. `opposes` names records that found otherwise on a shared claim (contradiction 9); it holds
    both ways. `references` are ids of publications as the documents cite them.
    """

    schema: Literal[1]
    id: str
    version: str
    kind: Kind
    text: Text
    status: EvidenceStatus
    design: Design
    design_note: Text | None = None
    studies: int | None = None
    participants: int | None = None
    population: Text | None = None
    intervention: Text | None = None
    comparator: Text | None = None
    dose: Dose | None = None
    outcomes: tuple[Outcome, ...]
    wording: Wording
    mechanism: Mechanism = "not_stated"
    mechanism_text: Text | None = None
    claims: tuple[Stance, ...]
    opposes: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    aspect: str | None = None
    references: tuple[str, ...] = ()
    written_on: date
    review_by: date
    reviewer: str | None = None
    reviewed_on: date | None = None
    sources: tuple[str, ...]

    @property
    def pin(self) -> str:
        """The name of this version, such as `trauma-yoga@1.0`."""
        return f"{self.id}@{self.version}"

    @property
    def directions(self) -> frozenset[Direction]:
        """Every way an outcome of it went."""
        return frozenset(each.direction for each in self.outcomes)

    def side_on(self, claim: str) -> Side | None:
        """Return which side it is on for a claim, None when it says nothing about it."""
        return next((each.side for each in self.claims if each.claim == claim), None)
