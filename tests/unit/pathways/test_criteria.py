from dataclasses import replace
from datetime import date, timedelta

import pytest

from lijfspoor.domain.caremodules.criteria import AgeRange, Override
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.facts import (
    Born,
    ContraIndicationOverridden,
    CriterionAnswered,
    DevelopmentalAgeStated,
    EvaluationHeld,
)
from tests.unit.pathways.builders import MONDAY, NO, UNKNOWN, YES, File, attachment, bare, criterion, group, text


def met(needs: str, *answers: Answer) -> Answer:
    ids = [f"c{i}" for i in range(len(answers))]
    file = File(bare(groups=(group("g", "indication", needs, *map(criterion, ids)),)))
    for id_, answer in zip(ids, answers, strict=True):
        file.answer(id_, answer=answer)
    return file.standing().group("g").met


@pytest.mark.parametrize(
    ("needs", "answers", "expected"),
    [
        ("all", (YES, YES), YES),
        ("all", (YES, UNKNOWN), UNKNOWN),
        ("all", (NO, UNKNOWN), NO),
        ("any", (NO, YES), YES),
        ("any", (UNKNOWN, YES), YES),
        ("any", (NO, UNKNOWN), UNKNOWN),
        ("any", (NO, NO), NO),
        ("none", (NO, NO), YES),
        ("none", (NO, UNKNOWN), UNKNOWN),
        ("none", (YES, UNKNOWN), NO),
        ("all", (), YES),
        ("any", (), NO),
        ("none", (), YES),
    ],
)
def test_groups_combine_answers_and_unknown_never_opens(
    needs: str, answers: tuple[Answer, ...], expected: Answer
) -> None:
    assert met(needs, *answers) is expected


def test_the_last_answer_counts_with_who_and_when() -> None:
    file = File(attachment()).answer("rage", answer=NO).later(3).answer("rage")
    rage = file.standing().criterion("rage")
    assert (rage.answer, rage.since, rage.by) == (YES, MONDAY + timedelta(days=3), "carla")
    assert file.standing(MONDAY).criterion("rage").answer is NO


@pytest.mark.requirement("S2-002")
def test_the_developmental_age_counts_up_to_and_including_its_borders_and_unknown_is_not_met() -> None:
    file = File(attachment())
    assert file.standing().group("target-a").met is UNKNOWN
    for months, expected in ((23, NO), (24, YES), (144, YES), (145, NO)):
        file.tell(DevelopmentalAgeStated, months=months)
        assert file.standing().group("target-a").met is expected


@pytest.mark.requirement("S2-002")
def test_the_developmental_age_is_as_stated_and_not_the_calendar_age() -> None:
    file = File(attachment())
    file.tell(Born, on=date(2008, 1, 1))
    file.tell(DevelopmentalAgeStated, months=60)
    file.answer("developmental-age", answer=NO)
    age = file.later(9000).standing().criterion("developmental-age")
    assert (age.answer, age.since) == (YES, MONDAY)


@pytest.mark.requirement("S2-002")
def test_a_diagnosis_counts_only_with_the_name_of_who_made_it() -> None:
    file = File(attachment()).answer("established-by-examination", answer=NO).answer("diagnosed")
    assert file.standing().group("target-b").met is UNKNOWN
    file.answer("diagnosed", person="Dr. De Wit, psychiater")
    assert file.standing().group("target-b").met is YES
    assert file.standing().criterion("diagnosed").person == "Dr. De Wit, psychiater"


@pytest.mark.requirement("S2-003")
def test_the_examination_can_establish_it_instead() -> None:
    file = File(attachment()).answer("established-by-examination")
    assert file.standing().group("target-b").met is YES


def test_calendar_age_follows_the_birth_date_and_is_unknown_before_it() -> None:
    age = AgeRange(measure="calendar", low_months=216, high_months=780)
    file = File(bare(groups=(group("g", "eligibility", "all", criterion("adult", age=age)),)))
    assert file.standing().group("g").met is UNKNOWN
    file.tell(Born, on=date(2007, 1, 7))
    assert file.standing().group("g").met is NO
    assert file.standing(MONDAY + timedelta(days=1)).group("g").met is YES
    file.tell(Born, on=date(2030, 1, 1))
    assert file.standing().group("g").met is UNKNOWN


def override(file: File, **changes: str) -> ContraIndicationOverridden:
    fields = {
        "criterion": "psychosis",
        "reason": "stabiel met medicatie",
        "consulted": "Dr. De Wit",
        "consulted_role": "psychiatrist",
        **changes,
    }
    return file.tell(ContraIndicationOverridden, **fields)


@pytest.mark.requirement("S2-021")
def test_an_override_opens_the_group_and_shows_for_ever() -> None:
    file = File(attachment()).answer("psychosis")
    assert file.standing().group("against").met is NO
    override(file)
    assert file.standing().group("against").met is YES
    file.later(400).answer("psychosis", answer=NO)
    shown = file.standing().criterion("psychosis").override
    assert shown is not None
    assert (shown.reason, shown.consulted_role, shown.on) == ("stabiel met medicatie", "psychiatrist", MONDAY)


@pytest.mark.requirement("S2-021")
@pytest.mark.parametrize(
    "changes", [{"consulted_role": "lead_clinician"}, {"reason": ""}, {"consulted": ""}, {"criterion": "rage"}]
)
def test_an_override_without_reason_or_consulted_psychiatrist_does_not_count(changes: dict[str, str]) -> None:
    file = File(attachment()).answer("psychosis", "rage")
    override(file, **changes)
    assert file.standing().group("against").met is NO
    assert file.standing().criterion("rage").override is None


@pytest.mark.requirement("S2-021")
def test_an_unknown_contra_indication_is_never_excluded_by_an_override() -> None:
    file = File(attachment())
    override(file)
    assert file.standing().group("against").met is UNKNOWN


def test_a_group_without_override_knows_none() -> None:
    file = File(bare(groups=(group("against", "contra_indication", "none", criterion("psychosis")),)))
    file.answer("psychosis")
    override(file)
    assert file.standing().group("against").met is NO


def test_a_precondition_cannot_be_overridden() -> None:
    way = Override(consulted_roles=("psychiatrist",), text=text("x"), sources=("own",))
    file = File(bare(groups=(group("g", "precondition", "none", criterion("psychosis"), override=way),)))
    file.answer("psychosis")
    override(file)
    assert file.standing().group("g").met is NO


def test_what_the_module_does_not_ask_is_passed_over() -> None:
    file = File(attachment())
    before = file.standing().groups
    file.tell(CriterionAnswered, criterion="nowhere", answer=YES)
    assert file.standing().groups == before


@pytest.mark.requirement("S2-015")
@pytest.mark.parametrize(
    ("answered", "asked_again", "expected"),
    [(NO, None, UNKNOWN), (NO, NO, NO), (NO, YES, YES), (YES, None, YES), (UNKNOWN, None, UNKNOWN)],
)
def test_an_evaluation_makes_only_the_answer_that_opens_joining_unknown_again(
    answered: Answer, asked_again: Answer | None, expected: Answer
) -> None:
    module = attachment()
    groups = tuple(
        replace(each, asked=("before_start", "at_evaluation")) if each.kind == "joint_session" else each
        for each in module.audience.groups
    )
    file = File(replace(module, audience=replace(module.audience, groups=groups)))
    file.answer("parent-feared", answer=answered).later(7)
    if asked_again is not None:
        file.answer("parent-feared", answer=asked_again)
    file.tell(EvaluationHeld, evaluation="regular", summary="besproken")
    assert file.standing().criterion("parent-feared").answer is expected


def test_without_an_evaluation_the_answer_on_joining_stands() -> None:
    file = File(attachment()).answer("parent-feared", answer=NO).later(300)
    assert file.standing().criterion("parent-feared").answer is NO
