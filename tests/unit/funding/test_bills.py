"""The bill of one case: exact to the cent, the same as counted session by session, and never unfair."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.domain.funding.paying import Bill, basic_bill, budget_bill, covered_bill, own_bill, policy_bill
from lijfspoor.domain.funding.situation import Budget, Policy
from lijfspoor.domain.funding.spreading import sessions_by_year
from lijfspoor.domain.kernel.money import Money
from tests.unit.funding import reference
from tests.unit.funding.strategies import budgets, large, money, policies, starts

counts = st.integers(1, 80)
gaps = st.integers(1, 60)


def cents(bill: Bill) -> dict[int, int]:
    """The own part of each year."""
    return {year.year: year.own.cents for year in bill.years}


def assert_adds_up(bill: Bill) -> None:
    """In every year the own part and the paid parts are the total."""
    for year in bill.years:
        assert year.total is not None
        assert year.own.cents + sum(part.cents for _, part in year.paid) == year.total.cents


@given(starts, counts, gaps)
def test_sessions_fall_in_the_year_of_their_day(start: date, sessions: int, gap: int) -> None:
    """Counted one by one, as many sessions fall in each year."""
    days = reference.days_of(start, sessions, gap)
    assert sessions_by_year(start, sessions, gap) == reference.by_year(days, [1] * sessions)


def test_sessions_beyond_the_calendar_stay_in_its_last_year() -> None:
    """A treatment that would run past the last day a computer knows does not break."""
    assert sessions_by_year(date(9999, 12, 30), 3, 7) == {9999: 3}


@given(starts, counts, gaps, money, policies)
def test_a_policy_pays_as_counted_session_by_session(
    start: date, sessions: int, gap: int, price: Money, policy: Policy
) -> None:
    """By year and in one go is the same as one session after another."""
    days = reference.days_of(start, sessions, gap)
    paid = reference.policy_pays(days, [price.cents] * sessions, policy)
    bill = policy_bill(sessions_by_year(start, sessions, gap), price, policy)
    assert cents(bill) == reference.by_year(days, [price.cents - part for part in paid])
    assert_adds_up(bill)


@given(starts, counts, gaps, money, budgets, st.none() | policies)
def test_a_budget_pays_first_and_a_policy_the_rest(
    start: date, sessions: int, gap: int, price: Money, budget: Budget, policy: Policy | None
) -> None:
    """The budget counts for its first sessions; the policy has its part of what is left of each."""
    days = reference.days_of(start, sessions, gap)
    by_budget = reference.budget_pays(price.cents, sessions, budget)
    rests = [price.cents - part for part in by_budget]
    by_policy = reference.policy_pays(days, rests, policy) if policy else [0] * sessions
    bill = budget_bill(sessions_by_year(start, sessions, gap), price, budget, policy)
    assert cents(bill) == reference.by_year(days, [rest - part for rest, part in zip(rests, by_policy, strict=True)])
    assert_adds_up(bill)


@given(starts, counts, gaps, money, st.lists(large, min_size=20, max_size=20))
def test_the_deductible_goes_first_in_each_year(
    start: date, sessions: int, gap: int, price: Money, lefts: list[Money]
) -> None:
    """What one pays is the sessions until the deductible of that year is used up."""
    days = reference.days_of(start, sessions, gap)
    left = {year: lefts[year % 20] for year in {day.year for day in days}}
    bill = basic_bill(sessions_by_year(start, sessions, gap), price, left)
    took = reference.deductible_takes(days, price.cents, {year: each.cents for year, each in left.items()})
    assert cents(bill) == reference.by_year(days, took)
    assert_adds_up(bill)


@given(starts, counts, gaps, money)
def test_paying_all_and_paying_nothing(start: date, sessions: int, gap: int, price: Money) -> None:
    """Paying oneself is the whole price; where one payer pays all, nothing is left."""
    spread = sessions_by_year(start, sessions, gap)
    assert own_bill(spread, price).own == own_bill(spread, price).total == price * sessions
    assert covered_bill(spread, price, "youth").own == Money.NOTHING
    assert_adds_up(own_bill(spread, price))
    assert_adds_up(covered_bill(spread, price, "youth"))


@given(counts, money, policies, money)
def test_a_better_policy_never_costs_more(sessions: int, price: Money, policy: Policy, more: Money) -> None:
    """A higher amount a session, percentage or maximum never raises the own part."""
    spread = sessions_by_year(date(2026, 9, 1), sessions, 7)
    before = policy_bill(spread, price, policy).own
    higher = [
        Policy(
            percent=min(100, policy.percent + 7),
            per_session=policy.per_session,
            per_year=policy.per_year,
            used=policy.used,
        ),
        Policy(
            percent=policy.percent,
            per_session=policy.per_session and policy.per_session + more,
            per_year=policy.per_year,
            used=policy.used,
        ),
        Policy(
            percent=policy.percent,
            per_session=policy.per_session,
            per_year=policy.per_year and policy.per_year + more,
            used=policy.used,
        ),
        Policy(percent=policy.percent, per_session=None, per_year=policy.per_year, used=policy.used),
        Policy(percent=policy.percent, per_session=policy.per_session, per_year=None, used=policy.used),
    ]
    assert all(policy_bill(spread, price, each).own <= before for each in higher)


@given(counts, money, budgets, st.none() | policies, money)
def test_a_larger_budget_never_costs_more(
    sessions: int, price: Money, budget: Budget, policy: Policy | None, more: Money
) -> None:
    """More for a session, or for more sessions, never raises the own part, whatever the policy does with the rest."""
    spread = sessions_by_year(date(2026, 9, 1), sessions, 7)
    before = budget_bill(spread, price, budget, policy).own
    richer = Budget(per_session=budget.per_session + more, sessions=budget.sessions)
    longer = Budget(per_session=budget.per_session, sessions=None if budget.sessions is None else budget.sessions + 5)
    assert budget_bill(spread, price, richer, policy).own <= before
    assert budget_bill(spread, price, longer, policy).own <= before


def test_half_a_cent_goes_up() -> None:
    """75 per cent of 0.50 euro is 37.5 cents, which is 38."""
    assert Money(50).percent(75) == Money(38)
