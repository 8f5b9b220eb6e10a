"""Advice on movement: our own check first, a link that ended, weeks that are over, what can be agreed."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.criteria import CriterionGroup
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import LINKED
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.advice.making import due, know, possible
from lijfspoor.domain.pathways.model import MovementStanding, Standing
from lijfspoor.domain.pathways.movements import last_day
from lijfspoor.domain.pathways.permissions.needs import group_reason
from lijfspoor.domain.pathways.steps import Advice
from lijfspoor.domain.pathways.words import OWN, day_text, say


def effort_check_open(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that our own check of effort is not complete; it comes before any movement."""
    for group, met in _checks(module, standing):
        if met is Answer.UNKNOWN:
            title = say("Doe eerst de inspanningscheck", "Do the effort check first")
            reason = group_reason(group, met)
            yield due("effort-check-open", group.id, title, reason.text, group.sources)


def effort_check_lapsed(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that movement runs while our own check of effort has a no."""
    if not running(standing):
        return
    for group, met in _checks(module, standing):
        if met is Answer.NO:
            title = say("Laat het bewegen even rusten", "Let the movement rest for now")
            why = say(
                "De inspanningscheck heeft nu een nee. Overleg met de huisarts of pas aan wat is afgesproken.",
                "The effort check has a no now. Consult the general practitioner or change what was agreed.",
            )
            yield due("effort-check-lapsed", group.id, title, why, group.sources)


def movement_possible(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that movement can be agreed once our own check is well, with what the source advises (S4-039)."""
    if module.movement is None or running(standing):
        return
    if all(met is Answer.YES for _, met in _checks(module, standing)):
        title = say("U kunt bewegen afspreken", "Movement can be agreed")
        why = say(
            "De inspanningscheck is rond. Kies samen op welke manier bewegen helpt.",
            "The effort check is complete. Choose together in which way movement helps.",
        )
        yield possible("movement-possible", "movement", title, why, OWN, ("S4-004",))


def link_ended(_module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the treatment an enhancer goes with does not run (S4-017)."""
    others = {each.beside: each for each in standing.beside}
    for each in running(standing):
        other = others.get(each.plan.beside)
        if each.plan.route == LINKED and other is not None and not other.runs_on(standing.on_day):
            title = say("Bekijk opnieuw of dit bewegen nog past", "Look again whether this movement still fits")
            why = say(
                f"Het hoort bij sessies van een behandeling die nu niet loopt: {other.name}",
                f"It goes with sessions of a treatment that does not run now: {other.name}",
            )
            yield due("movement-link-ended", each.movement, title, why, ("S4-017",))


def weeks_over(_module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the weeks agreed are over; nothing stops by itself."""
    for each in running(standing):
        last = last_day(each)
        if last is not None and last < standing.on_day:
            day = day_text(last)
            title = say("Kijk samen terug op het bewegen", "Look back on the movement together")
            why = say(
                f"De afgesproken weken liepen tot en met {day.nl}. Doorgaan, aanpassen en stoppen kan allemaal.",
                f"The weeks agreed ran up to and including {day.en}. Going on, changing and stopping are all fine.",
            )
            yield know("movement-weeks-over", each.movement, title, why, OWN)


def running(standing: Standing) -> tuple[MovementStanding, ...]:
    """Return the movements that run."""
    return tuple(each for each in standing.movements if each.stopped_on is None)


def _checks(module: CareModule, standing: Standing) -> Iterator[tuple[CriterionGroup, Answer]]:
    for group, answers in zip(module.audience.groups, standing.groups, strict=True):
        if group.kind == "effort_check":
            yield group, answers.met
