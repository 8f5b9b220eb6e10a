"""What every kind of content names: modules and problem areas that exist, and parts of modules that ship."""

from collections.abc import Iterable, Iterator

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.catalogue.reader import shipped
from lijfspoor.catalogue.rules.exercises import MODULES, PROBLEM_AREAS


def modules_exist(modules: Iterable[str], key: str = "modules") -> Iterator[Finding]:
    """Modules are those of the product, whether they ship yet or not."""
    for place, module in enumerate(modules):
        if module not in MODULES:
            yield Finding((key, place), f"Name one of {', '.join(sorted(MODULES))}.")


def areas_exist(areas: Iterable[str]) -> Iterator[Finding]:
    """Problem areas are known."""
    for place, area in enumerate(areas):
        if area not in PROBLEM_AREAS:
            yield Finding(("problem_areas", place), f"Name one of {', '.join(sorted(PROBLEM_AREAS))}.")


def parts_exist(names: Iterable[str], key: str, modules: Iterable[str]) -> Iterator[Finding]:
    """A phase or block is written with its module, which stands in `modules`, and exists as far as that ships."""
    for place, name in enumerate(names):
        module, _, part = name.partition(":")
        if module not in tuple(modules):
            yield Finding((key, place), "Write the module, a colon and its part; the module stands in modules too.")
        elif module in shipped().ids() and part not in _parts(module, key):
            yield Finding((key, place), f"Name a part that exists: {module} has {', '.join(_parts(module, key))}.")


def _parts(module: str, key: str) -> tuple[str, ...]:
    newest = shipped().newest(module)
    return tuple(part.id for part in (newest.approach.phases if key == "phases" else newest.goals.blocks))
