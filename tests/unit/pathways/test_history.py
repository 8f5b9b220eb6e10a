from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lijfspoor.domain.pathways import known_on, standing
from lijfspoor.domain.pathways.facts import GoalAgreed, Referred, Retracted, SessionHeld, TreatmentClosed
from lijfspoor.domain.pathways.history import history
from tests.unit.pathways.builders import MONDAY, File, bare, moved


def test_a_fact_counts_from_the_day_it_holds() -> None:
    file = File(bare())
    file.later(1).tell(Referred, route="private")
    assert history(file.facts, MONDAY).facts == ()
    assert len(history(file.facts, MONDAY + timedelta(days=1)).facts) == 1


def test_facts_are_ordered_by_day_and_then_by_number_whatever_the_order_given() -> None:
    file = File(bare())
    first = file.tell(GoalAgreed, goal="first")
    second = file.tell(GoalAgreed, goal="second")
    earlier = moved(file.tell(GoalAgreed, goal="third"), -1)
    assert history([second, first, earlier], MONDAY).facts == (earlier, first, second)


def test_of_two_facts_with_one_id_the_first_counts() -> None:
    file = File(bare())
    first = file.tell(GoalAgreed, goal="first")
    again = replace(file.tell(GoalAgreed, goal="second"), stamp=replace(first.stamp, sequence=9))
    assert [g.goal for g in standing(file.module, [again, first], MONDAY).goals] == ["first"]


def test_the_same_stamp_twice_is_settled_the_same_way_in_either_order() -> None:
    file = File(bare())
    one = file.tell(GoalAgreed, goal="one")
    two = GoalAgreed(stamp=one.stamp, goal="two")
    assert standing(file.module, [one, two], MONDAY) == standing(file.module, [two, one], MONDAY)


def test_a_retracted_fact_no_longer_counts() -> None:
    file = File(bare())
    wrong = file.tell(SessionHeld, session="s1")
    file.tell(Retracted, fact=wrong.stamp.id, reason="verkeerde cliënt")
    assert file.standing().dose.held == 0


def test_retracting_a_retraction_revives_the_fact() -> None:
    file = File(bare())
    held = file.tell(SessionHeld, session="s1")
    slip = file.tell(Retracted, fact=held.stamp.id, reason="vergissing")
    file.tell(Retracted, fact=slip.stamp.id, reason="toch goed")
    assert file.standing().dose.held == 1


def test_a_retraction_that_holds_later_does_not_reach_back() -> None:
    file = File(bare())
    held = file.tell(SessionHeld, session="s1")
    file.later().tell(Retracted, fact=held.stamp.id, reason="vergissing")
    assert file.standing(MONDAY).dose.held == 1
    assert file.standing().dose.held == 0


def test_retracting_what_is_not_there_or_itself_does_nothing() -> None:
    file = File(bare())
    file.tell(SessionHeld, session="s1")
    file.tell(Retracted, fact="nowhere", reason="")
    itself = file.tell(Retracted, fact="f3", reason="")
    assert itself.stamp.id == "f3"
    assert file.standing().dose.held == 1


def test_the_last_day_with_a_fact_leaves_corrections_out() -> None:
    file = File(bare())
    file.tell(Referred, route="private")
    closing = file.later().tell(TreatmentClosed, reason="stopped", next_step="")
    file.tell(Retracted, fact=closing.stamp.id, reason="te vroeg")
    assert file.standing().last_fact_on == MONDAY
    assert File(bare()).standing().last_fact_on is None


def test_the_file_reads_back_as_it_was_known() -> None:
    file = File(bare())
    known = file.tell(SessionHeld, session="s1")
    late = file.tell(SessionHeld, session="s2")
    late = replace(late, stamp=replace(late.stamp, recorded_at=datetime(2025, 2, 1, tzinfo=UTC)))
    assert known_on([known, late], known.stamp.recorded_at) == (known,)
    assert known_on([known, late], late.stamp.recorded_at) == (known, late)
