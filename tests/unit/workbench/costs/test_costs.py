"""A situation in JSON: read exactly, refused with the field named, and told back."""

import json
from typing import Any

import pytest

from lijfspoor.catalogue.funding import shipped_funding
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money
from lijfspoor.workbench.costs.reading import NotASituation, situation_from
from lijfspoor.workbench.costs.telling import as_data, as_lines, ranges

RULES = shipped_funding()


def told(**more: Any) -> dict[str, Any]:
    """Ten sessions with a policy, as a person would write it down."""
    usual = {
        "kind": "pmt",
        "setting": "own_practice",
        "age": 40,
        "starts_on": "2026-06-01",
        "sessions": {"low": 10, "high": 12},
        "price": {"low": "80.50", "high": 95},
        "policy": {"percent": 75, "per_session": 50, "per_year": "300", "recognises": "yes"},
    }
    return usual | more


def test_amounts_are_read_to_the_cent() -> None:
    """Euros as text or number become whole cents; a policy that is described is there."""
    read = situation_from(told())
    assert (read.price_low, read.price_high) == (Money(8050), Money(9500))
    assert read.policy is not None
    assert read.policy.per_year == Money(30000)
    assert read.has_policy is Answer.YES


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"kind": "massage"}, "kind"),
        ({"age": -1}, "age"),
        ({"age": "veertig"}, "age"),
        ({"starts_on": "2026-02-30"}, "starts_on"),
        ({"sessions": {"low": 12, "high": 10}}, "situation"),
        ({"sessions": {"low": 1, "high": 100000}}, "sessions.high"),
        ({"price": {"low": 100, "high": 75}}, "situation"),
        ({"price": {"low": "75.005", "high": 80}}, "price.low"),
        ({"price": {"low": "NaN", "high": 80}}, "price.low"),
        ({"policy": {"percent": 101}}, "policy.percent"),
        ({"deductible_left": -5}, "deductible_left"),
        ({"favourite_colour": "plum"}, "favourite_colour"),
    ],
)
def test_what_cannot_be_read_names_its_field(more: dict[str, Any], field: str) -> None:
    """Each slip is named where it stands."""
    with pytest.raises(NotASituation) as refused:
        situation_from(told(**more))
    assert field in dict(refused.value.problems)


@pytest.mark.parametrize("junk", [None, 3, "text", [], {}])
def test_what_is_no_situation_at_all_is_refused(junk: object) -> None:
    """Also when nothing of it looks like one."""
    with pytest.raises(NotASituation):
        situation_from(junk)


def test_closed_routes_have_reasons_and_no_costs() -> None:
    """A way that is not open shows why, and no figure that could be counted on."""
    found = {each["route"]: each for each in as_data(ranges(RULES, situation_from(told())), "nl")}
    assert found["basic"]["open"] == "no"
    assert found["basic"]["reasons"]
    assert "own" not in found["basic"]
    assert found["supplementary"]["own"]["high"] == {
        "own": 84000,
        "total": 114000,
        "years": [{"year": 2026, "sessions": 12, "own": 84000, "total": 114000, "paid": {"supplementary": 30000}}],
    }
    json.dumps(found)


@pytest.mark.requirement("S0-066")
def test_the_lines_end_with_the_advice_to_ask_beforehand() -> None:
    """In both languages, with the amount as people write it."""
    found = ranges(RULES, situation_from(told(price=None)))
    dutch, english = list(as_lines(RULES, found, "nl")), list(as_lines(RULES, found, "en"))
    assert "Vraag het altijd vooraf." in dutch[-1]
    assert "Always ask beforehand." in english[-1]
    assert any("U betaalt zelf € 750 tot € 1.200." in line for line in dutch)
