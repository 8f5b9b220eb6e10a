"""For each kind of fact a way to make one that mostly fits the module, and sometimes does not."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.caremodules.movement import RouteId
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as fact
from lijfspoor.domain.pathways.facts import AnyFact, Degree, Scope, Stamp
from lijfspoor.domain.pathways.plans import MovementPlan
from tests.generative.choices import Choices

Maker = Callable[[CareModule, Stamp, Choices], AnyFact]
BIRTHS = (
    date(2016, 5, 1),
    date(2020, 2, 29),
    date(2014, 3, 2),
    date(2010, 3, 3),
    date(2014, 2, 27),
    date(2001, 1, 1),
    date(2026, 3, 1),
)
HOW: tuple[Literal["no_show", "cancelled_by_client", "cancelled_by_practice"], ...] = (
    "no_show",
    "cancelled_by_client",
    "cancelled_by_practice",
)
VOICES: tuple[Literal["yes", "no", "unsure"], ...] = ("yes", "yes", "yes", "yes", "no", "unsure")
SCOPES: tuple[Scope, ...] = ("treatment", "information", "touch")
DEGREES: tuple[Degree, ...] = ("yes", "partly", "no", "not_said")
WISHES: tuple[Literal["stay", "talk", "change", "not_said"], ...] = ("stay", "talk", "change", "not_said")
PARTIES: tuple[Party, ...] = ("client", "therapist", "lead_clinician")
ROUTES: tuple[RouteId, ...] = ("enhancer", "stand_alone", "symptom_directed", "enhancer", "means")
NOTES, BESIDES, MOVEMENTS = ("n1", "n2"), ("x1", "x2"), ("m1", "m2")


def _until(told: Stamp, choices: Choices) -> date | None:
    days = choices.of((None, None, None, 0, 3, 8, 40, 66, -1))
    return None if days is None else told.holds_on + timedelta(days=days)


def _known(choices: Choices, ids: list[str]) -> str:
    return choices.of([*ids, *ids, *ids, "unknown"])


def _referred(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    routes = [str(route.id) for route in module.audience.routes]
    return fact.Referred(stamp=told, route=_known(choices, routes), referrer="Huisarts")


def _born(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.Born(stamp=told, on=choices.of(BIRTHS))


def _developmental_age(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.DevelopmentalAgeStated(stamp=told, months=choices.of((0, 24, 30, 143, 144, 145, 250)))


def _authority_held(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    person = choices.of(("p1", "p2", "p3"))
    until = _until(told, choices)
    name = choices.of(("Ouder", f"Naam {person}"))
    return fact.AuthorityHeld(stamp=told, person=person, name=name, guardian=choices.below(4) == 1, until=until)


def _authority_ended(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.AuthorityEnded(stamp=told, person=choices.of(("p1", "p2", "p3", "p4")))


def _consent_given(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    scope, person = choices.of(SCOPES), choices.of(("p1", "client", "p2"))
    return fact.ConsentGiven(stamp=told, scope=scope, person=person, until=_until(told, choices))


def _consent_withdrawn(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.ConsentWithdrawn(stamp=told, scope=choices.of(SCOPES), person=choices.of(("p1", "client", "p2")))


def _credential(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    credentials = [each.credential for each in module.underpinning.qualifications]
    credential, therapist = _known(choices, credentials), choices.of(("t1", "t1", "t2"))
    return fact.CredentialHeld(stamp=told, therapist=therapist, credential=credential, until=_until(told, choices))


def _assigned(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    therapist = choices.of(("t1", "t2", ""))
    return fact.TherapistAssigned(stamp=told, therapist=therapist, name=f"Naam {therapist}")


def _answered(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.CriterionAnswered(
        stamp=told,
        criterion=_known(choices, [criterion.id for _, criterion in module.criteria()]),
        answer=choices.of((Answer.YES, Answer.NO, Answer.UNKNOWN)),
        note=choices.of(("", "Gezien")),
        person=choices.of(("Oma", "")),
    )


def _overridden(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    contra = [c.id for group, c in module.criteria() if group.kind == "contra_indication"]
    every = [criterion.id for _, criterion in module.criteria()]
    return fact.ContraIndicationOverridden(
        stamp=told,
        criterion=_known(choices, contra or every),
        reason=choices.of(("Overlegd", "Overlegd", "Overlegd", "")),
        consulted=choices.of(("Dr. P", "Dr. P", "Dr. P", "")),
        consulted_role=choices.of(("psychiatrist", "lead_clinician", "psychiatrist", "neighbour")),
    )


def _meeting(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    meetings = module.diagnostics.meetings
    parts = [part.id for meeting in meetings for part in meeting.parts]
    meeting = _known(choices, [str(meeting.id) for meeting in meetings])
    return fact.MeetingHeld(stamp=told, meeting=meeting, parts=choices.some([*reversed(parts), "unknown"]))


def _examined(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    parts = [part.id for part in module.diagnostics.examination]
    return fact.ExaminationPartCompleted(stamp=told, part=_known(choices, parts))


def _phase_opened(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.DiagnosticPhaseOpened(stamp=told, reason=choices.of(("Nog niet duidelijk", "Meer zien")))


def _areas_named(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    areas = [area.id for area in module.problem_areas]
    return fact.ProblemAreasNamed(stamp=told, areas=choices.some([*reversed(areas), "unknown"]))


def _variant_chosen(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    ids = [variant.id for variation in module.variations for variant in variation.variants]
    return fact.VariantChosen(stamp=told, variant=_known(choices, ids), reason=choices.of(("", "Meer tijd nodig")))


def _bond(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    at_ease, understood, wish = choices.of(DEGREES), choices.of(DEGREES), choices.of(WISHES)
    return fact.BondAsked(stamp=told, at_ease=at_ease, understood=understood, wish=wish, words="Rustig")


def _goal(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    goal, own = choices.of(("own1", "own2")), choices.of(("Rust", "Contact"))
    return fact.GoalAgreed(stamp=told, goal=goal, own=own, aspect="a", block="b")


def _goal_dropped(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.GoalDropped(stamp=told, goal=choices.of(("own1", "own2", "unknown")), reason="Bereikt")


def _plan(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.PlanAgreed(stamp=told, version=choices.of((1, 2, 3)))


def _evaluations(module: CareModule) -> list[str]:
    return [evaluation.id for evaluation in module.agreements.evaluations]


def _evaluation_set(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.EvaluationSet(
        stamp=told,
        evaluation=_known(choices, _evaluations(module)),
        after_session=choices.of((1, 2, 3, 0)),
        then_every=choices.of((None, 1, 2, 0)),
    )


def _evaluation_held(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    evaluation = _known(choices, _evaluations(module))
    return fact.EvaluationHeld(stamp=told, evaluation=evaluation, fits=choices.of(DEGREES))


def _phases(module: CareModule) -> list[str]:
    return [phase.id for phase in module.approach.phases]


def _started(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.TreatmentStarted(stamp=told, phase=choices.of(("", _known(choices, _phases(module)))))


def _held(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    session = choices.of([f"s{at}" for at in range(7)])
    return fact.SessionHeld(stamp=told, session=session, joint=choices.coin(), touch=choices.coin())


def _missed(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    session = choices.of([f"s{at}" for at in range(7)])
    return fact.SessionMissed(stamp=told, session=session, how=choices.of(HOW))


def _moved(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    phase, signs = _known(choices, _phases(module)), choices.some(("sign0", "sign1"))
    return fact.PhaseMoved(stamp=told, to_phase=phase, reason="Het past nu", signs_seen=signs)


def _rated(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.SubgoalRated(
        stamp=told,
        subgoal=_known(choices, [subgoal.id for _, subgoal in module.subgoals()]),
        rating=choices.of(("alone", "always", "with-help", "not", "unknown")),
        session="s1",
        seen="Zocht zelf contact",
    )


def _talk(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.TalkHeld(stamp=told, audience="school" if choices.coin() else "caregivers")


def _success(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.SuccessNoted(stamp=told, text="Het lukte")


def _elsewhere(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.PracticeElsewhereNoted(stamp=told, text="Op het plein")


def _decision(module: CareModule, choices: Choices) -> str:
    return _known(choices, [decision.id for decision in module.agreements.decisions])


def _opened(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.DecisionOpened(stamp=told, decision=_decision(module, choices), sessions=choices.of((1, 2, 4)))


def _voice(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.VoiceGiven(
        stamp=told,
        decision=_decision(module, choices),
        party=choices.of(PARTIES),
        voice=choices.of(VOICES),
        reason="Zo voelt het",
        as_spoken=choices.coin(),
    )


def _decided(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.DecisionClosed(stamp=told, decision=_decision(module, choices))


def _taper(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    last_on = _until(told, choices)
    return fact.TaperPlanned(stamp=told, spacing="Om de week", farewell="Samen eten", last_on=last_on)


def _closed(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    reasons = [reason.id for reason in module.agreements.closing_reasons]
    return fact.TreatmentClosed(stamp=told, reason=_known(choices, reasons), next_step="none")


def _version(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    phase = choices.of(("", *_phases(module), "unknown"))
    goals = choices.some((("own1", "own2"), ("own2", ""), ("own2", "own1"), ("unknown", "own2"), ("own1", "new")))
    return fact.ModuleVersionMoved(
        stamp=told, from_pin="random@1.0", to_pin="random@1.1", reason="Helderder doelen", phase=phase, goals=goals
    )


def _forewarned(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    ids = [each.id for each in module.approach.forewarnings]
    return fact.ForewarningGiven(stamp=told, forewarning=_known(choices, ids))


def _note(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.ClientNoteReceived(stamp=told, note=choices.of(NOTES), text="Het was veel", as_spoken=choices.coin())


def _note_answered(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.ClientNoteAnswered(stamp=told, note=choices.of(NOTES), words=choices.of(("Besproken", "")))


def _beside(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    since = told.holds_on + timedelta(days=choices.of((0, 3, -20)))
    return fact.TreatmentBesideNoted(
        stamp=told,
        beside=choices.of(BESIDES),
        name=choices.of(("EMDR", "Psychotherapie")),
        since=since,
        until=_until(told, choices),
        trauma=choices.below(4) > 0,
    )


def _trauma_session(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.TraumaSessionNoted(
        stamp=told,
        moment=choices.of(("t1", "t2", "t3")),
        beside=choices.of((*BESIDES, "unknown")),
        on=told.holds_on + timedelta(days=choices.of((0, 7, -7))),
        at=choices.of(("", "09:30", "14:00")),
        dropped=choices.below(4) == 1,
    )


def plan(choices: Choices) -> MovementPlan:
    """A plan that mostly fits some module, and sometimes is an enhancer without its link or its offset."""
    route = choices.of(ROUTES)
    return MovementPlan(
        route=route,
        what="Wandelen",
        minutes=30,
        timing=choices.of(("before", "after", None)),
        offset_minutes=choices.of((15, 0, None)),
        beside=choices.of(("x1", "x1", "x2", "")) if route == "enhancer" else "",
        weeks=choices.of((1, None)),
    )


def _prescribed(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    movement = choices.of(MOVEMENTS)
    return fact.MovementPrescribed(stamp=told, movement=movement, plan=plan(choices), reason="Past nu")


def _movement_stopped(module: CareModule, told: Stamp, choices: Choices) -> AnyFact:
    return fact.MovementStopped(stamp=told, movement=choices.of((*MOVEMENTS, "unknown")), reason="Te veel")


MAKERS: dict[str, Maker] = {
    "referred": _referred,
    "born": _born,
    "developmental_age_stated": _developmental_age,
    "authority_held": _authority_held,
    "authority_ended": _authority_ended,
    "consent_given": _consent_given,
    "consent_withdrawn": _consent_withdrawn,
    "credential_held": _credential,
    "therapist_assigned": _assigned,
    "criterion_answered": _answered,
    "contra_indication_overridden": _overridden,
    "meeting_held": _meeting,
    "examination_part_completed": _examined,
    "diagnostic_phase_opened": _phase_opened,
    "problem_areas_named": _areas_named,
    "variant_chosen": _variant_chosen,
    "goal_agreed": _goal,
    "goal_dropped": _goal_dropped,
    "plan_agreed": _plan,
    "evaluation_set": _evaluation_set,
    "treatment_started": _started,
    "session_held": _held,
    "session_missed": _missed,
    "phase_moved": _moved,
    "subgoal_rated": _rated,
    "talk_held": _talk,
    "success_noted": _success,
    "practice_elsewhere_noted": _elsewhere,
    "evaluation_held": _evaluation_held,
    "bond_asked": _bond,
    "decision_opened": _opened,
    "voice_given": _voice,
    "decision_closed": _decided,
    "taper_planned": _taper,
    "treatment_closed": _closed,
    "module_version_moved": _version,
    "forewarning_given": _forewarned,
    "client_note_received": _note,
    "client_note_answered": _note_answered,
    "treatment_beside_noted": _beside,
    "trauma_session_noted": _trauma_session,
    "movement_prescribed": _prescribed,
    "movement_stopped": _movement_stopped,
}
OFTEN = {
    "variant_chosen": 2,
    "bond_asked": 2,
    "taper_planned": 2,
    "session_held": 4,
    "session_missed": 3,
    "phase_moved": 3,
    "subgoal_rated": 3,
    "voice_given": 4,
    "decision_opened": 2,
    "decision_closed": 2,
    "criterion_answered": 3,
    "retracted": 2,
    "evaluation_held": 3,
    "consent_given": 2,
    "contra_indication_overridden": 2,
}
WEIGHTS = tuple(kind for kind in (*MAKERS, "retracted") for _ in range(OFTEN.get(kind, 1)))
