from datetime import timedelta

import pytest

from lijfspoor.domain.pathways.facts import PhaseMoved, TreatmentStarted
from tests.unit.pathways.builders import File, approach, attachment, bare, phase


def move(file: File, to: str, **more: tuple[str, ...]) -> None:
    file.tell(PhaseMoved, to_phase=to, reason="", **more)


def test_treatment_starts_in_the_phase_named_or_else_the_first() -> None:
    for named, expected in (("p2", "p2"), ("", "p1"), ("nowhere", "p1")):
        file = File(attachment())
        file.tell(TreatmentStarted, phase=named)
        assert file.standing().phase == expected


@pytest.mark.requirement("S2-072")
def test_steps_forward_and_back_are_kept_with_the_sessions_held_by_then() -> None:
    file = File(attachment())
    file.tell(TreatmentStarted)
    move(file.sessions(3), "p2", signs_seen=("sign1",))
    move(file.sessions(2), "p1")
    path = file.sessions(1).standing().path
    assert [(s.phase, s.after_sessions, s.direction) for s in path] == [
        ("p1", 0, "start"),
        ("p2", 3, "forward"),
        ("p1", 5, "back"),
    ]
    assert path[1].signs_seen == ("sign1",)
    assert file.standing().phase == "p1"


def test_steps_before_the_start_to_the_same_phase_or_to_none_are_passed_over() -> None:
    file = File(attachment())
    move(file, "p3")
    assert file.standing().path == ()
    file.tell(TreatmentStarted, phase="p2")
    move(file, "p2")
    move(file, "nowhere")
    assert [s.phase for s in file.standing().path] == ["p2"]


def test_a_module_without_phases_has_no_path() -> None:
    file = File(bare(approach=approach()))
    file.tell(TreatmentStarted, phase="p1")
    assert (file.standing().phase, file.standing().path) == ("", ())


def test_a_second_start_changes_nothing() -> None:
    file = File(bare(approach=approach(phase(1), phase(2))))
    file.tell(TreatmentStarted, phase="p2")
    first = file.standing()
    file.later().tell(TreatmentStarted, phase="p1")
    assert (file.standing().phase, file.standing().started_on) == (first.phase, first.started_on)


@pytest.mark.requirement("S2-086")
def test_no_number_of_days_and_no_number_of_sessions_changes_the_phase() -> None:
    file = File(attachment())
    file.tell(TreatmentStarted)
    before = file.standing().path
    for days in (1, 30, 365, 3650):
        assert file.standing(file.day + timedelta(days=days)).path == before
    assert file.sessions(60).standing().path == before
