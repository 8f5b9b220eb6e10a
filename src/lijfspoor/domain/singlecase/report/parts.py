"""The parts of a report, in the order in which they are read."""

from dataclasses import dataclass

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused, Saying
from lijfspoor.domain.singlecase.data.series import Case
from lijfspoor.domain.singlecase.designs.design import Design
from lijfspoor.domain.singlecase.designs.opening import Verdict
from lijfspoor.domain.singlecase.effects.autocorrelation import Autocorrelation
from lijfspoor.domain.singlecase.effects.descriptives import PhaseDescription
from lijfspoor.domain.singlecase.picture.marks import Picture
from lijfspoor.domain.singlecase.pooling.shrinkage import Shrunken
from lijfspoor.domain.singlecase.words.scribe import Item
from lijfspoor.domain.singlecase.words.wording import Wording


@dataclass(frozen=True, slots=True)
class Result:
    """One answer: an estimate with its words, or the reason why it is not given; never both."""

    statistic: str
    estimate: Estimate | None = None
    words: Wording | None = None
    refused: Refused | None = None

    @property
    def why(self) -> Saying:
        """Why it is not given; empty when it is."""
        return Saying(nl="", en="") if self.refused is None else self.refused.why


@dataclass(frozen=True, slots=True)
class Comparison:
    """One condition against the first: labels of both sides, the effect sizes, the model's answer."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    effects: tuple[Result, ...]
    model: Result


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One series: what stands in the way (`too_early`), what is thin (`reserve`), and what can be said.

    `design_based` is None where only the design of all series together was drawn; `autocorrelation` within phases by
    label.
    """

    case: Case
    too_early: Saying | None
    reserve: Saying | None
    descriptives: tuple[PhaseDescription, ...]
    autocorrelation: tuple[tuple[str, Autocorrelation | Refused], ...]
    design_based: Result | None
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Several clients on one measure: pooled, each drawn towards the mean, in one model, and on the between-case scale.

    `without`: the pooled mean without each client, where there are three or more.
    """

    measure: str
    names: tuple[str, ...]
    b: tuple[str, ...]
    pooled: Result
    clients: tuple[Shrunken, ...]
    without: tuple[tuple[str, float], ...]
    bayes: Result | None
    hierarchical: Result
    between: Result
    remarks: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class DesignReport:
    """What was drawn and what it can say at best; `seal` when one was opened; `followed` whether the schedule was."""

    design: Design
    said: tuple[Saying, ...]
    seal: Verdict | None = None
    followed: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureAnswer:
    """The design-based answer on one measure; the measure is empty where all series were drawn as one."""

    measure: str
    result: Result


@dataclass(frozen=True, eq=False)
class Report:
    """The whole analysis; `answers`: for each measure the design-based answer of its series, or why there is none."""

    title: Saying
    design: DesignReport | None
    answers: tuple[MeasureAnswer, ...]
    cases: tuple[CaseReport, ...]
    together: tuple[Together, ...]
    picture: Picture
    scribe: tuple[Item, ...]
