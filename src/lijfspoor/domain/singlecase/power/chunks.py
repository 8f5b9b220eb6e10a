"""The simulated studies cut in chunks, each with a seed of its own: the numbers depend on nobody's machine."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.power.question import PowerQuestion
from lijfspoor.domain.singlecase.power.study import Workshop

SMALLEST_CHUNK = 25
MOST_CHUNKS = 400


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of the work: its number, and how many studies it simulates."""

    number: int
    studies: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What a chunk found: `studies` simulated, effects `found`, `false_alarms` without effect, `untestable` of both."""

    number: int
    studies: int
    found: int
    false_alarms: int
    untestable: int

    def content(self) -> dict[str, int]:
        """The tally as plain data, for a state that is kept."""
        return {name: getattr(self, name) for name in ("number", "studies", "found", "false_alarms", "untestable")}


def plan_chunks(question: PowerQuestion) -> tuple[Chunk, ...]:
    """Cut the replications in chunks of 25, or larger so that there are at most 400; the last holds what is left."""
    size = max(SMALLEST_CHUNK, -(-question.replications // MOST_CHUNKS))
    begins = range(0, question.replications, size)
    return tuple(Chunk(number, min(size, question.replications - begin)) for number, begin in enumerate(begins))


def run_chunk(question: PowerQuestion, chunk: Chunk) -> Tally:
    """Simulate the studies of one chunk.

    The random numbers come from SeedSequence(seed, spawn_key=(chunk number,)), so that chunks may run in any order and
    place. Raises Refused as the design and the test do.
    """
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence(question.seed, spawn_key=(chunk.number,))))
    workshop = Workshop(question)
    pairs = [workshop.study(rng) for _ in range(chunk.studies)]
    return Tally(
        number=chunk.number,
        studies=chunk.studies,
        found=sum(_called(p, question.alpha) for p, _ in pairs),
        false_alarms=sum(_called(p, question.alpha) for _, p in pairs),
        untestable=sum(p is None for p, _ in pairs),
    )


def _called(p: float | None, alpha: float) -> bool:
    # A p of exactly alpha (1 of 20 assignments) is called, whatever its last bit.
    return p is not None and p <= alpha * (1 + 1e-12)


def tally_from(content: Mapping[str, object]) -> Tally | None:
    """Read a tally back from plain data; None when it is not one."""
    values = [content.get(name) for name in ("number", "studies", "found", "false_alarms", "untestable")]
    if not all(isinstance(value, int) and not isinstance(value, bool) and value >= 0 for value in values):
        return None
    return Tally(*(value for value in values if isinstance(value, int)))
