"""What the pages of the guide show, in the language of the visitor: fields, findings with reasons, steps, contacts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lijfspoor.domain.guide import Answers, Finding, Fit, GuideBook, matters
from lijfspoor.domain.guide.advising import Alarm
from lijfspoor.domain.guide.book import Contact, Ground, Question, Step
from lijfspoor.domain.guide.conditions import UNKNOWN, Given
from lijfspoor.domain.guide.pages import Page, pages
from lijfspoor.domain.kernel import Reason, Text
from lijfspoor.practice.site.guiding import MARK, RESULT, Shown
from lijfspoor.practice.site.languages import Language
from lijfspoor.practice.site.words import Phrases, Statement

HELP_LINES = ("alarm", "suicide-line")
"""The contacts that stand under every question."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a field."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A question as a field of the page; `typed` is what is in it now, also when it cannot be read."""

    name: str
    kind: str
    text: str
    hint: str
    choices: tuple[Choice, ...]
    typed: str
    lowest: int
    highest: int
    error: str


@dataclass(frozen=True, slots=True)
class ContactShown:
    """A contact in one language."""

    name: str
    number: str
    also: str
    website: str
    for_whom: str


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as the visitor gave it, and the page where it can be changed."""

    question: str
    answer: str
    page: str


@dataclass(frozen=True, slots=True)
class StepShown:
    """A next step in one language; `page` is the name of the public page that helps with it, `go` its words."""

    who: str
    said: Statement
    page: str
    go: str


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A kind of help with its reasons in one language."""

    id: str
    name: str
    fit: str
    fit_words: str
    what: Statement
    is_not: Statement
    pro: tuple[Statement, ...]
    con: tuple[Statement, ...]
    evidence: tuple[tuple[str, Statement], ...]


def questions_page(book: GuideBook, shown: Shown, language: Language) -> dict[str, Any]:
    """Return what a page with questions shows."""
    chapters = [page.chapter for page in pages(book, shown.answers)]
    later = chapters[chapters.index(shown.page.chapter) :]
    return {
        "chapter": shown.page.chapter.title.in_(language),
        "later": list(dict.fromkeys(each.title.in_(language) for each in later if each != shown.page.chapter)),
        "is_first": shown.page == pages(book, shown.answers)[0],
        "fields": [_field(question, shown, language) for question in shown.page.questions],
        "kept": _kept(shown.answers, shown.page),
        "page_id": shown.page.id,
        "outcome": "stay",
        "lines": [_contact(book.contact(name), language) for name in HELP_LINES],
        "began": bool(shown.answers),
        "has_errors": bool(shown.unclear),
    }


def result_page(book: GuideBook, shown: Shown, words: Phrases, language: Language) -> dict[str, Any]:
    """Return what the outcome shows; with an alarm the alarm alone."""
    advice = shown.advice
    if advice is None:
        raise ValueError("There is no advice to show")
    found = [_finding(each, words, language) for each in advice.findings]
    by_fit = {fit.value: [each for each in found if each.fit == fit] for fit in Fit}
    return {
        "alarms": [_statement(each.flag, language) for each in advice.alarms],
        "danger": any(each.flag.urgency == "now" for each in advice.alarms),
        "contacts": _contacts(advice.alarms, language),
        "read_on": max(contact.read_on for contact in book.contacts),
        **by_fit,
        "groups": [(words["fits-title"], by_fit["fits"]), (words["may-title"], by_fit["may_fit"])],
        "steps": [_step(step, words, language) for step in advice.steps],
        "unknown": [question.open_says.in_(language) for question in advice.unknown],
        "told": _told(book, shown.answers, language),
        "kept": _kept(shown.answers, None),
        "page_id": shown.page.id,
        "outcome": RESULT,
    }


def _field(question: Question, shown: Shown, language: Language) -> FieldShown:
    given = shown.answers.get(question.id)
    chosen = given if isinstance(given, tuple) else ()
    return FieldShown(
        name=f"{MARK}{question.id}",
        kind=question.kind,
        text=question.text.in_(language),
        hint=question.hint.in_(language) if question.hint else "",
        choices=tuple(Choice(one.id, one.text.in_(language), one.id in chosen) for one in question.options),
        typed=shown.typed.get(question.id, str(given) if isinstance(given, int) else ""),
        lowest=question.lowest,
        highest=question.highest,
        error=shown.unclear[question.id].in_(language) if question.id in shown.unclear else "",
    )


def _kept(answers: Answers, page: Page | None) -> list[tuple[str, str]]:
    """The hidden fields: every answer that is not asked on this page."""
    here = {question.id for question in page.questions} if page else set()
    return [(f"{MARK}{name}", value) for name, given in answers.items() if name not in here for value in _values(given)]


def _values(given: Given) -> tuple[str, ...]:
    return given if isinstance(given, tuple) else (str(given),)


def _told(book: GuideBook, answers: Answers, language: Language) -> list[Told]:
    known = matters(book, answers)
    return [
        Told(question.text.in_(language), _answer(question, known[question.id], language), page.id)
        for page in pages(book, answers)
        for question in page.questions
        if known[question.id] != UNKNOWN
    ]


def _answer(question: Question, given: Given, language: Language) -> str:
    if isinstance(given, int):
        return str(given)
    return "; ".join(option.text.in_(language) for option in question.options if option.id in given)


def _finding(finding: Finding, words: Phrases, language: Language) -> FindingShown:
    kind = finding.kind
    return FindingShown(
        id=kind.id,
        name=kind.name.in_(language),
        fit=finding.fit.value,
        fit_words=words[finding.fit.value],
        what=Statement(kind.what.text.in_(language), kind.what.sources),
        is_not=Statement(kind.is_not.text.in_(language), kind.is_not.sources),
        pro=_statements(finding.pro, language),
        con=_statements(finding.con, language),
        evidence=tuple((ground_words(each, words), _statement(each, language)) for each in finding.evidence),
    )


def _step(step: Step, words: Phrases, language: Language) -> StepShown:
    page = step.page or ""
    return StepShown(words[f"who-{step.who}"], _statement(step, language), page, words[f"go-{page}"] if page else "")


def ground_words(ground: Ground, words: Phrases) -> str:
    """Return how strong the ground is, in words."""
    return words[f"evidence_{ground.status.value if ground.status else 'silent'}"]


def _statements(reasons: Iterable[Reason], language: Language) -> tuple[Statement, ...]:
    return tuple(Statement(reason.text.in_(language), reason.sources) for reason in reasons)


def _statement(thing: Any, language: Language) -> Statement:  # noqa: ANN401  # flags, steps and grounds alike
    text: Text = thing.text
    return Statement(text.in_(language), thing.sources)


def _contacts(alarms: Iterable[Alarm], language: Language) -> list[ContactShown]:
    """Every contact once: the first of each alarm before the others."""
    given = [alarm.contacts for alarm in alarms]
    ordered = [each[0] for each in given] + [contact for each in given for contact in each[1:]]
    return [_contact(contact, language) for contact in dict.fromkeys(ordered)]


def _contact(contact: Contact, language: Language) -> ContactShown:
    number, also, website = contact.number or "", contact.also or "", contact.website or ""
    return ContactShown(contact.name.in_(language), number, also, website, contact.for_whom.in_(language))
