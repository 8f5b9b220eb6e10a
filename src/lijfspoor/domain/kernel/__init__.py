"""Words that every room of the domain shares: bilingual text, sources, answers, reasons, periods, ages."""

from lijfspoor.domain.kernel.ages import Age, age_on, birthday_reached
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.periods import Period
from lijfspoor.domain.kernel.reasons import Reason
from lijfspoor.domain.kernel.text import Statement, Text

__all__ = [
    "Age",
    "Answer",
    "Period",
    "Reason",
    "Statement",
    "Text",
    "age_on",
    "birthday_reached",
    "content",
]
