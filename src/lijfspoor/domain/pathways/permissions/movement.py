"""Gates of movement: our own check of effort first, and an enhancer only close to a session of trauma processing."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.movement import LINKED
from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.model import BesideStanding
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.permissions.needs import groups_unmet
from lijfspoor.domain.pathways.words import because, day_text, ended, say


def effort_checked(case: Case) -> Iterator[Reason]:
    """Hold back movement until our own check of effort is answered well; no source asks for it."""
    return groups_unmet(case.module, case.standing, ("effort_check",))


def enhancer_linked(case: Case) -> Iterator[Reason]:
    """Hold back an enhancer without a treatment that processes trauma and runs on the day (S4-017)."""
    way, _, link = case.target.partition(":")
    if way != LINKED:
        return
    if not link:
        text = say(
            "Deze vorm hoort altijd dicht bij een sessie waarin trauma wordt verwerkt. Noteer eerst die behandeling.",
            "This form always goes close to a session in which trauma is processed. Note that treatment first.",
        )
        yield because("enhancer-needs-link", text, ("S4-017",))
        return
    beside = _beside(case, link.rpartition(":")[0])
    yield from _not_trauma(beside)
    if not beside.runs_on(case.standing.on_day):
        text = say(
            f"Deze behandeling loopt op {day_text(case.standing.on_day).nl} niet: {beside.name}",
            f"This treatment does not run on {day_text(case.standing.on_day).en}: {beside.name}",
        )
        yield because("beside-not-running", ended(text), ("S4-017",))


def processes_trauma(case: Case) -> Iterator[Reason]:
    """Hold back a day of trauma processing in a treatment that has none (S4-017)."""
    return _not_trauma(_beside(case, case.target))


def _beside(case: Case, beside: str) -> BesideStanding:
    return next(each for each in case.standing.beside if each.beside == beside)


def _not_trauma(beside: BesideStanding) -> Iterator[Reason]:
    if not beside.trauma:
        text = say(
            f"In deze behandeling wordt geen trauma verwerkt: {beside.name}",
            f"This treatment does not process trauma: {beside.name}",
        )
        yield because("beside-not-trauma", ended(text), ("S4-017",))
