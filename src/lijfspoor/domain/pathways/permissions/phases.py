"""Gates of stepping to another phase: back always, forward one at a time while the ground holds."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.approach import Phase
from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.permissions.needs import groups_unmet, safety_lapsed
from lijfspoor.domain.pathways.words import because, say


def step_fits(case: Case) -> Iterator[Reason]:
    """Hold back a step to the same phase, and forward steps that have no ground yet (S2-072, S2-138)."""
    if not case.started:
        return
    here, there = case.module.phase(case.standing.phase), case.module.phase(case.target)
    if here.id == there.id:
        text = say("De cliënt is al in deze fase.", "The client is in this phase already.")
        yield because("same-phase", text, ("S2-072",))
    elif there.number > here.number:
        yield from _forward(case, here, there)


def _forward(case: Case, here: Phase, there: Phase) -> Iterator[Reason]:
    yield from safety_lapsed(case.module, case.standing)
    yield from groups_unmet(case.module, case.standing, ("precondition",), asked="at_evaluation")
    between = [p for p in case.module.approach.phases if here.number < p.number < there.number]
    if between and case.module.approach.phase_order != "free":
        text = say(
            f"Tussen deze fasen ligt nog: {between[0].name.nl}. Vooruit gaat het met één fase tegelijk.",
            f"Between these phases lies: {between[0].name.en}. Forward goes one phase at a time.",
        )
        yield because("one-phase-at-a-time", text, ("S2-072", "S2-054"))
