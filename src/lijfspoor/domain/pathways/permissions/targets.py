"""On what a kind of step can be taken: parts of the module, or of where the client stands."""

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import LINKED
from lijfspoor.domain.pathways.model import Standing

Ids = tuple[str, ...]


def routes(module: CareModule, _standing: Standing) -> Ids:
    """Return the ways in (S1-037, S2-022)."""
    return tuple(route.id for route in module.audience.routes)


def asked_criteria(module: CareModule, _standing: Standing) -> Ids:
    """Return the criteria that are asked; those on age follow from the file."""
    return tuple(criterion.id for _, criterion in module.criteria() if criterion.age is None)


def contra_indications(module: CareModule, _standing: Standing) -> Ids:
    """Return the contra-indications (S2-021)."""
    return tuple(criterion.id for group, criterion in module.criteria() if group.kind == "contra_indication")


def meetings(module: CareModule, _standing: Standing) -> Ids:
    """Return the meetings before treatment."""
    return tuple(meeting.id for meeting in module.diagnostics.meetings)


def examination_parts(_module: CareModule, standing: Standing) -> Ids:
    """Return the parts of the examination that are asked (S2-024)."""
    return tuple(part for part, _ in standing.examination)


def diagnostic_phase(module: CareModule, _standing: Standing) -> Ids:
    """Return the one target of a diagnostic phase, in a module that has one (S0-041)."""
    return () if module.diagnostics.phase is None else ("",)


def problem_areas(module: CareModule, _standing: Standing) -> Ids:
    """Return the one target of naming problem areas, in a module that has them (S0-002)."""
    return ("",) if module.problem_areas else ()


def variants(module: CareModule, _standing: Standing) -> Ids:
    """Return every variant of every variation (S0-042 to S0-044)."""
    return tuple(variant.id for variation in module.variations for variant in variation.variants)


def bond(module: CareModule, _standing: Standing) -> Ids:
    """Return the one target of asking for the bond, in a module that asks for it (S0-062)."""
    return () if module.agreements.bond is None else ("",)


def agreed_goals(_module: CareModule, standing: Standing) -> Ids:
    """Return the goals agreed."""
    return tuple(goal.goal for goal in standing.goals)


def evaluations(module: CareModule, _standing: Standing) -> Ids:
    """Return the evaluations."""
    return tuple(evaluation.id for evaluation in module.agreements.evaluations)


def phases(module: CareModule, _standing: Standing) -> Ids:
    """Return the phases."""
    return tuple(phase.id for phase in module.approach.phases)


def subgoals(module: CareModule, _standing: Standing) -> Ids:
    """Return the subgoals, in ladder order."""
    return tuple(subgoal.id for _, subgoal in module.subgoals())


def decisions(module: CareModule, _standing: Standing) -> Ids:
    """Return the joint decisions."""
    return tuple(decision.id for decision in module.agreements.decisions)


def voices(module: CareModule, _standing: Standing) -> Ids:
    """Return every voice as `decision:party` (S1-013)."""
    return tuple(f"{d.id}:{party}" for d in module.agreements.decisions for party in d.parties)


def closing_reasons(module: CareModule, _standing: Standing) -> Ids:
    """Return the reasons for which treatment ends."""
    return tuple(reason.id for reason in module.agreements.closing_reasons)


def forewarnings(module: CareModule, _standing: Standing) -> Ids:
    """Return what is said beforehand (S3-022)."""
    return tuple(each.id for each in module.approach.forewarnings)


def open_client_notes(_module: CareModule, standing: Standing) -> Ids:
    """Return what the client let know and nobody came back to yet (S3-022)."""
    return tuple(each.note for each in standing.client_notes if each.answered_on is None)


def beside(_module: CareModule, standing: Standing) -> Ids:
    """Return the treatments beside this one (S4-028)."""
    return tuple(each.beside for each in standing.beside)


def ways_to_move(module: CareModule, standing: Standing) -> Ids:
    """Return the ways of the module (S4-004).

    The enhancer stands there bare, which never opens, and as `enhancer:beside:before` or `:after` for each
    treatment beside this one (S4-017).
    """
    routes = module.movement.routes if module.movement else ()
    linked = tuple(f"{LINKED}:{each.beside}:{timing}" for each in standing.beside for timing in ("before", "after"))
    return tuple(way for route in routes for way in (route.id, *(linked if route.id == LINKED else ())))


def running_movements(_module: CareModule, standing: Standing) -> Ids:
    """Return the movements that run."""
    return tuple(each.movement for each in standing.movements if each.stopped_on is None)
