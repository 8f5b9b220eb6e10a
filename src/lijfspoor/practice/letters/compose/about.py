"""What a letter is about: the course, the client, the referral, and to whom it goes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lijfspoor.domain.caremodules.goals import BuildingBlock
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.surroundings import Advice
from lijfspoor.domain.pathways.history import History, history
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.practice.letters.addressee import Addressee
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.relations import ClientCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How the client came in; what is not known is empty."""

    received_on: date
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class About:
    """Everything a composer may use. It holds no address of anyone."""

    course: Course
    client: ClientCard
    asked: Asked | None
    addressee: Addressee
    support: tuple[tuple[str, str], ...] = ()

    @property
    def module(self) -> CareModule:
        """The module in the version the treatment is pinned to."""
        return self.course.module

    @property
    def standing(self) -> Standing:
        """Where the client is."""
        return self.course.standing

    @cached_property
    def history(self) -> History:
        """The facts that count on the day."""
        return history(self.course.facts, self.course.on_day)

    @cached_property
    def blocks(self) -> tuple[BuildingBlock, ...]:
        """The building blocks of the present phase, or of the last one when treatment has ended."""
        here = next((phase for phase in self.module.approach.phases if phase.id == self.standing.phase), None)
        wanted = here.blocks if here else ()
        return tuple(block for block in self.module.goals.blocks if block.id in wanted)

    def advice_for(self, audience: str, block: str | None = None) -> tuple[Advice, ...]:
        """Return the advice the module has for an audience, for one block or for none in particular."""
        return tuple(
            each for each in self.module.surroundings.advice if (each.audience, each.block) == (audience, block)
        )
