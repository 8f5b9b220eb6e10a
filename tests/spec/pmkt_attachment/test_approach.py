"""The approach of the module for disturbed attachment: phases, attitudes, sessions, materials."""

import pytest

from lijfspoor.catalogue.reader import shipped
from lijfspoor.domain.caremodules.module import CareModule

proves = pytest.mark.requirement

INTERVENTIONS = {
    "regulation": range(75, 79),
    "relationship": range(81, 86),
    "behaviour-change": range(89, 94),
    "transfer": range(96, 100),
}
"""Phase -> numbers of the requirements that its interventions rest on, one for each, in order."""


@pytest.fixture(scope="module")
def module() -> CareModule:
    return shipped()["pmkt-attachment@1.0"]


@pytest.mark.parametrize(
    ("phase", "number", "blocks"),
    [
        pytest.param("regulation", 1, ("basic-safety", "entrusting"), marks=proves("S2-074")),
        pytest.param("relationship", 2, ("entrusting", "self-confidence"), marks=proves("S2-080")),
        pytest.param("behaviour-change", 3, ("self-confidence", "independence"), marks=proves("S2-088")),
        pytest.param("transfer", 4, ("independence", "autonomy"), marks=proves("S2-095")),
    ],
)
@proves("S2-054", "S2-055")
def test_four_phases_work_on_two_blocks_each(
    module: CareModule, phase: str, number: int, blocks: tuple[str, ...]
) -> None:
    found = module.phase(phase)
    assert (found.number, found.blocks) == (number, blocks)
    assert len(module.approach.phases) == 4


def test_phases_are_ordered_and_a_step_back_is_said_to_be_ordinary(module: CareModule) -> None:
    assert module.approach.phase_order == "ordered"
    assert module.approach.step_back is not None


def test_both_names_of_a_phase_stay_findable(module: CareModule) -> None:
    assert [name.nl for name in module.phase("transfer").also_called] == ["Overdracht"]
    assert {"Vertrouwen", "Toevertrouwen"} == {name.nl for name in module.phase("relationship").also_called}


@pytest.mark.parametrize(
    ("phase", "place", "requirement"),
    [
        pytest.param(phase, place, f"S2-{number:03d}", marks=proves(f"S2-{number:03d}"))
        for phase, numbers in INTERVENTIONS.items()
        for place, number in enumerate(numbers)
    ],
)
def test_interventions_stand_in_their_phase(module: CareModule, phase: str, place: int, requirement: str) -> None:
    found = module.phase(phase).interventions
    assert len(found) == len(INTERVENTIONS[phase])
    assert found[place].sources[0] == requirement


@proves("S2-076")
def test_food_and_touch_open_their_own_checks(module: CareModule) -> None:
    all_of_them = [each for phase in module.approach.phases for each in phase.interventions]
    assert [each.id for each in all_of_them if each.food] == ["int-1-2"]
    assert [each.id for each in all_of_them if each.touch] == ["int-1-3", "int-2-5"]
    assert all(each.note is not None for each in all_of_them if each.touch or each.food)


@pytest.mark.parametrize(
    ("phase", "requirement"),
    [
        pytest.param("regulation", "S2-079", marks=proves("S2-079")),
        pytest.param("relationship", "S2-087", marks=proves("S2-087")),
        pytest.param("behaviour-change", "S2-094", marks=proves("S2-094")),
    ],
)
def test_phases_end_on_a_sign(module: CareModule, phase: str, requirement: str) -> None:
    assert {sign.sources for sign in module.phase(phase).exit_signs} == {(requirement,)}


@pytest.mark.parametrize(
    ("phase", "requirement"),
    [
        pytest.param("regulation", "S2-134", marks=proves("S2-134")),
        pytest.param("relationship", "S2-135", marks=proves("S2-135")),
        pytest.param("behaviour-change", "S2-136", marks=proves("S2-136")),
        pytest.param("transfer", "S2-137", marks=proves("S2-137")),
    ],
)
def test_working_elements_stand_with_their_phase_and_regulating_in_all(
    module: CareModule, phase: str, requirement: str
) -> None:
    sources = [element.sources for element in module.phase(phase).working_elements]
    assert (requirement,) in sources
    assert ("S2-137",) in sources


@pytest.mark.parametrize(
    ("attitude", "requirement"),
    [
        pytest.param("safety", "S2-102", marks=proves("S2-102")),
        pytest.param("acceptance", "S2-103", marks=proves("S2-103")),
        ("attunement", "S2-106"),
        ("success", "S2-107"),
        pytest.param("mentalising", "S2-108", marks=proves("S2-108")),
    ],
)
def test_attitudes_come_with_questions_to_look_back(module: CareModule, attitude: str, requirement: str) -> None:
    found = next(each for each in module.approach.attitudes if each.id == attitude)
    assert requirement in {source for statement in found.about for source in statement.sources}
    assert found.reflection


@proves("S2-108")
def test_the_therapist_is_more_directive_only_in_the_last_phase(module: CareModule) -> None:
    directive = [
        phase.id
        for phase in module.approach.phases
        if any("directiever" in attitude.text.nl for attitude in phase.attitude)
    ]
    assert directive == ["transfer"]


@proves("S2-053")
def test_the_dose_is_an_expectation_in_the_words_of_the_source(module: CareModule) -> None:
    dose = module.approach.dose
    assert (dose.kind, dose.low, dose.high, dose.extended_by) == ("expected", 25, 40, None)
    assert "minimaal 25-40" in dose.words.nl


def test_a_session_lasts_an_hour_alone_or_with_a_caregiver(module: CareModule) -> None:
    session = module.approach.session
    assert (session.minutes_low, session.minutes_high) == (60, 60)
    assert session.forms == ("individual", "dyad")
    assert "S2-052" in session.frequency.sources


def test_every_session_opens_with_the_same_three_steps_in_pictures(module: CareModule) -> None:
    opening = module.approach.session.opening
    assert opening is not None
    assert len(opening.steps) == 3
    assert opening.pictures == ("seat", "food-and-drink", "plan")


@proves("S2-113")
def test_materials_come_in_the_order_of_the_source(module: CareModule) -> None:
    ordered = sorted(module.approach.materials, key=lambda each: each.order)
    assert [each.id for each in ordered] == ["sensopathic", "sensomotor", "musical", "creative"]


@pytest.mark.parametrize(
    ("materials", "size"),
    [
        pytest.param("sensopathic", 7, marks=proves("S2-114")),
        pytest.param("sensomotor", 12, marks=proves("S2-115")),
    ],
)
def test_materials_are_listed_whole(module: CareModule, materials: str, size: int) -> None:
    found = next(each for each in module.approach.materials if each.id == materials)
    assert len(found.items) == size


@proves("S2-132")
def test_four_examples_have_an_aim_and_a_phase(module: CareModule) -> None:
    examples = module.approach.examples
    assert [example.id for example in examples if example.phase] == [
        "swing-bag",
        "cloths-on-a-line",
        "tasting-shop",
        "bean-bag-track",
    ]
    assert [(each.touch, each.food) for each in examples] == [
        (True, False),
        (False, False),
        (False, True),
        (False, False),
    ]


def test_tapering_agrees_spacing_farewell_and_last_day(module: CareModule) -> None:
    taper = module.agreements.taper
    assert taper is not None
    assert len(taper.agreements) >= 3
    assert all(reason.planned for reason in module.agreements.closing_reasons[:2])
