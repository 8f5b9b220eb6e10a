"""Who must consent on a day, and whether they do."""

from datetime import date

from lijfspoor.domain.caremodules.criteria import ConsentNeed
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.consent import Holder, Needed, consenters
from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.facts import (
    AuthorityEnded,
    AuthorityHeld,
    Born,
    ConsentGiven,
    ConsentWithdrawn,
)
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import ConsentStanding
from lijfspoor.domain.pathways.words import because, say

LAW = ("standards-4.4",)
Said = dict[tuple[str, str], ConsentGiven | ConsentWithdrawn]


def consents(module: CareModule, history: History, on_day: date) -> tuple[ConsentStanding, ...]:
    """Return every consent the module needs, from all who decide on `on_day` (standards 4.4, S1-032)."""
    born = history.last(Born)
    people = consenters(born.on if born else None, holders(history, on_day), on_day)
    said: Said = {(fact.scope, fact.person): fact for fact in history.of(ConsentGiven, ConsentWithdrawn)}
    if people is None:
        why = _nobody_known(born)
        return tuple(_unknown(need, why) for need in module.audience.consents)
    return tuple(_standing(need, who, said, on_day) for need in module.audience.consents for who in people)


def holders(history: History, on_day: date) -> tuple[Holder, ...]:
    """Return who holds authority on `on_day`, by the last thing recorded about each person."""
    last = {fact.person: fact for fact in history.of(AuthorityHeld, AuthorityEnded)}
    return tuple(
        Holder(fact.person, fact.name, fact.guardian)
        for fact in last.values()
        if isinstance(fact, AuthorityHeld) and _runs(fact.until, on_day)
    )


def _standing(need: ConsentNeed, who: Needed, said: Said, on_day: date) -> ConsentStanding:
    fact = said.get((need.scope, who.person))
    if not isinstance(fact, ConsentGiven):
        return ConsentStanding(need.scope, who.person, who.name, False, None, None, who.reason)
    given = _runs(fact.until, on_day)
    return ConsentStanding(need.scope, who.person, who.name, given, fact.stamp.holds_on, fact.until, who.reason)


def _unknown(need: ConsentNeed, why: Reason) -> ConsentStanding:
    return ConsentStanding(need.scope, "", "", False, None, None, why)


def _runs(until: date | None, on_day: date) -> bool:
    return until is None or on_day <= until


def _nobody_known(born: Born | None) -> Reason:
    if born is None:
        text = say(
            "De geboortedatum is nog niet bekend. Daardoor is niet te zeggen wie toestemming geeft.",
            "The birth date is not known yet, so it cannot be told who gives consent.",
        )
        return because("birth-date-unknown", text, LAW)
    text = say(
        "Nog niet bekend is wie het gezag heeft. Daardoor is niet te zeggen wie toestemming geeft.",
        "It is not known yet who holds authority, so it cannot be told who gives consent.",
    )
    return because("authority-unknown", text, LAW)
