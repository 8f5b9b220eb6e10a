"""Which conditions are compared: the first with each later one; a washout is on no side."""

from collections.abc import Sequence

from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.design import Design, Kind
from lijfspoor.domain.singlecase.designs.layers import WASHOUT
from lijfspoor.domain.singlecase.picture.conditions import conditions_of

Sides = tuple[tuple[str, ...], tuple[str, ...]]


def sides_of(case: Case, design: Design | None = None) -> tuple[Sides, ...]:
    """The labels of both sides of every comparison; with a changing criterion all criteria are one side."""
    by_condition: dict[str, list[str]] = {}
    for spell, condition in zip(case.spells, conditions_of(case), strict=True):
        if spell.label != WASHOUT and spell.label not in by_condition.setdefault(condition, []):
            by_condition[condition].append(spell.label)
    first, *later = (tuple(labels) for labels in by_condition.values() if labels)
    if design is not None and design.kind is Kind.CHANGING_CRITERION and later:
        later = [tuple(label for labels in later for label in labels)]
    return tuple((first, labels) for labels in later)


def named(labels: Sequence[str]) -> str:
    """Labels as they stand in a sentence: "B", "B1 + B2"."""
    return " + ".join(labels)
