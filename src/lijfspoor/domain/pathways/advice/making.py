"""How a piece of advice is made: its title says what, its reason says why and on what it rests."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Text
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.domain.pathways.steps import Advice, Step, Urgency
from lijfspoor.domain.pathways.words import because

Family = Callable[[CareModule, Standing], Iterator[Advice]]
"""Yields the advice of one kind for where a client stands."""


def _make(
    urgency: Urgency,
    code: str,
    subject: str,
    title: Text,
    why: Text,
    *sources: Sequence[str],
    step: Step | None = None,
) -> Advice:
    return Advice(code, subject, urgency, title, because(code, why, *sources), step)


due = partial(_make, Urgency.DUE)
possible = partial(_make, Urgency.POSSIBLE)
know = partial(_make, Urgency.KNOW)
