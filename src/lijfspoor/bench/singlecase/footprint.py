"""What the engine costs before it computes: the time to import it, and memory in proportion to the data."""

import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from statistics import median

from lijfspoor.bench.singlecase.effects import many_series
from lijfspoor.bench.singlecase.rows import Row
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.batch import batch

FRESH = 5
MOST_SECONDS = 0.3
POINTS = 1_000_000
TIMES_MORE = 4
LINEAR = 1.15
PACKAGE = "lijfspoor.domain.singlecase"
WHOLE = f"""
import importlib, pkgutil, sys, time
import numpy, scipy
for part in {{parts!r}}:
    importlib.import_module(part)
began = time.perf_counter()
import {PACKAGE} as package
if {{every}}:
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
print(time.perf_counter() - began)
print(*(name for name in sys.modules if name.split(".")[0] in ("numpy", "scipy")))
"""


def rows() -> Iterator[Row]:
    """Time importing the package and all its modules in fresh interpreters; measure memory at 1,000,000 points."""
    yield _imported("import of the package, beyond NumPy and SciPy", (), barred=True)
    parts = _fresh((), every=True)[1]
    yield _imported("import of every module of it, beyond the NumPy and SciPy they use", parts, barred=False)
    yield memory(POINTS)


def memory(points: int) -> Row:
    """Peak memory of eleven indices of a batch, beside that of a batch a quarter as long; `seconds` is not measured."""
    small, large = (_peak(_of_points(size)) for size in (points // TIMES_MORE, points))
    growth = large / small / TIMES_MORE
    name = f"memory at {points:,} points: {large / points:.0f} bytes a point, {large / 1e6:.0f} MB"
    return Row(
        name, 0.0, f"that of {points // TIMES_MORE:,} x {TIMES_MORE}", growth, f"{LINEAR:.2f} x", growth <= LINEAR
    )


def _of_points(points: int) -> list[Contrast]:
    """Series of 30 to 40 points until there are that many points."""
    found, total = [], 0
    for contrast in many_series(points // 30 + 1):
        found.append(contrast)
        total += contrast.a.size + contrast.b.size
        if total >= points:
            break
    return found


def _peak(contrasts: list[Contrast]) -> int:
    tracemalloc.start()
    try:
        batch(contrasts)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _imported(name: str, parts: tuple[str, ...], *, barred: bool) -> Row:
    """The package alone has a bar: what it holds is imported when it is first asked for."""
    seconds = median(_fresh(parts, every=not barred)[0] for _ in range(FRESH))
    bar, met = (f"{1e3 * MOST_SECONDS:.0f} ms", seconds <= MOST_SECONDS) if barred else ("", None)
    return Row(name, seconds, f"{1e3 * MOST_SECONDS:.0f} ms", seconds / MOST_SECONDS, bar, met)


def _fresh(parts: tuple[str, ...], *, every: bool) -> tuple[float, tuple[str, ...]]:
    """Seconds of importing in a fresh interpreter after `parts`, and the parts of NumPy and SciPy then loaded."""
    script = WHOLE.format(parts=parts, every=every)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603  our own script
    seconds, loaded = run.stdout.splitlines()
    return float(seconds), tuple(loaded.split())
