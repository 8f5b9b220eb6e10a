"""What the practice set about evaluations, read with care: it is typed by people."""

from collections.abc import Mapping
from typing import Any

from lijfspoor.domain.caremodules.module import CareModule

Turns = dict[str, tuple[int, int | None]]


def evaluation_turns(settings: Mapping[str, Any], module: CareModule) -> Turns:
    """Return by evaluation of the module after how many held sessions it falls due, and then every how many (S1-012).

    What was set for the module counts, else what was set for evaluations of this id in any module. Entries without a
    whole number of at least 1 are left out; an `every` that is no such number counts as none.
    """
    turns: Turns = {}
    for each in module.agreements.evaluations:
        setting = settings.get(f"{module.id}:{each.id}", settings.get(each.id))
        after = _count(setting.get("after")) if isinstance(setting, Mapping) else None
        if after is not None and isinstance(setting, Mapping):
            turns[each.id] = (after, _count(setting.get("every")))
    return turns


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 1 else None
