"""Where one place in a module names another, the other must be there."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from lijfspoor.catalogue.mistakes import Finding, Path
from lijfspoor.domain.caremodules.approach import Intervention
from lijfspoor.domain.caremodules.module import CareModule


class _Reference(NamedTuple):
    """A place that names `wanted`, or nothing."""

    path: Path
    wanted: str | None


def references_exist(module: CareModule) -> Iterator[Finding]:
    """Yield a finding for every name that leads nowhere."""
    goals, agreements = module.goals, module.agreements
    yield from _dangling("a building block", _to_blocks(module), [block.id for block in goals.blocks])
    yield from _dangling("a joint decision", _to_decisions(module), [it.id for it in agreements.decisions])
    yield from _dangling("a phase", _to_phases(module), [phase.id for phase in module.approach.phases])
    yield from _dangling("an aspect", _to_aspects(module), [aspect.id for aspect in goals.aspects])
    yield from _dangling("a checklist", _to_checklists(module), [it.id for it in module.diagnostics.checklists])
    yield from _dangling("a criterion", _to_criteria(module), [it.id for _, it in module.criteria()])
    variants = [it.id for variation in module.variations for it in variation.variants]
    yield from _dangling("a variant", _to_variants(module), variants)
    yield from _dangling("a problem area", _to_areas(module), [area.id for area in module.problem_areas])
    yield from _dangling("a claim", _to_claims(module), [claim.id for claim in module.underpinning.claims])


def safety_items_exist(module: CareModule) -> Iterator[Finding]:
    """A checklist names one of its own lines as the line that asks for safety."""
    for place, checklist in enumerate(module.diagnostics.checklists):
        path = ("diagnostics", "checklists", place, "safety_item")
        known = [item.id for item in checklist.items]
        yield from _dangling("a line of this checklist", [_Reference(path, checklist.safety_item)], known)


def subgoals_build_on_earlier_ones(module: CareModule) -> Iterator[Finding]:
    """A subgoal builds on subgoals before it in the ladder, so that no circle can arise."""
    everywhere = {subgoal.id for _, subgoal in module.subgoals()}
    earlier: set[str] = set()
    for place, block in enumerate(module.goals.blocks):
        for rank, subgoal in enumerate(block.subgoals):
            path = ("goals", "blocks", place, "subgoals", rank, "builds_on")
            for position, wanted in enumerate(subgoal.builds_on):
                if wanted not in everywhere:
                    yield _missing("a subgoal", (*path, position), wanted)
                elif wanted not in earlier:
                    expected = f"Name a subgoal that stands earlier in the ladder: {wanted} does not."
                    yield Finding((*path, position), expected)
            earlier.add(subgoal.id)


def _dangling(kind: str, references: Iterable[_Reference], known: Iterable[str]) -> Iterator[Finding]:
    present = frozenset(known)
    for path, wanted in references:
        if wanted is not None and wanted not in present:
            yield _missing(kind, path, wanted)


def _missing(kind: str, path: Path, wanted: str) -> Finding:
    return Finding(path, f"Name {kind} that this module has: there is no {wanted[:60]}.")


def _to_blocks(module: CareModule) -> Iterator[_Reference]:
    for place, phase in enumerate(module.approach.phases):
        for rank, block in enumerate(phase.blocks):
            yield _Reference(("approach", "phases", place, "blocks", rank), block)
    for place, checklist in enumerate(module.diagnostics.checklists):
        yield _Reference(("diagnostics", "checklists", place, "block"), checklist.block)
    for place, advice in enumerate(module.surroundings.advice):
        yield _Reference(("surroundings", "advice", place, "block"), advice.block)
    for place, step in enumerate(module.agreements.next_steps):
        yield _Reference(("agreements", "next_steps", place, "after_block"), step.after_block)


def _to_decisions(module: CareModule) -> Iterator[_Reference]:
    yield _Reference(("approach", "dose", "extended_by"), module.approach.dose.extended_by)
    for place, evaluation in enumerate(module.agreements.evaluations):
        path = ("agreements", "evaluations", place, "leads_to_decision")
        yield _Reference(path, evaluation.leads_to_decision)


def _to_phases(module: CareModule) -> Iterator[_Reference]:
    for place, example in enumerate(module.approach.examples):
        yield _Reference(("approach", "examples", place, "phase"), example.phase)


def _to_aspects(module: CareModule) -> Iterator[_Reference]:
    for place, goal in enumerate(module.goals.offered):
        yield _Reference(("goals", "offered", place, "aspect"), goal.aspect)
    for place, claim in enumerate(module.underpinning.claims):
        yield _Reference(("underpinning", "claims", place, "aspect"), claim.aspect)
    for path, intervention in interventions(module):
        yield _Reference((*path, "aspect"), intervention.aspect)


def _to_checklists(module: CareModule) -> Iterator[_Reference]:
    for place, part in enumerate(module.diagnostics.examination):
        for rank, wanted in enumerate(part.list_ids):
            yield _Reference(("diagnostics", "examination", place, "list_ids", rank), wanted)
    for place, area in enumerate(module.problem_areas):
        for rank, wanted in enumerate(area.lists):
            yield _Reference(("problem_areas", place, "lists", rank), wanted)


def _to_variants(module: CareModule) -> Iterator[_Reference]:
    for place, goal in enumerate(module.goals.offered):
        for rank, wanted in enumerate(goal.variants):
            yield _Reference(("goals", "offered", place, "variants", rank), wanted)
    for place, meeting in enumerate(module.diagnostics.meetings):
        for rank, part in enumerate(meeting.parts):
            yield _Reference(("diagnostics", "meetings", place, "parts", rank, "variant"), part.variant)
    for place, examined in enumerate(module.diagnostics.examination):
        yield _Reference(("diagnostics", "examination", place, "variant"), examined.variant)
    plan = module.surroundings.support_plan
    yield _Reference(("surroundings", "support_plan", "variant"), plan.variant if plan else None)


def _to_areas(module: CareModule) -> Iterator[_Reference]:
    for place, goal in enumerate(module.goals.offered):
        for rank, wanted in enumerate(goal.areas):
            yield _Reference(("goals", "offered", place, "areas", rank), wanted)


def _to_claims(module: CareModule) -> Iterator[_Reference]:
    for place, area in enumerate(module.problem_areas):
        for rank, wanted in enumerate(area.claims):
            yield _Reference(("problem_areas", place, "claims", rank), wanted)


def _to_criteria(module: CareModule) -> Iterator[_Reference]:
    check = module.surroundings.joint_session_check
    yield _Reference(("surroundings", "joint_session_check", "criterion"), check.criterion if check else None)


def interventions(module: CareModule) -> Iterator[tuple[Path, Intervention]]:
    """Yield all interventions with their paths: those of the module and those of its phases."""
    phased = (
        (("approach", "phases", place, "interventions", rank), intervention)
        for place, phase in enumerate(module.approach.phases)
        for rank, intervention in enumerate(phase.interventions)
    )
    general = (
        (("approach", "interventions", rank), intervention)
        for rank, intervention in enumerate(module.approach.interventions)
    )
    yield from chain(general, phased)
