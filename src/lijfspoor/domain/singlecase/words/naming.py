"""The plain name of a statistic, also where it has no answer."""

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.words import design_based, models
from lijfspoor.domain.singlecase.words.effects import family_of, named

ANSWERS = {
    "randomisation": design_based.NAME,
    "level-change": models.MODEL,
    "hierarchical": models.HIERARCHICAL,
    "pooled.bayes": models.BAYES,
    "pooled": models.POOLED,
    "between-case-smd": models.BETWEEN,
}


def name_of(statistic: str) -> Saying:
    """The name that its answer would have; the statistic itself where it has no plain one."""
    family = family_of(statistic)
    if family is not None:
        return named(family.name, statistic)
    known = [start for start in ANSWERS if statistic == start or statistic.startswith(f"{start}.")]
    return ANSWERS[max(known, key=len)] if known else Saying(nl=statistic, en=statistic)
