"""Finds a function of a room by name when it is needed, so that one command does not load all rooms."""

import importlib
from collections.abc import Callable
from typing import Any

from lijfspoor.config.start import CannotStart


def hook(module: str, name: str) -> Callable[..., Any]:
    """The function `name` of `lijfspoor.<module>`. Raises CannotStart when there is no such part."""
    full = f"lijfspoor.{module}"
    try:
        found = importlib.import_module(full)
    except ModuleNotFoundError as missing:
        if missing.name and full.startswith(missing.name):
            raise CannotStart(f"This Lijfspoor has no {module.rpartition('.')[0] or module}.") from None
        raise
    function: Callable[..., Any] | None = getattr(found, name, None)
    if function is None:
        raise CannotStart(f"This Lijfspoor has no {name} in {module}.")
    return function
