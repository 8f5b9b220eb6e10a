"""The answer of every statistic: a number, its uncertainty, what it assumes and what it does not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lijfspoor.domain.singlecase.data.saying import Saying

NO_FIGURES: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit, and the level they hold at (0.95)."""

    lower: float
    upper: float
    level: float = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """One statistic of one contrast.

    `statistic`: its stable name ("nap", "tau-u.parker"); `value` in its own unit; `se` and `interval` where they are
    honest; `assumes_independence`: whether they rest on scores that do not depend on the one before, which daily
    scores of one person seldom meet; `figures`: the named numbers beside it (counts, p values, other estimates);
    `remarks`: what a reader must know.
    """

    statistic: str
    value: float
    se: float | None = None
    interval: Interval | None = None
    assumes_independence: bool | None = None
    figures: Mapping[str, float] = field(default_factory=lambda: NO_FIGURES)
    remarks: tuple[Saying, ...] = ()
