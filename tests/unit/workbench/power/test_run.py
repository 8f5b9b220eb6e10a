"""A power study gives the same numbers in this process, in others and on a Dask cluster, and can be gone on with."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future

import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.power.chunks import Chunk, Tally, run_chunk
from lijfspoor.domain.singlecase.power.gather import state_of
from lijfspoor.domain.singlecase.power.question import PowerQuestion, power_question_from
from lijfspoor.workbench.power.executors import InProcesses, InThisProcess, NoScheduler, OnDask, as_they_come
from lijfspoor.workbench.power.run import executor_for, run_power

AB: Mapping[str, object] = {"design": "phases", "phases": "AB", "measurements": 16, "minimum": 3}
QUESTION = power_question_from({**AB, "power": {"replications": 110, "level": 1.5}})


class Interrupted(InThisProcess):
    """Stops after some chunks, as a person who presses Ctrl+C does."""

    def __init__(self, after: int) -> None:
        self.after = after

    def run(self, question: PowerQuestion, chunks: Iterable[Chunk]) -> Iterator[Tally]:
        for number, chunk in enumerate(chunks):
            if number == self.after:
                raise KeyboardInterrupt
            yield run_chunk(question, chunk)


def test_processes_give_the_same_numbers() -> None:
    assert run_power(QUESTION, InProcesses(2)) == run_power(QUESTION, InThisProcess())


# The cluster's own housekeeping leaves sockets to the collector; what is asked here is the numbers.
@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_gives_the_same_numbers() -> None:
    from distributed import LocalCluster

    with LocalCluster(  # type: ignore[no-untyped-call]  # distributed has no types
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        assert run_power(QUESTION, OnDask(cluster.scheduler_address)) == run_power(QUESTION, InThisProcess())


@pytest.mark.filterwarnings("ignore")
def test_a_scheduler_that_does_not_answer_is_said() -> None:
    with pytest.raises(NoScheduler, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        run_power(QUESTION, OnDask("tcp://127.0.0.1:9", seconds=1))
    with pytest.raises(NoScheduler, match="No Dask scheduler answers at nowhere://"):
        run_power(QUESTION, OnDask("nowhere://x", seconds=1))


def test_without_dask_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr("lijfspoor.workbench.power.executors.import_module", gone)
    with pytest.raises(NoScheduler, match="not installed"):
        next(OnDask("tcp://127.0.0.1:9").run(QUESTION, []))


def test_what_was_done_before_an_interruption_is_kept_and_not_done_again() -> None:
    kept: list[tuple[Tally, ...]] = []
    steps: list[tuple[int, int]] = []
    with pytest.raises(KeyboardInterrupt):
        run_power(QUESTION, Interrupted(2), keep=kept.append, progress=lambda *step: steps.append(step))
    assert steps == [(0, 5), (1, 5), (2, 5)]
    assert [len(tallies) for tallies in kept] == [1, 2]
    again: list[tuple[int, int]] = []
    state = state_of(QUESTION, kept[-1])
    answer = run_power(QUESTION, Interrupted(3), state=state, progress=lambda *step: again.append(step))
    assert again == [(2, 5), (3, 5), (4, 5), (5, 5)]
    assert answer == run_power(QUESTION, InThisProcess())


def test_a_finished_state_runs_nothing() -> None:
    done = list(InThisProcess().run(QUESTION, [Chunk(n, s) for n, s in enumerate([25, 25, 25, 25, 10])]))
    assert run_power(QUESTION, Interrupted(0), state=state_of(QUESTION, done)) == run_power(QUESTION, InThisProcess())


def test_a_state_of_another_question_is_refused() -> None:
    with pytest.raises(Refused, match="other-question"):
        run_power(QUESTION, InThisProcess(), state=state_of(QUESTION.asking(seed=9), []))


def test_a_few_chunks_wait_ahead() -> None:
    begun: list[int] = []

    def submit(chunk: Chunk) -> "Future[Tally]":
        begun.append(chunk.number)
        future: Future[Tally] = Future()
        future.set_result(Tally(chunk.number, chunk.studies, 0, 0, 0))
        return future

    results = as_they_come(submit, [Chunk(number, 1) for number in range(10)], 3)
    first = next(results)
    assert begun == [0, 1, 2, 3, 4, 5]
    assert sorted([first.number, *(tally.number for tally in results)]) == list(range(10))
    assert begun == list(range(10))


def test_who_runs() -> None:
    large = QUESTION.asking(replications=200)
    dask = executor_for(QUESTION, "tcp://host:1", 1)
    assert isinstance(dask, OnDask)
    assert dask.address == "tcp://host:1"
    pool = executor_for(large, None, 3)
    assert isinstance(pool, InProcesses)
    assert pool.workers == 3
    assert isinstance(executor_for(large, None, 1), InThisProcess)
    assert isinstance(executor_for(QUESTION, None, 3), InThisProcess)
