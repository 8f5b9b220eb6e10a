"""What can happen along a module; facts are kept and never changed, a correction is a new fact that points back."""

from lijfspoor.domain.pathways.facts.base import Degree, Fact, Retracted, Scope, Stamp
from lijfspoor.domain.pathways.facts.beside import (
    MovementPrescribed,
    MovementStopped,
    TraumaSessionNoted,
    TreatmentBesideNoted,
)
from lijfspoor.domain.pathways.facts.course import (
    ClientNoteAnswered,
    ClientNoteReceived,
    PhaseMoved,
    PracticeElsewhereNoted,
    SessionHeld,
    SessionMissed,
    SubgoalRated,
    SuccessNoted,
    TalkHeld,
)
from lijfspoor.domain.pathways.facts.deciding import (
    BondAsked,
    DecisionClosed,
    DecisionOpened,
    EvaluationHeld,
    TaperPlanned,
    TreatmentClosed,
    VoiceGiven,
)
from lijfspoor.domain.pathways.facts.intake import (
    ContraIndicationOverridden,
    CriterionAnswered,
    DiagnosticPhaseOpened,
    ExaminationPartCompleted,
    ForewarningGiven,
    MeetingHeld,
    ProblemAreasNamed,
    Referred,
    VariantChosen,
)
from lijfspoor.domain.pathways.facts.people import (
    AuthorityEnded,
    AuthorityHeld,
    Born,
    ConsentGiven,
    ConsentWithdrawn,
    CredentialHeld,
    DevelopmentalAgeStated,
    TherapistAssigned,
)
from lijfspoor.domain.pathways.facts.planning import (
    EvaluationSet,
    GoalAgreed,
    GoalDropped,
    ModuleVersionMoved,
    PlanAgreed,
    TreatmentStarted,
)

AnyFact = (
    Referred
    | Born
    | DevelopmentalAgeStated
    | AuthorityHeld
    | AuthorityEnded
    | ConsentGiven
    | ConsentWithdrawn
    | CredentialHeld
    | TherapistAssigned
    | CriterionAnswered
    | ContraIndicationOverridden
    | MeetingHeld
    | ExaminationPartCompleted
    | DiagnosticPhaseOpened
    | ProblemAreasNamed
    | VariantChosen
    | GoalAgreed
    | GoalDropped
    | PlanAgreed
    | EvaluationSet
    | TreatmentStarted
    | SessionHeld
    | SessionMissed
    | PhaseMoved
    | SubgoalRated
    | TalkHeld
    | SuccessNoted
    | PracticeElsewhereNoted
    | EvaluationHeld
    | BondAsked
    | DecisionOpened
    | VoiceGiven
    | DecisionClosed
    | TaperPlanned
    | TreatmentClosed
    | ModuleVersionMoved
    | ForewarningGiven
    | ClientNoteReceived
    | ClientNoteAnswered
    | TreatmentBesideNoted
    | TraumaSessionNoted
    | MovementPrescribed
    | MovementStopped
    | Retracted
)

__all__ = [
    "AnyFact",
    "AuthorityEnded",
    "AuthorityHeld",
    "BondAsked",
    "Born",
    "ClientNoteAnswered",
    "ClientNoteReceived",
    "ConsentGiven",
    "ConsentWithdrawn",
    "ContraIndicationOverridden",
    "CredentialHeld",
    "CriterionAnswered",
    "DecisionClosed",
    "DecisionOpened",
    "Degree",
    "DevelopmentalAgeStated",
    "DiagnosticPhaseOpened",
    "EvaluationHeld",
    "EvaluationSet",
    "ExaminationPartCompleted",
    "Fact",
    "ForewarningGiven",
    "GoalAgreed",
    "GoalDropped",
    "MeetingHeld",
    "ModuleVersionMoved",
    "MovementPrescribed",
    "MovementStopped",
    "PhaseMoved",
    "PlanAgreed",
    "PracticeElsewhereNoted",
    "ProblemAreasNamed",
    "Referred",
    "Retracted",
    "Scope",
    "SessionHeld",
    "SessionMissed",
    "Stamp",
    "SubgoalRated",
    "SuccessNoted",
    "TalkHeld",
    "TaperPlanned",
    "TherapistAssigned",
    "TraumaSessionNoted",
    "TreatmentBesideNoted",
    "TreatmentClosed",
    "TreatmentStarted",
    "VariantChosen",
    "VoiceGiven",
]
