"""Advice on the number of sessions: a limit that three may move, or an expectation that stops nothing."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.approach import Dose
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import due, know, possible
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.permissions.sessions import limit_reason
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import held_text, say, sessions_text


def dose_fixed(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the agreed number is nearly or wholly used (S1-011)."""
    dose, planned = standing.dose, module.approach_with(standing.variant_ids).dose
    if dose.limit is None:
        return
    if dose.limit - dose.held == 1:
        title = say("De volgende sessie is de laatste", "The next session is the last one")
        count = sessions_text(dose.limit)
        why = say(
            f"De afspraak is {count.nl}. Sta samen stil bij het afscheid en bij hoe het verder gaat.",
            f"The agreement is {count.en}. Look together at saying goodbye and at what comes next.",
        )
        yield possible("last-session", "dose", title, why, planned.sources)
    if dose.held >= dose.limit and not any(decision.running for decision in standing.decisions):
        reason = limit_reason(module, dose.limit)
        title = say(
            "Alle afgesproken sessies zijn geweest: sluit af of beslis samen over meer",
            "All sessions agreed have been held: close, or decide on more together",
        )
        yield due("dose-reached", "dose", title, reason.text, reason.sources, step=_propose(module))


def dose_expected(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that a number the module expects has been reached.

    It is an expectation and stops nothing (S2-053).
    """
    planned, held = module.approach_with(standing.variant_ids).dose, standing.dose.held
    if planned.kind != "expected":
        return
    high, low = planned.high, planned.low
    if high is not None and held >= high:
        yield _reached(planned, standing, "dose-high-reached", high)
    elif low is not None and held >= low:
        yield _reached(planned, standing, "dose-low-reached", low)


def _reached(planned: Dose, standing: Standing, code: str, number: int) -> Advice:
    words = planned.words
    held = held_text(standing.dose.held)
    title = say(f"De {number}e sessie is geweest", f"Session {number} has been held")
    why = say(
        f"{held.nl} De module zegt hierover: {words.nl}. "
        "Dat is een verwachting en geen grens. Kijk samen hoe het gaat.",
        f"{held.en} The module says: {words.en}. That is an expectation and not a limit. Look together at how it goes.",
    )
    return know(code, "dose", title, why, planned.sources, ("S2-053",))


def _propose(module: CareModule) -> Step | None:
    extended_by = module.approach.dose.extended_by
    known = any(decision.id == extended_by for decision in module.agreements.decisions)
    return Step(StepKind.OPEN_DECISION, extended_by) if known and extended_by else None
