"""What a sheet is made for: the client's module and what the file already knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.model import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """The ages the file knows, in completed months; None when not known."""

    calendar: int | None = None
    developmental: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Someone around the client who may be at a meeting; `key` stays the same when a name changes."""

    key: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Whom a sheet is for. `papers` holds what was last written by kind of paper,
    `evaluate_after` after how many sessions the practice evaluates."""

    module: CareModule
    standing: Standing
    client: str
    ages: Ages
    today: date
    referral_reason: str = ""
    people: tuple[Someone, ...] = ()
    papers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    evaluate_after: Mapping[str, int] = field(default_factory=dict)
