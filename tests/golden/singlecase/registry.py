"""Which definition is computed by what."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules

from tests.golden.singlecase import adapters
from tests.golden.singlecase.records import Record

Values = Mapping[str, object]
Adapter = Callable[[Record], Values]
_ADAPTERS: dict[str, Adapter] = {}


def computes(*definitions: str) -> Callable[[Adapter], Adapter]:
    """Register a function as the one that computes these definitions."""

    def keep(adapter: Adapter) -> Adapter:
        for definition in definitions:
            if _ADAPTERS.setdefault(definition, adapter) is not adapter:
                raise ValueError(f"{definition} has two adapters.")
        return adapter

    return keep


def all_adapters() -> Mapping[str, Adapter]:
    """Import every room's adapters and return them by definition."""
    for module in iter_modules(adapters.__path__, adapters.__name__ + "."):
        import_module(module.name)
    return dict(_ADAPTERS)
