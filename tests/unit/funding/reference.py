"""The slow way to a bill: every session by itself, in the order it comes, cent by cent."""

from datetime import date, timedelta
from fractions import Fraction

from lijfspoor.domain.funding.situation import Budget, Policy


def days_of(starts_on: date, sessions: int, every_days: int) -> list[date]:
    """The day of each session."""
    return [starts_on + timedelta(days=every_days * number) for number in range(sessions)]


def half_up(value: Fraction) -> int:
    """A fraction of cents as whole cents."""
    whole = value.numerator // value.denominator
    return whole + (1 if value - whole >= Fraction(1, 2) else 0)


def policy_pays(days: list[date], rests: list[int], policy: Policy) -> list[int]:
    """What the policy pays of the rest of each session, in cents, until the year's maximum is used up."""
    paid: dict[int, int] = {days[0].year: policy.used.cents} if days else {}
    parts = []
    for day, rest in zip(days, rests, strict=True):
        part = half_up(Fraction(rest * policy.percent, 100))
        if policy.per_session is not None:
            part = min(part, policy.per_session.cents)
        if policy.per_year is not None:
            part = max(0, min(part, policy.per_year.cents - paid.get(day.year, 0)))
        paid[day.year] = paid.get(day.year, 0) + part
        parts.append(part)
    return parts


def budget_pays(price: int, sessions: int, budget: Budget) -> list[int]:
    """What the budget pays of each session, in cents, for as many sessions as it is for."""
    granted = sessions if budget.sessions is None else budget.sessions
    return [min(price, budget.per_session.cents) if number < granted else 0 for number in range(sessions)]


def deductible_takes(days: list[date], price: int, left: dict[int, int]) -> list[int]:
    """What one pays oneself of each session until the deductible of the year is used up."""
    rest, own = dict(left), []
    for day in days:
        part = min(price, rest[day.year])
        rest[day.year] -= part
        own.append(part)
    return own


def by_year(days: list[date], cents: list[int]) -> dict[int, int]:
    """The cents of each calendar year."""
    found: dict[int, int] = {}
    for day, amount in zip(days, cents, strict=True):
        found[day.year] = found.get(day.year, 0) + amount
    return found
