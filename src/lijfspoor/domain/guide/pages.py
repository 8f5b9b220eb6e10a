"""The guide page by page: questions of one chapter that can be asked together, in a fixed order."""

from collections.abc import Sequence
from dataclasses import dataclass

from lijfspoor.domain.guide.answering import Answers, matters
from lijfspoor.domain.guide.book import Chapter, GuideBook, Question


@dataclass(frozen=True, slots=True)
class Page:
    """The questions of one page; `id` is the chapter with a number for those that depend on others in it."""

    id: str
    chapter: Chapter
    questions: tuple[Question, ...]


def all_pages(book: GuideBook) -> tuple[Page, ...]:
    """Return every page there can be, in order: no question stands on a page with one it depends on."""
    made: list[Page] = []
    for chapter in book.chapters:
        questions = [question for question in book.questions if question.chapter == chapter.id]
        depths = _depths(questions)
        for depth in range(max(depths.values(), default=-1) + 1):
            those = tuple(question for question in questions if depths[question.id] == depth)
            made.append(Page(f"{chapter.id}-{depth}", chapter, those))
    return tuple(made)


def pages(book: GuideBook, answers: Answers) -> tuple[Page, ...]:
    """Return the pages that have a question with these answers, each with those questions only."""
    known = matters(book, answers)
    kept = (
        Page(page.id, page.chapter, tuple(question for question in page.questions if question.id in known))
        for page in all_pages(book)
    )
    return tuple(page for page in kept if page.questions)


def after(book: GuideBook, answers: Answers, page_id: str) -> Page | None:
    """Return the page that follows; None at the end. An unknown id leads to the first page."""
    return _beside(book, answers, page_id, 1)


def before(book: GuideBook, answers: Answers, page_id: str) -> Page | None:
    """Return the page before this one; None at the beginning."""
    return _beside(book, answers, page_id, -1)


def _beside(book: GuideBook, answers: Answers, page_id: str, step: int) -> Page | None:
    order = [page.id for page in all_pages(book)]
    place = order.index(page_id) if page_id in order else -1
    shown = {page.id: page for page in pages(book, answers)}
    beside: Sequence[str] = order[place + 1 :] if step > 0 else order[: max(place, 0)][::-1]
    return next((shown[each] for each in beside if each in shown), None)


def _depths(questions: Sequence[Question]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for question in questions:
        seen = [clause.question for case in question.shown_in for clause in case.all]
        depths[question.id] = 1 + max((depths[name] for name in seen if name in depths), default=-1)
    return depths
