"""Every admissible sequence once more, the slow way: all sequences tried one by one against the rule in words."""

from collections.abc import Callable, Sequence
from itertools import combinations, groupby, pairwise, permutations, product

Row = tuple[int, ...]


def all_rows(labels: int, size: int, rule: Callable[[Row], bool]) -> list[Row]:
    """Every sequence of codes that obeys the rule, in dictionary order."""
    return [row for row in product(range(labels), repeat=size) if rule(row)]


def spells(row: Row) -> list[tuple[int, int]]:
    """Code and length of each run."""
    return [(code, len(list(run))) for code, run in groupby(row)]


def phase_rows(
    order: Row, size: int, least: Sequence[int], most: Sequence[int], starts: Sequence[set[int]]
) -> list[Row]:
    """All divisions: the changes are chosen from all rows and then checked."""
    rows = []
    for changes in combinations(range(1, size), len(order) - 1):
        ends = (*changes, size)
        lengths = [end - begin for begin, end in zip((0, *changes), ends, strict=True)]
        fits = all(low <= length <= high for low, length, high in zip(least, lengths, most, strict=True))
        if fits and all(change + 1 in allowed for change, allowed in zip(changes, starts, strict=True)):
            rows.append(tuple(code for code, length in zip(order, lengths, strict=True) for _ in range(length)))
    return rows


def longest_run(row: Row) -> int:
    return max(length for _, length in spells(row))


def washed(row: Row, washout: int, code: int) -> Row:
    """The first rows of every run but the first replaced."""
    out: list[int] = []
    for number, (label, length) in enumerate(spells(row)):
        gone = min(washout, length) if number else 0
        out += [code] * gone + [label] * (length - gone)
    return tuple(out)


def tier_starts(windows: Sequence[Sequence[int]]) -> list[Row]:
    """Koehler-Levin: per allocation of tiers to cases and per choice within tiers, the start of each case."""
    cases = len(windows)
    return [
        tuple(chosen[order[case]] for case in range(cases))
        for order in permutations(range(cases))
        for chosen in product(*windows)
    ]


def staggered_starts(windows: Sequence[Sequence[int]], stagger: int, *, any_order: bool) -> list[Row]:
    """All starts that lie far enough apart."""

    def apart(starts: Row) -> bool:
        row = sorted(starts) if any_order else list(starts)
        return all(later - earlier >= stagger for earlier, later in pairwise(row))

    return [starts for starts in product(*windows) if apart(starts)]


def start_of(row: Sequence[int]) -> int:
    """On which row (from 1) the first phase ends."""
    return next(place for place, code in enumerate(row, start=1) if code != row[0])
