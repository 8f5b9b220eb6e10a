"""Along which version of its module a treatment goes on a day, and what a newer version would mean for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.versions import version_key
from lijfspoor.domain.kernel import Answer, Reason
from lijfspoor.domain.pathways.facts import AnyFact, ModuleVersionMoved
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import AgreedGoal, GroupStanding, Standing
from lijfspoor.domain.pathways.standing import standing
from lijfspoor.domain.pathways.words import OWN, because, say


def pin_on(opened_with: str, facts: Iterable[AnyFact], on_day: date) -> str:
    """Return the pin of the version that holds on `on_day`: of the last move by then, else the one it opened with."""
    known = tuple(facts)
    if not any(isinstance(fact, ModuleVersionMoved) for fact in known):
        return opened_with
    moved = history(known, on_day).last(ModuleVersionMoved)
    return moved.to_pin if moved else opened_with


@dataclass(frozen=True, slots=True)
class Moving:
    """What a move to a newer version would mean for one treatment.

    `refused` says why it cannot be; `asks_phase` that a phase of the new version must be named because the present one
    is not in it; `goals` are agreed goals that it no longer has, for each of which a choice must be made; `unmet` are
    groups of criteria that are met now and would not be; `lost` subgoals with ratings that it no longer has;
    `otherwise` variants and problem areas that count now and would not.
    """

    refused: tuple[Reason, ...]
    asks_phase: bool
    goals: tuple[AgreedGoal, ...]
    unmet: tuple[GroupStanding, ...]
    lost: tuple[str, ...]
    otherwise: tuple[str, ...]


def moving(now: CareModule, new: CareModule, facts: Iterable[AnyFact], on_day: date) -> Moving:
    """Return what moving from version `now` to version `new` on `on_day` would mean."""
    known = tuple(facts)
    here, there = standing(now, known, on_day), standing(new, known, on_day)
    offered = {goal.id for goal in new.goals.offered} | {subgoal.id for _, subgoal in new.subgoals()}
    return Moving(
        refused=tuple(_refused(now, new)),
        asks_phase=bool(new.approach.phases) and here.phase not in {phase.id for phase in new.approach.phases},
        goals=tuple(goal for goal in here.goals if not goal.own and goal.goal not in offered),
        unmet=tuple(_unmet(here, there)),
        lost=_lost(here, there),
        otherwise=_otherwise(here, there),
    )


def fits(move: ModuleVersionMoved, asked: Moving, new: CareModule) -> bool:
    """Tell whether a move answers all that was asked, with phases and goals that the new version has."""
    phases = {phase.id for phase in new.approach.phases}
    offered = {goal.id for goal in new.goals.offered} | {subgoal.id for _, subgoal in new.subgoals()}
    chosen = dict(move.goals)
    phase_fits = move.phase in phases if phases else not move.phase
    goals_fit = set(chosen) == {goal.goal for goal in asked.goals} and offered.issuperset(filter(None, chosen.values()))
    return not asked.refused and phase_fits and goals_fit


def is_newer(new: CareModule, now: CareModule) -> bool:
    """Tell whether `new` is a higher version of the same module."""
    return new.id == now.id and version_key(new.version) > version_key(now.version)


def _refused(now: CareModule, new: CareModule) -> Iterable[Reason]:
    if new.id != now.id:
        text = say("Dit is een andere behandelmodule.", "This is another care module.")
        yield because("other-module", text, OWN)
    elif not is_newer(new, now):
        text = say(
            f"De behandeling volgt al versie {now.version}. Terug naar een eerdere versie kan niet.",
            f"The treatment follows version {now.version} already. There is no way back to an earlier version.",
        )
        yield because("not-newer", text, OWN)


def _unmet(here: Standing, there: Standing) -> Iterable[GroupStanding]:
    """Yield groups of the new version that are not met, unless the same group is not met now either."""
    open_now = {group.group for group in here.groups if group.met is not Answer.YES}
    for group in there.groups:
        if group.met is not Answer.YES and group.group not in open_now:
            yield group


def _lost(here: Standing, there: Standing) -> tuple[str, ...]:
    kept = {each.subgoal for each in there.subgoals}
    return tuple(each.subgoal for each in here.subgoals if each.ratings and each.subgoal not in kept)


def _otherwise(here: Standing, there: Standing) -> tuple[str, ...]:
    kept = {*there.variant_ids, *there.areas}
    return tuple(each for each in (*here.variant_ids, *here.areas) if each not in kept)
