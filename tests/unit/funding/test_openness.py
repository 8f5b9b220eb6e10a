"""Which ways of paying are open: what the documents say of each, and laws that hold in any situation."""

from datetime import date
from itertools import product
from typing import get_args

import pytest
from hypothesis import given

from lijfspoor.catalogue.funding import shipped_funding
from lijfspoor.domain.funding.openness import RouteStanding, speaks, standings
from lijfspoor.domain.funding.rules import Kind, Setting
from lijfspoor.domain.funding.situation import Situation
from lijfspoor.domain.kernel.answers import Answer
from tests.unit.funding.strategies import situations

RULES = shipped_funding()


def someone(
    kind: Kind = "pmt",
    setting: Setting = "own_practice",
    age: int | None = 40,
    has_policy: Answer = Answer.UNKNOWN,
    starts_on: date = date(2026, 9, 1),
) -> Situation:
    """An adult who looks for PMT at a practice, unless told otherwise."""
    return Situation(
        kind=kind,
        setting=setting,
        age=age,
        has_policy=has_policy,
        starts_on=starts_on,
        sessions_low=8,
        sessions_high=12,
    )


def route(found: tuple[RouteStanding, ...], route_id: str) -> RouteStanding:
    """The standing of one route."""
    return next(each for each in found if each.route.id == route_id)


def opened(situation: Situation) -> dict[str, Answer]:
    """How each route stands."""
    return {each.route.id: each.open for each in standings(RULES, situation)}


def because(situation: Situation, route_id: str) -> set[str]:
    """The sources of the reasons of a route."""
    return {source for reason in route(standings(RULES, situation), route_id).reasons for source in reason.sources}


@pytest.mark.requirement("S0-052")
@pytest.mark.requirement("S1-034")
def test_basic_insurance_pays_inside_an_institution_only() -> None:
    """Part of a treatment in a mental health institution or hospital: yes; at a practice: no; not told: unknown."""
    for setting in ("ggz_institution", "hospital"):
        assert opened(someone(setting=setting))["basic"] is Answer.YES
    assert opened(someone(setting="own_practice"))["basic"] is Answer.NO
    assert opened(someone(setting="unknown"))["basic"] is Answer.UNKNOWN
    assert {"S0-052", "S1-034"} <= because(someone(setting="hospital"), "basic")


@pytest.mark.requirement("S0-053")
def test_a_supplementary_policy_may_pay_outside_an_institution() -> None:
    """At a practice it depends on the policy, which may call it arts therapies or alternative care."""
    assert opened(someone(has_policy=Answer.YES))["supplementary"] is Answer.YES
    assert opened(someone(has_policy=Answer.NO))["supplementary"] is Answer.NO
    assert opened(someone(has_policy=Answer.UNKNOWN))["supplementary"] is Answer.UNKNOWN
    assert opened(someone(setting="hospital", has_policy=Answer.YES))["supplementary"] is Answer.NO
    about = RULES.route("supplementary").about.text.nl
    assert "vaktherapie" in about
    assert "alternatieve" in about
    assert "complementaire" in about


@pytest.mark.requirement("S0-054")
def test_what_a_policy_pays_is_a_range_without_a_promise() -> None:
    """From several hundred to more than a thousand euro a year, and no figure that looks like a right."""
    about = RULES.route("supplementary").about
    assert "enkele honderden tot meer dan duizend euro per jaar" in about.text.nl
    assert "geen toezegging" in RULES.caveat.text.nl
    assert "S0-054" in about.sources
    assert "S0-054" in RULES.caveat.sources


@pytest.mark.requirement("S0-055")
def test_one_is_told_what_to_ask_the_insurer() -> None:
    """The conditions, and whether the insurer recognises NVPMT or Vaktherapie Nederland."""
    asked = [each.text.nl for each in RULES.route("supplementary").questions if each.to == "insurer"]
    assert any("NVPMT" in each and "Vaktherapie Nederland" in each for each in asked)
    assert any("per sessie" in each and "heel jaar" in each for each in asked)


@pytest.mark.requirement("S0-056")
def test_the_municipality_may_pay_for_those_under_18() -> None:
    """Through its youth team, when it has a contract with the therapist; never for adults."""
    assert opened(someone(age=9))["youth"] is Answer.UNKNOWN
    assert opened(someone(age=17))["youth"] is Answer.UNKNOWN
    assert opened(someone(age=18))["youth"] is Answer.NO
    asked = " ".join(each.text.nl for each in RULES.route("youth").questions if each.to == "municipality")
    assert "contract" in asked


@pytest.mark.requirement("S2-144")
def test_pmkt_can_be_paid_from_a_personal_budget_and_partly_by_a_policy() -> None:
    """Under the Youth Act; the source names it for PMKT, for other help it is said to be asked."""
    child = someone(kind="pmkt", age=7, has_policy=Answer.YES)
    assert opened(child)["pgb"] is Answer.UNKNOWN
    assert opened(child)["supplementary"] is Answer.YES
    assert because(child, "pgb") == {"S2-144"}
    assert because(someone(kind="pmt", age=7), "pgb") == {"own", "S2-144"}
    assert opened(someone(kind="pmkt", age=30))["pgb"] is Answer.NO


@pytest.mark.requirement("S0-057")
@pytest.mark.requirement("S1-035")
def test_whether_the_deductible_counts_is_said_by_route() -> None:
    """It counts for care from the basic package and not for care from a supplementary policy (contradiction 10)."""
    assert RULES.route("basic").deductible == "counts"
    assert RULES.route("supplementary").deductible == "does_not_count"
    assert "S1-035" in RULES.route("basic").deductible_text.sources
    assert "S0-057" in RULES.route("supplementary").deductible_text.sources


@pytest.mark.requirement("S1-036")
def test_an_institution_without_a_contract_is_paid_through_the_one_it_belongs_to() -> None:
    """NPI is part of Arkin, and the contract of Arkin pays."""
    npi = RULES.institution("npi")
    assert npi.part_of == "Arkin"
    assert "contract met Arkin" in npi.text.nl
    assert any("waar zij bij hoort" in each.text.nl for each in RULES.route("basic").questions)


def test_paying_oneself_is_open_to_everyone() -> None:
    """Whatever is told, that way is there."""
    assert opened(someone(kind="psychosomatic_physio", age=None, setting="unknown"))["own"] is Answer.YES


@given(situations())
def test_every_route_has_a_reason_with_a_source_and_a_no_decides(situation: Situation) -> None:
    """The slow way: gather what every rule that speaks gives; no wins, then not known, then yes."""
    for found in standings(RULES, situation):
        gives = {rule.gives for rule in found.route.rules if speaks(rule.when, situation)}
        slow = next((each for each in ("no", "unknown", "yes") if each in gives), "unknown")
        assert found.open.value == slow
        assert found.reasons
        assert all(reason.sources for reason in found.reasons)


@given(situations())
def test_open_routes_stand_first(situation: Situation) -> None:
    """One reads first what is possible."""
    order = [each.open for each in standings(RULES, situation)]
    assert order == sorted(order, key=(Answer.YES, Answer.UNKNOWN, Answer.NO).index)


def test_a_route_is_not_offered_before_its_rules_hold() -> None:
    """What was checked for 2026 says nothing of 2025."""
    assert standings(RULES, someone(starts_on=date(2025, 12, 31))) == ()


def test_every_rule_speaks_in_some_situation() -> None:
    """No rule is there for nothing."""
    told = [
        someone(kind, setting, age, policy)
        for kind, setting, age, policy in product(get_args(Kind), get_args(Setting), (None, 9, 40), Answer)
    ]
    for each in RULES.routes:
        for rule in each.rules:
            assert any(speaks(rule.when, situation) for situation in told), rule.id


def test_every_situation_is_spoken_about() -> None:
    """No route falls silent: in every situation at least one of its rules says something."""
    for kind, setting, age, policy in product(get_args(Kind), get_args(Setting), (None, 9, 40), Answer):
        situation = someone(kind, setting, age, policy)
        for each in RULES.routes:
            assert any(speaks(rule.when, situation) for rule in each.rules), (each.id, kind, setting, age, policy)
