"""One line of the speed table, and how two pieces of work are timed beside each other."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

WARM, TIMES = 2, 15


@dataclass(frozen=True, slots=True)
class Row:
    """What was timed: its median in seconds, what it is compared with and how many times that it takes, and its bar.

    `met`: whether the bar is met; None for a row without one.
    """

    name: str
    seconds: float
    reference: str
    ratio: float
    bar: str
    met: bool | None

    def line(self) -> str:
        """The row as it is printed."""
        verdict = {None: "", True: "met", False: "NOT met"}[self.met]
        timed = f"{1e3 * self.seconds:>9.2f} ms {self.ratio:>7.2f} x {self.reference:<28}"
        return f"{self.name:<66} {timed} {self.bar:<16} {verdict}".rstrip()


def refuse_missed(rows: Iterable[Row]) -> None:
    """Leave with exit code 1, naming the rows, when a bar is not met."""
    missed = [row.name for row in rows if row.met is False]
    if missed:
        print(f"Slower than promised: {'; '.join(missed)}.")
        sys.exit(1)


def timed_beside(
    ours: Callable[[], object], reference: Callable[[], object], times: int = TIMES
) -> tuple[float, float]:
    """Median seconds of both, run in turns so that a busy moment hits both alike."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(WARM + times):
        for kept, work in zip(taken, (ours, reference), strict=True):
            began = perf_counter()
            work()
            if turn >= WARM:
                kept.append(perf_counter() - began)
    return median(taken[0]), median(taken[1])
