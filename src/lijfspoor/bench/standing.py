"""How fast a standing is derived, and that its cost grows in proportion to the facts and no faster."""

from collections.abc import Callable
from datetime import date
from functools import partial
from time import perf_counter

from lijfspoor.bench.attachment_file import attachment_facts, attachment_module
from lijfspoor.bench.registry import Comparison, benchmark
from lijfspoor.domain.pathways import AnyFact, standing

SESSIONS = 40
TIMES_LONGER = (1, 2, 4, 8, 16)
REPEATS = 5
ON_DAY = date(2060, 1, 1)


@benchmark("standing")
def standings_per_second() -> Comparison:
    """Derive the standing of 40 sessions and of up to 16 times as many; print speed and cost per fact.

    The reference is a bare loop over the same facts that only looks at each day. Returns seconds per fact of
    the longest file, ours and the loop's.
    """
    module = attachment_module()
    rows = []
    for times in TIMES_LONGER:
        file = attachment_facts(SESSIONS * times)
        ours = _best(partial(standing, module, file, ON_DAY))
        loop = _best(partial(_look_at_each, file))
        rows.append((times, len(file), ours, loop))
    _print(rows)
    _, count, ours, loop = rows[-1]
    return Comparison(ours / count, loop / count, "a bare loop over the same facts")


def _look_at_each(file: list[AnyFact]) -> int:
    return sum(1 for fact in file if fact.stamp.holds_on <= ON_DAY)


def _best(work: Callable[[], object]) -> float:
    """Return the shortest of some runs in seconds, each long enough for the clock."""
    runs = 1
    while (taken := _seconds(work, runs)) < 0.05:
        runs *= 2
    return min(taken, *(_seconds(work, runs) for _ in range(REPEATS - 1))) / runs


def _seconds(work: Callable[[], object], runs: int) -> float:
    start = perf_counter()
    for _ in range(runs):
        work()
    return perf_counter() - start


def _print(rows: list[tuple[int, int, float, float]]) -> None:
    _, facts, first, _ = rows[0]
    print(f"{1 / first:,.0f} standings per second of {SESSIONS} sessions ({facts} facts)")
    print("times longer   facts   us per fact   times a bare loop   per fact against 1x")
    for times, count, ours, loop in rows:
        per_fact = ours / count
        print(
            f"{times:>12} {count:>7} {per_fact * 1e6:>13.3f} {ours / loop:>19.1f} {per_fact / (first / facts):>21.2f}"
        )
