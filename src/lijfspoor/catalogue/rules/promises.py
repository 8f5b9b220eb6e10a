"""What a module promises must be possible: phases, dose, criteria, consents and ratings fit together."""

from collections.abc import Iterator, Sequence

from lijfspoor.catalogue.documents import Value, blocks
from lijfspoor.catalogue.mistakes import Finding, Path
from lijfspoor.catalogue.rules.references import interventions
from lijfspoor.domain.caremodules.approach import Dose
from lijfspoor.domain.caremodules.module import CareModule

_NEVER_EMPTY = frozenset(
    {
        *("age_groups", "attended_by", "authors", "closing_reasons", "consents", "consulted_roles"),
        *(
            "criteria",
            "forms",
            "groups",
            "items",
            "no_blame",
            "parties",
            "parts",
            "routes",
            "statements",
            "summary",
            "variants",
            "weighs",
            "words",
        ),
    }
)
AGES = "Write the lowest age in months, 0 or more and not above high_months."


def lists_say_something(value: Value) -> Iterator[Finding]:
    """Lists that a module cannot do without have at least one line."""
    for path, block in blocks(value):
        for key, part in block.items():
            if key in _NEVER_EMPTY and part == []:
                yield Finding((*path, key), "Write at least one line in this list.")


def phases_fit_their_order(module: CareModule) -> Iterator[Finding]:
    """A module has phases, numbered from 1 upwards, unless it says it has none."""
    phases, order = module.approach.phases, module.approach.phase_order
    if order == "none" and phases:
        yield Finding(("approach", "phases"), "Take out the phases, or let phase_order be ordered or free.")
    if order != "none" and not phases:
        yield Finding(("approach", "phase_order"), f"Add phases, or write none: {order} asks for phases.")
    yield from _numbered(("approach", "phases"), [phase.number for phase in phases])


def phases_show_when_they_are_done(module: CareModule) -> Iterator[Finding]:
    """Every phase has a sign to leave it by; no clock does that."""
    for place, phase in enumerate(module.approach.phases):
        if not phase.exit_signs:
            path = ("approach", "phases", place, "exit_signs")
            yield Finding(path, "Write at least one sign that shows this phase has done its work.")


def blocks_are_numbered(module: CareModule) -> Iterator[Finding]:
    """Building blocks are numbered from 1 upwards; one without subgoals says that own goals fit there."""
    yield from _numbered(("goals", "blocks"), [block.number for block in module.goals.blocks])
    for place, block in enumerate(module.goals.blocks):
        if not block.subgoals and not block.own_goals:
            path = ("goals", "blocks", place, "subgoals")
            yield Finding(path, "Add subgoals, or say own_goals: true for a block without them.")


def dose_has_its_numbers(module: CareModule) -> Iterator[Finding]:
    """A fixed dose has one number and a decision to extend it, an expected one two, an open one none."""
    dose = module.approach.dose
    for key, expected in dose_objections(dose):
        yield Finding(("approach", "dose", key), expected)


def dose_objections(dose: Dose) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the numbers of a dose, as the key it stands at and what is expected there."""
    match dose:
        case Dose(kind="fixed"):
            if dose.low is not None:
                yield "low", "Take this out: a fixed dose has only high."
            if dose.high is None or dose.high < 1:
                yield "high", "Write the number of sessions of this fixed dose, 1 or more."
            if dose.extended_by is None:
                yield "extended_by", "Name the joint decision that can extend a fixed dose."
        case Dose(kind="expected"):
            if dose.low is None or dose.high is None or not 1 <= dose.low <= dose.high:
                yield "low", "Write low and high, 1 or more, low not above high."
        case _:
            for key, number in (("low", dose.low), ("high", dose.high)):
                if number is not None:
                    yield key, "Take this out: an open dose has no numbers."
    if dose.kind != "fixed" and dose.extended_by is not None:
        yield "extended_by", "Take this out: only a fixed dose is extended."


def session_length_is_possible(module: CareModule) -> Iterator[Finding]:
    """Sessions last 1 minute or more, and at least not longer than at most."""
    session = module.approach.session
    if not 1 <= session.minutes_low <= session.minutes_high:
        path = ("approach", "session", "minutes_low")
        yield Finding(path, "Write the shortest length in minutes, 1 or more and not above minutes_high.")


def groups_have_room(module: CareModule) -> Iterator[Finding]:
    """A group has two places or more, someone who leads it, and stands in a module that is given in groups."""
    session = module.approach.session
    if session.group is None:
        return
    path = ("approach", "session", "group")
    if "group" not in session.forms:
        yield Finding(path, "Take this out, or name group among the forms.")
    if not 2 <= session.group.low <= session.group.high:
        yield Finding((*path, "low"), "Write how many take part, 2 or more and low not above high.")
    if session.group.leaders < 1:
        yield Finding((*path, "leaders"), "Write how many lead the group, 1 or more.")


def evaluations_come_in_time(module: CareModule) -> Iterator[Finding]:
    """Evaluations fall after at least one session, and within the sessions of a fixed dose."""
    dose = module.approach.dose
    last = dose.high if dose.kind == "fixed" else None
    for place, evaluation in enumerate(module.agreements.evaluations):
        path = ("agreements", "evaluations", place)
        if evaluation.after_session < 1:
            yield Finding((*path, "after_session"), "Write after how many sessions, 1 or more.")
        elif last is not None and evaluation.after_session > last:
            yield Finding((*path, "after_session"), f"Write {last} or less: the dose is {last} sessions.")
        if evaluation.then_every is not None and evaluation.then_every < 1:
            yield Finding((*path, "then_every"), "Write after how many sessions again, 1 or more.")


def contra_indications_can_be_weighed(module: CareModule) -> Iterator[Finding]:
    """Contra-indications ask for no everywhere, and say whom to consult to pass one with a reason."""
    for place, group in enumerate(module.audience.groups):
        path = ("audience", "groups", place)
        if group.kind != "contra_indication":
            if group.override is not None:
                yield Finding((*path, "override"), "Take this out: only contra-indications are overridden.")
            continue
        if group.needs != "none":
            yield Finding((*path, "needs"), "Write none: contra-indications are answered with no to go on.")
        if group.override is None:
            yield Finding((*path, "override"), "Add who is consulted when a contra-indication is overridden.")


def criteria_are_asked_before_start(module: CareModule) -> Iterator[Finding]:
    """All criteria are asked before the start; some again later."""
    for place, group in enumerate(module.audience.groups):
        if "before_start" not in group.asked:
            yield Finding(("audience", "groups", place, "asked"), "Add before_start to this list.")


def ages_run_upwards(module: CareModule) -> Iterator[Finding]:
    """Age ranges in months begin at 0 or more and do not end before they begin."""
    for place, group in enumerate(module.audience.groups):
        for rank, criterion in enumerate(group.criteria):
            age = criterion.age
            if age is not None and not 0 <= age.low_months <= age.high_months:
                yield Finding(("audience", "groups", place, "criteria", rank, "age", "low_months"), AGES)
    for place, instrument in enumerate(module.diagnostics.instruments):
        low, high = instrument.low_months, instrument.high_months
        if low is not None and high is not None and not 0 <= low <= high:
            yield Finding(("diagnostics", "instruments", place, "low_months"), AGES)


def treatment_waits_for_consent(module: CareModule) -> Iterator[Finding]:
    """A treatment starts only with consent for it."""
    if not any((need.scope, need.opens) == ("treatment", "start") for need in module.audience.consents):
        yield Finding(("audience", "consents"), "Add the consent with scope treatment that opens start.")


def touch_waits_for_consent(module: CareModule) -> Iterator[Finding]:
    """Where touch is used, a consent of its own opens it (S1-032)."""
    if any((need.scope, need.opens) == ("touch", "touch") for need in module.audience.consents):
        return
    examples = enumerate(module.approach.examples)
    touching: list[Path] = [(*path, "touch") for path, intervention in interventions(module) if intervention.touch]
    touching += [("approach", "examples", place, "touch") for place, example in examples if example.touch]
    for path in touching:
        yield Finding(path, "Add the consent with scope touch that opens touch: this uses touch.")


def subgoals_can_be_rated(module: CareModule) -> Iterator[Finding]:
    """Subgoals are rated in words that are ordered upwards; from one of them on, next subgoals can follow."""
    rating = module.goals.rating
    if rating is None:
        if any(True for _ in module.subgoals()):
            yield Finding(("goals", "rating"), "Add the words to rate subgoals with.")
        return
    path = ("goals", "rating", "words")
    for place in range(1, len(rating.words)):
        if rating.words[place].order <= rating.words[place - 1].order:
            yield Finding((*path, place, "order"), "Write a higher number than for the word before.")
    if rating.words and not any(word.carries for word in rating.words):
        yield Finding(path, "Say carries: true for the first word from which next subgoals can follow.")


def materials_have_their_order(module: CareModule) -> Iterator[Finding]:
    """Material classes are numbered from 1 in the order in which treatment brings them in (S2-113)."""
    yield from _numbered(("approach", "materials"), [it.order for it in module.approach.materials], "order")


def parties_vote_once(module: CareModule) -> Iterator[Finding]:
    """A joint decision has at least two parties, each named once."""
    for place, decision in enumerate(module.agreements.decisions):
        if len(decision.parties) < 2 or len(set(decision.parties)) < len(decision.parties):
            path = ("agreements", "decisions", place, "parties")
            yield Finding(path, "Name at least two parties, each of them once.")


def review_follows_check(module: CareModule) -> Iterator[Finding]:
    """A module is reviewed after the day it was checked."""
    if module.provenance.review_by <= module.provenance.checked_on:
        yield Finding(("provenance", "review_by"), "Write a date after checked_on.")


def _numbered(path: tuple[str, ...], numbers: Sequence[int], key: str = "number") -> Iterator[Finding]:
    for place, number in enumerate(numbers):
        if number != place + 1:
            yield Finding((*path, place, key), f"Write {place + 1}: this list is numbered from 1 upwards.")
