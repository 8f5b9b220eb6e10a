"""The path through the phases: forward and back are both ordinary steps, and only a person takes them."""

from typing import Literal

from lijfspoor.domain.caremodules.approach import Phase
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import ModuleVersionMoved, PhaseMoved, TreatmentStarted
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import PhaseStep
from lijfspoor.domain.pathways.sessions import Tally


def path(module: CareModule, history: History, counted: Tally) -> tuple[PhaseStep, ...]:
    """Return every step through the phases since the start.

    The last one is where the client is (S2-072, S2-086). A move to a newer version names a phase of that version; it
    is a step when the client would not be there already.
    """
    start = history.first_place(TreatmentStarted)
    if not module.approach.phases or start is None:
        return ()
    phases = {phase.id: phase for phase in reversed(module.approach.phases)}
    steps = [_start(module, phases, history, start, counted)]
    for place, fact in history.placed(PhaseMoved, ModuleVersionMoved):
        target = phases.get(fact.to_phase if isinstance(fact, PhaseMoved) else fact.phase)
        if place > start and target is not None and target.id != steps[-1].phase:
            steps.append(_step(phases[steps[-1].phase], target, fact, counted.held_at[place]))
    return tuple(steps)


def _start(module: CareModule, phases: dict[str, Phase], history: History, place: int, counted: Tally) -> PhaseStep:
    fact = history.first(TreatmentStarted)
    named = fact.phase if fact else ""
    phase = named if named in phases else module.approach.phases[0].id
    return PhaseStep(phase, counted.held_at[place], history.facts[place].stamp.holds_on, "start", "")


def _step(here: Phase, there: Phase, fact: PhaseMoved | ModuleVersionMoved, after_sessions: int) -> PhaseStep:
    direction: Literal["forward", "back"] = "forward" if there.number > here.number else "back"
    signs = tuple(fact.signs_seen) if isinstance(fact, PhaseMoved) else ()
    return PhaseStep(there.id, after_sessions, fact.stamp.holds_on, direction, fact.reason, signs)
