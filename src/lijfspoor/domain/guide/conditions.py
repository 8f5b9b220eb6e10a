"""When something holds: a case holds when all its clauses hold, a condition when one of its cases does."""

from collections.abc import Mapping, Sequence

from lijfspoor.domain.kernel.content import content

Given = tuple[str, ...] | int
"""What was answered to one question: the ids of the chosen options, or a whole number."""

UNKNOWN = ("unknown",)


@content
class Clause:
    """What one answer must be. An unknown answer fulfils nothing but `is_open` (design.md section 4).

    `any_of` asks one of these options, `none_of` a known answer without them, `at_least` and `at_most` a number.
    """

    question: str
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
    is_open: bool = False


@content
class Case:
    """Clauses that must hold together."""

    all: tuple[Clause, ...]


def met(cases: Sequence[Case], answers: Mapping[str, Given]) -> bool:
    """Return whether one of the cases holds; without cases it always holds."""
    return not cases or any(all(holds(clause, answers) for clause in case.all) for case in cases)


def holds(clause: Clause, answers: Mapping[str, Given]) -> bool:
    """Return whether a clause holds."""
    given = answers.get(clause.question)
    if clause.is_open or given is None or given == UNKNOWN:
        return clause.is_open and given == UNKNOWN
    if isinstance(given, int):
        return _within(clause, given)
    chosen = set(given)
    return (not clause.any_of or not chosen.isdisjoint(clause.any_of)) and chosen.isdisjoint(clause.none_of)


def _within(clause: Clause, number: int) -> bool:
    low = clause.at_least is None or number >= clause.at_least
    return low and (clause.at_most is None or number <= clause.at_most)
