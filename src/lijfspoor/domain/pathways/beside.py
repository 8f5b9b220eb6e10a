"""Treatments beside this one, here or elsewhere, and the days on which they process trauma."""

from lijfspoor.domain.pathways.facts import TraumaSessionNoted, TreatmentBesideNoted
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import BesideStanding, TraumaSession


def beside(history: History) -> tuple[BesideStanding, ...]:
    """Return each treatment noted beside this one as last noted, in the order of first noting (S4-003, S4-028)."""
    last: dict[str, TreatmentBesideNoted] = {}
    for fact in history.of(TreatmentBesideNoted):
        last[fact.beside] = fact
    sessions = _sessions(history)
    return tuple(_standing(fact, sessions) for fact in last.values())


def _standing(fact: TreatmentBesideNoted, sessions: dict[str, TraumaSessionNoted]) -> BesideStanding:
    own = sorted((s.on, s.at, s.moment) for s in sessions.values() if s.beside == fact.beside and not s.dropped)
    return BesideStanding(
        beside=fact.beside,
        name=fact.name,
        by_whom=fact.by_whom,
        where=fact.where,
        since=fact.since,
        until=fact.until,
        trauma=fact.trauma,
        sessions=tuple(TraumaSession(session, on, at) for on, at, session in own),
    )


def _sessions(history: History) -> dict[str, TraumaSessionNoted]:
    return {fact.moment: fact for fact in history.of(TraumaSessionNoted)}
