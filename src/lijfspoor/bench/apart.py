"""Work in a process of its own, so that what one measures leaves nothing behind for the next."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Result = TypeVar("Result")


def apart(work: Callable[[], Result]) -> Result:
    """Return what `work` returns in a fresh process; what it raises, also SystemExit, is raised here."""
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        return fresh.submit(work).result()
