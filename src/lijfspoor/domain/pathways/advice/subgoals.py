"""Advice on subgoals: which one can be worked on now, also when that means reaching back."""

from collections.abc import Iterator

from lijfspoor.domain.caremodules.goals import Subgoal
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Text
from lijfspoor.domain.pathways.advice.making import possible
from lijfspoor.domain.pathways.model import Standing, SubgoalStanding
from lijfspoor.domain.pathways.steps import Advice, Step, StepKind
from lijfspoor.domain.pathways.words import say

REACH_BACK = say(
    "Dit ging eerder al. Er weer even naar teruggaan hoort erbij; daarna bouwt u verder.",
    "This was there before. Going back to it for a while is part of the way; after that you build on.",
)
BUILT = say("De subdoelen waarop dit bouwt, zijn er al.", "The subgoals this builds on are there already.")
FIRST = say("Met dit subdoel kan het bouwen beginnen.", "Building can begin with this subgoal.")


def subgoals_ready(module: CareModule, standing: Standing) -> Iterator[Advice]:
    """Say per block of the current phase which subgoal comes first now (S2-031, contradiction 7)."""
    blocks = {block for phase in module.approach.phases if phase.id == standing.phase for block in phase.blocks}
    for (block, subgoal), now in zip(module.subgoals(), standing.subgoals, strict=True):
        if block.id in blocks and now.ready and not now.carries:
            blocks.remove(block.id)
            yield _ready(module, subgoal, now)


def _ready(module: CareModule, subgoal: Subgoal, now: SubgoalStanding) -> Advice:
    title = say(
        f"Hieraan kunt u nu werken: {subgoal.code} {subgoal.text.nl}",
        f"This can be worked on now: {subgoal.code} {subgoal.text.en}",
    )
    step = Step(StepKind.RATE_SUBGOAL, subgoal.id)
    why = _why(module, subgoal, now)
    return possible("subgoal-ready", subgoal.id, title, why, subgoal.sources, ("S2-031",), step=step)


def _why(module: CareModule, subgoal: Subgoal, now: SubgoalStanding) -> Text:
    scale = module.goals.rating
    carrying = {word.id for word in scale.words if word.carries} if scale else set()
    if any(rating.rating in carrying for rating in now.ratings):
        return REACH_BACK
    return BUILT if subgoal.builds_on else FIRST
