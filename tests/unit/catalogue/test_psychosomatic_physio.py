"""The module `psychosomatic-physio` says what its source says."""

from functools import cache

import pytest

from lijfspoor.catalogue.documents import blocks, read
from lijfspoor.catalogue.reader import SHIPPED, bytes_of, shipped
from lijfspoor.domain.caremodules.diagnostics import Checklist
from lijfspoor.domain.caremodules.module import CareModule

FILE = SHIPPED / "modules" / "psychosomatic-physio" / "1.0.yaml"
proves = pytest.mark.requirement


@cache
def module() -> CareModule:
    return shipped()["psychosomatic-physio@1.0"]


def cited() -> set[str]:
    found = (block.get("sources") for _, block in blocks(read(bytes_of(FILE)).value))
    return {str(source) for sources in found if isinstance(sources, list) for source in sources}


def checklist(id_: str) -> Checklist:
    return next(each for each in module().diagnostics.checklists if each.id == id_)


def test_everything_in_the_source_is_cited_by_the_module() -> None:
    assert cited() == {*(f"S3-{number:03}" for number in range(1, 28)), "own"}


@proves("S3-001")
def test_it_is_a_discipline_of_its_own_with_the_date_of_its_source() -> None:
    assert module().discipline == "psychosomatic_physiotherapy"
    assert str(module().provenance.revised_on) == "2026-02-18"


@proves("S3-003", "S3-004")
def test_the_word_is_explained_and_complaints_are_said_to_be_real() -> None:
    said = {source: each.text.nl for each in module().problem.statements for source in each.sources}
    assert "Psyche" in said["S3-003"]
    assert "Somatisch" in said["S3-003"]
    assert "klachten zijn echt" in said["S3-004"]


@proves("S3-005")
def test_a_medical_cause_is_asked_first_and_its_absence_only_makes_it_possible() -> None:
    first = module().audience.groups[0]
    assert (first.kind, first.needs) == ("precondition", "all")
    assert [each.id for each in first.criteria] == ["cause-looked-for", "no-clear-cause"]
    hint = first.criteria[1].hint
    assert hint is not None
    assert "mogelijk" in hint.nl
    assert "bewijst dat niet" in hint.nl
    assert "mogelijk" in module().audience.short.text.nl


@proves("S3-006", "S3-007", "S3-008", "S3-009")
def test_each_kind_of_complaint_is_an_indication_of_which_one_is_enough() -> None:
    (group,) = [group for group in module().audience.groups if group.kind == "indication"]
    assert group.needs == "any"
    assert [source for each in group.criteria for source in each.sources] == [f"S3-{n:03}" for n in range(6, 11)]


@proves("S3-002")
def test_the_intake_asks_how_the_body_reacts_and_what_triggers_it() -> None:
    (meeting,) = module().diagnostics.meetings
    assert "S3-002" in next(part.sources for part in meeting.parts if part.id == "stress-and-emotion")
    assert [item.id for item in checklist("triggers").items] == ["stress", "tension", "emotions"]


@proves("S3-010", "S3-025")
def test_what_maintains_complaints_is_asked_and_has_goals_beside_the_complaint() -> None:
    assert checklist("maintaining").items[0].sources == ("S3-010",)
    aims = {goal.id: goal.aspect for goal in module().goals.offered}
    assert aims["change-what-maintains"] == "maintaining"
    assert aims["less-complaints"] is None


@proves("S3-011")
def test_a_body_on_the_alert_has_three_markers() -> None:
    assert [item.id for item in checklist("alert-signs").items] == ["breath", "muscle-tension", "recovery"]


@proves("S3-012")
def test_load_and_capacity_are_put_side_by_side() -> None:
    part = next(each for each in module().diagnostics.examination if each.id == "load-and-capacity")
    assert part.list_ids == ("load", "capacity")
    assert "S3-012" in module().goals.main.sources


@proves("S3-013")
def test_breathing_posture_and_movement_are_observed() -> None:
    part = next(each for each in module().diagnostics.examination if "S3-013" in each.sources)
    assert part.list_ids == ("breathing", "posture", "movement-patterns")
    assert {checklist(each).kind for each in part.list_ids} == {"observation"}


@proves("S3-016")
def test_four_kinds_of_intervention_are_mixed() -> None:
    kinds = [kind.id for kind in module().approach.intervention_kinds]
    assert kinds == ["breathing", "relaxation", "talk", "movement"]
    assert {each.kind for each in module().approach.interventions} == set(kinds)


@proves("S3-017", "S3-026")
def test_goals_of_own_grip_and_a_plan_to_go_on_alone() -> None:
    own = [goal.id for goal in module().goals.offered if "S3-026" in goal.sources]
    assert own == ["recognise-and-regulate", "take-signals-seriously", "conscious-choices"]
    taper = module().agreements.taper
    assert taper is not None
    assert taper.text.sources == ("S3-017",)
    assert len(taper.agreements) == 4


@proves("S3-018", "S3-019")
def test_sessions_last_30_to_60_minutes_and_no_number_is_set() -> None:
    approach = module().approach
    assert (approach.session.minutes_low, approach.session.minutes_high) == (30, 60)
    assert (approach.dose.kind, approach.dose.low, approach.dose.high) == ("open", None, None)


@proves("S3-020")
def test_what_to_expect_is_said_at_the_start() -> None:
    (meeting,) = module().diagnostics.meetings
    assert "S3-020" in next(part.sources for part in meeting.parts if part.id == "what-it-asks")
    assert "geen snelle oplossing" in module().approach.expectations[0].text.nl


@proves("S3-021")
def test_every_session_looks_back_on_practice_at_home_and_gives_some_along() -> None:
    parts = {part.id: part for part in module().approach.session.parts}
    assert parts["look-back"].sources == parts["home"].sources == ("S3-021",)
    assert any("thuis" in prompt.nl for prompt in parts["home"].prompts)


@proves("S3-023")
def test_it_is_set_apart_from_regular_physiotherapy() -> None:
    said = next(each.text.nl for each in module().audience.context if "S3-023" in each.sources)
    assert "letsel, overbelasting, beperkt bewegen" in said


@proves("S3-024")
def test_the_evaluation_asks_what_still_maintains_complaints() -> None:
    (evaluation,) = module().agreements.evaluations
    assert "S3-024" in evaluation.sources
    assert "in stand houdt" in evaluation.topics[-1].nl


@proves("S3-027")
def test_two_outcomes_are_followed_each_with_the_side_that_is_better() -> None:
    assert [(each.id, each.better) for each in module().goals.outcomes] == [
        ("complaints", "less"),
        ("felt-control", "more"),
    ]


@proves("S3-014", "S3-015")
def test_the_vicious_circle_joins_situation_thought_emotion_body_and_closes_on_itself() -> None:
    formulation = module().diagnostics.formulation
    assert formulation is not None
    fields = [each.id for each in formulation.fields]
    assert fields == ["situation", "thought", "emotion", "body", "maintaining"]
    assert [link.id for link in formulation.links] == [
        f"{here}-{there}" for here, there in zip(fields, [*fields[1:], fields[0]], strict=True)
    ]
