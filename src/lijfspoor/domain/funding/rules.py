"""What is known of paying: routes, amounts by year, and questions to ask, each with its source and review date."""

from datetime import date
from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text

Kind = Literal["pmt", "pmkt", "pmt_addon", "psychosomatic_physio"]
Setting = Literal["ggz_institution", "hospital", "own_practice", "school", "unknown"]
RouteId = Literal["basic", "supplementary", "youth", "pgb", "own"]
Recipient = Literal["insurer", "municipality", "institution", "therapist"]
AmountId = Literal["deductible", "session-price"]


@content
class When:
    """In which situations a rule speaks; an empty list leaves that side open."""

    kinds: tuple[Kind, ...] = ()
    settings: tuple[Setting, ...] = ()
    ages: tuple[Literal["under_18", "from_18", "unknown"], ...] = ()
    policy: tuple[Literal["yes", "no", "unknown"], ...] = ()


@content
class Rule:
    """One reason for or against a route: `gives` yes, no, or unknown, which asks for a look before one counts on it."""

    id: str
    gives: Literal["yes", "no", "unknown"]
    when: When
    text: Text
    sources: tuple[str, ...]


@content
class Question:
    """What to ask before treatment begins, and whom."""

    id: str
    to: Recipient
    text: Text
    sources: tuple[str, ...]


@content
class Route:
    """A way of paying: who pays, whether the deductible counts (contradiction 10: by route), and when it is open.

    `valid_from` and `valid_until` bound the law or custom it rests on; without `valid_until` no end is known.
    """

    id: RouteId
    title: Text
    payer: Text
    about: Statement
    deductible: Literal["counts", "does_not_count", "not_stated"]
    deductible_text: Statement
    rules: tuple[Rule, ...]
    questions: tuple[Question, ...] = ()
    valid_from: date
    valid_until: date | None = None


@content
class Amount:
    """An amount that holds from day to day, in cents from `low` to `high`.

    `certainty`: `verified` was read at the source named in `found_in`, `partly` comes second-hand, `announced` is not
    law yet. `until` None means that no end is known, not that it holds for ever.
    """

    id: AmountId
    low: int
    high: int
    valid_from: date
    until: date | None = None
    certainty: Literal["verified", "partly", "announced"]
    text: Text
    found_in: str
    checked_on: date
    review_by: date
    sources: tuple[str, ...]


@content
class Institution:
    """An institution and who holds its contracts with insurers (S1-036)."""

    id: str
    name: str
    part_of: str | None = None
    text: Text
    sources: tuple[str, ...]


@content
class Note:
    """Something to know about paying for one kind of help."""

    kinds: tuple[Kind, ...]
    text: Text
    sources: tuple[str, ...]
    found_in: str | None = None


@content
class FundingRules:
    """Everything that is known of paying, as it was checked on a day."""

    schema: Literal[1]
    id: str
    checked_on: date
    review_by: date
    deductible_from_age: int
    routes: tuple[Route, ...]
    amounts: tuple[Amount, ...]
    institutions: tuple[Institution, ...] = ()
    notes: tuple[Note, ...] = ()
    caveat: Statement

    def route(self, route_id: str) -> Route:
        """Return a route. Raises KeyError."""
        for route in self.routes:
            if route.id == route_id:
                return route
        raise KeyError(route_id)

    def institution(self, institution_id: str) -> Institution:
        """Return an institution. Raises KeyError."""
        for institution in self.institutions:
            if institution.id == institution_id:
                return institution
        raise KeyError(institution_id)
