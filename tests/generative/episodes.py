"""Stretches of a treatment that belong together, so that random histories also get to the rarer rules."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Literal

from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import facts as fact
from lijfspoor.domain.pathways.facts import AnyFact, Stamp
from tests.generative.choices import Choices
from tests.generative.makers import BIRTHS, DEGREES, PARTIES, WISHES, plan

Make = Callable[..., AnyFact]
SAID: tuple[Literal["yes", "no"], ...] = ("yes", "yes", "yes", "no")


def intake(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Everything that an intake asks, answered so that treatment can start."""
    yield partial(fact.Referred, route=module.audience.routes[0].id)
    yield partial(fact.Born, on=choices.of(BIRTHS))
    yield partial(fact.AuthorityHeld, person="p1", name="Ouder Een")
    yield partial(fact.TherapistAssigned, therapist="t1", name="Therapeut Een")
    for need in module.audience.consents:
        yield partial(fact.ConsentGiven, scope=need.scope, person="p1")
        yield partial(fact.ConsentGiven, scope=need.scope, person="client")
    for asked in module.underpinning.qualifications:
        yield partial(fact.CredentialHeld, therapist="t1", credential=asked.credential)
    yield from _answers(module)
    for meeting in module.diagnostics.meetings:
        covered = meeting.parts[choices.of((0, 0, 0, 1)) :]
        parts = tuple(part.id for part in covered)
        yield partial(fact.MeetingHeld, meeting=meeting.id, parts=parts)
    if module.diagnostics.phase is not None and choices.coin():
        yield partial(fact.DiagnosticPhaseOpened, reason="Nog niet duidelijk")
    for part in module.diagnostics.examination:
        yield partial(fact.ExaminationPartCompleted, part=part.id)
    for variation in module.variations:
        if variation.usual is None or choices.coin():
            yield partial(fact.VariantChosen, variant=choices.of(variation.variants).id)
    for each in module.approach.forewarnings:
        yield partial(fact.ForewarningGiven, forewarning=each.id)
    yield partial(fact.GoalAgreed, goal="own1", own="Beter slapen")
    yield partial(fact.PlanAgreed, version=1)


def deciding(module: CareModule, choices: Choices) -> Iterable[Make]:
    """A round in which every party says yes or no, maybe changes its voice, maybe closed or overtaken by a new one."""
    for decision in module.agreements.decisions[:1]:
        opened = partial(fact.DecisionOpened, decision=decision.id, sessions=2)
        yield opened
        together = choices.coin()
        first = decision.parties if choices.coin() else PARTIES[::-1]
        for party in (*first[:1], *decision.parties, *first[:1]):
            voice = "yes" if together else choices.of(SAID)
            yield partial(fact.VoiceGiven, decision=decision.id, party=party, voice=voice, reason="Graag")
        if choices.coin():
            yield partial(fact.DecisionClosed, decision=decision.id)
        if choices.coin():
            yield opened


def _answers(module: CareModule) -> Iterable[Make]:
    for group, criterion in module.criteria():
        if criterion.age is None:
            answer = Answer.NO if group.needs == "none" else Answer.YES
            yield partial(fact.CriterionAnswered, criterion=criterion.id, answer=answer, person="Oma")
        elif criterion.age.measure == "developmental":
            yield partial(fact.DevelopmentalAgeStated, months=criterion.age.low_months)


def overtaking(module: CareModule, choices: Choices) -> Iterable[Make]:
    """All say yes to an extension, and before that is closed another number is proposed."""
    for decision in module.agreements.decisions[:1]:
        yield partial(fact.DecisionOpened, decision=decision.id, sessions=2)
        for party in decision.parties:
            yield partial(fact.VoiceGiven, decision=decision.id, party=party, voice="yes", reason="Graag")
        yield partial(fact.DecisionOpened, decision=decision.id, sessions=4)


def evaluating(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Evaluations are held, early or just in time, and sessions go on."""
    for evaluation in module.agreements.evaluations:
        if choices.coin():
            yield from _sessions("e", evaluation.after_session)
        yield partial(fact.EvaluationHeld, evaluation=evaluation.id)
        if choices.coin():
            yield from _sessions("later", 1 + choices.below(3))


def _sessions(name: str, count: int) -> Iterable[Make]:
    for at in range(count):
        yield partial(fact.SessionHeld, session=f"{name}{at}")


def clicking(module: CareModule, choices: Choices) -> Iterable[Make]:
    """The bond is asked for, and maybe someone else takes over after that."""
    yield from _sessions("b", choices.below(3))
    wish = choices.of(WISHES)
    yield partial(fact.BondAsked, at_ease=choices.of(DEGREES), understood=choices.of(DEGREES), wish=wish)
    if choices.coin():
        yield partial(fact.TherapistAssigned, therapist="t2", name="Therapeut Twee", reason="Klik")
        yield from _sessions("n", choices.below(3))


def changing_hands(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Someone else takes over after the bond was asked for, and sessions go on."""
    yield partial(fact.BondAsked, at_ease="no", understood=choices.of(DEGREES), wish=choices.of(WISHES))
    yield partial(fact.TherapistAssigned, therapist="t3", name="Therapeut Drie", reason="Klik")
    yield from _sessions("h", 2)


def fitting(module: CareModule, choices: Choices) -> Iterable[Make]:
    """An evaluation finds that the treatment fits or not; maybe another variant or plan follows."""
    for evaluation in module.agreements.evaluations[:1]:
        yield partial(fact.EvaluationHeld, evaluation=evaluation.id, fits=choices.of(DEGREES))
        follows = choices.below(3)
        if follows == 1:
            yield partial(fact.PlanAgreed, version=2)
        elif follows == 2 and module.variations:
            variants = module.variations[0].variants
            yield partial(fact.VariantChosen, variant=choices.of(variants).id, reason="Past beter")


def stepping(module: CareModule, choices: Choices) -> Iterable[Make]:
    """The client steps forward and maybe back again."""
    for phase in (*module.approach.phases[1:2], *module.approach.phases[:1]):
        yield partial(fact.PhaseMoved, to_phase=phase.id, reason="Het past nu")


def staying_away(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Sessions without the client, maybe one in between, maybe written down again."""
    between = choices.of(("s8", "s10", "s8"))
    yield partial(fact.SessionMissed, session="s8", how="no_show")
    if between == "s10":
        yield partial(fact.SessionHeld, session=between)
    yield partial(fact.SessionMissed, session="s9", how="no_show")
    if choices.coin():
        yield partial(fact.SessionHeld, session="s11")
        yield partial(fact.SessionMissed, session="s8", how="cancelled_by_client")


def growing(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Every subgoal carries, and one maybe no longer."""
    for _, subgoal in module.subgoals():
        yield partial(fact.SubgoalRated, subgoal=subgoal.id, rating="alone", session="s0")
        if choices.below(4) == 1:
            yield partial(fact.SubgoalRated, subgoal=subgoal.id, rating="with-help", session="s0")


def passing(module: CareModule, choices: Choices) -> Iterable[Make]:
    """A contra-indication is there and is passed after consulting a psychiatrist."""
    for group, criterion in module.criteria():
        if group.kind == "contra_indication" and criterion.age is None:
            yield partial(fact.CriterionAnswered, criterion=criterion.id, answer=Answer.YES, person="Kind")
            yield partial(
                fact.ContraIndicationOverridden,
                criterion=criterion.id,
                reason="Overlegd",
                consulted="Dr. P",
                consulted_role="psychiatrist",
            )


def not_naming(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Criteria that ask for a name are answered without one."""
    for _, criterion in module.criteria():
        if criterion.names_person:
            yield partial(fact.CriterionAnswered, criterion=criterion.id, answer=Answer.YES)


def running_out(module: CareModule, choices: Choices) -> Iterable[Make]:
    """Credentials end within a few weeks."""
    for asked in module.underpinning.qualifications:
        until = choices.of((date(2026, 4, 10), date(2026, 5, 4), date(2026, 3, 4)))
        yield partial(fact.CredentialHeld, therapist="t1", credential=asked.credential, until=until)


def moving(module: CareModule, choices: Choices) -> Iterable[Make]:
    """A treatment beside this one with trauma sessions, movement close to them, and maybe it is changed or ends."""
    stops, goes_on, says_no = choices.coin(), choices.coin(), choices.coin()
    yield partial(
        fact.TreatmentBesideNoted,
        beside="x1",
        name="EMDR",
        since=date(2026, 1, 5),
        until=choices.of((date(2026, 3, 1), None, date(2026, 2, 28))),
        trauma=True,
    )
    yield partial(fact.TreatmentBesideNoted, beside="x2", name="Schematherapie", since=date(2026, 6, 1))
    yield partial(fact.TraumaSessionNoted, moment="t1", beside="x1", on=date(2026, 3, 3), at="10:00")
    yield partial(fact.MovementPrescribed, movement="m1", plan=plan(choices), reason="Samen gekozen")
    afterwards = replace(plan(choices), timing="after")
    yield partial(fact.MovementPrescribed, movement="m2", plan=afterwards, reason="Samen gekozen")
    if stops:
        yield partial(fact.MovementStopped, movement="m1", reason="Te veel")
    if goes_on:
        yield from _sessions("m", 0 if stops else 8)
        yield partial(fact.MovementPrescribed, movement="m1", plan=plan(choices), reason="Weer opgepakt")
    for group, criterion in module.criteria():
        if says_no and group.kind == "effort_check" and criterion.age is None:
            yield partial(fact.CriterionAnswered, criterion=criterion.id, answer=Answer.NO, person="Oma")


def letting_know(module: CareModule, choices: Choices) -> Iterable[Make]:
    """The client lets something know, and someone comes back to it or not yet."""
    yield partial(fact.ClientNoteReceived, note="n1", text="Het was veel")
    if choices.coin():
        yield partial(fact.ClientNoteAnswered, note="n1", words="Besproken")


def taking_back(module: CareModule, choices: Choices) -> Iterable[Make]:
    """A fact is taken back, and the taking back too."""
    yield _taken_back
    if choices.coin():
        yield _taken_back


def _taken_back(*, stamp: Stamp) -> AnyFact:
    return fact.Retracted(stamp=stamp, fact=f"f{stamp.sequence - 1}", reason="Vergissing")


EPISODES = (
    changing_hands,
    deciding,
    overtaking,
    moving,
    clicking,
    fitting,
    deciding,
    growing,
    deciding,
    evaluating,
    growing,
    deciding,
    evaluating,
    overtaking,
    stepping,
    staying_away,
    passing,
    not_naming,
    running_out,
    moving,
    letting_know,
    clicking,
    moving,
    taking_back,
)
