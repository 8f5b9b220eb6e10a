"""What the file tells of a client's age, by the calendar or by development, and which ages it fits."""

from datetime import date
from typing import Literal

from lijfspoor.domain.caremodules.criteria import AgeRange
from lijfspoor.domain.kernel import Answer, age_on
from lijfspoor.domain.pathways.facts import Born, DevelopmentalAgeStated
from lijfspoor.domain.pathways.history import History

Told = Born | DevelopmentalAgeStated


def told(measure: Literal["developmental", "calendar"], history: History) -> Told | None:
    """Return the fact that tells the age by this measure (S2-002)."""
    return history.last(DevelopmentalAgeStated) if measure == "developmental" else history.last(Born)


def fits(age: AgeRange, fact: Told | None, on_day: date) -> Answer:
    """Tell whether the age told by `fact` lies in the range on `on_day`; unknown when nothing tells it."""
    months = None if fact is None else _months(fact, on_day)
    if months is None:
        return Answer.UNKNOWN
    return Answer.YES if age.low_months <= months <= age.high_months else Answer.NO


def _months(fact: Told, on_day: date) -> int | None:
    if isinstance(fact, DevelopmentalAgeStated):
        return fact.months
    return age_on(fact.on, on_day).months if fact.on <= on_day else None
