"""Advice on consent: whom to ask, and what stays closed until then."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due, know
from lijfspoor.domain.pathways.model import ConsentStanding, Standing
from lijfspoor.domain.pathways.permissions.needs import LAW, consent_reason, touch_needs
from lijfspoor.domain.pathways.steps import Advice
from lijfspoor.domain.pathways.words import person_text, say


def consent_needed(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say whose consent to treatment is not there on the day, or that nobody is known to ask (standards 4.4)."""
    missing = {c.person: c for c in standing.consents if c.scope == "treatment" and not c.given}
    for consent in missing.values():
        yield _ask(module, consent) if consent.person else _find_out(module, consent)


def touch_closed(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that touch waits for consent (S1-032)."""
    if all(c.given for c in standing.consents if c.scope == "touch"):
        return
    title = say("Werk nu zonder aanraking", "Work without touch for now")
    why = say(
        "Nog niet iedereen die beslist, heeft ja gezegd tegen aanraking. Dat ja mag altijd weer nee worden.",
        "Not everyone who decides has said yes to touch. That yes may always become no again.",
    )
    sources = [need.sources for need in touch_needs(module)]
    yield know("touch-consent-missing", "touch", title, why, *sources, ("S1-032",))


def _ask(module: CareModule, consent: ConsentStanding) -> Advice:
    who = person_text(consent.person, consent.name)
    reason = consent_reason(module, consent)
    title = say(f"Vraag {who.nl} om toestemming voor de behandeling", f"Ask {who.en} for consent to treatment")
    return due("consent-missing", consent.person, title, reason.text, reason.sources)


def _find_out(module: CareModule, consent: ConsentStanding) -> Advice:
    reason = consent_reason(module, consent)
    title = say("Zoek uit wie toestemming geeft", "Find out who gives consent")
    return due("consent-unknown", "treatment", title, reason.text, reason.sources, LAW)
