import pytest

from lijfspoor.domain.caremodules.agreements import Evaluation
from lijfspoor.domain.pathways.facts import EvaluationHeld, EvaluationSet, TreatmentClosed, TreatmentStarted
from lijfspoor.domain.pathways.model import EvaluationStanding
from tests.unit.pathways.builders import File, agreed, bare, evaluation


def running(*evaluations: Evaluation) -> File:
    file = File(bare(agreements=agreed(*evaluations)))
    file.tell(TreatmentStarted)
    return file


def now(file: File) -> EvaluationStanding:
    return file.standing().evaluations[0]


@pytest.mark.requirement("S1-012")
def test_an_evaluation_plans_itself_by_held_sessions() -> None:
    file = running(evaluation("interim", 4)).sessions(3)
    assert (now(file).due_after, now(file).due) == (4, False)
    assert now(file.sessions(1)).due


@pytest.mark.requirement("S1-012")
def test_the_practice_sets_its_own_number_and_the_last_setting_wins() -> None:
    file = running(evaluation("interim", 4)).sessions(3)
    file.tell(EvaluationSet, evaluation="interim", after_session=3)
    assert now(file).due
    file.tell(EvaluationSet, evaluation="interim", after_session=5)
    assert (now(file).due_after, now(file).due) == (5, False)


def test_an_evaluation_without_rhythm_is_done_when_held() -> None:
    file = running(evaluation("interim", 4)).sessions(5)
    file.tell(EvaluationHeld, evaluation="interim")
    assert (now(file).times_held, now(file).last_on, now(file).due_after) == (1, file.day, None)
    assert not now(file.sessions(9)).due


def test_a_rhythm_counts_on_from_the_plan_and_not_from_a_late_evaluation() -> None:
    file = running(evaluation("regular", 10, 5)).sessions(12)
    file.tell(EvaluationHeld, evaluation="regular")
    assert now(file.sessions(3)).due_after == 15
    assert now(file).due
    file.tell(EvaluationHeld, evaluation="regular")
    assert now(file).due_after == 20


def test_an_early_evaluation_leaves_the_planned_one_standing() -> None:
    file = running(evaluation("regular", 10, 5)).sessions(2)
    file.tell(EvaluationHeld, evaluation="regular")
    assert now(file).due_after == 10


def test_a_rhythm_below_one_session_is_none() -> None:
    file = running(evaluation("regular", 2, 0)).sessions(2)
    file.tell(EvaluationHeld, evaluation="regular")
    assert now(file).due_after is None


def test_nothing_is_due_before_start_or_after_closing() -> None:
    waiting = File(bare(agreements=agreed(evaluation("interim", 1)))).sessions(2)
    assert not now(waiting).due
    file = running(evaluation("interim", 1)).sessions(1)
    assert now(file).due
    file.tell(TreatmentClosed, reason="stopped", next_step="")
    assert not now(file).due
