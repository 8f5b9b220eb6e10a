"""The speed of the single-case engine, every row with its bar, measured in one run on one core.

On one core, for the references as well: a linear algebra that spreads its product over cores which others use takes
many times as long, and no ratio then means anything.
"""

import importlib
import os
import pkgutil
from collections.abc import Iterator

from lijfspoor.bench import singlecase
from lijfspoor.bench.apart import apart
from lijfspoor.bench.registry import Comparison, benchmark
from lijfspoor.bench.singlecase.rows import Row, refuse_missed

LIBRARIES = ("OPENBLAS", "OMP", "MKL")


@benchmark("singlecase")
def speed() -> Comparison:
    """Print each row as soon as it is there; leave with exit code 1 when a bar is not met.

    Returns the first row: eleven indices of 10,000 series, against the pairwise comparisons alone.
    """
    found = on_one_core()
    refuse_missed(found)
    return Comparison(found[0].seconds, found[0].seconds / found[0].ratio, found[0].reference)


def on_one_core() -> list[Row]:
    """All rows, printed as they come, from a fresh process in which linear algebra keeps to one core."""
    os.environ |= {f"{library}_NUM_THREADS": "1" for library in LIBRARIES}
    return apart(told_rows)


def told_rows() -> list[Row]:
    """Print each row as soon as it is there."""
    found = []
    for row in all_rows():
        print(row.line(), flush=True)
        found.append(row)
    return found


def all_rows() -> Iterator[Row]:
    """The rows of every module of the room that has some, in order of the modules' names."""
    for module in pkgutil.iter_modules(singlecase.__path__, f"{singlecase.__name__}."):
        rows = getattr(importlib.import_module(module.name), "rows", None)
        if rows is not None:
            yield from rows()
