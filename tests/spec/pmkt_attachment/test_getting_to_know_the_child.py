"""How the module for disturbed attachment gets to know the child: lists, examination, instruments."""

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.diagnostics import Checklist
from lijfspoor.domain.caremodules.module import CareModule

proves = pytest.mark.requirement


@pytest.fixture(scope="module")
def module() -> CareModule:
    return shipped()["pmkt-attachment@1.0"]


def checklist(module: CareModule, list_id: str) -> Checklist:
    return next(each for each in module.diagnostics.checklists if each.id == list_id)


@pytest.mark.parametrize(
    ("list_id", "size"),
    [
        pytest.param("signals", 3, marks=proves("S2-006")),
        pytest.param("form-avoidant", 6, marks=proves("S2-012")),
        pytest.param("form-ambivalent", 5, marks=proves("S2-013")),
        pytest.param("form-disorganised", 5, marks=proves("S2-014")),
        pytest.param("unmet-basic-safety", 7, marks=proves("S2-059")),
        pytest.param("unmet-entrusting", 3, marks=proves("S2-062")),
        pytest.param("unmet-self-confidence", 4, marks=proves("S2-065")),
        pytest.param("unmet-independence", 6, marks=proves("S2-068")),
        pytest.param("unmet-autonomy", 4, marks=proves("S2-071")),
        pytest.param("indication-list", 5, marks=proves("S2-020")),
        pytest.param("risk-parent", 6, marks=proves("S2-118")),
        pytest.param("risk-child", 6, marks=proves("S2-119")),
    ],
)
def test_lists_to_look_along_are_whole(module: CareModule, list_id: str, size: int) -> None:
    assert len(checklist(module, list_id).items) == size


@proves("S2-015")
def test_a_frightening_parent_is_the_safety_line_of_form_three(module: CareModule) -> None:
    assert checklist(module, "form-disorganised").safety_item == "f3-source-of-fear"


@proves("S2-008", "S2-009", "S2-010", "S2-011")
def test_classification_stands_beside_problems_without_one(module: CareModule) -> None:
    items = [item.id for item in checklist(module, "classification").items]
    assert items == ["reactive", "disinhibited", "onset-before-five", "no-classification"]


@proves("S2-016")
def test_the_profile_has_six_components(module: CareModule) -> None:
    components = [component.id for component in module.diagnostics.profile]
    assert components == ["biological", "sensory", "motor", "emotional", "social", "cognitive"]


@proves("S2-024")
def test_the_examination_has_four_parts(module: CareModule) -> None:
    assert [part.id for part in module.diagnostics.examination] == [
        "file-analysis",
        "developmental-history",
        "behaviour-observation",
        "questionnaires",
    ]


@proves("S2-026")
def test_the_formulation_joins_organism_behaviour_and_milieu(module: CareModule) -> None:
    formulation = module.diagnostics.formulation
    assert formulation is not None
    assert [each.id for each in formulation.fields] == ["organism", "behaviour", "milieu"]
    assert len(formulation.links) == 3


@proves("S2-057")
def test_five_basic_needs_are_met_literally_or_symbolically(module: CareModule) -> None:
    needs = checklist(module, "basic-needs")
    assert [need.id for need in needs.items] == ["place", "nourishment", "support", "protection", "limits"]
    assert {"literal", "symbolic"} <= {answer.id for answer in needs.answers}


@proves("S2-017")
def test_a_situation_is_answered_with_the_reaction(module: CareModule) -> None:
    assert {"anxious", "angry", "sad"} <= {each.id for each in checklist(module, "situations").answers}


@proves("S2-116", "S2-117")
def test_two_groups_of_risk_factors_are_targeted_and_two_only_noted(module: CareModule) -> None:
    scopes = [each.scope for each in module.diagnostics.checklists if each.kind == "risk_factors"]
    assert scopes == ["targeted", "targeted", "noted_only", "noted_only"]


def test_psymot_is_for_six_to_twelve(module: CareModule) -> None:
    psymot = next(each for each in module.diagnostics.instruments if each.id == "psymot")
    assert (psymot.low_months, psymot.high_months) == (6 * 12, 13 * 12 - 1)


def test_questionnaires_name_who_fills_them_in(module: CareModule) -> None:
    informants = {each.id: set(each.filled_in_by) for each in module.diagnostics.instruments}
    assert {"caregivers", "teacher"} <= informants["bots"]
    assert informants["dessa"] == {"caregivers"}


@proves("S2-112")
def test_the_observation_guide_covers_all_components_under_headings_of_our_own(module: CareModule) -> None:
    guide = checklist(module, "pmkt-observation")
    headings = {item.text.en.split(":")[0].lower() for item in guide.items}
    assert headings == {component.id for component in module.diagnostics.profile}
    assert all("own" in item.sources for item in guide.items)
