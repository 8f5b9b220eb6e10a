"""The bond between client and therapist: when to ask for it, what was said, and whether a change is wished for."""

from lijfspoor.domain.caremodules.agreements import BondCheck
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import BondAsked, TherapistAssigned, TreatmentStarted
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import BondAnswer, BondStanding, EvaluationStanding, Stage
from lijfspoor.domain.pathways.sessions import Tally

RUNNING = (Stage.UNDER_WAY, Stage.TAPERING)


def bond(
    module: CareModule,
    history: History,
    counted: Tally,
    evaluations: tuple[EvaluationStanding, ...],
    stage: Stage,
) -> BondStanding | None:
    """Return where the bond stands; None when the module does not ask for it (S0-062).

    It is asked for early, again when an evaluation falls due, and early again after a change of therapist.
    """
    check = module.agreements.bond
    if check is None:
        return None
    asked = tuple(history.placed(BondAsked))
    last = asked[-1][0] if asked else -1
    changed = _changed(history)
    anew = changed is not None and changed > last
    due_after = _due_after(check, counted, evaluations, last, changed if anew else None)
    return BondStanding(
        answers=tuple(
            BondAnswer(fact.stamp.holds_on, fact.at_ease, fact.understood, fact.wish, fact.words) for _, fact in asked
        ),
        due_after=due_after,
        due=stage in RUNNING and due_after is not None and counted.held >= due_after,
        answered=anew,
    )


def _due_after(
    check: BondCheck,
    counted: Tally,
    evaluations: tuple[EvaluationStanding, ...],
    asked: int,
    changed: int | None,
) -> int | None:
    if changed is not None:
        return counted.held_at[changed] + check.after_session
    if asked < 0:
        return check.after_session
    coming = (each.due_after for each in evaluations if each.due_after is not None)
    return min((after for after in coming if after > counted.held_at[asked]), default=None)


def _changed(history: History) -> int | None:
    """Return where the therapist last changed during treatment."""
    start = history.first_place(TreatmentStarted)
    before, found = "", None
    for place, fact in history.placed(TherapistAssigned):
        if start is not None and place > start and before and fact.therapist != before:
            found = place
        before = fact.therapist
    return found
