"""What people decide together along a module: evaluations, joint decisions, tapering off, closing."""

from typing import Literal

from lijfspoor.domain.kernel.content import content
from lijfspoor.domain.kernel.text import Statement, Text

Party = Literal["client", "therapist", "lead_clinician"]


@content
class FitQuestion:
    """The question whether this treatment still fits, what is weighed in it, and what may follow when not (S0-063)."""

    question: Text
    weighs: tuple[Statement, ...]
    when_not: Text
    sources: tuple[str, ...]


@content
class BondCheck:
    """Asking the client about the bond with the therapist, early and at evaluations (S0-062).

    First due after `after_session` held sessions, which is the practice's own choice and `remark` says so. `no_blame`
    is what is said when someone would rather have another therapist.
    """

    why: Statement
    at_ease: Text
    understood: Text
    after_session: int
    remark: Text
    no_blame: tuple[Statement, ...]
    sources: tuple[str, ...]


@content
class Evaluation:
    """An evaluation that plans itself.

    It falls due after `after_session` held sessions and, with `then_every`, again after each so many more. The sources
    give no number, so both are the practice's to set; `remark` says so. `asks_preconditions` repeats the conditions.
    """

    id: str
    kind: Literal["interim", "regular"]
    title: Text
    after_session: int
    then_every: int | None = None
    remark: Text
    topics: tuple[Text, ...] = ()
    asks_preconditions: bool = False
    leads_to_decision: str | None = None
    fit: FitQuestion | None = None
    sources: tuple[str, ...]


@content
class JointDecision:
    """A decision of several voices. `all_yes`: agreed only when every party says yes to the same proposal."""

    id: str
    title: Text
    question: Text
    parties: tuple[Party, ...]
    rule: Literal["all_yes"]
    when_divided: Text
    sources: tuple[str, ...]


@content
class Taper:
    """How the module tapers off with care (S2-101)."""

    text: Statement
    agreements: tuple[Text, ...]


@content
class NextStep:
    """A way on after closing."""

    id: str
    text: Text
    sources: tuple[str, ...]
    after_block: str | None = None


@content
class ClosingReason:
    """Why a treatment ends; `planned` ones expect tapering first when the module tapers."""

    id: str
    text: Text
    planned: bool
    sources: tuple[str, ...]


@content
class Agreements:
    """The chapter on evaluation, decision and closing."""

    evaluations: tuple[Evaluation, ...] = ()
    bond: BondCheck | None = None
    decisions: tuple[JointDecision, ...] = ()
    taper: Taper | None = None
    closing_reasons: tuple[ClosingReason, ...]
    next_steps: tuple[NextStep, ...] = ()
