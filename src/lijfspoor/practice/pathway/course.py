"""A treatment as other rooms receive it: module, facts, standing, advice and permissions on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from lijfspoor.domain import pathways
from lijfspoor.domain.caremodules.approach import Approach
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.problem_areas import ProblemArea
from lijfspoor.domain.caremodules.variants import Variant, named
from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.pathways.facts import AnyFact
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Permission, Step
from lijfspoor.practice.people.relations import AroundClient


@dataclass(frozen=True)
class Course:
    """One treatment of one client, read on `on_day` from everything recorded until now.

    `opened_with` is the pin it began with, `versions` every version of that module the practice has, by pin.
    """

    treatment_id: UUID
    practice_id: UUID
    client_id: UUID
    opened_at: datetime
    opened_with: str
    versions: Mapping[str, CareModule]
    facts: tuple[AnyFact, ...]
    around: AroundClient
    on_day: date

    @cached_property
    def module(self) -> CareModule:
        """The version the treatment follows on the day: a move to a newer one counts from its own day on."""
        return self.versions[pathways.pin_on(self.opened_with, self.facts, self.on_day)]

    @cached_property
    def newer(self) -> tuple[CareModule, ...]:
        """The versions the treatment could be moved to, the newest first."""
        found = (each for each in self.versions.values() if pathways.is_newer(each, self.module))
        return tuple(sorted(found, key=lambda each: version_key(each.version), reverse=True))

    @cached_property
    def standing(self) -> Standing:
        """Where the client is."""
        return pathways.standing(self.module, self.facts, self.on_day)

    @cached_property
    def approach(self) -> Approach:
        """How the module works in the variants that count for this client."""
        return self.module.approach_with(self.standing.variant_ids)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The variants that count for this client."""
        return tuple(named(self.module.variations, self.standing.variant_ids))

    @cached_property
    def areas(self) -> tuple[ProblemArea, ...]:
        """The problem areas named for this client."""
        return tuple(area for area in self.module.problem_areas if area.id in self.standing.areas)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """What is due, possible, good to know."""
        newest = self.newer[0].version if self.newer else ""
        return pathways.advice(self.module, self.standing, newest)

    @cached_property
    def steps(self) -> dict[Step, Permission]:
        """Every step of the module with its permission on the day."""
        return {each.step: each for each in pathways.allowed_steps(self.module, self.standing)}

    def permission(self, step: Step) -> Permission:
        """Return whether this step is allowed on the day, minding facts recorded for later days."""
        return pathways.permit(self.module, self.facts, step, self.on_day)

    def next_turn(self) -> date | None:
        """Return the first later day on which standing or advice can differ without anything new happening."""
        return pathways.next_turn(self.module, self.facts, self.on_day)
