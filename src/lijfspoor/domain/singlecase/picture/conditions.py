"""Which phases are the same condition: A1 and A2 are both A, a second baseline is a step back to the first."""

import re
from collections.abc import Iterable
from itertools import pairwise

from lijfspoor.domain.singlecase.data.series import Case

_NUMBERED = re.compile(r"(?P<name>.*?\D)[\s_\-]*\d+", re.S)
ALTERNATES_FROM, ROWS_PER_SPELL = 5, 2.5


def conditions_of(case: Case) -> tuple[str, ...]:
    """The condition of each spell of a case: its label without a closing number, where that tells phases apart.

    The number stays where two phases in a row would become one ("B" and "B1", "week 1" and "week 2").
    """
    labels = [spell.label for spell in case.spells]
    folded = [_without_number(label) for label in labels]
    if any(one == other for one, other in pairwise(folded)):
        return tuple(labels)
    return tuple(folded)


def _without_number(label: str) -> str:
    found = _NUMBERED.fullmatch(label)
    return found["name"].rstrip() if found else label


def all_conditions(cases: Iterable[Case]) -> tuple[str, ...]:
    """Every condition of a study once, in the order of first use."""
    return tuple(dict.fromkeys(name for case in cases for name in conditions_of(case)))


def alternates(case: Case) -> bool:
    """Whether conditions follow each other so fast that phases mean nothing to the eye."""
    return len(case.spells) >= ALTERNATES_FROM and case.size / len(case.spells) < ROWS_PER_SPELL
