"""The next day on which the picture may turn without anything new being recorded."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from lijfspoor.domain.caremodules.criteria import AgeRange
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.consent import AgeRules
from lijfspoor.domain.kernel.ages import MONTHS_IN_YEAR
from lijfspoor.domain.pathways.advice.credentials import NOTICE_DAYS
from lijfspoor.domain.pathways.beside import beside
from lijfspoor.domain.pathways.facts import AnyFact, AuthorityHeld, Born, ConsentGiven, CredentialHeld
from lijfspoor.domain.pathways.history import History, history
from lijfspoor.domain.pathways.movements import last_day, movements


def next_turn(module: CareModule, facts: Iterable[AnyFact], on_day: date) -> date | None:
    """Return the first day after `on_day` on which standing or advice may differ by the facts known now.

    These are ends of consents, authority and credentials (with their notice), birthdays that change who
    decides or who fits, the period of treatments beside this one, the end of the weeks agreed for movement, and days
    on which recorded facts begin to hold. None when nothing of the kind comes.
    """
    known = tuple(facts)
    counting = history(known, on_day)
    later = (fact.stamp.holds_on for fact in known)
    candidates = (*_ends(counting), *_birthdays(module, counting), *_moving(module, counting), *later)
    return min((day for day in candidates if day is not None and day > on_day), default=None)


def _ends(counting: History) -> Iterator[date | None]:
    for fact in counting.of(ConsentGiven, AuthorityHeld, CredentialHeld):
        if fact.until is not None:
            yield _shifted(fact.until, 1)
            if isinstance(fact, CredentialHeld):
                yield _shifted(fact.until, -NOTICE_DAYS)


def _moving(module: CareModule, counting: History) -> Iterator[date | None]:
    others = beside(counting)
    for other in others:
        yield other.since
        if other.until is not None:
            yield _shifted(other.until, 1)
    for movement in movements(module, counting, others):
        last = last_day(movement)
        if last is not None:
            yield _shifted(last, 1)


def _birthdays(module: CareModule, counting: History) -> Iterator[date | None]:
    born = counting.last(Born)
    if born is None:
        return
    rules = AgeRules()
    yield born.on
    yield _reached(born.on, rules.joins_from * MONTHS_IN_YEAR)
    yield _reached(born.on, rules.alone_from * MONTHS_IN_YEAR)
    for age in _ages(module):
        if age.measure == "calendar":
            yield _reached(born.on, age.low_months)
            yield _reached(born.on, age.high_months + 1)


def _ages(module: CareModule) -> Iterator[AgeRange]:
    for _, criterion in module.criteria():
        if criterion.age is not None:
            yield criterion.age
    for variation in module.variations:
        for variant in variation.variants:
            if variant.age is not None:
                yield variant.age


def _shifted(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _reached(born: date, months: int) -> date | None:
    """Return the first day on which someone born on `born` has completed `months` months, as `age_on` counts."""
    year, month = divmod(born.year * MONTHS_IN_YEAR + born.month - 1 + months, MONTHS_IN_YEAR)
    if not date.min.year <= year <= date.max.year:
        return None
    try:
        return date(year, month + 1, born.day)
    except ValueError:
        return date(year, month + 2, 1)
