"""The module `movement-in-trauma` says what its source says, and what it does not say."""

from functools import cache

import pytest

from lijfspoor.catalogue.documents import blocks, read
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, shipped
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import Movement, StudiedDose
from lijfspoor.domain.caremodules.underpinning import EvidenceClaim
from lijfspoor.domain.evidence.status import EvidenceStatus

FILE = SHIPPED / "modules" / "movement-in-trauma" / "1.0.yaml"
proves = pytest.mark.requirement


@cache
def module() -> CareModule:
    return shipped()["movement-in-trauma@1.0"]


def movement() -> Movement:
    told = module().movement
    assert told is not None
    return told


def dose(id_: str) -> StudiedDose:
    found = movement().dose(id_)
    assert found is not None
    return found


def claim(id_: str) -> EvidenceClaim:
    return next(each for each in module().underpinning.claims if each.id == id_)


def test_everything_in_the_source_is_cited_by_the_module() -> None:
    found = (block.get("sources") for _, block in blocks(read(bytes_of(FILE)).value))
    cited = {str(source) for sources in found if isinstance(sources, list) for source in sources}
    assert cited == {*(f"S4-{number:03}" for number in range(1, 40)), "S0-068", "own"}


@proves("S4-004")
@pytest.mark.parametrize(
    ("route", "source"),
    [
        pytest.param("stand_alone", "S4-005", marks=proves("S4-005")),
        pytest.param("symptom_directed", "S4-014", marks=proves("S4-014")),
        pytest.param("enhancer", "S4-017", marks=proves("S4-017")),
        pytest.param("means", "S4-023", marks=proves("S4-023")),
    ],
)
def test_movement_serves_in_four_ways(route: str, source: str) -> None:
    assert [each.id for each in movement().routes] == ["stand_alone", "symptom_directed", "enhancer", "means"]
    found = movement().route(route)
    assert found is not None
    assert found.sources == ("S4-004", source)


@proves("S4-014")
def test_the_idea_behind_movement_aimed_at_complaints_is_called_an_assumption() -> None:
    route = movement().route("symptom_directed")
    assert route is not None
    assert route.label is not None
    assert "aanname" in route.label.text.nl


@proves("S4-012", "S4-013")
def test_strength_and_walking_as_studied() -> None:
    found = dose("strength-and-walking")
    assert (found.route, found.times_per_week, found.minutes, found.weeks) == ("stand_alone", 3, 30, 12)
    assert (found.participants, found.reference) == (81, "Rosenbaum et al. (2015)")
    assert len(found.found) == 4
    assert found.mechanism_status is EvidenceStatus.NOT_ESTABLISHED


@proves("S4-015", "S4-016")
def test_yoga_as_studied() -> None:
    found = dose("trauma-informed-yoga")
    assert (found.route, found.weeks, found.minutes, found.participants) == ("symptom_directed", 10, None, 64)
    assert found.compared_with is not None
    assert found.compared_with.nl == "Psycho-educatie"
    assert found.mechanism_status is EvidenceStatus.NOT_ESTABLISHED


@proves("S4-018", "S4-019")
def test_the_walk_before_exposure_as_studied() -> None:
    found = dose("treadmill-before-exposure")
    assert (found.route, found.intensity, found.timing) == ("enhancer", "moderate", "before")
    assert (found.minutes, found.weeks, found.participants) == (None, None, None), "the source gives no numbers"
    assert "BDNF" in found.found[1].text.nl


@proves("S4-020")
def test_the_working_of_bdnf_is_called_a_hypothesis() -> None:
    assert dose("treadmill-before-exposure").mechanism_status is EvidenceStatus.ASSUMED
    assert claim("bdnf-hypothesis").status is EvidenceStatus.ASSUMED


@proves("S4-026", "S4-027", "S4-029", "S4-030")
def test_stabilisation_as_studied_with_what_was_not_found() -> None:
    found = dose("stabilisation-12x90")
    assert (found.route, found.weeks, found.minutes) == ("means", 12, 90)
    assert "zonder loting" in found.design.nl
    assert len(found.found) == 2
    assert [each.sources for each in found.not_found] == [("S4-030",)] * 3


@proves("S4-024")
def test_each_aim_of_pmt_in_trauma_is_a_goal_of_its_own() -> None:
    assert [goal.id for goal in module().goals.offered if "S4-024" in goal.sources] == [
        *("body-awareness", "perception", "regulate-emotions", "express-emotions", "own-body-again"),
        *("sense-of-control", "pleasure", "positive-interaction", "social-emotions"),
    ]


@proves("S4-025")
def test_a_relation_that_was_not_found_stands_beside_the_one_that_was() -> None:
    assert claim("no-relation-body-awareness").status is EvidenceStatus.NOT_ESTABLISHED
    assert claim("relation-body-appreciation").status is EvidenceStatus.INDICATIONS
    observed = {item.id for each in module().diagnostics.checklists for item in each.items}
    assert {"appreciation", "awareness"} <= observed, "two things, not one"


@proves("S4-001", "S4-032", "S4-033", "S4-034")
def test_an_impression_a_supposition_and_a_gap_are_each_called_by_their_name() -> None:
    assert claim("impression-versus-evidence").status is EvidenceStatus.EXPERT_BASED
    assert claim("older-brain-systems").status is EvidenceStatus.ASSUMED
    assert claim("added-value-unknown").status is EvidenceStatus.NOT_YET_STUDIED
    assert module().underpinning.status is EvidenceStatus.NOT_ESTABLISHED
    gap = movement().gap
    assert gap is not None
    assert gap.sources == ("S4-033",)


@proves("S4-006", "S4-007", "S4-008", "S4-009", "S4-010", "S4-011")
def test_every_mechanism_is_told_with_its_own_source() -> None:
    told = [each.sources for each in module().underpinning.theory]
    assert told[:6] == [(f"S4-{number:03}",) for number in range(6, 12)]


@proves("S4-002", "S4-035", "S4-036", "S4-037", "S4-038")
def test_open_questions_name_what_is_kept_to_answer_them() -> None:
    asked = {each.sources[0]: each.asks_for for each in movement().open_questions}
    assert asked == {
        "S4-002": (),
        "S4-035": ("intensity", "play", "setting"),
        "S4-036": ("attention",),
        "S4-037": ("timing",),
        "S4-038": ("expression",),
    }


@proves("S4-039")
def test_cautious_advice_comes_with_its_disclaimer() -> None:
    assert [each.sources for each in movement().advice] == [("S4-039",), ("S0-068",)]
    assert movement().advice[0].text.nl.startswith("De schrijver zegt")


@proves("S4-031")
def test_the_evaluation_asks_for_the_client_s_experience_in_own_words() -> None:
    (evaluation,) = module().agreements.evaluations
    assert "S4-031" in evaluation.sources
    assert "in uw eigen woorden" in evaluation.topics[0].nl


def test_the_check_of_effort_is_ours_and_never_a_source_s() -> None:
    (group,) = [group for group in module().audience.groups if group.kind == "effort_check"]
    assert {source for each in group.criteria for source in each.sources} == {"own"}
    assert group.sources == movement().effort_check.sources == ("own",)
    assert group.needs == "all"
