"""The care module as a whole, and finding things in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from lijfspoor.domain.caremodules.agreements import Agreements, JointDecision
from lijfspoor.domain.caremodules.approach import Approach, Phase
from lijfspoor.domain.caremodules.criteria import ConsentNeed, Criterion, CriterionGroup, ReferralRoute
from lijfspoor.domain.caremodules.diagnostics import Diagnostics
from lijfspoor.domain.caremodules.goals import BuildingBlock, Goals, Subgoal
from lijfspoor.domain.caremodules.movement import Movement
from lijfspoor.domain.caremodules.problem_areas import ProblemArea
from lijfspoor.domain.caremodules.surroundings import Surroundings
from lijfspoor.domain.caremodules.underpinning import Underpinning
from lijfspoor.domain.caremodules.variants import Variation, adapted, named
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text


@content
class Provenance:
    """Where a module comes from: authors, year, level, revision, and what it was derived from."""

    authors: tuple[str, ...]
    year: int | None = None
    level: Text
    revised_on: date | None = None
    publisher: str | None = None
    derived_from: str | None = None
    checked_on: date
    review_by: date
    sources: tuple[str, ...]


@content
class Audience:
    """Whom the module is for and how they come in."""

    short: Statement
    context: tuple[Statement, ...] = ()
    age_groups: tuple[Literal["child", "youth", "adult", "older"], ...]
    beside_treatment: Statement | None = None
    groups: tuple[CriterionGroup, ...]
    routes: tuple[ReferralRoute, ...]
    consents: tuple[ConsentNeed, ...]


@content
class Problem:
    """What the module helps with and what may follow without help."""

    statements: tuple[Statement, ...]
    consequences: tuple[Statement, ...] = ()


@content
class CareModule:
    """A treatment module as its authors describe it: one published version, which never changes.

    The chapters follow those of a published module description (design.md section 4).
    """

    schema: Literal[1]
    id: str
    version: str
    title: Text
    short_title: Text
    discipline: Literal["pmt", "pmkt", "psychosomatic_physiotherapy"]
    summary: tuple[Statement, ...]
    provenance: Provenance
    problem: Problem
    audience: Audience
    diagnostics: Diagnostics
    goals: Goals
    approach: Approach
    agreements: Agreements
    surroundings: Surroundings
    underpinning: Underpinning
    variations: tuple[Variation, ...] = ()
    problem_areas: tuple[ProblemArea, ...] = ()
    movement: Movement | None = None
    subtypes: tuple[Statement, ...] = ()
    history: tuple[Statement, ...] = ()

    @property
    def pin(self) -> str:
        """The name a treatment is pinned to, such as `pmt-addon@1.0`."""
        return f"{self.id}@{self.version}"

    def approach_with(self, variants: Iterable[str]) -> Approach:
        """Return how the module works with these variants; ids it does not have are passed over."""
        return adapted(self.approach, named(self.variations, variants))

    @property
    def knows_groups(self) -> bool:
        """Whether a group fits this module: as a form of its sessions, or for one of its blocks (S2-100)."""
        return "group" in self.approach.session.forms or any(block.prefers_group for block in self.goals.blocks)

    def criteria(self) -> Iterator[tuple[CriterionGroup, Criterion]]:
        """Yield every criterion with its group, in the module's order."""
        for group in self.audience.groups:
            for criterion in group.criteria:
                yield group, criterion

    def criterion(self, criterion_id: str) -> tuple[CriterionGroup, Criterion]:
        """Return a criterion with its group. Raises KeyError when the module has none by that id."""
        for group, criterion in self.criteria():
            if criterion.id == criterion_id:
                return group, criterion
        raise KeyError(criterion_id)

    def phase(self, phase_id: str) -> Phase:
        """Return a phase. Raises KeyError."""
        for phase in self.approach.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    def subgoals(self) -> Iterator[tuple[BuildingBlock, Subgoal]]:
        """Yield every subgoal with its block, in ladder order."""
        for block in self.goals.blocks:
            for subgoal in block.subgoals:
                yield block, subgoal

    def subgoal(self, subgoal_id: str) -> Subgoal:
        """Return a subgoal. Raises KeyError."""
        for _, subgoal in self.subgoals():
            if subgoal.id == subgoal_id:
                return subgoal
        raise KeyError(subgoal_id)

    def decision(self, decision_id: str) -> JointDecision:
        """Return a joint decision. Raises KeyError."""
        for decision in self.agreements.decisions:
            if decision.id == decision_id:
                return decision
        raise KeyError(decision_id)
