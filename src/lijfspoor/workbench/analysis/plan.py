"""The section `analysis` of a design file: how to analyse, checked key by key."""

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lijfspoor.domain.singlecase.data.reading import Settings
from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Improvement, Outcome
from lijfspoor.domain.singlecase.pooling.bayes import Priors
from lijfspoor.domain.singlecase.randomisation.reference import Drawing
from lijfspoor.domain.singlecase.report.choices import Choices

Way = Literal["increase", "decrease"]
Kind = Literal["continuous", "count", "proportion", "ordinal"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PriorsPlan(_Strict):
    """What is assumed beforehand of the mean effect and of the spread between clients."""

    mu_sd: float = Field(gt=0)
    tau_scale: float = Field(gt=0)
    mu_mean: float = 0.0


class AnalysisPlan(_Strict):
    """How to analyse.

    `improvement`, `outcome`: for all measures, or by measure; `effects`: names of effect sizes; `settings`: what they
    must know, by their name; `draws`, `seed`: of a randomisation test with too many assignments to list.
    """

    statistic: str = ""
    improvement: Way | dict[str, Way] | None = None
    outcome: Kind | dict[str, Kind] | None = None
    effects: tuple[str, ...] = ()
    settings: dict[str, dict[str, float | str | bool]] = Field(default_factory=dict)
    level: float = Field(default=0.95, gt=0, lt=1)
    draws: int = Field(default=9_999, ge=1)
    seed: int = Field(default=0, ge=0)
    priors: PriorsPlan | None = None
    projection: Literal["", "trend", "level"] = ""

    def choices(self) -> Choices:
        """The same for the domain."""
        priors = None if self.priors is None else Priors(**self.priors.model_dump())
        return Choices(
            statistic=self.statistic,
            indices=self.effects,
            settings=self.settings,
            level=self.level,
            drawing=Drawing(draws=self.draws, seed=self.seed),
            priors=priors,
            projection=self.projection,
        )

    def told(self) -> dict[tuple[str, str], Settings]:
        """What the plan says of the series, for `read_series`; what the file itself says wins."""
        measures = {"", *_measures(self.improvement), *_measures(self.outcome)}
        return {
            ("", measure): Settings(
                Improvement(_of(self.improvement, measure) or "increase"),
                Outcome(_of(self.outcome, measure) or "continuous"),
            )
            for measure in measures
        }


def _measures(said: str | Mapping[str, str] | None) -> Iterable[str]:
    return said if isinstance(said, Mapping) else ()


def _of(said: str | Mapping[str, str] | None, measure: str) -> str | None:
    return said.get(measure) if isinstance(said, Mapping) else said


def plan_from(mapping: Mapping[str, object]) -> AnalysisPlan:
    """Read the section `analysis` of a design. Raises Refused "analysis-key" naming every key that is wrong."""
    section = mapping.get("analysis") or {}
    try:
        return AnalysisPlan.model_validate(section)
    except ValidationError as problem:
        raise _wrong(problem) from None


def _wrong(problem: ValidationError) -> Refused:
    faults = [(".".join(map(str, fault["loc"])) or "analysis", fault["msg"]) for fault in problem.errors()]
    told = "; ".join(f"analysis.{where}: {what}" for where, what in faults)
    return refuse("analysis-key", nl=f"Niet te lezen: {told}.", en=f"Cannot be read: {told}.")
