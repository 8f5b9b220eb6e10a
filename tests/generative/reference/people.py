"""Consents, authority, therapist and credentials, read afresh from the facts."""

from collections.abc import Sequence
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.consent import Holder, consenters
from lijfspoor.domain.kernel import Reason, Text
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    AuthorityEnded,
    AuthorityHeld,
    Born,
    ConsentGiven,
    ConsentWithdrawn,
    CredentialHeld,
    TherapistAssigned,
)
from lijfspoor.domain.pathways.model import ConsentStanding, CredentialStanding
from tests.generative.reference.counting import every, last

NOT_SAID = Reason("not-said-by-the-reference", Text(nl="Zie de regels.", en="See the rules."), ("own",))


def not_passed(until: date | None, on_day: date) -> bool:
    return until is None or on_day <= until


def holders(facts: Sequence[AnyFact], on_day: date) -> tuple[Holder, ...]:
    persons = {fact.person for fact in facts if isinstance(fact, AuthorityHeld)}
    found = []
    for person in sorted(persons):
        about = [f for f in facts if isinstance(f, AuthorityHeld | AuthorityEnded) and f.person == person]
        now = about[-1]
        if isinstance(now, AuthorityHeld) and not_passed(now.until, on_day):
            found.append(Holder(now.person, now.name, now.guardian))
    return tuple(found)


def consents(module: CareModule, facts: Sequence[AnyFact], on_day: date) -> tuple[ConsentStanding, ...]:
    born = last(every(facts, Born))
    needed = consenters(None if born is None else born.on, holders(facts, on_day), on_day)
    found = []
    for need in module.audience.consents:
        if needed is None:
            found.append(ConsentStanding(need.scope, "", "", False, None, None, NOT_SAID))
            continue
        for one in needed:
            found.append(consent_of(need.scope, one.person, one.name, facts, on_day))
    return tuple(found)


def consent_of(scope: str, person: str, name: str, facts: Sequence[AnyFact], on_day: date) -> ConsentStanding:
    said = [
        fact
        for fact in facts
        if isinstance(fact, ConsentGiven | ConsentWithdrawn) and fact.scope == scope and fact.person == person
    ]
    if said and isinstance(said[-1], ConsentGiven):
        given = said[-1]
        holds = not_passed(given.until, on_day)
        return ConsentStanding(scope, person, name, holds, given.stamp.holds_on, given.until, NOT_SAID)
    return ConsentStanding(scope, person, name, False, None, None, NOT_SAID)


def therapist(facts: Sequence[AnyFact]) -> tuple[str, str]:
    assigned = last(every(facts, TherapistAssigned))
    return ("", "") if assigned is None else (assigned.therapist, assigned.name)


def credentials(module: CareModule, facts: Sequence[AnyFact], on_day: date) -> tuple[CredentialStanding, ...]:
    treating, _ = therapist(facts)
    found = []
    for asked in module.underpinning.qualifications:
        shown = last(
            [
                fact
                for fact in every(facts, CredentialHeld)
                if fact.therapist == treating and fact.credential == asked.credential
            ]
        )
        known = treating != "" and shown is not None
        held = known and shown is not None and not_passed(shown.until, on_day)
        until = shown.until if known and shown is not None else None
        found.append(CredentialStanding(asked.credential, asked.level, held, until))
    return tuple(found)
