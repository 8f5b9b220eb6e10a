"""How fast exercises are found: a whole search over what ships and over a thousand more, against a bare scan."""

from dataclasses import replace
from functools import partial

from lijfspoor.bench.registry import Comparison, benchmark
from lijfspoor.bench.singlecase.rows import Row, refuse_missed, timed_beside
from lijfspoor.catalogue.exercises import shipped_exercises
from lijfspoor.domain.exercises.fitting import fit
from lijfspoor.domain.exercises.searching import Indexed, Wish, indexed, search
from lijfspoor.domain.exercises.situation import Situation

MADE_UP = 1000
WISH = Wish(words="adem stoel", age="adult", arousal="calms", besides="epilepsy")
AT = Situation(
    modules=frozenset({"pmt"}), ages=frozenset({"adult"}), effort="may", wanted="calms", goals=("Spanning merken",)
)
BAR, QUICK = 5.0, 0.1


@benchmark("exercises")
def finding() -> Comparison:
    """Print what a search and the suggestions for a session take; leave with exit code 1 when a bar is not met.

    The reference looks for the words and no more. Returns the search over everything, ours and the bare scan.
    """
    shelf = many(MADE_UP)
    some = tuple(each for each in shelf if each.exercise.id in shipped_exercises())
    ours, scan = timed_beside(partial(search, shelf, WISH), partial(bare_scan, shelf))
    few, few_scan = timed_beside(partial(search, some, WISH), partial(bare_scan, some))
    fits, _ = timed_beside(partial(fit, [each.exercise for each in shelf], AT), partial(bare_scan, shelf))
    rows = (
        Row(f"search {len(some)} exercises", few, "a bare scan", few / few_scan, f"{BAR} x", few / few_scan <= BAR),
        Row(f"search {len(shelf)} exercises", ours, "a bare scan", ours / scan, f"{BAR} x", ours / scan <= BAR),
        Row(f"suggest from {len(shelf)} exercises", fits, "a bare scan", fits / scan, f"{QUICK} s", fits <= QUICK),
    )
    for row in rows:
        print(row.line())
    refuse_missed(rows)
    return Comparison(ours, scan, "a bare scan for the same words")


def many(more: int) -> tuple[Indexed, ...]:
    """Return what ships and so many made-up exercises beside it, ready to be searched."""
    known = tuple(shipped_exercises().values())
    made = [replace(known[number % len(known)], id=f"made-up-{number}") for number in range(more)]
    return indexed((*known, *made))


def bare_scan(shelf: tuple[Indexed, ...]) -> int:
    """Look for the words in every text, and no more."""
    return sum(1 for each in shelf if "adem" in each.everything and "stoel" in each.everything)
