"""Where a client stands on a day: derived from module and facts, never stored."""

from collections.abc import Iterable
from datetime import date

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.pathways.beside import beside
from lijfspoor.domain.pathways.bond import bond
from lijfspoor.domain.pathways.consents import consents
from lijfspoor.domain.pathways.credentials import credentials
from lijfspoor.domain.pathways.criteria import groups
from lijfspoor.domain.pathways.decisions import decisions
from lijfspoor.domain.pathways.evaluations import evaluations
from lijfspoor.domain.pathways.facts import (
    AnyFact,
    PlanAgreed,
    Referred,
    Retracted,
    TalkHeld,
    TaperPlanned,
    TherapistAssigned,
    TreatmentClosed,
    TreatmentStarted,
)
from lijfspoor.domain.pathways.forewarned import client_notes, forewarnings
from lijfspoor.domain.pathways.history import History, history
from lijfspoor.domain.pathways.model import ClosingStanding, Stage, Standing, TaperStanding
from lijfspoor.domain.pathways.movements import movements
from lijfspoor.domain.pathways.path import path
from lijfspoor.domain.pathways.preparation import diagnostic_phase, examination, goals, meetings
from lijfspoor.domain.pathways.sessions import dose, tally
from lijfspoor.domain.pathways.subgoals import subgoals
from lijfspoor.domain.pathways.variants import areas, developmental_age, variants


def standing(module: CareModule, facts: Iterable[AnyFact], on_day: date) -> Standing:
    """Return where the client is on `on_day` by the facts that hold by then, given in any order.

    Raises nothing: facts that name what the module does not have are passed over.
    """
    counting = history(facts, on_day)
    stage = _stage(counting)
    counted = tally(counting)
    steps = path(module, counting, counted)
    rounds = decisions(module, counting)
    others = beside(counting)
    referred = counting.last(Referred)
    therapist = counting.last(TherapistAssigned)
    plan = counting.last(PlanAgreed)
    started = counting.first(TreatmentStarted)
    given = variants(module, counting, on_day)
    ids = tuple(each.variant for each in given if each.variant)
    evaluated = evaluations(module, counting, counted, stage)
    return Standing(
        module=module.pin,
        on_day=on_day,
        stage=stage,
        route=referred.route if referred else "",
        therapist=therapist.therapist if therapist else "",
        therapist_name=therapist.name if therapist else "",
        phase=steps[-1].phase if steps else "",
        path=steps,
        groups=groups(module, counting, on_day),
        consents=consents(module, counting, on_day),
        credentials=credentials(module, counting, on_day),
        meetings=meetings(module, counting),
        examination=examination(module, counting, ids),
        goals=goals(counting),
        plan_version=plan.version if plan else None,
        started_on=started.stamp.holds_on if started else None,
        dose=dose(module.approach_with(ids).dose, counted, rounds),
        subgoals=subgoals(module, counting),
        evaluations=evaluated,
        decisions=rounds,
        talks=tuple((talk.audience, talk.stamp.holds_on) for talk in counting.of(TalkHeld)),
        taper=_taper(counting),
        closing=_closing(counting),
        last_fact_on=_last_fact_on(counting),
        variants=given,
        areas=areas(module, counting),
        developmental_age=developmental_age(counting),
        diagnostic_phase=diagnostic_phase(module, counting),
        bond=bond(module, counting, counted, evaluated, stage),
        forewarnings=forewarnings(module, counting),
        client_notes=client_notes(counting),
        beside=others,
        movements=movements(module, counting, others),
    )


def _stage(counting: History) -> Stage:
    if counting.last(TreatmentClosed):
        return Stage.CLOSED
    if counting.first(TreatmentStarted):
        return Stage.TAPERING if counting.last(TaperPlanned) else Stage.UNDER_WAY
    return Stage.INTAKE if counting.last(Referred) else Stage.NOT_REFERRED


def _taper(counting: History) -> TaperStanding | None:
    start = counting.first_place(TreatmentStarted)
    planned = [fact for place, fact in counting.placed(TaperPlanned) if start is not None and place > start]
    if not planned:
        return None
    last = planned[-1]
    return TaperStanding(last.stamp.holds_on, last.spacing, last.farewell, last.last_on)


def _closing(counting: History) -> ClosingStanding | None:
    last = counting.last(TreatmentClosed)
    return ClosingStanding(last.stamp.holds_on, last.reason, last.next_step, last.words) if last else None


def _last_fact_on(counting: History) -> date | None:
    days = (fact.stamp.holds_on for fact in reversed(counting.facts) if not isinstance(fact, Retracted))
    return next(days, None)
