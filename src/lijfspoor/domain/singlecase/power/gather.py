"""The chunks put together: the power, how uncertain the simulation leaves it, and the state to go on from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.attainable import Attainable, attainable
from lijfspoor.domain.singlecase.designs.reading import design_from
from lijfspoor.domain.singlecase.power.chunks import Tally, plan_chunks, tally_from
from lijfspoor.domain.singlecase.power.question import PowerQuestion

FORM = "lijfspoor.singlecase.power/1"
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """A share of simulated studies: its value, its Monte Carlo error, and a 95 % interval (Wilson)."""

    value: float
    error: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Power:
    """The answer to a power question.

    `power`: the share of studies that find the effect; `false_alarms`: the share that call one where there is none;
    `untestable`: studies without a computable statistic, counted as not found; `attainable`: the smallest p possible.
    """

    power: Share
    false_alarms: Share
    studies: int
    untestable: int
    attainable: Attainable
    said: tuple[Saying, ...]


def share(times: int, studies: int) -> Share:
    """Return times/studies; its error is that of (times + 1)/(studies + 2), which is not 0 where all or none hit."""
    value, shrunk = times / studies, (times + 1) / (studies + 2)
    middle = (value + Z95**2 / (2 * studies)) / (1 + Z95**2 / studies)
    half = Z95 * sqrt(value * (1 - value) / studies + Z95**2 / (4 * studies**2)) / (1 + Z95**2 / studies)
    interval = Interval(middle - half if times else 0.0, middle + half if times < studies else 1.0)
    return Share(value=value, error=sqrt(shrunk * (1 - shrunk) / studies), interval=interval)


def gather(question: PowerQuestion, tallies: Iterable[Tally]) -> Power:
    """Put the tallies of all chunks together; their order does not matter.

    Raises Refused "chunks-missing" when a chunk is missing, came twice or does not belong to the question.
    """
    found = sorted(tallies, key=lambda tally: tally.number)
    if [(tally.number, tally.studies) for tally in found] != [(c.number, c.studies) for c in plan_chunks(question)]:
        raise refuse(
            "chunks-missing",
            nl="Niet alle delen van de berekening zijn er precies één keer.",
            en="Not every part of the calculation is there exactly once.",
        )
    studies = sum(tally.studies for tally in found)
    untestable = sum(tally.untestable for tally in found)
    power = share(sum(tally.found for tally in found), studies)
    limits = attainable(design_from(question.design).joint)
    return Power(
        power=power,
        false_alarms=share(sum(tally.false_alarms for tally in found), studies),
        studies=studies,
        untestable=untestable,
        attainable=limits,
        said=(_said(question, power, studies), limits.said, *_untestable(untestable)),
    )


def _said(question: PowerQuestion, power: Share, studies: int) -> Saying:
    percent, error = f"{100 * power.value:.1f}", f"{100 * power.error:.1f}"
    alpha = f"{question.alpha:g}"
    return Saying(
        nl=f"Als het effect er is zoals u het opgaf, vindt dit ontwerp het in {percent.replace('.', ',')} % van de "
        f"onderzoeken (p ten hoogste {alpha.replace('.', ',')}; {studies} nagebootst, "
        f"fout {error.replace('.', ',')} procentpunt).",
        en=f"If the effect is as you gave it, this design finds it in {percent}% of studies (p at most {alpha}; "
        f"{studies} simulated, error {error} percentage points).",
    )


def _untestable(studies: int) -> tuple[Saying, ...]:
    if not studies:
        return ()
    return (
        Saying(
            nl=f"In {studies} onderzoeken was te weinig gemeten voor een toets; die tellen niet als gevonden.",
            en=f"In {studies} simulated studies too little was measured to test; these count as not found.",
        ),
    )


def state_of(question: PowerQuestion, tallies: Iterable[Tally]) -> dict[str, object]:
    """Return the finished chunks as plain data, to go on from after an interruption."""
    done = {str(tally.number): tally.content() for tally in sorted(tallies, key=lambda tally: tally.number)}
    return {"form": FORM, "question": question.fingerprint, "chunks": done}


def finished(question: PowerQuestion, state: Mapping[str, object]) -> tuple[Tally, ...]:
    """Return the chunks that a state holds.

    Raises Refused: "bad-state" (not a state of a power study), "other-question" (it belongs to another design, effect,
    seed or number of replications).
    """
    chunks = state.get("chunks")
    if state.get("form") != FORM or not isinstance(chunks, Mapping):
        raise _bad_state()
    if state.get("question") != question.fingerprint:
        raise refuse(
            "other-question",
            nl="Het bewaarde begin hoort bij een andere vraag; begin opnieuw of gebruik dezelfde gegevens.",
            en="The saved beginning belongs to another question; start anew or use the same settings.",
        )
    tallies = [tally_from(content) if isinstance(content, Mapping) else None for content in chunks.values()]
    planned = {(chunk.number, chunk.studies) for chunk in plan_chunks(question)}
    kept = tuple(tally for tally in tallies if tally is not None and (tally.number, tally.studies) in planned)
    if len(kept) < len(tallies) or len({tally.number for tally in kept}) < len(kept):
        raise _bad_state()
    return kept


def _bad_state() -> Exception:
    return refuse(
        "bad-state",
        nl="Het bewaarde begin van de berekening is niet te lezen.",
        en="The saved beginning of the calculation cannot be read.",
    )
