"""What must hold in the chapter on movement: our own check first, and doses that follow a way of the module."""

from collections.abc import Iterator

from lijfspoor.catalogue.mistakes import Finding
from lijfspoor.catalogue.rules.sources import OWN
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import LINKED

_ONLY_OWN = "Write own and nothing else: no source asks for a check of effort."


def effort_check_is_own(module: CareModule) -> Iterator[Finding]:
    """The check of effort is ours: it never bears the name of a source."""
    for place, group in enumerate(module.audience.groups):
        if group.kind != "effort_check":
            continue
        path = ("audience", "groups", place)
        if group.sources != (OWN,):
            yield Finding((*path, "sources"), _ONLY_OWN)
        for rank, criterion in enumerate(group.criteria):
            if criterion.sources != (OWN,):
                yield Finding((*path, "criteria", rank, "sources"), _ONLY_OWN)
    if module.movement is not None and module.movement.effort_check.sources != (OWN,):
        yield Finding(("movement", "effort_check", "sources"), _ONLY_OWN)


def movement_asks_for_effort_first(module: CareModule) -> Iterator[Finding]:
    """A module with movement asks for effort before any of it."""
    asked = any(group.kind == "effort_check" for group in module.audience.groups)
    if module.movement is not None and not asked:
        yield Finding(("audience", "groups"), "Add the group of kind effort_check: this module asks for effort.")


def doses_follow_a_way(module: CareModule) -> Iterator[Finding]:
    """A studied dose follows a way of the module, and one close to a session says whether before or after."""
    if module.movement is None:
        return
    for place, dose in enumerate(module.movement.doses):
        path = ("movement", "doses", place)
        if module.movement.route(dose.route) is None:
            yield Finding((*path, "route"), f"Name a way that this module has: there is no {dose.route}.")
        if dose.route == LINKED and dose.timing is None:
            yield Finding((*path, "timing"), "Write before or after: this movement goes with a session.")


def kinds_of_intervention_exist(module: CareModule) -> Iterator[Finding]:
    """An intervention is of a kind that the module names."""
    known = {kind.id for kind in module.approach.intervention_kinds}
    for rank, intervention in enumerate(module.approach.interventions):
        if intervention.kind is not None and intervention.kind not in known:
            path = ("approach", "interventions", rank, "kind")
            expected = f"Name a kind of intervention that this module has: there is no {intervention.kind[:60]}."
            yield Finding(path, expected)
