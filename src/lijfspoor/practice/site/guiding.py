"""The guide as a visitor walks it: what a post holds, and which page follows. Nothing is kept between two posts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from lijfspoor.domain.guide import Advice, Answers, GuideBook, advise, read_answers
from lijfspoor.domain.guide.book import Question
from lijfspoor.domain.guide.pages import Page, after, before, pages
from lijfspoor.domain.kernel import Text

MARK = "q-"
"""Stands before the id of a question in the name of its field."""

RESULT = "result"
TAKE = "take"
CHOOSE = Text(
    nl="Kies een antwoord. 'Nee, niets hiervan' mag ook.", en="Choose an answer. 'No, none of this' is fine too."
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a post says: every answer so far, the page it comes from, where the visitor wants to go, what is unclear."""

    answers: Answers = field(default_factory=dict)
    page: str = ""
    go: str = "next"
    unclear: Mapping[str, Text] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """What follows: a page with questions, or the advice; `page` is where the visitor was or is."""

    answers: Answers
    page: Page
    advice: Advice | None = None
    take: bool = False
    unclear: Mapping[str, Text] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


def read_turn(book: GuideBook, post: QueryDict) -> Turn:
    """Return what a post says. What cannot be read is left out; what was typed is kept to be mended."""
    raw: dict[str, object] = {}
    for question in book.questions:
        given = [value.strip() for value in post.getlist(f"{MARK}{question.id}") if value.strip()]
        if given:
            raw[question.id] = _value(question, given)
    answers, unclear = read_answers(book, raw)
    said = {each.field.partition("[")[0]: each.text for each in unclear}
    typed = {name: str(raw[name]) for name in said if isinstance(raw[name], str | int)}
    return Turn(answers, post.get("page", ""), post.get("go", "next"), said, typed)


def follow(book: GuideBook, turn: Turn) -> Shown:
    """Return what follows a turn: back never asks anything, further first asks to mend what is unclear here."""
    shown = {page.id: page for page in pages(book, turn.answers)}
    here = shown.get(turn.page) or next(iter(shown.values()))
    wanted = turn.go.removeprefix("page:")
    if turn.go == "back":
        return Shown(turn.answers, before(book, turn.answers, here.id) or here)
    if turn.go.startswith("page:") and wanted in shown:
        return Shown(turn.answers, shown[wanted])
    if turn.go in (RESULT, TAKE) or (turn.go == "next" and turn.page):
        return _further(book, turn, here)
    return Shown(turn.answers, here)


def _further(book: GuideBook, turn: Turn, here: Page) -> Shown:
    wrong = {question.id: text for question in here.questions if (text := _wrong(question, turn))}
    if wrong:
        return Shown(turn.answers, here, unclear=wrong, typed=turn.typed)
    advice = advise(book, turn.answers)
    following = after(book, turn.answers, here.id)
    if advice.alarms or following is None or turn.go in (RESULT, TAKE):
        return Shown(turn.answers, here, advice, take=turn.go == TAKE)
    return Shown(turn.answers, following)


def _wrong(question: Question, turn: Turn) -> Text | None:
    if question.id in turn.unclear:
        return turn.unclear[question.id]
    return CHOOSE if question.required and question.id not in turn.answers else None


def _value(question: Question, given: list[str]) -> object:
    if question.kind != "number":
        return given
    return int(given[0]) if given[0].isascii() and given[0].isdigit() and len(given[0]) < 4 else given[0]
