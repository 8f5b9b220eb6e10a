"""The words of the table of permissions: a case to judge, a gate that may hold it back, a rule of gates."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.model import Stage, Standing


@dataclass(frozen=True, slots=True)
class Case:
    """A step on `target` to be judged for where the client stands."""

    module: CareModule
    standing: Standing
    target: str = ""

    @property
    def started(self) -> bool:
        """Whether treatment runs: started and not closed."""
        return self.standing.stage in (Stage.UNDER_WAY, Stage.TAPERING)


Gate = Callable[[Case], Iterator[Reason]]
"""Yields what holds a case back; nothing when the way is open."""

Targets = Callable[[CareModule, Standing], tuple[str, ...]]
"""Returns every target a step can have."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How a kind of step is judged: on which targets, past which gates, and whether the order of days matters."""

    gates: tuple[Gate, ...] = ()
    targets: Targets = lambda _module, _standing: ("",)
    lifecycle: bool = False
