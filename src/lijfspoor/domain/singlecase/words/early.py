"""Too early to say: what a series still needs before anything may be said of it, and what it then may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.layers import WASHOUT

LEAST_PER_PHASE = 3
ENOUGH_PER_PHASE = 5
SOURCE = "WWC 1.0"
TOO_EARLY = Saying(nl="Nog te vroeg om iets te zeggen.", en="Too early to say.")


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is still needed; without it nothing is said (`blocks`), or only with reserve."""

    said: Saying
    blocks: bool


def needs_of(case: Case) -> tuple[Need, ...]:
    """What one series still needs: a second phase, and scores in each phase; a washout counts for none."""
    return tuple(_needs(case))


def _needs(case: Case) -> Iterator[Need]:
    labels = [label for label in case.labels if label != WASHOUT]
    if len(labels) < 2:
        yield Need(Saying(nl="een tweede fase om mee te vergelijken", en="a second phase to compare with"), blocks=True)
    for label in labels:
        held = int((case.rows_of([label]) & case.present).sum())
        if held < LEAST_PER_PHASE:
            yield Need(_more(label, LEAST_PER_PHASE - held, LEAST_PER_PHASE), blocks=True)
        elif held < ENOUGH_PER_PHASE:
            yield Need(_more(label, ENOUGH_PER_PHASE - held, ENOUGH_PER_PHASE), blocks=False)


def _more(label: str, more: int, least: int) -> Saying:
    return Saying(
        nl=f"nog {more} {'score' if more == 1 else 'scores'} in fase {label} (minstens {least})",
        en=f"{more} more {'score' if more == 1 else 'scores'} in phase {label} (at least {least})",
    )


def too_early(needs: Sequence[Need]) -> Saying | None:
    """ "Too early to say. Still needed: ..."; None when nothing stands in the way."""
    return _listed(TOO_EARLY, [need for need in needs if need.blocks])


def reserve(needs: Sequence[Need]) -> Saying | None:
    """What is thin though not too early: fewer scores than the usual bar asks; None when there is nothing."""
    thin = Saying(
        nl=f"Er zijn minder scores dan de gangbare norm ({SOURCE}) vraagt; lees de uitkomst met voorbehoud.",
        en=f"There are fewer scores than the usual standard ({SOURCE}) asks; read the result with reserve.",
    )
    return _listed(thin, [need for need in needs if not need.blocks])


def _listed(opening: Saying, needs: Sequence[Need]) -> Saying | None:
    if not needs:
        return None
    return Saying(
        nl=f"{opening.nl} Nog nodig: {'; '.join(need.said.nl for need in needs)}.",
        en=f"{opening.en} Still needed: {'; '.join(need.said.en for need in needs)}.",
    )
