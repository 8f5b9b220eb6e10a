"""Gates of tapering off and closing: a process with a next step, never a dead end."""

from collections.abc import Iterator

from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.permissions.stages import started
from lijfspoor.domain.pathways.words import because, say


def taper_exists(case: Case) -> Iterator[Reason]:
    """Hold back in a module without tapering (S2-101)."""
    if case.module.agreements.taper is None:
        text = say("Deze module kent geen afbouw.", "This module has no tapering off.")
        yield because("no-taper-in-module", text, ("S2-101",))


def ready_to_close(case: Case) -> Iterator[Reason]:
    """Hold back a planned ending before its time.

    What comes unplanned may always be recorded (S2-101, S1-013).
    """
    if not _planned(case):
        return
    yield from started(case)
    taper = case.module.agreements.taper
    if taper is not None and case.standing.taper is None:
        text = say(
            "Spreek eerst de afbouw af, zodat het afscheid rustig kan gaan.",
            "Agree on tapering off first, so that saying goodbye can go gently.",
        )
        yield because("taper-first", text, taper.text.sources, ("S2-101",))
    for decision in case.standing.decisions:
        if decision.running is not None:
            text = say("Er ligt nog een voorstel open.", "A proposal is still open.")
            yield because("decision-running", text, case.module.decision(decision.decision).sources)


def _planned(case: Case) -> bool:
    reasons = case.module.agreements.closing_reasons
    return any(reason.planned for reason in reasons if reason.id == case.target)
