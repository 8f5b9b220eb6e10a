"""From answers to advice: where help is now, or how each kind of help fits, why, and what can be done next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lijfspoor.domain.guide.answering import Answers, matters, open_questions
from lijfspoor.domain.guide.book import Contact, Flag, Ground, GuideBook, Kind, Question, Rule, Step
from lijfspoor.domain.guide.conditions import met
from lijfspoor.domain.kernel.reasons import Reason


class Fit(StrEnum):
    """How a kind of help fits what was told; never a diagnosis, never a number."""

    FITS = "fits"
    MAY_FIT = "may_fit"
    FITS_LESS = "fits_less"


ORDER = tuple(Fit)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A red flag that was raised and where it leads."""

    flag: Flag
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """How one kind of help fits, with the reasons on both sides and how strong the ground is."""

    kind: Kind
    fit: Fit
    pro: tuple[Reason, ...]
    con: tuple[Reason, ...]
    evidence: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """The answer of the guide. With an alarm there is nothing else: no findings and no steps.

    `unknown` holds the questions that matter and were not answered.
    """

    alarms: tuple[Alarm, ...]
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    unknown: tuple[Question, ...]


def advise(book: GuideBook, answers: Answers) -> Advice:
    """Return the advice for these answers; answers to questions that do not matter change nothing."""
    known, unknown = matters(book, answers), open_questions(book, answers)
    if alarms := tuple(_alarm(book, flag) for flag in book.flags if met(flag.when, known)):
        return Advice(alarms, (), (), unknown)
    findings = [_finding(kind, book.rules, known) for kind in book.kinds]
    ranked = tuple(sorted(findings, key=lambda finding: ORDER.index(finding.fit)))
    return Advice((), ranked, _steps(book.steps, ranked, known), unknown)


def _alarm(book: GuideBook, flag: Flag) -> Alarm:
    return Alarm(flag, tuple(map(book.contact, flag.contacts)))


def _finding(kind: Kind, rules: Iterable[Rule], known: Answers) -> Finding:
    held = [rule for rule in rules if rule.kind == kind.id and met(rule.when, known)]
    fit = fit_of(held)
    pro, con = _reasons(held, "for"), _reasons(held, "against")
    if fit is Fit.FITS_LESS and not con:
        con = (Reason(f"{kind.id}-meant-for", kind.meant_for.text, kind.meant_for.sources),)
    return Finding(kind, fit, pro, con, _evidence(kind, known))


def fit_of(held: Sequence[Rule]) -> Fit:
    """Return how the weights of the rules that hold come out.

    One reason that excludes: fits less. A strong reason for and no strong one against: fits. Any reason for that no
    strong one against outweighs: may fit, also when strong stands against strong.
    """
    weights = {(rule.direction, rule.weight) for rule in held}
    if ("against", "excludes") in weights:
        return Fit.FITS_LESS
    outweighed = ("against", "strong") in weights
    if ("for", "strong") in weights:
        return Fit.MAY_FIT if outweighed else Fit.FITS
    return Fit.MAY_FIT if ("for", "some") in weights and not outweighed else Fit.FITS_LESS


def _reasons(held: Iterable[Rule], direction: str) -> tuple[Reason, ...]:
    return tuple(Reason(rule.id, rule.text, rule.sources) for rule in held if rule.direction == direction)


def _evidence(kind: Kind, known: Answers) -> tuple[Ground, ...]:
    """The grounds that belong to what was told; the general one only when there is none of these."""
    special = tuple(ground for ground in kind.evidence if ground.when and met(ground.when, known))
    return special or tuple(ground for ground in kind.evidence if not ground.when)


def _steps(steps: Sequence[Step], findings: Sequence[Finding], known: Answers) -> tuple[Step, ...]:
    possible = [step for step in steps if met(step.when, known)]
    fitting = [finding.kind.id for finding in findings if finding.fit is not Fit.FITS_LESS]
    first = [step for step in possible if step.place == "first"]
    with_kind = [step for kind in fitting for step in possible if step.place == "with_kind" and kind in step.kinds]
    last = [step for step in possible if step.place == "last"]
    return tuple(dict.fromkeys([*first, *with_kind, *last]))
