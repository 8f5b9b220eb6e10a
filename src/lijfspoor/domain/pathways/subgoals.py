"""The ladder of subgoals: what was seen, what carries, what is ready, and what asks to reach back."""

from lijfspoor.domain.caremodules.goals import BuildingBlock, RatingWord, Subgoal
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import SubgoalRated
from lijfspoor.domain.pathways.history import History
from lijfspoor.domain.pathways.model import Rating, SubgoalStanding

Words = dict[str, RatingWord]
Ratings = dict[str, list[Rating]]


def subgoals(module: CareModule, history: History) -> tuple[SubgoalStanding, ...]:
    """Return every subgoal in ladder order; the latest rating counts, earlier ones are kept (S2-031)."""
    scale = module.goals.rating
    words: Words = {word.id: word for word in scale.words} if scale else {}
    ladder = tuple(module.subgoals())
    ratings: Ratings = {subgoal.id: [] for _, subgoal in ladder}
    for fact in history.of(SubgoalRated):
        if fact.rating in words and fact.subgoal in ratings:
            ratings[fact.subgoal].append(Rating(fact.rating, fact.stamp.holds_on, fact.session, fact.seen))
    carrying = {subgoal for subgoal, given in ratings.items() if given and words[given[-1].rating].carries}
    return tuple(_standing(block, subgoal, ratings, carrying) for block, subgoal in ladder)


def _standing(block: BuildingBlock, subgoal: Subgoal, ratings: Ratings, carrying: set[str]) -> SubgoalStanding:
    return SubgoalStanding(
        subgoal=subgoal.id,
        block=block.id,
        ratings=tuple(ratings[subgoal.id]),
        carries=subgoal.id in carrying,
        ready=carrying.issuperset(subgoal.builds_on),
    )
