"""What stands beside this treatment: treatments elsewhere, days of trauma processing, movement."""

from dataclasses import dataclass
from datetime import date

from lijfspoor.domain.pathways.facts.base import Fact
from lijfspoor.domain.pathways.plans import MovementPlan


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
