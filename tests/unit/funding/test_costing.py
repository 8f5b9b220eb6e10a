"""Own costs as a range, with what had to be assumed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from lijfspoor.catalogue.funding import shipped_funding
from lijfspoor.domain.funding.costing import AmountMissing, CostRange, amounts_of, cost_range
from lijfspoor.domain.funding.openness import standings
from lijfspoor.domain.funding.situation import Budget, Policy, Situation
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money
from tests.unit.funding.strategies import situations

RULES = shipped_funding()


def euro(amount: int) -> Money:
    """Whole euros."""
    return Money(amount * 100)


def someone(**told: object) -> Situation:
    """An adult who starts ten weekly sessions of 80 euro in June 2026."""
    usual: dict[str, object] = {
        "kind": "pmt",
        "setting": "own_practice",
        "age": 40,
        "starts_on": date(2026, 6, 1),
        "sessions_low": 10,
        "sessions_high": 10,
        "price_low": euro(80),
        "price_high": euro(80),
    }
    return Situation(**(usual | told))  # type: ignore[arg-type]  # each test names fields of the record


def costs(route_id: str, situation: Situation) -> CostRange:
    """The range of one route."""
    found = next(each for each in standings(RULES, situation) if each.route.id == route_id)
    return cost_range(RULES, found, situation)


@pytest.mark.requirement("S0-066")
def test_without_a_price_the_average_of_75_to_100_euro_is_used_and_said() -> None:
    """Ten sessions cost 750 to 1,000 euro; that it is the average is told with its source."""
    found = costs("own", someone(price_low=None, price_high=None))
    assert (found.low.own, found.high.own) == (euro(750), euro(1000))
    assert "price-average" in found.unknown
    assert [amount.sources for amount in found.amounts] == [("S0-066",)]


def test_a_policy_pays_its_part_until_the_maximum_of_the_year() -> None:
    """75 per cent of 80 is 60, at most 50 a session, at most 300 a year: ten sessions cost 800 - 300."""
    policy = Policy(percent=75, per_session=euro(50), per_year=euro(300), recognises=Answer.YES)
    found = costs("supplementary", someone(has_policy=Answer.YES, policy=policy))
    assert found.low.own == found.high.own == euro(500)
    assert found.unknown == ()


def test_a_new_year_brings_a_new_maximum() -> None:
    """Five sessions in 2026 and five in 2027: the maximum of 200 counts twice, what was used only in the first."""
    policy = Policy(per_session=euro(50), per_year=euro(200), used=euro(150), recognises=Answer.YES)
    found = costs("supplementary", someone(has_policy=Answer.YES, policy=policy, starts_on=date(2026, 12, 1)))
    assert [(year.year, year.sessions, year.own) for year in found.high.years] == [
        (2026, 5, euro(350)),
        (2027, 5, euro(200)),
    ]


@pytest.mark.requirement("S0-055")
def test_when_it_is_not_known_whether_the_association_is_recognised_both_are_shown() -> None:
    """Recognised, the policy pays 400 of 800; not recognised, nothing."""
    policy = Policy(percent=50, recognises=Answer.UNKNOWN)
    found = costs("supplementary", someone(has_policy=Answer.YES, policy=policy))
    assert (found.low.own, found.high.own) == (euro(400), euro(800))
    assert "recognition-not-told" in found.unknown


@pytest.mark.requirement("S0-057")
@pytest.mark.requirement("S1-035")
def test_the_deductible_counts_in_basic_insurance_and_only_there() -> None:
    """385 euro in 2026 when nothing is used yet; a supplementary policy takes nothing of it."""
    inside = someone(setting="ggz_institution", deductible_left=euro(385))
    assert costs("basic", inside).high.own == euro(385)
    assert costs("basic", replace(inside, deductible_left=euro(100))).high.own == euro(100)
    policy = Policy(percent=100, recognises=Answer.YES)
    assert costs("supplementary", someone(has_policy=Answer.YES, policy=policy)).high.own == Money.NOTHING


def test_what_is_not_told_of_the_deductible_runs_from_nothing_to_all() -> None:
    """Of 2026 385 euro, and what one chose to add."""
    found = costs("basic", someone(setting="hospital", voluntary=euro(100)))
    assert (found.low.own, found.high.own) == (Money.NOTHING, euro(485))
    assert "deductible-not-told" in found.unknown


def test_a_year_without_law_is_counted_with_the_last_and_with_what_was_announced() -> None:
    """Wholly in 2027: from 385, as in 2026, to 460, as announced; and it is said that this is not known."""
    found = costs("basic", someone(setting="hospital", starts_on=date(2026, 12, 30), deductible_left=Money.NOTHING))
    assert (found.low.own, found.high.own) == (euro(385), euro(460))
    assert "year-not-known" in found.unknown
    assert {amount.certainty for amount in found.amounts} == {"verified", "announced"}


def test_under_18_there_is_no_deductible() -> None:
    """Whoever pays, it starts at 18."""
    assert costs("basic", someone(setting="hospital", age=16)).high.own == Money.NOTHING


def test_an_institution_without_a_price_never_asks_more_than_the_deductible() -> None:
    """The price of a session there is not known: from nothing to what is left."""
    inside = someone(setting="ggz_institution", price_low=None, price_high=None, deductible_left=euro(200))
    found = costs("basic", inside)
    assert (found.low.own, found.high.own, found.high.total) == (Money.NOTHING, euro(200), None)
    assert "price-not-known" in found.unknown


@pytest.mark.requirement("S2-144")
def test_a_budget_pays_and_the_policy_takes_its_part_of_the_rest() -> None:
    """60 of 80 euro by the budget, half of the rest by the policy: 10 euro a session is one's own."""
    policy = Policy(percent=50, recognises=Answer.YES)
    child = someone(kind="pmkt", age=7, budget=Budget(per_session=euro(60)), has_policy=Answer.YES, policy=policy)
    assert costs("pgb", child).high.own == euro(100)
    assert costs("pgb", replace(child, has_policy=Answer.NO)).high.own == euro(200)


@pytest.mark.requirement("S0-056")
def test_what_the_municipality_has_not_decided_runs_from_nothing_to_all() -> None:
    """It decided: nothing to pay. It did not yet: both are shown."""
    child = someone(age=9)
    assert costs("youth", replace(child, municipality_pays=Answer.YES)).high.own == Money.NOTHING
    found = costs("youth", child)
    assert (found.low.own, found.high.own) == (Money.NOTHING, euro(800))
    assert "municipality-not-told" in found.unknown


def test_seventeen_is_told_that_18_changes_things() -> None:
    """Ways of paying change at that birthday."""
    assert "turns-18" in costs("youth", someone(age=17)).unknown
    assert "turns-18" not in costs("youth", someone(age=16)).unknown


def test_no_amount_is_made_up() -> None:
    """Before the first year that is known there is none."""
    with pytest.raises(AmountMissing):
        amounts_of(RULES, "deductible", 2025)


@given(situations())
def test_in_every_situation_own_and_paid_are_the_total_and_low_is_not_above_high(situation: Situation) -> None:
    """Whatever is told, for every route."""
    for standing in standings(RULES, situation):
        found = cost_range(RULES, standing, situation)
        assert found.low.own <= found.high.own
        for bill in (found.low, found.high):
            if bill.total is not None:
                assert bill.own + bill.paid == bill.total
            assert {year.year for year in bill.years}


@given(situations())
def test_telling_more_never_widens_the_range(situation: Situation) -> None:
    """Who learns the price within the range, or that the association is recognised, knows more, not less."""
    for standing in standings(RULES, situation):
        wide = cost_range(RULES, standing, situation)
        known = [replace(situation, sessions_low=situation.sessions_high)]
        if situation.price_high is not None:
            known.append(replace(situation, price_low=situation.price_high))
        if situation.municipality_pays is Answer.UNKNOWN:
            known.append(replace(situation, municipality_pays=Answer.YES))
        for each in known:
            narrow = cost_range(RULES, standing, each)
            assert wide.low.own <= narrow.low.own <= narrow.high.own <= wide.high.own
