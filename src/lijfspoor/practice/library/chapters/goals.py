"""The chapter on goals: aspects, building blocks, subgoals."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.goals import BuildingBlock, ModuleGoal, Subgoal
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.practice.library.chapters.shape import Part, Said, part, stated
from lijfspoor.practice.library.chapters.ways import for_variant

BETTER = {"less": "minder is beter", "more": "meer is beter"}


def goals(module: CareModule) -> Iterator[Part | None]:
    """What the module works towards."""
    told = module.goals
    yield part("", stated((told.main, told.building_on)))
    for aspect in told.aspects:
        yield part(f"Aspect: {aspect.name.nl}", stated((aspect.about, *aspect.exercises)))
    yield part("Doelen om uit te kiezen", (_offered(module, each) for each in told.offered))
    followed = (Said(o.name.nl, o.sources, (BETTER[o.better],), o.about.nl) for o in told.outcomes)
    yield part("Wat we volgen", followed)
    for block in told.blocks:
        yield from _block(block)
    if told.rating is not None:
        words = (Said(f"{w.word.nl}: {w.meaning.nl}", told.rating.sources) for w in told.rating.words)
        yield part("Woorden voor subdoelen", (*words, Said(told.rating.remark.nl, told.rating.sources)))


def _offered(module: CareModule, goal: ModuleGoal) -> Said:
    aspects = {aspect.id: aspect.name.nl for aspect in module.goals.aspects}
    areas = {area.id: area.name.nl for area in module.problem_areas}
    chips = [aspects[goal.aspect]] if goal.aspect else []
    chips += [areas[area] for area in goal.areas]
    chips += [chip for variant in goal.variants for chip in for_variant(module, variant)]
    return Said(goal.text.nl, goal.sources, tuple(chips))


def _block(block: BuildingBlock) -> Iterator[Part | None]:
    name = f"Bouwsteen {block.number}, {block.name.nl.lower()}"
    own = ("eigen doelen",) if block.own_goals else ()
    group = ("liefst in een groep",) if block.prefers_group else ()
    key = Said(block.key_sentence.nl, block.sources)
    yield part(name, (key, *stated(block.about)), (block.from_age.nl, *own, *group))
    yield part(f"{name}: wat nodig is", stated(block.needed))
    yield part(f"{name}: als het te weinig was", stated(block.unmet_signals))
    yield part(f"{name}: wat u ouders meegeeft", stated(block.guidance_for_parents))
    yield part(f"{name}: subdoelen", (_subgoal(each) for each in block.subgoals))


def _subgoal(subgoal: Subgoal) -> Said:
    builds = (f"bouwt op {', '.join(subgoal.builds_on).upper()}",) if subgoal.builds_on else ()
    shown = " ".join(each.nl for each in subgoal.shown_by)
    return Said(f"{subgoal.code} {subgoal.text.nl}", subgoal.sources, builds, shown)
