"""The building blocks and the ladder of subgoals of the module for disturbed attachment."""

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.module import CareModule

proves = pytest.mark.requirement

LADDER = {"BV": (32, 3), "TV": (35, 6), "ZV": (41, 5), "ZS": (46, 4)}
"""Code of a block -> number of its first requirement, and how many subgoals it has."""
SUBGOALS = [
    (f"{block}-{place + 1}", f"S2-{first + place:03d}")
    for block, (first, size) in LADDER.items()
    for place in range(size)
]


@pytest.fixture(scope="module")
def module() -> CareModule:
    return shipped()["pmkt-attachment@1.0"]


@pytest.mark.parametrize(("code", "requirement"), [pytest.param(*row, marks=proves(row[1])) for row in SUBGOALS])
def test_subgoals_carry_over_and_can_be_rated(module: CareModule, code: str, requirement: str) -> None:
    subgoal = module.subgoal(code.lower())
    assert subgoal.code == code
    assert subgoal.sources == (requirement,)
    assert subgoal.shown_by
    assert module.goals.rating is not None


def test_the_ladder_has_eighteen_subgoals_in_order(module: CareModule) -> None:
    assert [subgoal.code for _, subgoal in module.subgoals()] == [code for code, _ in SUBGOALS]


@proves("S2-031")
def test_every_subgoal_after_the_first_builds_on_the_one_before_in_its_block(module: CareModule) -> None:
    for block in module.goals.blocks:
        for before, subgoal in zip(block.subgoals, block.subgoals[1:], strict=False):
            assert before.id in subgoal.builds_on
    assert [each.id for _, each in module.subgoals() if not each.builds_on] == ["bv-1"]


@proves("S2-048")
def test_calming_alone_builds_on_calming_with_help(module: CareModule) -> None:
    assert "bv-2" in module.subgoal("zs-3").builds_on


@proves("S2-036")
def test_entrusting_shows_in_contact_from_the_childs_side(module: CareModule) -> None:
    assert "zelf contact" in module.subgoal("tv-2").shown_by[0].nl


@pytest.mark.parametrize(
    ("block", "number", "months"),
    [
        pytest.param("basic-safety", 1, 0, marks=proves("S2-056")),
        pytest.param("entrusting", 2, 3, marks=proves("S2-060")),
        pytest.param("self-confidence", 3, 9, marks=proves("S2-063")),
        pytest.param("independence", 4, 30, marks=proves("S2-066")),
        pytest.param("autonomy", 5, 60, marks=proves("S2-069")),
    ],
)
def test_building_blocks_begin_at_their_age(module: CareModule, block: str, number: int, months: int) -> None:
    found = next(each for each in module.goals.blocks if each.id == block)
    assert (found.number, found.from_months) == (number, months)


@proves("S2-056")
def test_the_first_key_sentence_is_the_sources_and_the_others_are_said_to_be_ours(module: CareModule) -> None:
    first, *others = module.goals.blocks
    assert first.key_sentence.nl == "Je mag er zijn"
    for block in others:
        said = [each for each in block.about if block.key_sentence.nl in each.text.nl]
        assert [each.sources for each in said] == [("own",)]


@proves("S2-069")
def test_autonomy_has_own_goals_only_and_prefers_a_group(module: CareModule) -> None:
    autonomy = module.goals.blocks[-1]
    assert (autonomy.subgoals, autonomy.own_goals, autonomy.prefers_group) == ((), True, True)
    assert [step.id for step in module.agreements.next_steps if step.after_block] == ["group-therapy"]
    assert module.phase("transfer").group_preferred_after is not None


def test_the_rating_has_four_words_of_our_own_that_carry_from_the_third(module: CareModule) -> None:
    rating = module.goals.rating
    assert rating is not None
    assert rating.sources == ("own",)
    assert [(word.id, word.carries) for word in rating.words] == [
        ("not-seen", False),
        ("with-help", False),
        ("at-times", True),
        ("mostly", True),
    ]
