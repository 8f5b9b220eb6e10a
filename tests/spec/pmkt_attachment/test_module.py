"""The module for disturbed attachment: what it holds is what its source says."""

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.criteria import CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel.text import Statement

proves = pytest.mark.requirement


@pytest.fixture(scope="module")
def module() -> CareModule:
    return shipped()["pmkt-attachment@1.0"]


def group(module: CareModule, group_id: str) -> CriterionGroup:
    return next(group for group in module.audience.groups if group.id == group_id)


def cited(statements: tuple[Statement, ...]) -> set[str]:
    return {source for statement in statements for source in statement.sources}


@proves("S2-001")
def test_it_says_where_it_comes_from(module: CareModule) -> None:
    provenance = module.provenance
    assert len(provenance.authors) == 6
    assert (provenance.year, str(provenance.revised_on)) == (2019, "2024-09-06")
    assert "MODULE BASIS" in provenance.level.nl


@proves("S2-002", "S2-004")
def test_developmental_age_runs_from_two_until_the_twelfth_birthday(module: CareModule) -> None:
    _, criterion = module.criterion("developmental-age")
    assert criterion.age is not None
    assert criterion.age.measure == "developmental"
    assert (criterion.age.low_months, criterion.age.high_months) == (2 * 12, 12 * 12 - 1)


@proves("S2-002", "S2-003")
def test_a_diagnosed_disorder_or_examined_problems_open_the_way(module: CareModule) -> None:
    target = group(module, "target-group")
    assert target.needs == "any"
    assert [criterion.id for criterion in target.criteria] == ["attachment-disorder", "attachment-problems"]
    assert [criterion.names_person is not None for criterion in target.criteria] == [True, False]


@pytest.mark.parametrize(
    ("group_id", "kind", "needs", "size"),
    [
        pytest.param("indication", "indication", "any", 2, marks=proves("S2-019")),
        pytest.param("indication-signs", "indication", "any", 5, marks=proves("S2-020")),
        pytest.param("contra-indications", "contra_indication", "none", 1, marks=proves("S2-021")),
    ],
)
def test_criteria_count_together(module: CareModule, group_id: str, kind: str, needs: str, size: int) -> None:
    found = group(module, group_id)
    assert (found.kind, found.needs, len(found.criteria)) == (kind, needs, size)


@proves("S2-021")
def test_a_contra_indication_is_passed_only_after_consulting(module: CareModule) -> None:
    override = group(module, "contra-indications").override
    assert override is not None
    assert set(override.consulted_roles) == {"psychiatrist", "lead_clinician"}


@proves("S2-022")
def test_families_and_institutions_register_a_child(module: CareModule) -> None:
    assert [route.id for route in module.audience.routes] == ["private", "institution"]


@pytest.mark.parametrize(
    ("criterion_id", "names_person", "safety"),
    [
        pytest.param("safe-attachment-figure", True, True, marks=proves("S2-028")),
        pytest.param("safe-upbringing", False, True, marks=proves("S2-029")),
        pytest.param("stable-living", False, True, marks=proves("S2-138")),
        pytest.param("attachment-person", True, False, marks=proves("S2-139")),
        ("cooperation", False, False),
        ("safety-ensured", False, True),
        ("equipped-room", False, False),
    ],
)
def test_preconditions_hold_before_the_start_and_during_treatment(
    module: CareModule, criterion_id: str, names_person: bool, safety: bool
) -> None:
    found, criterion = module.criterion(criterion_id)
    assert found.id == "preconditions"
    assert (found.kind, found.needs) == ("precondition", "all")
    assert set(found.asked) == {"before_start", "at_evaluation"}
    assert (criterion.names_person is not None, criterion.safety) == (names_person, safety)
    assert all(evaluation.asks_preconditions for evaluation in module.agreements.evaluations)


@proves("S2-015")
def test_a_caregiver_joins_only_after_the_question_about_fear(module: CareModule) -> None:
    check = module.surroundings.joint_session_check
    assert check is not None
    found, criterion = module.criterion(check.criterion)
    assert (found.kind, criterion.safety) == ("joint_session", True)


def test_it_says_that_it_is_not_yet_studied(module: CareModule) -> None:
    assert module.underpinning.status == "not_yet_studied"
    assert "N=1" in module.underpinning.status_text.text.nl


@proves("S2-127")
def test_working_on_stress_from_below_is_called_an_assumption(module: CareModule) -> None:
    claim = next(claim for claim in module.underpinning.claims if claim.id == "stress-from-below")
    assert claim.status == "assumed"


def test_training_register_and_refresher_are_required_and_the_extra_module_is_desirable(
    module: CareModule,
) -> None:
    levels = {each.credential: each.level for each in module.underpinning.qualifications}
    assert levels == {
        "post-hbo-pmkt": "required",
        "kwaliteitsregister": "required",
        "bijscholing-hechting": "required",
        "pmkt-module-hechting": "desirable",
    }


@pytest.mark.parametrize(
    ("requirement", "block"),
    [
        pytest.param(requirement, block, marks=proves(requirement))
        for requirement, block in [
            ("S2-058", "basic-safety"),
            ("S2-061", "entrusting"),
            ("S2-064", "self-confidence"),
            ("S2-067", "independence"),
            ("S2-070", "autonomy"),
        ]
    ],
)
def test_parents_get_guidance_with_every_block(module: CareModule, requirement: str, block: str) -> None:
    found = next(each for each in module.goals.blocks if each.id == block)
    advice = [each for each in module.surroundings.advice if each.block == block]
    assert requirement in cited(found.guidance_for_parents)
    assert [each.audience for each in advice] == ["caregivers"]


@proves("S2-073")
def test_parents_take_part_in_three_ways(module: CareModule) -> None:
    modes = [mode.id for mode in module.surroundings.parent_modes]
    assert modes == ["talk", "psycho_education", "joint_session"]
