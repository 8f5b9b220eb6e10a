"""What someone tells of the treatment they look for and of how they are insured; unknown is an answer too."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from lijfspoor.domain.funding.rules import Kind, Setting
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money

ADULT = 18
LONGEST = 400
"""Sessions; more than this is a slip of the hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A supplementary policy as its holder reads it (S0-053 to S0-055).

    Paid for a session: `percent` of it, at most `per_session`; in a calendar year at most `per_year`. `used` is what
    the policy already paid in the year in which treatment starts. `recognises`: whether the insurer recognises the
    therapist's association.
    """

    percent: int = 100
    per_session: Money | None = None
    per_year: Money | None = None
    used: Money = Money.NOTHING
    recognises: Answer = Answer.UNKNOWN

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100:
            msg = "a percentage lies between 0 and 100"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A personal budget (PGB): so much for a session, for so many sessions (None: no number was named) (S2-144)."""

    per_session: Money
    sessions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is told. `has_policy` says whether there is a supplementary policy; `policy` what it says, when known.

    `price_low` to `price_high` for a session, None when not known; `sessions_low` to `sessions_high` in all, one every
    `every_days` days from `starts_on`. `deductible_left` is what is left of it in the first year, None when not known;
    `voluntary` what one chose to add to it each year. `municipality_pays`: whether the municipality decided to.
    Raises ValueError when numbers run backwards or no treatment could have them.
    """

    kind: Kind
    setting: Setting = "unknown"
    institution: str = ""
    age: int | None = None
    starts_on: date
    sessions_low: int
    sessions_high: int
    every_days: int = 7
    price_low: Money | None = None
    price_high: Money | None = None
    has_policy: Answer = Answer.UNKNOWN
    policy: Policy | None = None
    deductible_left: Money | None = None
    voluntary: Money = Money.NOTHING
    municipality_pays: Answer = Answer.UNKNOWN
    budget: Budget | None = field(default=None)

    def __post_init__(self) -> None:
        if not 1 <= self.sessions_low <= self.sessions_high <= LONGEST:
            msg = f"sessions run from 1 or more to at most {LONGEST}"
            raise ValueError(msg)
        if not 1 <= self.every_days <= 366:
            msg = "a session comes once in 1 to 366 days"
            raise ValueError(msg)
        if (self.price_low is None) != (self.price_high is None):
            msg = "a price has a low and a high end"
            raise ValueError(msg)
        if self.price_low is not None and self.price_high is not None and self.price_low > self.price_high:
            msg = "a price runs from low to high"
            raise ValueError(msg)

    @property
    def age_group(self) -> Literal["under_18", "from_18", "unknown"]:
        """Under 18, from 18, or not told."""
        if self.age is None:
            return "unknown"
        return "under_18" if self.age < ADULT else "from_18"
