"""Chunks of studies: each with numbers of its own, gathered in any order, kept and gone on from."""

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.power.chunks import Chunk, Tally, plan_chunks, run_chunk, tally_from
from lijfspoor.domain.singlecase.power.gather import FORM, finished, gather, share, state_of
from lijfspoor.domain.singlecase.power.question import PowerQuestion, power_question_from
from lijfspoor.domain.singlecase.power.study import Workshop

AB: Mapping[str, object] = {"design": "phases", "phases": "AB", "measurements": 24, "minimum": 2}
QUESTION = power_question_from({**AB, "power": {"replications": 60, "level": 1.5}})


def tallies(question: PowerQuestion = QUESTION) -> list[Tally]:
    return [Tally(chunk.number, chunk.studies, 3, 1, 2) for chunk in plan_chunks(question)]


@pytest.mark.parametrize(
    ("replications", "first", "last", "number"),
    [(1, 1, 1, 1), (25, 25, 25, 1), (26, 25, 1, 2), (60, 25, 10, 3), (10_000, 25, 25, 400), (10_001, 26, 17, 385)],
)
def test_the_plan(replications: int, first: int, last: int, number: int) -> None:
    plan = plan_chunks(QUESTION.asking(replications=replications))
    assert [chunk.number for chunk in plan] == list(range(number))
    assert (plan[0].studies, plan[-1].studies) == (first, last)
    assert sum(chunk.studies for chunk in plan) == replications


def test_a_chunk_depends_on_seed_and_number_alone() -> None:
    chunk = Chunk(2, 10)
    one = run_chunk(QUESTION, chunk)
    assert one == run_chunk(QUESTION, chunk)
    numbers = np.random.Generator(np.random.PCG64(np.random.SeedSequence(1, spawn_key=(2,))))
    ps = [Workshop(QUESTION).study(numbers) for _ in range(10)]
    assert one.found == sum(p is not None and p <= 0.05 + 1e-12 for p, _ in ps)
    assert one.false_alarms == sum(p is not None and p <= 0.05 + 1e-12 for _, p in ps)
    assert (one.number, one.studies, one.untestable) == (2, 10, 0)
    several = [run_chunk(QUESTION.asking(seed=seed), Chunk(number, 25)) for seed in (1, 2) for number in (0, 1)]
    assert len({(tally.found, tally.false_alarms) for tally in several}) > 1


def test_a_p_of_exactly_alpha_is_called() -> None:
    # 20 possible starts: the smallest p is 1/20, which is alpha itself.
    strong = power_question_from({**AB, "measurements": 23, "power": {"level": 50, "autocorrelation": 0}})
    assert run_chunk(strong, Chunk(0, 5)).found == 5
    assert run_chunk(replace(strong, alpha=0.0499), Chunk(0, 5)).found == 0


def test_studies_that_cannot_be_tested_are_counted() -> None:
    sparse = power_question_from({**AB, "measurements": 6, "power": {"missing": 0.9}})
    tally = run_chunk(sparse, Chunk(0, 12))
    assert tally.untestable > 6
    assert tally.found + tally.untestable <= 12


def test_a_tally_is_kept_as_plain_data() -> None:
    tally = Tally(3, 25, 9, 1, 0)
    assert tally.content() == {"number": 3, "studies": 25, "found": 9, "false_alarms": 1, "untestable": 0}
    assert tally_from(tally.content()) == tally
    for wrong in ({"found": -1}, {"found": True}, {"found": 1.0}, {"number": None}, {"studies": "25"}):
        assert tally_from({**tally.content(), **wrong}) is None


def test_gathered_in_any_order() -> None:
    answer = gather(QUESTION, tallies())
    assert answer == gather(QUESTION, reversed(tallies()))
    assert answer.power.value == 9 / 60
    assert answer.false_alarms.value == 3 / 60
    assert (answer.studies, answer.untestable) == (60, 6)
    assert answer.attainable.assignments == 21


def test_the_answer_is_said() -> None:
    first, limits, untestable = gather(QUESTION, tallies()).said
    assert "15.0% of studies (p at most 0.05; 60 simulated, error 4.7 percentage points)" in first.en
    assert first.nl == (
        "Als het effect er is zoals u het opgaf, vindt dit ontwerp het in 15,0 % van de onderzoeken "
        "(p ten hoogste 0,05; 60 nagebootst, fout 4,7 procentpunt)."
    )
    assert "21 possible assignments" in limits.en
    assert "In 6 " in untestable.en
    assert "In 6 " in untestable.nl
    assert len(gather(QUESTION, [replace(tally, untestable=0) for tally in tallies()]).said) == 2


def test_a_share_with_its_error() -> None:
    found = share(30, 100)
    assert found.value == 0.3
    assert found.error == pytest.approx(sqrt(31 / 102 * 71 / 102 / 100))
    assert (found.interval.lower, found.interval.upper) == pytest.approx((0.218948, 0.395849), abs=1e-6)
    assert found.interval.level == 0.95
    none, all_ = share(0, 50), share(50, 50)
    assert none.error == pytest.approx(all_.error) == pytest.approx(sqrt(51) / 52 / sqrt(50))
    assert none.interval.lower == 0.0
    assert all_.interval.upper == 1.0
    assert none.interval.upper == pytest.approx(1 - all_.interval.lower)
    assert none.interval.upper == pytest.approx(0.071348, abs=1e-6)


@pytest.mark.parametrize("change", ["missing", "twice", "size", "stranger"])
def test_chunks_must_be_there_exactly_once(change: str) -> None:
    all_ = tallies()
    wrong = {
        "missing": all_[1:],
        "twice": [*all_, all_[0]],
        "size": [replace(all_[0], studies=24), *all_[1:]],
        "stranger": [*all_, replace(all_[0], number=9)],
    }[change]
    with pytest.raises(Refused) as refused:
        gather(QUESTION, wrong)
    assert refused.value.code == "chunks-missing"


def test_what_is_done_is_kept_and_read_back() -> None:
    done = [tallies()[2], tallies()[0]]
    state = state_of(QUESTION, done)
    assert state["form"] == FORM
    assert list(finished(QUESTION, state)) == [tallies()[0], tallies()[2]]
    assert finished(QUESTION, state_of(QUESTION, [])) == ()


def code_of(question: PowerQuestion, state: Mapping[str, object]) -> str:
    with pytest.raises(Refused) as refused:
        finished(question, state)
    why = refused.value.why
    assert why.nl.startswith("Het bewaarde begin")
    assert why.en.startswith("The saved beginning")
    assert why.nl.endswith((" gegevens.", " niet te lezen."))
    return refused.value.code


def test_a_state_of_another_question_is_refused() -> None:
    state = state_of(QUESTION, tallies())
    assert code_of(QUESTION.asking(seed=2), state) == "other-question"
    assert code_of(QUESTION.asking(replications=61), state) == "other-question"


def test_a_state_that_cannot_be_read_is_refused() -> None:
    state = state_of(QUESTION, tallies()[:1])
    one = tallies()[0].content()
    for wrong in (
        {**state, "form": "x"},
        {**state, "chunks": 3},
        {**state, "chunks": {"0": 3}},
        {**state, "chunks": {"0": {**one, "studies": 24}}},
        {**state, "chunks": {"0": one, "1": one}},
        {},
    ):
        assert code_of(QUESTION, wrong) == "bad-state"
