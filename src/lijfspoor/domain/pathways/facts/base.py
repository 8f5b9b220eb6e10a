"""What every fact has: when it holds, when it was recorded, in which order, and by whom."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

Scope = Literal["treatment", "information", "touch"]
Degree = Literal["yes", "partly", "no", "not_said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a fact holds, when it was recorded, in which order within its day, and by whom.

    `sequence` is unique within a treatment and orders facts that hold on one day.
    """

    id: str
    holds_on: date
    recorded_at: datetime
    sequence: int
    by: str = ""
    by_role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened; see the subclasses."""

    kind: ClassVar[str]
    stamp: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(Fact):
    """The fact named was wrong and no longer counts from the day this one holds, which is the day of the wrong fact."""

    kind = "retracted"
    fact: str
    reason: str
