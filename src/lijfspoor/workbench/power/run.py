"""A power study run from the chunks that are still to do, telling how far it is and keeping what is done."""

from collections.abc import Callable, Mapping

from lijfspoor.domain.singlecase.power.chunks import Tally, plan_chunks
from lijfspoor.domain.singlecase.power.gather import Power, finished, gather
from lijfspoor.domain.singlecase.power.question import PowerQuestion
from lijfspoor.workbench.power.executors import Executor, InProcesses, InThisProcess, OnDask

Progress = Callable[[int, int], None]
Keep = Callable[[tuple[Tally, ...]], None]

WORTH_A_PROCESS = 8


def run_power(
    question: PowerQuestion,
    executor: Executor,
    *,
    state: Mapping[str, object] | None = None,
    progress: Progress = lambda done, planned: None,
    keep: Keep = lambda tallies: None,
) -> Power:
    """Run the chunks that `state` does not hold and gather all.

    `progress(done, planned)` counts chunks and `keep(tallies)` gets all finished ones, both after each chunk; whatever
    stops the run (an interruption too) has lost nothing that was kept. Raises Refused as `finished` and the chunks do.
    """
    tallies = finished(question, state) if state is not None else ()
    planned = plan_chunks(question)
    done = {tally.number for tally in tallies}
    progress(len(done), len(planned))
    results = executor.run(question, [chunk for chunk in planned if chunk.number not in done])
    for tally in results:
        tallies = (*tallies, tally)
        keep(tallies)
        progress(len(tallies), len(planned))
    return gather(question, tallies)


def executor_for(question: PowerQuestion, scheduler: str | None, processors: int) -> Executor:
    """Choose who runs: the Dask scheduler if one is given, else processes where there is enough to divide."""
    if scheduler is not None:
        return OnDask(scheduler)
    chunks = len(plan_chunks(question))
    return InProcesses(processors) if processors > 1 and chunks >= WORTH_A_PROCESS else InThisProcess()
