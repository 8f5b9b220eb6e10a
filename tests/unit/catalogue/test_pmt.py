"""The module `pmt` says what its source says."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from lijfspoor.catalogue.checker import known_ids
from lijfspoor.catalogue.documents import blocks, read
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, shipped
from lijfspoor.domain.caremodules.goals import ModuleGoal
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.problem_areas import ProblemArea
from lijfspoor.domain.caremodules.variants import Variant
from lijfspoor.domain.evidence.status import EvidenceStatus

FILE = SHIPPED / "modules" / "pmt" / "1.0.yaml"
proves = pytest.mark.requirement


@cache
def module() -> CareModule:
    return shipped()["pmt@1.0"]


def area(area_id: str) -> ProblemArea:
    return next(each for each in module().problem_areas if each.id == area_id)


def goals_of(area_id: str) -> list[ModuleGoal]:
    return [goal for goal in module().goals.offered if area_id in goal.areas]


def variant(variant_id: str) -> Variant:
    return next(v for each in module().variations for v in each.variants if v.id == variant_id)


def cited() -> Iterator[str]:
    for _, block in blocks(read(bytes_of(FILE)).value):
        sources = block.get("sources", [])
        assert isinstance(sources, list)
        yield from (str(source) for source in sources)


def test_everything_in_the_source_is_cited_by_the_module() -> None:
    assert {source for source in cited() if source.startswith("S0-")} == {f"S0-{n:03}" for n in range(1, 70)}


def test_what_is_not_from_the_source_says_so() -> None:
    assert set(cited()) <= {*(known_ids() or ()), "own"}
    assert {source for source in cited() if not source.startswith("S0-")} == {"own", "S1-032", "S4-025", "S4-030"}


@proves("S0-009")
def test_it_is_there_for_all_four_ages() -> None:
    assert module().audience.age_groups == ("child", "youth", "adult", "older")
    who = next(each for each in module().variations if each.id == "who")
    ages = [v.age for v in who.variants if v.age]
    assert [v.id for v in who.variants] == ["children", "youth", "adults", "older"]
    borders = [(age.low_months, age.high_months) for age in ages]
    assert all(low == before + 1 for (_, before), (low, _) in pairwise(borders))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("adhd", ("urge", "concentrate", "wait", "attention"), marks=proves("S0-010")),
        pytest.param("autism", ("my body", "another", "contact", "trust myself"), marks=proves("S0-012")),
        pytest.param("trauma", ("inside", "tension", "other people")),
        pytest.param("depression-anxiety", ("moving", "body", "posture")),
        pytest.param("stress-burnout", ("signals", "stress", "limits"), marks=proves("S0-017")),
    ],
)
def test_each_problem_area_has_its_goals(name: str, words: tuple[str, ...]) -> None:
    goals = goals_of(name)
    assert len(goals) == len(words)
    assert all(word in goal.text.en.lower() for goal, word in zip(goals, words, strict=True))
    assert {source for goal in goals for source in goal.sources} & set(area(name).sources)


@proves("S0-011")
def test_the_need_to_move_is_a_tool_and_not_suppressed() -> None:
    said = [about for about in area("adhd").attitude if "S0-011" in about.sources]
    assert len(said) == 1
    assert "tool" in said[0].text.en
    assert "Do not suppress" in said[0].text.en


def test_trauma_holds_what_supports_and_what_opposes() -> None:
    claims = {claim.id: claim for claim in module().underpinning.claims}
    held = [claims[each] for each in area("trauma").claims]
    assert [claim.status for claim in held] == [
        EvidenceStatus.INDICATIONS,
        EvidenceStatus.INDICATIONS,
        EvidenceStatus.NOT_ESTABLISHED,
    ]
    assert "can contribute" in held[0].text.en
    assert {"S4-025", "S4-030"} <= set(held[2].sources)


def test_a_guideline_recommends_it_for_depression_as_an_option() -> None:
    claims = [claim for claim in module().underpinning.claims if claim.status is EvidenceStatus.RECOMMENDED]
    assert [claim.sources for claim in claims] == [("S0-016",)]
    assert "option" in claims[0].text.en


@proves("S0-015", "S0-020")
def test_bodily_signs_and_body_experience_are_looked_along() -> None:
    lists = {each.id: {item.id for item in each.items} for each in module().diagnostics.checklists}
    assert lists["bodily-signs"] >= {"shoulders", "posture", "breathing"}
    assert lists["body-experience"] >= {"tension-unnoticed", "pain-ignored", "body-strange"}
    assert area("depression-anxiety").lists == ("bodily-signs",)
    part = next(each for each in module().diagnostics.examination if each.id == "phase-observation")
    assert part.list_ids == ("bodily-signs", "body-experience")


@proves("S0-025")
def test_looking_at_a_child_goes_along_moving_playing_and_stimuli() -> None:
    part = next(each for each in module().diagnostics.examination if each.id == "first-look")
    guide = next(each for each in module().diagnostics.checklists if each.id in part.list_ids)
    assert [item.id for item in guide.items[:3]] == ["moves", "plays", "stimuli"]
    assert part.variant == "children"


@proves("S0-021")
def test_feeling_again_and_what_it_means_is_a_goal_for_everyone() -> None:
    goal = next(each for each in module().goals.offered if "S0-021" in each.sources)
    assert not goal.areas
    assert not goal.variants
    assert "means" in goal.text.en


@pytest.mark.parametrize(
    ("source", "word"),
    [
        pytest.param("S0-026", "dare more", marks=proves("S0-026")),
        pytest.param("S0-027", "anger or fear by moving", marks=proves("S0-027")),
        pytest.param("S0-028", "play together", marks=proves("S0-028")),
        pytest.param("S0-029", "balance", marks=proves("S0-029")),
    ],
)
def test_the_goals_of_a_child_belong_to_children(source: str, word: str) -> None:
    goals = [goal for goal in module().goals.offered if source in goal.sources]
    assert [goal.variants for goal in goals] == [("children",)]
    assert word in goals[0].text.en


@proves("S0-005", "S0-035", "S0-045")
def test_the_means_can_be_combined_freely() -> None:
    means = {each.id for each in module().approach.interventions}
    assert {"movement-exercises", "play", "body-assignments"} <= means
    assert {"tension-relaxation", "posture", "breathing", "improvisation"} <= means
    assert {"with-material", "music"} <= means
    free = next(each for each in module().approach.materials if each.id == "free")
    assert [item.en for item in free.items] == ["Balls", "Cloths", "Musical instruments"]
    assert module().approach.phase_order == "none"


@proves("S0-024")
def test_a_room_for_children_invites_to_move() -> None:
    inviting = next(each for each in module().approach.materials if each.id == "inviting")
    assert [item.en for item in inviting.items] == ["Mats", "Climbing equipment", "Balls", "Musical instruments"]


@proves("S0-022", "S0-023")
def test_children_are_met_in_play_and_by_their_development() -> None:
    children = variant("children")
    assert children.playful
    assert children.asks_developmental_age
    assert any("play, music and movement" in about.text.en for about in children.attitude)
    assert not any(v.playful for v in (variant("youth"), variant("adults"), variant("older")))


@proves("S0-033")
def test_adults_have_sessions_of_45_to_60_minutes() -> None:
    minutes = variant("adults").minutes
    assert minutes is not None
    assert (minutes.low, minutes.high) == (45, 60)
    assert all(v.minutes is None for v in (variant("children"), variant("youth"), variant("older")))


@proves("S0-034", "S0-037")
def test_a_session_has_three_parts_and_ends_with_two_questions() -> None:
    parts = module().approach.session.parts
    assert [part.id for part in parts] == ["check-in", "exercises", "reflection"]
    assert [prompt.en for prompt in parts[2].prompts] == [
        "What did you experience?",
        "What does that mean for your daily life?",
    ]


@proves("S0-036")
def test_the_therapist_looks_at_moving_tension_and_reacting() -> None:
    assert [each.id for each in module().approach.session.channels] == ["moving", "tension", "reacting"]


@proves("S0-046")
def test_the_therapist_has_four_roles() -> None:
    assert [each.id for each in module().approach.session.roles] == ["guides", "observes", "assigns", "plays"]


@proves("S0-042", "S0-043")
def test_it_can_be_short_usual_or_longer() -> None:
    doses = {name: variant(name).dose for name in ("short", "usual", "long")}
    told = {name: (dose.kind, dose.low, dose.high) for name, dose in doses.items() if dose}
    assert told == {"short": ("expected", 8, 12), "usual": ("expected", 10, 20), "long": ("open", None, None)}


@proves("S0-044")
def test_once_a_week_is_usual_and_intensive_is_more() -> None:
    frequency = next(each for each in module().variations if each.id == "frequency")
    assert frequency.usual == "weekly"
    assert [v.per_week for v in frequency.variants] == [1, 2]
    assert "own" in variant("intensive").about[0].sources


@proves("S0-047")
def test_it_is_about_discovering_and_not_performing() -> None:
    attitude = next(each for each in module().approach.attitudes if each.id == "discovering")
    assert "no fitness and no gym lesson" in attitude.about[0].text.en
    assert any("S0-047" in line.sources for line in module().underpinning.leaflet)


@proves("S0-030", "S0-031")
def test_home_and_school_get_advice_and_one_plan() -> None:
    advice = {each.audience for each in module().surroundings.advice}
    assert advice == {"caregivers", "school"}
    plan = module().surroundings.support_plan
    assert plan is not None
    assert plan.variant == "children"
    assert [part.id for part in plan.parts] == ["signs", "helps", "words"]


@proves("S0-062")
def test_the_bond_is_asked_for_without_blame() -> None:
    bond = module().agreements.bond
    assert bond is not None
    assert "nobody's fault" in bond.no_blame[0].text.en
    assert "own" not in bond.no_blame[0].sources
    assert "no moment" in bond.remark.en


@proves("S0-063")
def test_whether_it_fits_weighs_severity_goals_and_pace() -> None:
    evaluation = module().agreements.evaluations[0]
    assert evaluation.then_every == evaluation.after_session
    assert evaluation.fit is not None
    assert [each.text.en.partition(" ")[0] for each in evaluation.fit.weighs] == ["How", "How", "Does"]
    assert "proposal" in evaluation.remark.en


@proves("S0-065")
def test_it_adds_and_takes_no_place() -> None:
    beside = module().audience.beside_treatment
    assert beside is not None
    assert "does not come in the place of" in beside.text.en
    criterion = module().criterion("adds-to-other-treatment")
    assert criterion[0].asked == ("before_start", "at_evaluation")


def test_the_source_is_named_as_it_is() -> None:
    assert (
        module().provenance.derived_from == "een artikel voor het publiek over psychomotorische therapie, januari 2026"
    )
    assert module().provenance.revised_on is None
    assert "17:43" in module().history[0].text.en
    assert {group.kind for group in module().audience.groups} == {"indication", "precondition"}
