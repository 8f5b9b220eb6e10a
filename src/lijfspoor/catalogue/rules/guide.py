"""What must hold in the guide beyond the shape of its files: what one part names, another has."""

from collections.abc import Iterator, Sequence
from itertools import chain

from lijfspoor.catalogue.mistakes import Path
from lijfspoor.domain.guide.book import GuideBook, Question
from lijfspoor.domain.guide.comparison import Comparison
from lijfspoor.domain.guide.conditions import Case, Clause

Wrong = tuple[str, Path, str]
"""The name of the file, where in it, and what is expected there."""

PARTS = {
    "chapters": "questions",
    "questions": "questions",
    "contacts": "firsthelp",
    "flags": "firsthelp",
    "kinds": "kinds",
    "rules": "rules",
    "steps": "steps",
}
"""The parts of the book and the file each stands in."""


def mistakes_in(book: GuideBook, comparison: Comparison) -> Iterator[Wrong]:
    """Yield everything that does not fit together."""
    yield from ids_are_used_once(book)
    yield from conditions_can_hold(book)
    yield from questions_can_be_answered(book)
    yield from names_exist(book)
    yield from every_question_matters(book)
    yield from there_is_always_a_step(book)
    yield from only_reasons_against_exclude(book)
    yield from every_kind_is_compared(book, comparison)


def ids_are_used_once(book: GuideBook) -> Iterator[Wrong]:
    """Two things of one part never share an id."""
    for part, file in PARTS.items():
        ids = [thing.id for thing in getattr(book, part)]
        for place, name in enumerate(ids):
            if name in ids[:place]:
                yield file, (part, place, "id"), f"Choose another id: {name} is used already."


def conditions_can_hold(book: GuideBook) -> Iterator[Wrong]:
    """A clause asks something of a question that exists, with options it has; a question looks back only."""
    for file, path, cases, known in _conditions(book):
        for place, case in enumerate(cases):
            for rank, clause in enumerate(case.all):
                if expected := _objection(clause, known):
                    yield file, (*path, place, "all", rank), expected


def _conditions(book: GuideBook) -> Iterator[tuple[str, Path, Sequence[Case], dict[str, Question]]]:
    known: dict[str, Question] = {}
    for place, question in enumerate(book.questions):
        yield "questions", ("questions", place, "shown_in"), question.shown_in, dict(known)
        known[question.id] = question
    for part in ("flags", "rules", "steps"):
        for place, thing in enumerate(getattr(book, part)):
            yield PARTS[part], (part, place, "when"), thing.when, known
    for place, kind in enumerate(book.kinds):
        for rank, ground in enumerate(kind.evidence):
            yield "kinds", ("kinds", place, "evidence", rank, "when"), ground.when, known


def _objection(clause: Clause, known: dict[str, Question]) -> str:
    question = known.get(clause.question)
    if question is None:
        return f"Name a question that exists and comes earlier: {clause.question} does not."
    if question.kind == "number":
        wants = clause.is_open or clause.at_least is not None or clause.at_most is not None
        return "" if wants and not clause.any_of else f"Give at_least or at_most: {clause.question} is a number."
    if not (clause.any_of or clause.none_of or clause.is_open):
        return "Give any_of, none_of or is_open."
    options = {option.id for option in question.options} - {"unknown"}
    missing = sorted({*clause.any_of, *clause.none_of} - options)
    return f"Name options that {clause.question} has: {', '.join(missing)} is not one." if missing else ""


def questions_can_be_answered(book: GuideBook) -> Iterator[Wrong]:
    """A number has its limits; every other question can be answered with unknown, alone."""
    for place, question in enumerate(book.questions):
        alone = {option.id for option in question.options if option.alone}
        if question.kind == "number":
            if question.options or question.lowest >= question.highest:
                yield "questions", ("questions", place), "Give lowest and highest, and no options."
        elif "unknown" not in alone:
            yield "questions", ("questions", place, "options"), "Add the option unknown, with alone: true."


def names_exist(book: GuideBook) -> Iterator[Wrong]:
    """Chapters, contacts and kinds that are named exist."""
    chapters, kinds = {each.id for each in book.chapters}, {each.id for each in book.kinds}
    contacts = {each.id for each in book.contacts}
    for place, question in enumerate(book.questions):
        if question.chapter not in chapters:
            yield "questions", ("questions", place, "chapter"), f"Name one of {', '.join(sorted(chapters))}."
    for place, flag in enumerate(book.flags):
        if not flag.contacts or not contacts.issuperset(flag.contacts):
            yield "firsthelp", ("flags", place, "contacts"), f"Name some of {', '.join(sorted(contacts))}."
    for place, rule in enumerate(book.rules):
        if rule.kind not in kinds:
            yield "rules", ("rules", place, "kind"), f"Name one of {', '.join(sorted(kinds))}."
    for place, step in enumerate(book.steps):
        if not kinds.issuperset(step.kinds) or (step.place == "with_kind") != bool(step.kinds):
            yield "steps", ("steps", place, "kinds"), "Name kinds that exist, with_kind steps only."


def every_question_matters(book: GuideBook) -> Iterator[Wrong]:
    """A question whose answer changes nothing is not asked."""
    used = {clause.question for _, _, cases, _ in _conditions(book) for case in cases for clause in case.all}
    for place, question in enumerate(book.questions):
        if question.id not in used:
            yield "questions", ("questions", place), "Take this question out: no rule, flag or step looks at it."


def there_is_always_a_step(book: GuideBook) -> Iterator[Wrong]:
    """One step is possible whatever was answered, and one for every kind of help."""
    always = [step for step in book.steps if not step.when]
    if not any(step.place == "last" for step in always):
        yield "steps", ("steps",), "Add a step of place last without when: there must always be one."
    with_step = set(chain.from_iterable(step.kinds for step in always))
    for place, kind in enumerate(book.kinds):
        if kind.id not in with_step:
            yield "kinds", ("kinds", place), f"Add a step for {kind.id} without when."
        if all(ground.when for ground in kind.evidence):
            yield "kinds", ("kinds", place, "evidence"), "Add a ground without when: what is known in general."


def only_reasons_against_exclude(book: GuideBook) -> Iterator[Wrong]:
    """Nothing that speaks for a kind of help can exclude it; every rule says when it holds."""
    for place, rule in enumerate(book.rules):
        if rule.direction == "for" and rule.weight == "excludes":
            yield "rules", ("rules", place, "weight"), "Write some or strong: only a reason against excludes."
        if not rule.when:
            yield "rules", ("rules", place, "when"), "Say when this holds."


def every_kind_is_compared(book: GuideBook, comparison: Comparison) -> Iterator[Wrong]:
    """The comparison holds each kind of help once, and only aspects it has."""
    if [column.kind for column in comparison.columns] != [kind.id for kind in book.kinds]:
        yield "comparison", ("columns",), f"Give a column for each of {', '.join(kind.id for kind in book.kinds)}."
    aspects = [aspect.id for aspect in comparison.aspects]
    for place, column in enumerate(comparison.columns):
        named = [cell.aspect for cell in column.cells]
        if len(set(named)) < len(named) or not set(aspects).issuperset(named):
            yield "comparison", ("columns", place, "cells"), f"Name each aspect once: {', '.join(aspects)}."
