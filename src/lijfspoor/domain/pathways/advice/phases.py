"""Advice on phases: signs to look for, a step back as part of the way, the group that may follow."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.approach import Phase
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.advice.making import know, possible
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice
from lijfspoor.domain.pathways.words import say


def exit_signs(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say which signs show that a phase did its work, once all that was rated carries.

    The therapist judges (S2-079).
    """
    phase = _current(module, standing)
    if phase is None or not phase.exit_signs:
        return
    rated = [s for s in standing.subgoals if s.block in phase.blocks and s.ratings]
    if rated and all(s.carries for s in rated):
        title = say(
            f"Kijk of de fase {phase.name.nl} haar werk heeft gedaan",
            f"Look whether the phase {phase.name.en} has done its work",
        )
        signs_nl = "; ".join(sign.text.nl for sign in phase.exit_signs)
        signs_en = "; ".join(sign.text.en for sign in phase.exit_signs)
        why = say(
            f"Waaraan u het ziet: {signs_nl}. U oordeelt zelf wanneer het tijd is.",
            f"How one sees it: {signs_en}. You judge yourself when it is time.",
        )
        yield know("exit-signs", phase.id, title, why, *(sign.sources for sign in phase.exit_signs))


def stepped_back(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that the last step was a step back, which is an ordinary part of the way (S2-072, S2-105)."""
    phase = _current(module, standing)
    if phase is None or standing.path[-1].direction != "back":
        return
    title = say(
        f"Een stap terug naar {phase.name.nl}: dat hoort erbij",
        f"A step back to {phase.name.en}: that is part of the way",
    )
    why = say(
        "Fasen lopen niet altijd op volgorde. Een stap terug geeft ruimte om verder te bouwen.",
        "Phases do not always run in order. A step back gives room to build on.",
    )
    said = module.approach.step_back
    yield know("stepped-back", phase.id, title, why, said.sources if said else (), ("S2-072",))


def group_follow_up(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say that a group may follow, in the last phase with a block for which a group is preferred (S2-100)."""
    preferring = {block.id for block in module.goals.blocks if block.prefers_group}
    phases = [phase for phase in module.approach.phases if preferring.intersection(phase.blocks)]
    if not phases or phases[-1].id != standing.phase:
        return
    said = phases[-1].group_preferred_after
    title = say("Denk aan een groep als vervolg", "Consider a group as what comes next")
    why = say(
        "Na deze fase stopt de individuele therapie vaak. Voor de volgende bouwsteen past een groep beter.",
        "After this phase individual therapy often ends. For the next building block a group fits better.",
    )
    yield possible("group-follow-up", standing.phase, title, why, said.sources if said else (), ("S2-100",))


def _current(module: CareModule, standing: Standing) -> Phase | None:
    return next((phase for phase in module.approach.phases if phase.id == standing.phase), None)
