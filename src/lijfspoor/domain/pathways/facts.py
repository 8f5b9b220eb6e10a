"""What can happen along a module.

Facts are kept and never changed; a correction is a new fact that points back.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.plans import MovementPlan

Scope = Literal["treatment", "information", "touch"]
Degree = Literal["yes", "partly", "no", "not_said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a fact holds, when it was recorded, in which order within its day, and by whom.

    `sequence` is unique within a treatment and orders facts that hold on one day.
    """

    id: str
    holds_on: date
    recorded_at: datetime
    sequence: int
    by: str = ""
    by_role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened; see the subclasses."""

    kind: ClassVar[str]
    stamp: Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred(Fact):
    """The client was referred along a route of the module (S1-037, S2-022)."""

    kind = "referred"
    route: str
    referrer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Born(Fact):
    """The client's birth date, as the file knows it."""

    kind = "born"
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentalAgeStated(Fact):
    """The developmental age in months, judged on the day the fact holds (S2-002)."""

    kind = "developmental_age_stated"
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityHeld(Fact):
    """A person holds authority over the client, as parent or as guardian, until and including `until` when given."""

    kind = "authority_held"
    person: str
    name: str
    guardian: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityEnded(Fact):
    """A person no longer holds authority, from the day the fact holds."""

    kind = "authority_ended"
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Fact):
    """`person` (`client` or a caregiver's id) consents to `scope`, until and including `until` when given."""

    kind = "consent_given"
    scope: Scope
    person: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn(Fact):
    """`person` takes a consent back or refuses it, from the day the fact holds."""

    kind = "consent_withdrawn"
    scope: Scope
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialHeld(Fact):
    """The treating therapist holds a credential of this kind, until and including `until` when given (S2-142)."""

    kind = "credential_held"
    therapist: str
    credential: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapistAssigned(Fact):
    """Who treats from this day on; also used for a change of therapist without blame (S0-062)."""

    kind = "therapist_assigned"
    therapist: str
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAnswered(Fact):
    """A criterion got an answer.

    `person` names whom the answer is about when the criterion asks for a name.
    """

    kind = "criterion_answered"
    criterion: str
    answer: Answer
    note: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContraIndicationOverridden(Fact):
    """A contra-indication is passed with a reason after consulting someone; it shows for ever (S2-021)."""

    kind = "contra_indication_overridden"
    criterion: str
    reason: str
    consulted: str
    consulted_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Fact):
    """An introductory meeting or intake was held.

    `parts` are the parts it covered, `attendees` who was there.
    """

    kind = "meeting_held"
    meeting: str
    parts: tuple[str, ...]
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminationPartCompleted(Fact):
    """A part of the examination is complete (S2-024)."""

    kind = "examination_part_completed"
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosticPhaseOpened(Fact):
    """A diagnostic phase follows the intake, to find out where the bottlenecks are (S0-041)."""

    kind = "diagnostic_phase_opened"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemAreasNamed(Fact):
    """The problem areas this treatment is about; a later naming takes the place of an earlier one (S0-002)."""

    kind = "problem_areas_named"
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantChosen(Fact):
    """From this day the module is given in this variant; a later choice gives its reason (S0-042 to S0-044)."""

    kind = "variant_chosen"
    variant: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalAgreed(Fact):
    """A treatment goal was agreed: one the module offers, a subgoal, or one of one's own (`own` text,
    `block` when tied).
    """

    kind = "goal_agreed"
    goal: str
    own: str = ""
    aspect: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDropped(Fact):
    """An agreed goal is no longer worked on."""

    kind = "goal_dropped"
    goal: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgreed(Fact):
    """The treatment plan was agreed; a later one replaces it."""

    kind = "plan_agreed"
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationSet(Fact):
    """The practice sets after how many held sessions an evaluation falls due, and then every how many (S1-012)."""

    kind = "evaluation_set"
    evaluation: str
    after_session: int
    then_every: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentStarted(Fact):
    """Treatment starts; in a module with phases in the phase named."""

    kind = "treatment_started"
    phase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeld(Fact):
    """A session took place. `joint` when a caregiver joined; `touch` when touch was used."""

    kind = "session_held"
    session: str
    joint: bool = False
    touch: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMissed(Fact):
    """A planned session did not take place: cancelled in time, or nobody came."""

    kind = "session_missed"
    session: str
    how: Literal["cancelled_by_client", "cancelled_by_practice", "no_show"]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseMoved(Fact):
    """The client steps to another phase, forward or back, with the reason.

    No clock ever does this (S2-072, S2-086).
    """

    kind = "phase_moved"
    to_phase: str
    reason: str
    signs_seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubgoalRated(Fact):
    """A subgoal was rated, naming the session that shows it and what was seen."""

    kind = "subgoal_rated"
    subgoal: str
    rating: str
    session: str
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkHeld(Fact):
    """A talk with people around the client: caregivers, school, guardian, relatives, other disciplines
    (S2-051, S2-073).
    """

    kind = "talk_held"
    audience: Literal["caregivers", "school", "guardian", "relatives", "co_treatment", "lead_clinician"]
    mode: str = "talk"
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessNoted(Fact):
    """A success experience, in words for the client (S2-107)."""

    kind = "success_noted"
    text: str
    session: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeElsewhereNoted(Fact):
    """New behaviour was practised outside the room (S2-095)."""

    kind = "practice_elsewhere_noted"
    text: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationHeld(Fact):
    """An evaluation was held. `fits` answers whether the treatment still fits, where that is asked (S0-063)."""

    kind = "evaluation_held"
    evaluation: str
    summary: str = ""
    fits: Degree = "not_said"


@dataclass(frozen=True, slots=True, kw_only=True)
class BondAsked(Fact):
    """The client was asked how it is between them and the therapist, and what they would like (S0-062)."""

    kind = "bond_asked"
    at_ease: Degree
    understood: Degree
    wish: Literal["stay", "talk", "change", "not_said"]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOpened(Fact):
    """A joint decision is put to all parties: so many more sessions.

    A new proposal opens a new round of voices.
    """

    kind = "decision_opened"
    decision: str
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceGiven(Fact):
    """A party says what it wants in the running round (S1-013).

    A later voice replaces an earlier one until closing. `as_spoken` marks a voice that someone
    else wrote down as it was said.
    """

    kind = "voice_given"
    decision: str
    party: Party
    voice: Literal["yes", "no", "unsure"]
    reason: str
    as_spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionClosed(Fact):
    """The running round of a joint decision is closed.

    The outcome follows from the voices by the module's rule.
    """

    kind = "decision_closed"
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaperPlanned(Fact):
    """Tapering off starts: how the last sessions are spread, what was agreed on saying goodbye (S2-101)."""

    kind = "taper_planned"
    spacing: str
    farewell: str
    last_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentClosed(Fact):
    """Treatment ends (or never starts), with the reason and the next step of the module."""

    kind = "treatment_closed"
    reason: str
    next_step: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleVersionMoved(Fact):
    """The treatment goes on along a newer version of its module, by a decision that saw what changes.

    `phase` is where the client is in the new version (empty without phases). `goals` names for each agreed goal that
    the new version no longer has the goal that takes its place there, or nothing when it ends with this move.
    """

    kind = "module_version_moved"
    from_pin: str
    to_pin: str
    reason: str
    phase: str = ""
    goals: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForewarningGiven(Fact):
    """The client heard beforehand what may come up on the way (S3-022)."""

    kind = "forewarning_given"
    forewarning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientNoteReceived(Fact):
    """The client let the therapist know something, written or `as_spoken` (S3-022)."""

    kind = "client_note_received"
    note: str
    text: str
    as_spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientNoteAnswered(Fact):
    """Someone came back to what the client let know."""

    kind = "client_note_answered"
    note: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentBesideNoted(Fact):
    """A treatment of the client beside this one, here or elsewhere, with its period (S1-014, S4-003, S4-028).

    `trauma` when it has sessions in which trauma is processed. The last one noted by an id in `beside` counts.
    """

    kind = "treatment_beside_noted"
    beside: str
    name: str
    since: date
    until: date | None = None
    by_whom: str = ""
    where: str = ""
    trauma: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TraumaSessionNoted(Fact):
    """A session of trauma processing in a treatment beside this one, on a day past or to come; `at` as `14:30`.

    Noted again under the same id in `moment` it is moved, or `dropped`.
    """

    kind = "trauma_session_noted"
    moment: str
    beside: str
    on: date
    at: str = ""
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPrescribed(Fact):
    """Movement is agreed, or agreed anew under the same id in `movement`, with the reason (S4-004)."""

    kind = "movement_prescribed"
    movement: str
    plan: MovementPlan
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementStopped(Fact):
    """Movement is no longer asked, with the reason."""

    kind = "movement_stopped"
    movement: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(Fact):
    """The fact named was wrong and no longer counts from the day this one holds, which is the day of the wrong fact."""

    kind = "retracted"
    fact: str
    reason: str


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
