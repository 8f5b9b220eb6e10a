"""What was answered: read strictly, and without what no longer matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lijfspoor.domain.guide.book import GuideBook, Question
from lijfspoor.domain.guide.conditions import UNKNOWN, Given, met
from lijfspoor.domain.kernel.text import Text

Answers = Mapping[str, Given]
"""Question id -> what was answered; a question that is not in it was not answered."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """An answer that cannot be read: its field, such as `body[1]`, and what is expected there."""

    field: str
    text: Text


def read_answers(book: GuideBook, raw: Mapping[str, object]) -> tuple[dict[str, Given], tuple[Unclear, ...]]:
    """Return the answers in `raw` that can be read, and everything that cannot.

    An option is a text, several are a list of texts, a number is a whole number; `"unknown"` answers every question.
    """
    answers: dict[str, Given] = {}
    unclear: list[Unclear] = []
    known = {question.id: question for question in book.questions}
    for name, value in raw.items():
        if name not in known:
            unclear.append(_says(name, f"Deze vraag bestaat niet. Er zijn: {', '.join(known)}.", _exist(known)))
            continue
        given, wrong = _number(known[name], value) if known[name].kind == "number" else _options(known[name], value)
        unclear += wrong
        if given is not None:
            answers[name] = given
    return answers, tuple(unclear)


def asked(book: GuideBook, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that matter with these answers, in order; a question sees only those before it."""
    known = matters(book, answers)
    return tuple(question for question in book.questions if question.id in known)


def matters(book: GuideBook, answers: Answers) -> dict[str, Given]:
    """Return the answers to questions that are asked; what is asked and not answered is unknown."""
    kept: dict[str, Given] = {}
    for question in book.questions:
        if met(question.shown_in, kept):
            kept[question.id] = answers.get(question.id, UNKNOWN)
    return kept


def open_questions(book: GuideBook, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that matter and have no known answer."""
    kept = matters(book, answers)
    return tuple(book.question(name) for name, given in kept.items() if given == UNKNOWN)


def _number(question: Question, value: object) -> tuple[Given | None, list[Unclear]]:
    if value == "unknown":
        return UNKNOWN, []
    if isinstance(value, int) and not isinstance(value, bool) and question.lowest <= value <= question.highest:
        return value, []
    low, high = question.lowest, question.highest
    nl, en = f"Schrijf een heel getal van {low} tot en met {high}.", f"Write a whole number from {low} to {high}."
    return None, [_says(question.id, nl, en)]


def _options(question: Question, value: object) -> tuple[Given | None, list[Unclear]]:
    chosen: Sequence[object] = [value] if isinstance(value, str) else value if isinstance(value, list) else [value]
    ids = [option.id for option in question.options]
    listed = isinstance(value, list)
    wrong = [
        _says(f"{question.id}[{place}]" if listed else question.id, f"Kies uit: {', '.join(ids)}.", _of(ids))
        for place, each in enumerate(chosen)
        if each not in ids
    ]
    if wrong:
        return None, wrong
    picked = tuple(name for name in ids if name in chosen)
    return _one_or_alone(question, picked)


def _one_or_alone(question: Question, picked: tuple[str, ...]) -> tuple[Given | None, list[Unclear]]:
    if question.kind == "one" and len(picked) > 1:
        return None, [_says(question.id, "Kies één antwoord.", "Choose one answer.")]
    alone = next((option for option in question.options if option.alone and option.id in picked), None)
    if alone is not None and len(picked) > 1:
        nl = f"U koos '{alone.text.nl}' en ook iets anders. Kies één van de twee."
        return None, [
            _says(question.id, nl, f"You chose '{alone.text.en}' and something else too. Choose one of the two.")
        ]
    return picked or None, []


def _says(field: str, nl: str, en: str) -> Unclear:
    return Unclear(field, Text(nl=nl, en=en))


def _of(ids: Sequence[str]) -> str:
    return f"Choose from: {', '.join(ids)}."


def _exist(known: Mapping[str, Question]) -> str:
    return f"This question does not exist. There are: {', '.join(known)}."
