"""What was agreed to work on, and the start: goals, plan, rhythm of evaluations, version of the module."""

from dataclasses import dataclass

from lijfspoor.domain.pathways.facts.base import Fact


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
