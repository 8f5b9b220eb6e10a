"""The bill of one fully known case: who pays which part of each calendar year."""

from collections.abc import Mapping
from dataclasses import dataclass

from lijfspoor.domain.funding.situation import Budget, Policy
from lijfspoor.domain.kernel.money import Money, added


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBill:
    """One calendar year: `total` = `own` + the parts of the payers; each part by the id of its route.

    `total` is None where the price is not known: then `own` is the most it can be and the payers' parts are not told.
    """

    year: int
    sessions: int
    total: Money | None
    own: Money
    paid: tuple[tuple[str, Money], ...] = ()


@dataclass(frozen=True, slots=True)
class Bill:
    """All calendar years of a treatment."""

    years: tuple[YearBill, ...]

    @property
    def own(self) -> Money:
        """What one pays oneself."""
        return added([year.own for year in self.years])

    @property
    def total(self) -> Money | None:
        """What the treatment costs, None where the price is not known."""
        totals = [year.total for year in self.years if year.total is not None]
        return added(totals) if len(totals) == len(self.years) else None

    @property
    def paid(self) -> Money:
        """What others pay, as far as the price is known."""
        return added([part for year in self.years for _, part in year.paid])


def basic_bill(sessions: Mapping[int, int], price: Money | None, left: Mapping[int, Money]) -> Bill:
    """Basic insurance pays all but what is `left` of the deductible in each year (S0-057, S1-035)."""
    return Bill(tuple(_basic_year(year, count, price, left[year]) for year, count in sorted(sessions.items())))


def _basic_year(year: int, count: int, price: Money | None, left: Money) -> YearBill:
    if price is None:
        return YearBill(year=year, sessions=count, total=None, own=left)
    total = price * count
    own = min(total, left)
    return YearBill(year=year, sessions=count, total=total, own=own, paid=(("basic", total - own),))


def covered_bill(sessions: Mapping[int, int], price: Money, payer: str) -> Bill:
    """Return the bill when one payer pays all of it."""
    return Bill(
        tuple(
            YearBill(year=year, sessions=count, total=price * count, own=Money.NOTHING, paid=((payer, price * count),))
            for year, count in sorted(sessions.items())
        )
    )


def own_bill(sessions: Mapping[int, int], price: Money) -> Bill:
    """Return the bill of someone who pays everything."""
    return Bill(
        tuple(
            YearBill(year=year, sessions=count, total=price * count, own=price * count)
            for year, count in sorted(sessions.items())
        )
    )


def policy_bill(sessions: Mapping[int, int], price: Money, policy: Policy) -> Bill:
    """A supplementary policy pays its part of each session, up to its maximum of the calendar year (S0-053)."""
    years = []
    for year, count in sorted(sessions.items()):
        total = price * count
        paid = min(_paid_a_session(price, policy) * count, _left_in(year, sessions, policy, total))
        years.append(
            YearBill(year=year, sessions=count, total=total, own=total - paid, paid=(("supplementary", paid),))
        )
    return Bill(tuple(years))


def budget_bill(sessions: Mapping[int, int], price: Money, budget: Budget, policy: Policy | None) -> Bill:
    """Pay by a personal budget; a policy pays its part of what the budget leaves of each session (S2-144).

    Sessions beyond the number the budget is for have no budget; the policy counts their whole price.
    """
    years, granted = [], budget.sessions
    within = min(price, budget.per_session)
    for year, count in sorted(sessions.items()):
        covered = count if granted is None else min(count, granted)
        granted = None if granted is None else granted - covered
        total, by_budget = price * count, within * covered
        rest = total - by_budget
        by_policy = Money.NOTHING
        if policy is not None:
            each = _paid_a_session(price - within, policy) * covered + _paid_a_session(price, policy) * (
                count - covered
            )
            by_policy = min(each, _left_in(year, sessions, policy, rest))
        parts = (("pgb", by_budget), *((("supplementary", by_policy),) if policy is not None else ()))
        years.append(YearBill(year=year, sessions=count, total=total, own=rest - by_policy, paid=parts))
    return Bill(tuple(years))


def _paid_a_session(price: Money, policy: Policy) -> Money:
    part = price.percent(policy.percent)
    return part if policy.per_session is None else min(part, policy.per_session)


def _left_in(year: int, sessions: Mapping[int, int], policy: Policy, total: Money) -> Money:
    """Return the most the policy can pay in a year; what it paid before counts in the first year only."""
    if policy.per_year is None:
        return total
    return policy.per_year.without(policy.used) if year == min(sessions) else policy.per_year
