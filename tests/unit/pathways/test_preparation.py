import pytest

from lijfspoor.domain.caremodules.diagnostics import Diagnostics, Meeting, MeetingPart
from lijfspoor.domain.pathways.facts import (
    ExaminationPartCompleted,
    GoalAgreed,
    GoalDropped,
    MeetingHeld,
    PlanAgreed,
)
from tests.unit.pathways.builders import MONDAY, File, attachment, bare, text


@pytest.mark.requirement("S1-010")
def test_parts_of_a_meeting_may_be_covered_in_several_times() -> None:
    parts = tuple(MeetingPart(id=p, text=text(p), sources=("S1-010",)) for p in ("problem", "about", "goals"))
    meeting = Meeting(
        id="introduction", title=text("kennismaking"), parts=parts, attended_by=("client",), sources=("S1-009",)
    )
    file = File(bare(diagnostics=Diagnostics(meetings=(meeting,))))
    assert file.standing().meetings == ()
    file.tell(MeetingHeld, meeting="introduction", parts=("goals",))
    file.tell(MeetingHeld, meeting="introduction", parts=("problem", "weather"))
    file.tell(MeetingHeld, meeting="nowhere", parts=("problem",))
    assert file.standing().meetings == (("introduction", ("problem", "goals")),)


@pytest.mark.requirement("S2-024")
def test_each_part_of_the_examination_has_its_first_day() -> None:
    file = File(attachment())
    file.tell(ExaminationPartCompleted, part="history")
    file.later().tell(ExaminationPartCompleted, part="history")
    assert file.standing().examination == (("file", None), ("history", MONDAY))


def test_goals_are_agreed_dropped_and_agreed_again() -> None:
    file = File(bare())
    for goal in ("a", "b"):
        file.tell(GoalAgreed, goal=goal)
    file.tell(GoalDropped, goal="a", reason="bereikt")
    assert [g.goal for g in file.standing().goals] == ["b"]
    file.tell(GoalAgreed, goal="a", own="anders")
    assert [(g.goal, g.own) for g in file.standing().goals] == [("b", ""), ("a", "anders")]


def test_the_last_plan_counts() -> None:
    file = File(bare())
    assert file.standing().plan_version is None
    for version in (1, 2):
        file.tell(PlanAgreed, version=version)
    assert file.standing().plan_version == 2
