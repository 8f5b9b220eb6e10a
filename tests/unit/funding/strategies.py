"""Policies, budgets, treatments and situations of any make."""

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from lijfspoor.domain.funding.rules import Kind, Setting
from lijfspoor.domain.funding.situation import Budget, Policy, Situation
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money

money = st.integers(0, 20_000).map(Money)
large = st.integers(0, 200_000).map(Money)
answers = st.sampled_from(Answer)
starts = st.dates(date(2026, 1, 1), date(2028, 12, 31))
policies = st.builds(
    Policy,
    percent=st.integers(0, 100),
    per_session=st.none() | money,
    per_year=st.none() | large,
    used=large,
    recognises=answers,
)
budgets = st.builds(Budget, per_session=money, sessions=st.none() | st.integers(0, 60))


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Any situation that someone could tell."""
    sessions = sorted(draw(st.lists(st.integers(1, 80), min_size=2, max_size=2)))
    prices = draw(st.none() | st.lists(money, min_size=2, max_size=2).map(sorted))
    return Situation(
        kind=draw(st.sampled_from(get_args(Kind))),
        setting=draw(st.sampled_from(get_args(Setting))),
        age=draw(st.none() | st.integers(4, 90)),
        starts_on=draw(starts),
        sessions_low=sessions[0],
        sessions_high=sessions[1],
        every_days=draw(st.integers(1, 60)),
        price_low=None if prices is None else prices[0],
        price_high=None if prices is None else prices[1],
        has_policy=draw(answers),
        policy=draw(st.none() | policies),
        deductible_left=draw(st.none() | large),
        voluntary=draw(st.just(Money.NOTHING) | large),
        municipality_pays=draw(answers),
        budget=draw(st.none() | budgets),
    )
