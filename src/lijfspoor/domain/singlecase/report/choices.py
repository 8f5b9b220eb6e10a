"""What is asked of an analysis beside the data: which statistic, which indices, at what level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.series import Case, Improvement, Outcome
from lijfspoor.domain.singlecase.pooling.bayes import Priors
from lijfspoor.domain.singlecase.randomisation.reference import Drawing

Progress = Callable[[str, int, int], None]
"""Told before each step: what is being done, how many steps are done, how many there are."""

NO_SETTINGS: Mapping[str, object] = MappingProxyType({})
COMMON = ("nap", "tau", "smd.baseline.corrected")


def quiet(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, eq=False)
class Choices:
    """How to analyse.

    `statistic`: of the randomisation test ("" for what suits the design); `indices`: names of the catalogue (empty for
    the common ones); `settings`: what an index must know, by its name ("pogo": {"goal": 3}); `priors`: of the pooled
    Bayesian answer, which is given only when they are stated.
    """

    statistic: str = ""
    indices: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    level: float = 0.95
    drawing: Drawing = field(default_factory=Drawing)
    priors: Priors | None = None
    projection: str = ""


def indices_for(case: Case, choices: Choices, *, alternating: bool) -> tuple[str, ...]:
    """The indices that were asked, or the common ones: a ratio for counts and shares, the paths for alternation."""
    if choices.indices:
        return choices.indices
    ratio = "lrr-i.corrected" if case.improvement is Improvement.INCREASE else "lrr-d.corrected"
    counted = case.outcome in (Outcome.COUNT, Outcome.PROPORTION)
    return (*COMMON, *((ratio,) if counted else ()), *(("aliv",) if alternating else ()))
