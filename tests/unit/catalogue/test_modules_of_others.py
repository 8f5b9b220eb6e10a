"""The format on two modules of other published kinds, in our own words and for tests only: read, and run to the end."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lijfspoor.catalogue.checker import check, known_ids
from lijfspoor.catalogue.reader import examine, load_all
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import Stage, StepKind
from lijfspoor.domain.pathways.facts import (
    AuthorityHeld,
    Born,
    ConsentGiven,
    ForewarningGiven,
    GoalAgreed,
    MeetingHeld,
    PhaseMoved,
    PlanAgreed,
    Referred,
    TaperPlanned,
    TherapistAssigned,
    TreatmentClosed,
    TreatmentStarted,
)
from lijfspoor.practice.library.chapters.every import chapters
from tests.unit.pathways.builders import File

CONTENT = Path(__file__).parents[2] / "content"
AGGRESSION, ANOREXIA = "group-aggression-mild-id@1.0", "anorexia-group-youth@1.0"
PINS = (AGGRESSION, ANOREXIA)
BORN = date(2010, 6, 1)


@cache
def module(pin: str) -> CareModule:
    return load_all(CONTENT)[pin]


def referred(pin: str) -> File:
    """A young person who was referred, with a parent who decides too."""
    file = File(module(pin))
    file.tell(Referred, route=file.module.audience.routes[0].id)
    file.tell(Born, on=BORN)
    file.tell(AuthorityHeld, person="mo", name="Mo")
    for person in ("client", "mo"):
        file.tell(ConsentGiven, scope="treatment", person=person)
    file.tell(TherapistAssigned, therapist="carla", name="Carla")
    return file


def prepared(pin: str) -> File:
    """Everything the module asks, answered so that treatment can start."""
    file = referred(pin)
    for group, criterion in file.module.criteria():
        if criterion.age is None:
            answer = Answer.NO if group.needs == "none" else Answer.YES
            file.answer(criterion.id, answer=answer, person="Dr. P")
    for meeting in file.module.diagnostics.meetings:
        file.tell(MeetingHeld, meeting=meeting.id, parts=())
    for told in file.module.approach.forewarnings:
        file.tell(ForewarningGiven, forewarning=told.id)
    file.tell(GoalAgreed, goal=file.module.goals.offered[0].id)
    file.tell(PlanAgreed, version=1)
    return file


def test_both_are_read_without_a_mistake() -> None:
    assert check(CONTENT, known_ids()) == []
    assert set(load_all(CONTENT)) == set(PINS)


@pytest.mark.parametrize("pin", PINS)
def test_unknown_opens_nothing_and_everything_answered_opens_the_start(pin: str) -> None:
    assert {"not-known", "meeting-not-held", "no-plan"} <= referred(pin).why_not(StepKind.START_TREATMENT)
    assert prepared(pin).why_not(StepKind.START_TREATMENT) == set()


@pytest.mark.parametrize("pin", PINS)
def test_each_runs_from_referral_to_close(pin: str) -> None:
    file = prepared(pin)
    phases = [phase.id for phase in file.module.approach.phases]
    file.later().tell(TreatmentStarted, phase=phases[0])
    for phase in phases[1:]:
        file.sessions(6)
        assert file.why_not(StepKind.MOVE_PHASE, phase) == set()
        file.tell(PhaseMoved, to_phase=phase, reason="Het past nu")
    assert file.standing().phase == phases[-1]
    assert file.standing().dose.held == 12
    if file.module.agreements.taper:
        assert file.why_not(StepKind.CLOSE_TREATMENT, "goals-reached") == {"taper-first"}
        file.tell(TaperPlanned, spacing="Om de week", farewell="Samen terugkijken")
    assert file.why_not(StepKind.CLOSE_TREATMENT, "goals-reached") == set()
    file.tell(TreatmentClosed, reason="goals-reached", next_step=file.module.agreements.next_steps[0].id)
    assert file.standing().stage is Stage.CLOSED


def test_the_group_of_one_is_closed_and_that_of_the_other_takes_in_along_the_way() -> None:
    closed, opened = (module(pin).approach.session.group for pin in PINS)
    assert closed is not None
    assert opened is not None
    assert (closed.open, closed.leaders, opened.open, opened.leaders) == (False, 2, True, 1)


def test_a_way_of_working_that_shifts_stands_with_each_phase_and_one_may_go_back_and_skip() -> None:
    ways = [phase.way_of_working for phase in module(ANOREXIA).approach.phases]
    assert all(ways)
    file = prepared(ANOREXIA)
    file.later().tell(TreatmentStarted, phase="holding")
    assert file.why_not(StepKind.MOVE_PHASE, "own") == set(), "free phases"
    file.tell(PhaseMoved, to_phase="own", reason="Kan al veel zelf")
    file.tell(PhaseMoved, to_phase="holding", reason="Weer even meer houvast")
    assert [step.direction for step in file.standing().path] == ["start", "forward", "back"]


def test_fixed_phases_go_one_at_a_time_and_wait_for_safety_in_the_group() -> None:
    file = prepared(AGGRESSION)
    file.later().tell(TreatmentStarted, phase="settling")
    assert file.why_not(StepKind.MOVE_PHASE, "outside") == {"one-phase-at-a-time"}
    file.answer("others-safe", answer=Answer.NO)
    assert file.why_not(StepKind.MOVE_PHASE, "practising") == {"safety-lapsed", "not-met"}


@pytest.mark.parametrize("pin", PINS)
def test_the_library_tells_the_group_and_how_it_is_made_to_fit(pin: str) -> None:
    told = {part.title for chapter in chapters(module(pin)) for part in chapter.parts}
    assert "De groep" in told
    assert ("Passend maken voor wie meedoet" in told) is (pin == AGGRESSION)
    assert ("Fase 1, houvast: manier van werken" in told) is (pin == ANOREXIA)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("low: 4", "low: 9", "approach.session.group.low"),
        ("leaders: 2", "leaders: 0", "approach.session.group.leaders"),
        ("forms: [group]", "forms: [individual]", "approach.session.group"),
    ],
)
def test_a_group_without_room_is_told(old: str, new: str, path: str) -> None:
    text = (CONTENT / "modules" / "group-aggression-mild-id" / "1.0.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    assert [each.path for each in examine(text.replace(old, new).encode()).mistakes] == [path]
