"""Ask for an answer and keep it with its words, or keep the refusal: a report never stops at one answer it lacks."""

from collections.abc import Callable
from typing import TypeVar

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.report.parts import Result
from lijfspoor.domain.singlecase.words.wording import Wording

Answer = TypeVar("Answer")


def tried(
    statistic: str, ask: Callable[[], Answer], estimate: Callable[[Answer], Estimate], word: Callable[[Answer], Wording]
) -> tuple[Result, Answer | None]:
    """The result and the whole answer behind it; None when it was refused."""
    try:
        answer = ask()
    except Refused as refused:
        return Result(statistic, refused=refused), None
    found = estimate(answer)
    return Result(found.statistic, found, word(answer)), answer


def itself(estimate: Estimate) -> Estimate:
    """An answer that is an estimate already."""
    return estimate
