"""The standing of one treatment: what the engine answers when asked where a client is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from lijfspoor.domain.caremodules.agreements import Party
from lijfspoor.domain.kernel import Answer, Reason
from lijfspoor.domain.pathways.facts import Degree
from lijfspoor.domain.pathways.plans import MovementPlan


class Stage(StrEnum):
    """How far a treatment has come; always derived, never stored."""

    NOT_REFERRED = "not_referred"
    INTAKE = "intake"
    UNDER_WAY = "under_way"
    TAPERING = "tapering"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CriterionStanding:
    """The answer to a criterion that counts now, since when and by whom.

    `override` when a contra-indication was passed.
    """

    criterion: str
    answer: Answer
    since: date | None = None
    by: str = ""
    note: str = ""
    person: str = ""
    override: "OverrideStanding | None" = None


@dataclass(frozen=True, slots=True)
class OverrideStanding:
    """A passed contra-indication: why, who was consulted, when. Shows for ever."""

    reason: str
    consulted: str
    consulted_role: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """Whether a group of criteria is met: yes, no, or unknown (which never opens a way)."""

    group: str
    kind: str
    met: Answer
    criteria: tuple[CriterionStanding, ...]


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """A needed consent: from whom, and whether it is there on the day.

    `person` is empty when it is not known who decides.
    """

    scope: str
    person: str
    name: str
    given: bool
    since: date | None
    until: date | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One step on the path: into which phase, after how many held sessions, when, why, and in which direction."""

    phase: str
    after_sessions: int
    on: date
    direction: Literal["start", "forward", "back"]
    reason: str
    signs_seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating of a subgoal, with the session that shows it."""

    rating: str
    on: date
    session: str
    seen: str


@dataclass(frozen=True, slots=True)
class SubgoalStanding:
    """Where a subgoal stands: all ratings in order, whether it carries the next, whether it is ready to be
    worked on.
    """

    subgoal: str
    block: str
    ratings: tuple[Rating, ...]
    carries: bool
    ready: bool

    @property
    def now(self) -> Rating | None:
        """The latest rating."""
        return self.ratings[-1] if self.ratings else None

    @property
    def before(self) -> Rating | None:
        """The rating before the latest."""
        return self.ratings[-2] if len(self.ratings) > 1 else None


@dataclass(frozen=True, slots=True)
class AgreedGoal:
    """A goal agreed and not dropped."""

    goal: str
    own: str
    aspect: str
    block: str
    on: date


@dataclass(frozen=True, slots=True)
class DoseStanding:
    """Sessions held and missed, against what the module counts on.

    `limit` is the number that may be held, None for no limit.
    """

    held: int
    missed: int
    missed_in_a_row: int
    low: int | None
    high: int | None
    limit: int | None
    extended_by: int

    @property
    def left(self) -> int | None:
        """Sessions left under the limit (never below 0), or None without limit."""
        return None if self.limit is None else max(0, self.limit - self.held)


@dataclass(frozen=True, slots=True)
class EvaluationStanding:
    """An evaluation: how often held, after which session it fell or falls due, and whether it is due now.

    `fits` is what was last said on whether the treatment still fits, where the module asks it. `fit_open` when that was
    not wholly so and neither the plan nor a variant was chosen anew since (S0-063).
    """

    evaluation: str
    times_held: int
    last_on: date | None
    due_after: int | None
    due: bool
    fits: Degree = "not_said"
    fit_open: bool = False


@dataclass(frozen=True, slots=True)
class BondAnswer:
    """What the client said about the bond, and what they would like."""

    on: date
    at_ease: Degree
    understood: Degree
    wish: Literal["stay", "talk", "change", "not_said"]
    words: str


@dataclass(frozen=True, slots=True)
class BondStanding:
    """The bond: every answer in order, and after which session to ask (again).

    `answered` when another therapist came since the last answer, so that a wish in it is met.
    """

    answers: tuple[BondAnswer, ...]
    due_after: int | None
    due: bool
    answered: bool

    @property
    def now(self) -> BondAnswer | None:
        """The latest answer."""
        return self.answers[-1] if self.answers else None

    @property
    def change_open(self) -> bool:
        """Whether another therapist is to be offered: wished for, or no ease or understanding and no wish to stay."""
        now = self.now
        if now is None or self.answered:
            return False
        return now.wish == "change" or (now.wish != "stay" and "no" in (now.at_ease, now.understood))

    @property
    def talk_open(self) -> bool:
        """Whether it is good to stand still at the bond together."""
        now = self.now
        if now is None or self.answered or self.change_open:
            return False
        return now.wish == "talk" or any(each in ("no", "partly") for each in (now.at_ease, now.understood))


@dataclass(frozen=True, slots=True)
class VariantChoice:
    """A choice of a variant: which, when, why, by whom."""

    variant: str
    on: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class VariantStanding:
    """Which variant of a variation counts, empty when none does yet; every choice made, in order."""

    variation: str
    variant: str
    choices: tuple[VariantChoice, ...]

    @property
    def chosen(self) -> bool:
        """Whether someone chose it, or it follows from the age or is the usual one."""
        return bool(self.choices)


@dataclass(frozen=True, slots=True)
class DiagnosticStanding:
    """The diagnostic phase as it was opened."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A party's voice in a round."""

    party: Party
    voice: Literal["yes", "no", "unsure"]
    reason: str
    on: date
    by: str
    as_spoken: bool


@dataclass(frozen=True, slots=True)
class Round:
    """A round of voices on one proposal.

    `voices` is what counts now, in the order of the parties; `earlier` what was said before, oldest first.
    `outcome`: `open` (a voice is missing or unsure), `agreed`, `divided`. `superseded` when a new proposal
    came before this one was closed.
    """

    sessions: int
    opened_on: date
    voices: tuple[Voice, ...]
    earlier: tuple[Voice, ...]
    outcome: Literal["open", "agreed", "divided"]
    closed_on: date | None
    superseded: bool = False

    def voice_of(self, party: Party) -> Voice | None:
        """Return the counting voice of a party."""
        return next((v for v in self.voices if v.party == party), None)


@dataclass(frozen=True, slots=True)
class DecisionStanding:
    """A joint decision with all its rounds; the last one runs when it is not closed."""

    decision: str
    rounds: tuple[Round, ...]

    @property
    def running(self) -> Round | None:
        """The round that is open, if any."""
        return self.rounds[-1] if self.rounds and self.rounds[-1].closed_on is None else None


@dataclass(frozen=True, slots=True)
class TaperStanding:
    """The taper as planned."""

    on: date
    spacing: str
    farewell: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class ClosingStanding:
    """How the treatment ended."""

    on: date
    reason: str
    next_step: str
    words: str


@dataclass(frozen=True, slots=True)
class CredentialStanding:
    """A credential the module asks for and whether the treating therapist holds it on the day."""

    credential: str
    level: Literal["required", "desirable"]
    held: bool
    until: date | None


@dataclass(frozen=True, slots=True)
class ClientNote:
    """What the client let know, and when someone came back to it."""

    note: str
    text: str
    as_spoken: bool
    on: date
    answered_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class TraumaSession:
    """A session of trauma processing on a day, at a time such as `14:30` or empty."""

    session: str
    on: date
    at: str


@dataclass(frozen=True, slots=True)
class BesideStanding:
    """A treatment beside this one as last noted, with its sessions of trauma processing in time."""

    beside: str
    name: str
    by_whom: str
    where: str
    since: date
    until: date | None
    trauma: bool
    sessions: tuple[TraumaSession, ...]

    def runs_on(self, day: date) -> bool:
        """Tell whether it runs on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class MovementStanding:
    """Movement as last agreed: since when it runs, when it was last agreed, how often changed, when stopped and why."""

    movement: str
    plan: MovementPlan
    since: date
    agreed_on: date
    reason: str
    changes: int
    stopped_on: date | None = None
    stop_reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a client is on a day, all of it derived from module and facts."""

    module: str
    on_day: date
    stage: Stage
    route: str
    therapist: str
    therapist_name: str
    phase: str
    path: tuple[PhaseStep, ...]
    groups: tuple[GroupStanding, ...]
    consents: tuple[ConsentStanding, ...]
    credentials: tuple[CredentialStanding, ...]
    meetings: tuple[tuple[str, tuple[str, ...]], ...]
    examination: tuple[tuple[str, date | None], ...]
    goals: tuple[AgreedGoal, ...]
    plan_version: int | None
    started_on: date | None
    dose: DoseStanding
    subgoals: tuple[SubgoalStanding, ...]
    evaluations: tuple[EvaluationStanding, ...]
    decisions: tuple[DecisionStanding, ...]
    talks: tuple[tuple[str, date], ...]
    taper: TaperStanding | None
    closing: ClosingStanding | None
    last_fact_on: date | None
    variants: tuple[VariantStanding, ...] = ()
    areas: tuple[str, ...] = ()
    developmental_age: int | None = None
    diagnostic_phase: DiagnosticStanding | None = None
    bond: BondStanding | None = None
    forewarnings: tuple[tuple[str, date | None], ...] = ()
    client_notes: tuple[ClientNote, ...] = ()
    beside: tuple[BesideStanding, ...] = ()
    movements: tuple[MovementStanding, ...] = ()

    @property
    def variant_ids(self) -> tuple[str, ...]:
        """The variants that count, in the order of the module."""
        return tuple(each.variant for each in self.variants if each.variant)

    def group(self, group_id: str) -> GroupStanding:
        """Return a group of criteria. Raises KeyError."""
        for group in self.groups:
            if group.group == group_id:
                return group
        raise KeyError(group_id)

    def criterion(self, criterion_id: str) -> CriterionStanding:
        """Return a criterion. Raises KeyError."""
        for group in self.groups:
            for criterion in group.criteria:
                if criterion.criterion == criterion_id:
                    return criterion
        raise KeyError(criterion_id)

    def decision(self, decision_id: str) -> DecisionStanding:
        """Return a joint decision. Raises KeyError."""
        for decision in self.decisions:
            if decision.decision == decision_id:
                return decision
        raise KeyError(decision_id)
