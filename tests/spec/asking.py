"""Questions to the engine, each with the words it has in the handbook and the table it answers with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways import (
    AnyFact,
    Standing,
    Step,
    StepKind,
    advice,
    allowed_steps,
    known_on,
    next_turn,
    permit,
    standing,
)
from lijfspoor.domain.pathways.model import CriterionStanding, Rating, Voice
from tests.spec.tables import Table, make_table
from tests.spec.telling import noon

Answer = Callable[[CareModule, Sequence[AnyFact]], Table]


@dataclass(frozen=True)
class Question:
    """A question in words, and how to get its answer."""

    words: str
    answer: Answer


def part(name: str, *, on: str, show: str, only: str = "", known: str = "") -> Question:
    """One part of the standing, such as `groups`, with the columns to show and maybe only the rows named.

    With `known`, the file is read as it was known on that day.
    """
    columns, rows = show.split(), only.split()
    then = f", as known on {known}" if known else ""
    chosen = f" of {', '.join(rows)}" if rows else ""
    words = f"{name}{chosen} on {on}{then}"

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        found = _standing(module, facts, on, known)
        value = getattr(found, name)
        items = value if isinstance(value, tuple) else (value,) if value is not None else ()
        table = [[_word(getattr(item, column)) for column in columns] for item in items]
        return make_table(columns, [row for row in table if not rows or row[0] in rows])

    return Question(words, answer)


def pairs(name: str, show: str, *, on: str) -> Question:
    """A part of the standing that is a list of pairs, such as `meetings`, under a head of two words."""

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        found = getattr(_standing(module, facts, on), name)
        return make_table(show.split(), [[_word(each) for each in pair] for pair in found])

    return Question(f"{name} on {on}", answer)


def rounds(decision: str, *, on: str, show: str) -> Question:
    """All rounds of a joint decision."""
    columns = show.split()

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        found = _standing(module, facts, on).decision(decision).rounds
        return make_table(columns, [[_word(getattr(each, column)) for column in columns] for each in found])

    return Question(f"rounds of {decision} on {on}", answer)


def facing(*names: str, on: str, known: str = "") -> Question:
    """Single words of the standing, such as `stage` and `phase`, in one row."""
    then = f", as known on {known}" if known else ""

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        found = _standing(module, facts, on, known)
        return make_table(names, [[_word(getattr(found, name)) for name in names]])

    return Question(f"standing on {on}{then}", answer)


def may(*steps: str, on: str) -> Question:
    """Whether steps may be taken, each written as `move_phase relationship`, and what holds them back."""

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        rows = []
        for words in steps:
            kind, _, target = words.partition(" ")
            permission = permit(module, facts, Step(StepKind(kind), target), date.fromisoformat(on))
            held = sorted({reason.code for reason in permission.reasons})
            rows.append((words, _word(permission.allowed), " + ".join(held) or "-"))
        return make_table(("step", "may", "held back by"), rows)

    return Question(f"may these steps be taken on {on}?", answer)


def open_steps(kind: str, *, on: str) -> Question:
    """All targets of a step kind that are open now."""

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        found = allowed_steps(module, _standing(module, facts, on))
        return make_table(
            (kind, "may"), [(each.step.target, _word(each.allowed)) for each in found if each.step.kind == kind]
        )

    return Question(f"every step {kind} on {on}", answer)


def told(*codes: str, on: str, show: str = "code subject urgency") -> Question:
    """The advice with these codes, or all advice."""
    columns = show.split()

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        found = advice(module, _standing(module, facts, on))
        kept = [each for each in found if not codes or each.code in codes]
        return make_table(columns, [[_of_advice(each, column) for column in columns] for each in kept])

    chosen = f" about {', '.join(codes)}" if codes else ""
    return Question(f"advice{chosen} on {on}", answer)


def turn(*, on: str) -> Question:
    """The next day on which the standing may change by itself."""

    def answer(module: CareModule, facts: Sequence[AnyFact]) -> Table:
        return make_table(("next turn",), [(_word(next_turn(module, facts, date.fromisoformat(on))),)])

    return Question(f"the next turn after {on}", answer)


def _standing(module: CareModule, facts: Sequence[AnyFact], on: str, known: str = "") -> Standing:
    then = known_on(facts, noon(date.fromisoformat(known))) if known else facts
    return standing(module, then, date.fromisoformat(on))


def _of_advice(each: object, column: str) -> str:
    reason = getattr(each, "reason", None)
    if column == "sources" and isinstance(reason, Reason):
        return " + ".join(reason.sources)
    return _word(getattr(each, column))


def _word(value: object) -> str:
    if value is None or value == () or value == "":
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " + ".join(_word(each) for each in value)
    return _word_of_one(value)


def _word_of_one(value: object) -> str:
    match value:
        case Enum():
            return str(value.value)
        case Reason():
            return value.code
        case Voice():
            return f"{value.party} {value.voice}"
        case Rating():
            return value.rating
        case CriterionStanding():
            since = f" since {value.since} by {value.by}" if value.since else ""
            passed = f", passed after consulting {value.override.consulted}" if value.override else ""
            return f"{value.criterion} {value.answer}{since}{passed}"
        case Step():
            return f"{value.kind} {value.target}".strip()
        case _:
            return str(value)
