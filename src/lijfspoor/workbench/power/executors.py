"""Who runs the chunks: this process, a pool of processes, or the workers of a Dask cluster."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Protocol

from lijfspoor.domain.singlecase.power.chunks import Chunk, Tally, run_chunk
from lijfspoor.domain.singlecase.power.question import PowerQuestion

AHEAD = 4


class NoScheduler(Exception):
    """The Dask scheduler cannot be reached, or Dask is not installed."""


class Executor(Protocol):
    """Runs chunks and gives each tally as soon as it is there, in any order."""

    def run(self, question: PowerQuestion, chunks: Iterable[Chunk]) -> Iterator[Tally]:
        """Give one tally per chunk; what was not begun is dropped when the caller stops asking."""
        ...


class InThisProcess:
    """One chunk after another."""

    def run(self, question: PowerQuestion, chunks: Iterable[Chunk]) -> Iterator[Tally]:
        """Give the tallies in order."""
        return (run_chunk(question, chunk) for chunk in chunks)


class InProcesses:
    """`workers` processes on this machine, each started fresh so that nothing of the caller comes along."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(self, question: PowerQuestion, chunks: Iterable[Chunk]) -> Iterator[Tally]:
        """Give the tallies as they come; a few chunks wait ahead, so that an interruption ends soon."""
        pool = ProcessPoolExecutor(self.workers, mp_context=get_context("spawn"), initializer=_leave_interrupts)
        try:
            yield from as_they_come(lambda chunk: pool.submit(run_chunk, question, chunk), chunks, AHEAD * self.workers)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """An interruption of the command goes to all its processes; the one that leads them ends the others."""
    signal(SIGINT, SIG_IGN)


def as_they_come(submit: Callable[[Chunk], "Future[Tally]"], chunks: Iterable[Chunk], ahead: int) -> Iterator[Tally]:
    """Keep `ahead` chunks submitted and give each tally when it is done."""
    rest = iter(chunks)
    waiting = {submit(chunk) for chunk in islice(rest, ahead)}
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        waiting |= {submit(chunk) for chunk in islice(rest, len(done))}
        for future in done:
            yield future.result()


class OnDask:
    """The workers of the Dask scheduler at `address`, which have the same version of this package."""

    def __init__(self, address: str, seconds: int = 10) -> None:
        self.address, self.seconds = address, seconds

    def run(self, question: PowerQuestion, chunks: Iterable[Chunk]) -> Iterator[Tally]:
        """Give the tallies as they come. Raises NoScheduler."""
        try:
            distributed = import_module("distributed")
        except ImportError as missing:
            raise NoScheduler("Dask is not installed: the package `distributed` is needed.") from missing
        try:
            client = distributed.Client(self.address, timeout=self.seconds, set_as_default=False)
        except (OSError, ValueError) as problem:
            raise NoScheduler(f"No Dask scheduler answers at {self.address}.") from problem
        listed = list(chunks)
        futures = client.map(run_chunk, [question] * len(listed), listed, pure=False)
        try:
            for future in distributed.as_completed(futures, loop=client.loop):
                yield future.result()
        finally:
            with suppress(OSError):
                client.cancel(futures)
            client.close()
