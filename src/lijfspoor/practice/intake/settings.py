"""What the practice set about evaluations, read with care: it is typed by people."""

from collections.abc import Mapping
from typing import Any

Turns = dict[str, tuple[int, int | None]]


def evaluation_turns(settings: Mapping[str, Any]) -> Turns:
    """Return by evaluation id after how many held sessions it falls due, and then every how many (S1-012).

    Entries without a whole number of at least 1 are left out; a `every` that is no such number counts as none.
    """
    turns: Turns = {}
    for evaluation, setting in settings.items():
        after = _count(setting.get("after")) if isinstance(setting, Mapping) else None
        if after is not None:
            turns[evaluation] = (after, _count(setting.get("every")))
    return turns


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 1 else None
