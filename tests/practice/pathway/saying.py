"""For every kind of step, the fact it leaves: what a flow would say."""

from collections.abc import Callable
from uuid import uuid4

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways import Stamp, Step, StepKind
from lijfspoor.domain.pathways import facts as f

Say = Callable[[Stamp], f.AnyFact]
THERAPIST = "11111111-1111-4111-8111-111111111111"


def saying(step: Step, session: str | None = None) -> Say:
    """Return what says the fact of a step, with plain contents."""
    held = session or str(uuid4())
    decision, _, party = step.target.partition(":")
    table: dict[StepKind, Say] = {
        StepKind.REFER: lambda s: f.Referred(stamp=s, route=step.target),
        StepKind.STATE_DEVELOPMENTAL_AGE: lambda s: f.DevelopmentalAgeStated(stamp=s, months=60),
        StepKind.ANSWER_CRITERION: lambda s: f.CriterionAnswered(
            stamp=s, criterion=step.target, answer=Answer.YES, person="Ria"
        ),
        StepKind.OVERRIDE_CONTRA_INDICATION: lambda s: f.ContraIndicationOverridden(
            stamp=s, criterion=step.target, reason="x", consulted="dr. A", consulted_role="psychiatrist"
        ),
        StepKind.HOLD_MEETING: lambda s: f.MeetingHeld(stamp=s, meeting=step.target, parts=()),
        StepKind.COMPLETE_EXAMINATION_PART: lambda s: f.ExaminationPartCompleted(stamp=s, part=step.target),
        StepKind.OPEN_DIAGNOSTIC_PHASE: lambda s: f.DiagnosticPhaseOpened(stamp=s, reason="x"),
        StepKind.NAME_PROBLEM_AREAS: lambda s: f.ProblemAreasNamed(stamp=s, areas=("trauma",)),
        StepKind.CHOOSE_VARIANT: lambda s: f.VariantChosen(stamp=s, variant=step.target, reason="x"),
        StepKind.ASK_BOND: lambda s: f.BondAsked(stamp=s, at_ease="yes", understood="yes", wish="stay"),
        StepKind.AGREE_GOAL: lambda s: f.GoalAgreed(stamp=s, goal="own-1", own="Rust vinden"),
        StepKind.DROP_GOAL: lambda s: f.GoalDropped(stamp=s, goal=step.target, reason="x"),
        StepKind.AGREE_PLAN: lambda s: f.PlanAgreed(stamp=s, version=1),
        StepKind.ASSIGN_THERAPIST: lambda s: f.TherapistAssigned(stamp=s, therapist=THERAPIST, name="M"),
        StepKind.SET_EVALUATION: lambda s: f.EvaluationSet(stamp=s, evaluation=step.target, after_session=2),
        StepKind.START_TREATMENT: lambda s: f.TreatmentStarted(stamp=s),
        StepKind.HOLD_SESSION: lambda s: f.SessionHeld(stamp=s, session=held),
        StepKind.HOLD_JOINT_SESSION: lambda s: f.SessionHeld(stamp=s, session=held, joint=True),
        StepKind.USE_TOUCH: lambda s: f.SessionHeld(stamp=s, session=held, touch=True),
        StepKind.MISS_SESSION: lambda s: f.SessionMissed(stamp=s, session=held, how="no_show"),
        StepKind.MOVE_PHASE: lambda s: f.PhaseMoved(stamp=s, to_phase=step.target, reason="x"),
        StepKind.RATE_SUBGOAL: lambda s: f.SubgoalRated(stamp=s, subgoal=step.target, rating="mostly", session=held),
        StepKind.HOLD_TALK: lambda s: f.TalkHeld(stamp=s, audience="caregivers"),
        StepKind.NOTE_SUCCESS: lambda s: f.SuccessNoted(stamp=s, text="x"),
        StepKind.NOTE_PRACTICE_ELSEWHERE: lambda s: f.PracticeElsewhereNoted(stamp=s, text="x"),
        StepKind.HOLD_EVALUATION: lambda s: f.EvaluationHeld(stamp=s, evaluation=step.target),
        StepKind.OPEN_DECISION: lambda s: f.DecisionOpened(stamp=s, decision=step.target, sessions=3),
        StepKind.GIVE_VOICE: lambda s: f.VoiceGiven(
            stamp=s, decision=decision, party=_party(party), voice="yes", reason="x"
        ),
        StepKind.CLOSE_DECISION: lambda s: f.DecisionClosed(stamp=s, decision=step.target),
        StepKind.PLAN_TAPER: lambda s: f.TaperPlanned(stamp=s, spacing="x", farewell="x"),
        StepKind.CLOSE_TREATMENT: lambda s: f.TreatmentClosed(stamp=s, reason=step.target, next_step=""),
        StepKind.GIVE_FOREWARNING: lambda s: f.ForewarningGiven(stamp=s, forewarning=step.target),
        StepKind.RECEIVE_CLIENT_NOTE: lambda s: f.ClientNoteReceived(stamp=s, note=held, text="x"),
        StepKind.ANSWER_CLIENT_NOTE: lambda s: f.ClientNoteAnswered(stamp=s, note=step.target, words="x"),
        StepKind.NOTE_TREATMENT_BESIDE: lambda s: f.TreatmentBesideNoted(
            stamp=s, beside=held, name="x", since=s.holds_on
        ),
        StepKind.MOVE_VERSION: lambda s: f.ModuleVersionMoved(
            stamp=s, from_pin="pmt-addon@1.0", to_pin="pmt-addon@1.0", reason="x"
        ),
    }
    return table[step.kind]


def _party(word: str) -> Party:
    if word == "client":
        return "client"
    return "therapist" if word == "therapist" else "lead_clinician"
