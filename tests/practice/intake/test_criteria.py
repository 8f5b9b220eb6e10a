"""The questions before start: answered, kept with who and when, and passed only with a reason."""

from datetime import timedelta
from typing import Any

import pytest

from lijfspoor.domain.pathways.facts import CriterionAnswered
from lijfspoor.domain.pathways.steps import Step, StepKind
from lijfspoor.practice.access.refusals import NotAllowed, NotFound, NotPossible, NotUnderstood
from lijfspoor.practice.intake import criteria
from lijfspoor.practice.intake.criteria import Answered
from tests import cast
from tests.practice.intake import scenes
from tests.practice.intake.scenes import NO, UNKNOWN, YES

pytestmark = pytest.mark.django_db


def said(scene: scenes.Scene, criterion: str) -> list[CriterionAnswered]:
    return [f for f in scene.course().facts if isinstance(f, CriterionAnswered) and f.criterion == criterion]


def pass_by(scene: scenes.Scene, criterion: str = "severe-psychiatric-disorder", **passed: str) -> None:
    said: dict[str, Any] = passed | scene.when()
    criteria.override_contra_indication(criterion_id=criterion, **said)


@pytest.mark.requirement("S1-007", "S1-008")
def test_the_two_indications_are_opposite_poles_with_answers_of_their_own() -> None:
    scene = scenes.addon()
    scene.answer("indications", flooding=YES, estrangement=NO)
    standing = scene.standing()
    assert standing.criterion("flooding").answer is YES
    assert standing.criterion("estrangement").answer is NO
    assert standing.group("indications").met is YES


def test_only_changed_answers_are_recorded_and_earlier_ones_stay() -> None:
    scene = scenes.addon()
    scene.answer("preconditions", goals_clear=UNKNOWN, own_treatment_runs=YES)
    scene.answer("preconditions", goals_clear=YES, own_treatment_runs=YES)
    scene.answer("preconditions", goals_clear=NO, own_treatment_runs=YES)
    assert [fact.answer for fact in said(scene, "goals-clear")] == [YES, NO]
    assert [fact.answer for fact in said(scene, "own-treatment-runs")] == [YES]
    read = criteria.read_group(group_id="preconditions", **scene.when())
    assert [(f.answer, f.stamp.by) for f in read.earlier["goals-clear"]] == [
        (YES, "Marjan de Wit"),
        (NO, "Marjan de Wit"),
    ]


@pytest.mark.requirement("S2-002")
def test_a_diagnosis_names_who_made_it() -> None:
    scene = scenes.attachment()
    nameless = {"attachment-disorder": Answered(answer=YES, person=" ")}
    with pytest.raises(NotUnderstood) as refusal:
        criteria.answer_criteria(group_id="target-group", answers=nameless, **scene.when())
    assert refusal.value.fields.keys() == {"person.attachment-disorder"}
    assert said(scene, "attachment-disorder") == []
    named = {"attachment-disorder": Answered(answer=YES, person="dr. P. Jansen, psychiater")}
    criteria.answer_criteria(group_id="target-group", answers=named, **scene.when())
    assert scene.standing().criterion("attachment-disorder").person == "dr. P. Jansen, psychiater"


@pytest.mark.requirement("S2-003")
def test_attachment_problems_from_the_examination_are_a_way_of_their_own() -> None:
    scene = scenes.attachment()
    scene.answer("target-group", attachment_disorder=NO, attachment_problems=YES)
    assert scene.standing().group("target-group").met is YES


@pytest.mark.requirement("S2-002", "S2-004")
def test_developmental_age_decides_and_calendar_age_stands_beside_it() -> None:
    scene = scenes.attachment()
    assert scene.standing().criterion("developmental-age").answer is UNKNOWN
    criteria.state_developmental_age(months=52, **scene.when())
    assert scene.standing().criterion("developmental-age").answer is YES
    criteria.state_developmental_age(months=144, **scene.when())
    assert scene.standing().criterion("developmental-age").answer is NO
    read = criteria.read_group(group_id="age", **scene.when())
    assert [fact.months for fact in read.ages] == [52, 144]


def test_an_age_nobody_has_is_not_understood() -> None:
    scene = scenes.attachment()
    for months in (-1, 121 * 12):
        with pytest.raises(NotUnderstood):
            criteria.state_developmental_age(months=months, **scene.when())


@pytest.mark.requirement("S2-021")
def test_a_contra_indication_holds_the_start_back_until_it_is_passed_with_a_reason() -> None:
    scene = scenes.attachment()
    scene.answer("contra-indications", severe_psychiatric_disorder=YES)
    assert scene.standing().group("contra-indications").met is NO
    passed = {"reason": "De psychose is al jaren voorbij", "consulted": "dr. Bos", "consulted_role": "psychiatrist"}
    pass_by(scene, **passed)
    assert scene.standing().group("contra-indications").met is YES
    scene.answer("contra-indications", severe_psychiatric_disorder=NO)
    override = scene.standing().criterion("severe-psychiatric-disorder").override
    assert override is not None
    assert (override.reason, override.consulted) == (passed["reason"], "dr. Bos")


@pytest.mark.requirement("S2-021")
@pytest.mark.parametrize(
    ("field", "value"), [("reason", " "), ("consulted", ""), ("consulted_role", "gz_psychologist")]
)
def test_passing_needs_a_reason_a_name_and_a_fitting_role(field: str, value: str) -> None:
    scene = scenes.attachment()
    scene.answer("contra-indications", severe_psychiatric_disorder=YES)
    passed = {"reason": "x", "consulted": "dr. Bos", "consulted_role": "psychiatrist"} | {field: value}
    with pytest.raises(NotUnderstood) as refusal:
        pass_by(scene, **passed)
    assert refusal.value.fields.keys() == {field}


def test_what_is_not_there_cannot_be_passed() -> None:
    scene = scenes.attachment()
    passed = {"reason": "x", "consulted": "dr. Bos", "consulted_role": "psychiatrist"}
    with pytest.raises(NotPossible):
        pass_by(scene, **passed)
    for other in ("equipped-room", "nothing"):
        with pytest.raises(NotFound):
            pass_by(scene, criterion=other, **passed)


@pytest.mark.requirement("S2-028", "S2-029")
def test_safety_is_asked_before_start_and_unknown_holds_it_back() -> None:
    scene = scenes.attachment()
    scenes.criteria_met(scene)
    scene.answer("preconditions", safe_attachment_figure=UNKNOWN)
    assert scene.standing().group("preconditions").met is UNKNOWN
    scene.answer("preconditions", safe_attachment_figure=YES, safe_upbringing=NO)
    assert scene.standing().group("preconditions").met is NO


@pytest.mark.requirement("S2-015")
def test_fear_of_a_parent_closes_sessions_together_but_not_the_start() -> None:
    scene = scenes.attachment()
    scene.answer("joint-sessions", caregiver_not_source_of_fear=NO)
    assert scene.standing().group("joint-sessions").met is NO
    title = next(g.title.nl for g in scene.course().module.audience.groups if g.id == "joint-sessions")
    start = scene.course().permission(Step(StepKind.START_TREATMENT))
    together = scene.course().permission(Step(StepKind.HOLD_JOINT_SESSION))
    assert not any(title in reason.text.nl for reason in start.reasons)
    assert any(title in reason.text.nl for reason in together.reasons)


@pytest.mark.requirement("S2-138")
def test_asking_again_records_answers_that_stayed_the_same() -> None:
    scene = scenes.attachment()
    scene.answer("client-conditions", weekly_participation=YES)
    scene.day += timedelta(days=30)
    same = {"weekly-participation": Answered(answer=YES, person="Ria")}
    assert criteria.answer_criteria(group_id="client-conditions", answers=same, **scene.when()) == 0
    asked = criteria.answer_criteria(group_id="client-conditions", answers=same, ask_again=True, **scene.when())
    assert asked == 1
    assert scene.standing().criterion("weekly-participation").since == scene.day


@pytest.mark.parametrize(("name", "refusal"), [("lea", NotAllowed), ("ab", NotAllowed), ("tess", NotFound)])
def test_only_who_treats_answers(name: str, refusal: type[Exception]) -> None:
    scene = scenes.addon()
    with pytest.raises(refusal):
        criteria.answer_criteria(group_id="indications", answers={}, **scene.when(name))


def test_the_lead_clinician_reads_and_the_assistant_does_not() -> None:
    scene = scenes.addon()
    assert not criteria.read_group(group_id="indications", **scene.when("lea")).may_write
    with pytest.raises(NotAllowed):
        criteria.read_group(group_id="indications", **scene.when("ab"))
    elsewhere = cast.oever().actor("elsa")
    with pytest.raises(NotFound):
        criteria.read_group(group_id="indications", **scene.when() | {"actor": elsewhere})


def test_a_group_or_criterion_the_module_has_not_is_nothing() -> None:
    scene = scenes.addon()
    with pytest.raises(NotFound):
        criteria.read_group(group_id="nothing", **scene.when())
    strange = {"nothing": Answered(answer=YES)}
    assert criteria.answer_criteria(group_id="indications", answers=strange, **scene.when()) == 0


@pytest.mark.requirement("S2-019", "S2-020")
def test_one_sign_of_five_under_one_of_two_umbrellas_is_an_indication() -> None:
    scene = scenes.attachment()
    asked = {group.id: [c.id for c in group.criteria] for group in scene.course().module.audience.groups}
    assert (len(asked["indication"]), len(asked["indication-signs"])) == (2, 5)
    scene.answer("indication", behaviour_problems=YES)
    scene.answer("indication-signs", avoidant_apathetic=YES)
    standing = scene.standing()
    assert (standing.group("indication").met, standing.group("indication-signs").met) == (YES, YES)
