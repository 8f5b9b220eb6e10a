"""Where benchmarks are found by name; a module of this package adds one with `@benchmark`."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import lijfspoor.bench
from lijfspoor.bench.apart import apart


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two durations of the same work in seconds: ours, and that of the reference named."""

    ours: float
    reference: float
    against: str

    @property
    def ratio(self) -> float:
        """Ours divided by the reference: below 1 is faster."""
        return self.ours / self.reference


Benchmark = Callable[[], Comparison]
_FOUND: dict[str, Benchmark] = {}


def benchmark(name: str) -> Callable[[Benchmark], Benchmark]:
    """Register a benchmark under a name. Raises ValueError when the name is taken."""

    def register(measure: Benchmark) -> Benchmark:
        if name in _FOUND:
            raise ValueError(f"There is a benchmark {name} already.")
        _FOUND[name] = measure
        return measure

    return register


def benchmarks() -> dict[str, Benchmark]:
    """All benchmarks by name, in order of name."""
    for module in pkgutil.iter_modules(lijfspoor.bench.__path__, "lijfspoor.bench."):
        importlib.import_module(module.name)
    return dict(sorted(_FOUND.items()))


def measure(name: str) -> Comparison:
    """Run a benchmark in a process of its own: Django and its settings start only once in one. Raises KeyError."""
    return apart(partial(_measured, name))


def _measured(name: str) -> Comparison:
    return benchmarks()[name]()
