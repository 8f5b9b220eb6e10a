"""Gates of joint decisions."""

from collections.abc import Iterator

from lijfspoor.domain.kernel import Reason
from lijfspoor.domain.pathways.model import Round
from lijfspoor.domain.pathways.permissions.case import Case
from lijfspoor.domain.pathways.words import because, say


def round_runs(case: Case) -> Iterator[Reason]:
    """Hold back when no proposal is open (S1-013)."""
    if _running(case) is None:
        text = say("Er ligt nu geen voorstel.", "There is no proposal now.")
        yield because("no-running-round", text, _sources(case))


def voices_complete(case: Case) -> Iterator[Reason]:
    """Hold back while a voice is missing or unsure (S1-013)."""
    running = _running(case)
    if running is not None and running.outcome == "open":
        text = say(
            "Nog niet iedereen heeft ja of nee gezegd.",
            "Not everyone has said yes or no yet.",
        )
        yield because("voices-open", text, _sources(case))


def _running(case: Case) -> Round | None:
    return case.standing.decision(_decision(case)).running


def _sources(case: Case) -> tuple[str, ...]:
    return case.module.decision(_decision(case)).sources


def _decision(case: Case) -> str:
    known = {decision.decision for decision in case.standing.decisions}
    return case.target if case.target in known else case.target.rpartition(":")[0]
