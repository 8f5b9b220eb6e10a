"""The JSON of a report, field by field: what `lijfspoor analyse --json` prints, version 1.

`docs/generated/singlecase-report.schema.json` is made of this. A field that changes its meaning raises the version.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Said(_Strict):
    """One sentence in Dutch and in English."""

    nl: str
    en: str


class Limits(_Strict):
    """An interval; a limit that does not exist is null."""

    lower: float | None
    upper: float | None
    level: float


class Words(_Strict):
    """A result in words: what it is called, what it says, what must hold, and what it does not say."""

    name: Said
    sentence: Said
    assumes: Said
    not_said: Said


class Given(_Strict):
    """An answer. `assumes_independence`: whether standard error and interval rest on scores that do not depend on the
    one before (null: there are none); `figures`: named numbers beside it."""

    statistic: str
    status: Literal["given"]
    value: float | None
    se: float | None
    interval: Limits | None
    assumes_independence: bool | None
    figures: dict[str, float | None]
    remarks: list[Said]
    words: Words


class Refused(_Strict):
    """An answer that is not given; `code` is stable, `why` is the reason."""

    statistic: str
    status: Literal["refused"]
    code: str
    why: Said


Result = Given | Refused


class Reason(_Strict):
    """Why one number is not given."""

    code: str
    why: Said


class Phase(_Strict):
    """One phase as it was lived, in numbers; `n` counts missing scores, `refused` says why a number is null."""

    label: str
    n: int
    missing: int
    mean: float | None
    median: float | None
    sd: float | None
    mad: float | None
    minimum: float | None
    maximum: float | None
    trend: float | None
    refused: dict[str, Reason]


class SelfCorrelation(_Strict):
    """The correlation of scores with the one before; `phase` is empty for the whole series."""

    phase: str
    lag: int
    r: float | None
    refused: Reason | None


class Comparison(_Strict):
    """One condition (`b`) against the first (`a`): effect sizes and the model's answer."""

    a: list[str]
    b: list[str]
    effects: list[Result]
    model: Result


class Series(_Strict):
    """One series; a missing score is null in `values`. `design_based` only where it was drawn for itself.

    `first_day`: the day of time 0 (ISO), where times are days.
    """

    name: str
    measure: str
    improvement: Literal["increase", "decrease"]
    outcome: Literal["continuous", "count", "proportion", "ordinal"]
    first_day: str | None
    times: list[float]
    phases: list[str]
    values: list[float | None]
    too_early: Said | None
    reserve: Said | None
    descriptives: list[Phase]
    autocorrelation: list[SelfCorrelation]
    design_based: Result | None
    comparisons: list[Comparison]


class Client(_Strict):
    """One client's change, drawn towards the mean of all by the share `pull`."""

    name: str
    value: float | None
    se: float | None
    interval: Limits | None
    pull: float | None


class Without(_Strict):
    """The pooled mean without this client."""

    name: str
    mean: float | None


class Together(_Strict):
    """Several clients on one measure."""

    measure: str
    names: list[str]
    b: list[str]
    pooled: Result
    clients: list[Client]
    without: list[Without]
    bayes: Result | None
    hierarchical: Result
    between: Result
    remarks: list[Said]


class Seal(_Strict):
    """Whether the opened seal is what was published."""

    intact: bool
    said: list[Said]


class Design(_Strict):
    """What was drawn; `assignments` as text, for it may be beyond what JSON readers hold exactly."""

    kind: Literal["phases", "multiple-baseline", "alternation", "changing-criterion"]
    title: str
    cases: list[str]
    measurements: list[int]
    assignments: str
    said: list[Said]
    seal: Seal | None
    followed: list[Said]


class Picture(_Strict):
    """The words that stand for the picture; the picture itself is written with --svg."""

    title: Said
    description: Said


class Item(_Strict):
    """One item of the SCRIBE 2016 list; `checked_at_source`: whether its topic was read in the published table."""

    number: int = Field(ge=1, le=26)
    topic: Said
    question: Said
    state: Literal["filled", "partly", "by-you"]
    answer: Said
    checked_at_source: bool


class MeasureAnswer(_Strict):
    """The design-based answer of all series on one measure, or why there is none."""

    measure: str
    answer: Result


class Report(_Strict):
    """The analysis of one study."""

    schema_: Literal["lijfspoor.singlecase.report/1"] = Field(alias="schema")
    title: Said
    answers: list[MeasureAnswer]
    design: Design | None
    cases: list[Series]
    together: list[Together]
    picture: Picture
    scribe: list[Item]


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a report."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Report.model_json_schema(by_alias=True)}
