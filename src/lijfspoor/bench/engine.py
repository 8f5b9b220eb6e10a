"""The speed of the single-case engine, every row with its bar, measured in one run."""

import importlib
import pkgutil
import sys
from collections.abc import Iterator

from lijfspoor.bench import singlecase
from lijfspoor.bench.registry import Comparison, benchmark
from lijfspoor.bench.singlecase.rows import Row


@benchmark("singlecase")
def speed() -> Comparison:
    """Print each row as soon as it is there; leave with exit code 1 when a bar is not met.

    Returns the first row: eleven indices of 10,000 series, against the pairwise comparisons alone.
    """
    found = []
    for row in all_rows():
        print(row.line(), flush=True)
        found.append(row)
    missed = [row.name for row in found if row.met is False]
    if missed:
        print(f"Slower than promised: {'; '.join(missed)}.")
        sys.exit(1)
    return Comparison(found[0].seconds, found[0].seconds / found[0].ratio, found[0].reference)


def all_rows() -> Iterator[Row]:
    """The rows of every module of the room that has some, in order of the modules' names."""
    for module in pkgutil.iter_modules(singlecase.__path__, f"{singlecase.__name__}."):
        rows = getattr(importlib.import_module(module.name), "rows", None)
        if rows is not None:
            yield from rows()
