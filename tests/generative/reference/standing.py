"""The whole standing, one question after another."""

from collections.abc import Iterable, Sequence
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    ExaminationPartCompleted,
    MeetingHeld,
    PlanAgreed,
    Referred,
    Retracted,
    TalkHeld,
    TaperPlanned,
    TreatmentClosed,
)
from lijfspoor.domain.pathways.model import ClosingStanding, Stage, Standing, TaperStanding
from tests.generative.reference.around import beside, client_notes, forewarnings, movements
from tests.generative.reference.counting import counting, every, last, place
from tests.generative.reference.course import dose, evaluations, goals, path, sessions_held, start, subgoals
from tests.generative.reference.criteria import groups
from tests.generative.reference.decisions import decisions
from tests.generative.reference.people import consents, credentials, therapist
from tests.generative.reference.variants import (
    areas,
    bond,
    counting_variants,
    developmental_age,
    diagnostic_phase,
    dose_of,
    variants,
)


def standing(module: CareModule, facts: Iterable[AnyFact], on_day: date) -> Standing:
    """Where a client is on a day."""
    known = counting(facts, on_day)
    now = stage(known)
    started, steps = start(known), path(module, known)
    route, plan = last(every(known, Referred)), last(every(known, PlanAgreed))
    treating, name = therapist(known)
    counts = counting_variants(module, known, on_day)
    evaluated = evaluations(module, known, now)
    so_far = [sessions_held(known[: at + 1]) for at in range(len(known))]
    return Standing(
        module=module.pin,
        on_day=on_day,
        stage=now,
        route=route.route if route else "",
        therapist=treating,
        therapist_name=name,
        phase=steps[-1].phase if steps else "",
        path=steps,
        groups=groups(module, known, on_day),
        consents=consents(module, known, on_day),
        credentials=credentials(module, known, on_day),
        meetings=meetings(module, known),
        examination=examination(module, known, counts),
        goals=goals(known),
        plan_version=plan.version if plan else None,
        started_on=started.stamp.holds_on if started else None,
        dose=dose(module, known, dose_of(module, counts)),
        subgoals=subgoals(module, known),
        evaluations=evaluated,
        decisions=decisions(module, known),
        talks=tuple((fact.audience, fact.stamp.holds_on) for fact in every(known, TalkHeld)),
        taper=taper(known),
        closing=closing(known),
        last_fact_on=last_day([fact for fact in known if not isinstance(fact, Retracted)]),
        variants=variants(module, known, on_day),
        areas=areas(module, known),
        developmental_age=developmental_age(known),
        diagnostic_phase=diagnostic_phase(module, known),
        bond=bond(module, known, so_far, evaluated, now),
        forewarnings=forewarnings(module, known),
        client_notes=client_notes(known),
        beside=beside(known),
        movements=movements(module, known),
    )


def last_day(facts: Sequence[AnyFact]) -> date | None:
    return facts[-1].stamp.holds_on if facts else None


def stage(facts: Sequence[AnyFact]) -> Stage:
    if every(facts, TreatmentClosed):
        return Stage.CLOSED
    if start(facts) and every(facts, TaperPlanned):
        return Stage.TAPERING
    if start(facts):
        return Stage.UNDER_WAY
    return Stage.INTAKE if every(facts, Referred) else Stage.NOT_REFERRED


def taper(facts: Sequence[AnyFact]) -> TaperStanding | None:
    started = start(facts)
    if started is None:
        return None
    planned = last([fact for fact in every(facts, TaperPlanned) if place(fact) > place(started)])
    if planned is None:
        return None
    return TaperStanding(planned.stamp.holds_on, planned.spacing, planned.farewell, planned.last_on)


def closing(facts: Sequence[AnyFact]) -> ClosingStanding | None:
    ended = last(every(facts, TreatmentClosed))
    if ended is None:
        return None
    return ClosingStanding(ended.stamp.holds_on, ended.reason, ended.next_step, ended.words)


def meetings(module: CareModule, facts: Sequence[AnyFact]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for meeting in module.diagnostics.meetings:
        held = [fact for fact in every(facts, MeetingHeld) if fact.meeting == meeting.id]
        covered = tuple(part.id for part in meeting.parts if any(part.id in fact.parts for fact in held))
        if held:
            found.append((meeting.id, covered))
    return tuple(found)


def examination(
    module: CareModule, facts: Sequence[AnyFact], counts: Sequence[str]
) -> tuple[tuple[str, date | None], ...]:
    found: list[tuple[str, date | None]] = []
    for part in module.diagnostics.examination:
        if part.in_phase and diagnostic_phase(module, facts) is None:
            continue
        if part.variant is not None and part.variant not in counts:
            continue
        done = [fact for fact in every(facts, ExaminationPartCompleted) if fact.part == part.id]
        found.append((part.id, done[0].stamp.holds_on if done else None))
    return tuple(found)
