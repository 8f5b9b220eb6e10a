"""Which help fits which question, and why: from answers to reasons for and against, never a diagnosis."""

from lijfspoor.domain.guide.advising import Advice, Finding, Fit, advise
from lijfspoor.domain.guide.answering import Answers, Unclear, asked, matters, open_questions, read_answers
from lijfspoor.domain.guide.book import GuideBook

__all__ = [
    "Advice",
    "Answers",
    "Finding",
    "Fit",
    "GuideBook",
    "Unclear",
    "advise",
    "asked",
    "matters",
    "open_questions",
    "read_answers",
]
