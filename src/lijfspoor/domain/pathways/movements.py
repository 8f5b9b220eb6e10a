"""Movement as agreed: which runs, since when, how it changed, and what keeps an agreement from counting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import LINKED
from lijfspoor.domain.kernel import Text
from lijfspoor.domain.pathways.facts import MovementPrescribed, MovementStopped
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import BesideStanding, MovementStanding
from lijfspoor.domain.pathways.plans import MovementPlan
from lijfspoor.domain.pathways.words import say

LONGEST, MOST_A_WEEK, MOST_WEEKS, FARTHEST = 240, 21, 104, 1440
"""Minutes, times, weeks and minutes of offset above which a number is taken for a slip; our own."""


def movements(module: CareModule, history: History, beside: tuple[BesideStanding, ...]) -> tuple[MovementStanding, ...]:
    """Return each movement with what was last agreed, in the order of first agreeing.

    What does not fit the module is passed over, and so is an enhancer without its link or offset (S4-017).
    """
    known = {each.beside for each in beside}
    found: dict[str, MovementStanding] = {}
    for fact in history.of(MovementPrescribed, MovementStopped):
        earlier = found.get(fact.movement)
        if isinstance(fact, MovementPrescribed):
            if fits(module, fact.plan, known):
                found[fact.movement] = _agreed(fact, earlier)
        elif earlier is not None and earlier.stopped_on is None:
            found[fact.movement] = _stopped(earlier, fact)
    return tuple(found.values())


def fits(module: CareModule, plan: MovementPlan, known: set[str]) -> bool:
    """Tell whether a plan follows a way of the module, and is linked where that way asks for it."""
    if module.movement is None or module.movement.route(plan.route) is None:
        return False
    linked = plan.beside in known and plan.timing is not None and plan.offset_minutes is not None
    return linked or plan.route != LINKED


def objections(plan: MovementPlan) -> Iterator[tuple[str, Text]]:
    """Yield by field what cannot be right in a plan as it was filled in."""
    if not plan.what.strip():
        yield "what", say("Schrijf wat de cliënt gaat doen.", "Write what the client is going to do.")
    for field, number, most in (
        ("minutes", plan.minutes, LONGEST),
        ("times_per_week", plan.times_per_week, MOST_A_WEEK),
        ("weeks", plan.weeks, MOST_WEEKS),
    ):
        if number is not None and not 1 <= number <= most:
            yield field, say(f"Vul een getal van 1 tot en met {most} in.", f"Fill in a number from 1 to {most}.")
    if plan.route == LINKED:
        yield from _link_objections(plan)


def last_day(movement: MovementStanding) -> date | None:
    """Return the last day of the weeks agreed, or None without a number of weeks or beyond all calendars."""
    if movement.plan.weeks is None:
        return None
    try:
        return movement.since + timedelta(days=7 * movement.plan.weeks - 1)
    except OverflowError:
        return None


def _link_objections(plan: MovementPlan) -> Iterator[tuple[str, Text]]:
    if not plan.beside:
        yield "beside", say("Kies bij welke behandeling dit hoort.", "Choose which treatment this goes with.")
    if plan.timing is None:
        yield "timing", say("Kies: vóór of na de sessie.", "Choose: before or after the session.")
    if plan.offset_minutes is None or not 0 <= plan.offset_minutes <= FARTHEST:
        text = say("Vul in hoeveel minuten ertussen zitten.", "Fill in how many minutes lie between.")
        yield "offset_minutes", text


def _agreed(fact: MovementPrescribed, earlier: MovementStanding | None) -> MovementStanding:
    goes_on = earlier is not None and earlier.stopped_on is None
    return MovementStanding(
        movement=fact.movement,
        plan=fact.plan,
        since=earlier.since if earlier is not None and goes_on else fact.stamp.holds_on,
        agreed_on=fact.stamp.holds_on,
        reason=fact.reason,
        changes=earlier.changes + 1 if earlier is not None else 0,
    )


def _stopped(running: MovementStanding, fact: MovementStopped) -> MovementStanding:
    return replace(running, stopped_on=fact.stamp.holds_on, stop_reason=fact.reason)
