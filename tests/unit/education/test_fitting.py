"""Which cards fit: the reader decides first, then block, phase, area, module and age (S2-120)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lijfspoor.catalogue.education import shipped_cards
from lijfspoor.domain.education.fitting import CardWish, Situation, fitting, search_cards
from lijfspoor.domain.kernel import Text

CARDS = tuple(shipped_cards().newest.values())
PLAIN = replace(shipped_cards().newest["window-parent"], modules=(), ages=("child",))
BLOCKS = ("basic-safety", "entrusting", "self-confidence", "independence", "autonomy")
HERE = Situation(
    audience="parent",
    module="pmkt-attachment",
    blocks=frozenset({"pmkt-attachment:entrusting"}),
    phases=frozenset({"pmkt-attachment:relationship"}),
    age="child",
)


def ids(situation: Situation) -> list[str]:
    return [fit.card.id for fit in fitting(CARDS, situation)]


@pytest.mark.requirement("S2-120")
@pytest.mark.parametrize("block", BLOCKS)
def test_the_card_of_the_present_block_comes_first_and_those_of_other_blocks_stay_away(block: str) -> None:
    found = ids(replace(HERE, blocks=frozenset({f"pmkt-attachment:{block}"})))
    assert found[0] == f"block-{block}-parent"
    assert [each for each in found if each.startswith("block-")] == [f"block-{block}-parent"]


@pytest.mark.requirement("S2-120")
def test_a_card_of_the_block_goes_before_any_other_whatever_its_title() -> None:
    here: dict[str, tuple[str, dict[str, Any]]] = {
        "block": ("Zee", {"blocks": ("pmkt-attachment:entrusting",)}),
        "phase": ("Meer", {"phases": ("pmkt-attachment:relationship",)}),
        "module": ("Aarde", {}),
    }
    block, phase, module = (
        replace(PLAIN, id=name, title=Text(nl=title, en=title), modules=("pmkt-attachment",), **where)
        for name, (title, where) in here.items()
    )
    anywhere = replace(module, id="anywhere", title=Text(nl="Aap", en="Ape"), modules=())
    found = [fit.card.id for fit in fitting((anywhere, module, phase, block), HERE)]
    assert found == ["block", "phase", "module", "anywhere"]


def test_a_card_for_a_phase_is_offered_in_that_phase_only() -> None:
    assert "from-below-parent" not in ids(HERE)
    assert "from-below-parent" in ids(replace(HERE, phases=frozenset({"pmkt-attachment:regulation"})))


def test_a_card_for_a_problem_area_waits_until_that_area_is_named() -> None:
    adult = Situation(audience="client", module="pmt", age="adult")
    assert "carrying-tension-client" not in ids(adult)
    assert "carrying-tension-client" in ids(replace(adult, problem_areas=frozenset({"burnout"})))


def test_an_unknown_age_asks_nothing() -> None:
    assert set(ids(replace(HERE, age=None))) >= set(ids(HERE))


SITUATIONS = st.builds(
    Situation,
    audience=st.sampled_from(("client", "child", "parent", "teacher")),
    module=st.sampled_from(("pmt", "pmt-addon", "pmkt-attachment", "psychosomatic-physio", "own-module")),
    blocks=st.frozensets(st.sampled_from([f"pmkt-attachment:{block}" for block in BLOCKS])),
    problem_areas=st.frozensets(st.sampled_from(("trauma", "burnout", "adhd"))),
    age=st.sampled_from((None, "child", "youth", "adult", "older")),
)


@given(SITUATIONS)
def test_every_card_offered_may_be_given_and_none_that_may_is_kept_back(situation: Situation) -> None:
    """Against the plain rule, card by card."""
    plain = {
        card.id
        for card in CARDS
        if card.audience == situation.audience
        and (situation.age is None or situation.age in card.ages)
        and all(
            not named or set(named) & set(there)
            for named, there in (
                (card.modules, {situation.module}),
                (card.blocks, situation.blocks),
                (card.phases, situation.phases),
                (card.problem_areas, situation.problem_areas),
            )
        )
    }
    assert set(ids(situation)) == plain


def test_search_asks_for_every_word() -> None:
    assert search_cards(CARDS, CardWish(words="kok soep", audience="child"))[0].id == "three-helpers-child"
    assert search_cards(CARDS, CardWish(words="kok soep bestaatniet")) == ()
