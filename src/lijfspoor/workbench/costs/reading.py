"""Reads what someone tells of treatment and insurance from plain JSON, or says what is wrong with it."""

from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from lijfspoor.domain.funding.rules import Kind, Setting
from lijfspoor.domain.funding.situation import LONGEST, Budget, Policy, Situation
from lijfspoor.domain.kernel.answers import Answer
from lijfspoor.domain.kernel.money import Money

CENT = Decimal("0.01")
MOST_EUROS = 1_000_000


class NotASituation(ValueError):
    """What was told cannot be read; `problems` holds (field, what is expected) pairs."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{field}: {expected}" for field, expected in problems))


def _whole_cents(euros: Decimal) -> Decimal:
    if euros != euros.quantize(CENT, rounding=ROUND_DOWN):
        msg = "Write euros with at most two decimals"
        raise ValueError(msg)
    return euros


Euros = Annotated[Decimal, Field(ge=0, le=MOST_EUROS), AfterValidator(_whole_cents)]


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Range(_Told):
    low: Euros
    high: Euros


class _Policy(_Told):
    percent: int = Field(100, ge=0, le=100)
    per_session: Euros | None = None
    per_year: Euros | None = None
    used: Euros = Decimal(0)
    recognises: Answer = Answer.UNKNOWN


class _Budget(_Told):
    per_session: Euros
    sessions: int | None = Field(None, ge=0, le=LONGEST)


class _Sessions(_Told):
    low: int = Field(ge=1, le=LONGEST)
    high: int = Field(ge=1, le=LONGEST)


class _Situation(_Told):
    kind: Kind
    setting: Setting = "unknown"
    institution: str = Field("", max_length=100)
    age: int | None = Field(None, ge=0, le=120)
    starts_on: date
    sessions: _Sessions
    every_days: int = Field(7, ge=1, le=366)
    price: _Range | None = None
    has_policy: Answer = Answer.UNKNOWN
    policy: _Policy | None = None
    deductible_left: Euros | None = None
    voluntary: Euros = Decimal(0)
    municipality_pays: Answer = Answer.UNKNOWN
    budget: _Budget | None = None


def situation_from(told: Any) -> Situation:  # noqa: ANN401  # JSON of others
    """Return the situation in a JSON object; amounts are euros. Raises NotASituation with every problem."""
    try:
        read = _Situation.model_validate(told)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        problems = tuple((".".join(map(str, each["loc"])) or "situation", each["msg"]) for each in found)
        raise NotASituation(problems) from error
    try:
        return _made(read)
    except ValueError as error:
        raise NotASituation((("situation", str(error)),)) from error


def costs_schema() -> dict[str, Any]:
    """Return the JSON schema of a situation; amounts are euros."""
    made = _Situation.model_json_schema(ref_template="#/properties/costs/$defs/{model}")
    return {**made, "title": "Treatment and insurance"}


def _made(read: _Situation) -> Situation:
    policy = None if read.policy is None else _policy(read.policy)
    return Situation(
        kind=read.kind,
        setting=read.setting,
        institution=read.institution,
        age=read.age,
        starts_on=read.starts_on,
        sessions_low=read.sessions.low,
        sessions_high=read.sessions.high,
        every_days=read.every_days,
        price_low=_money(read.price.low) if read.price else None,
        price_high=_money(read.price.high) if read.price else None,
        has_policy=Answer.YES if policy is not None and read.has_policy is Answer.UNKNOWN else read.has_policy,
        policy=policy,
        deductible_left=_money(read.deductible_left),
        voluntary=Money(_cents(read.voluntary)),
        municipality_pays=read.municipality_pays,
        budget=None if read.budget is None else _budget(read.budget),
    )


def _policy(read: _Policy) -> Policy:
    return Policy(
        percent=read.percent,
        per_session=_money(read.per_session),
        per_year=_money(read.per_year),
        used=Money(_cents(read.used)),
        recognises=read.recognises,
    )


def _budget(read: _Budget) -> Budget:
    return Budget(per_session=Money(_cents(read.per_session)), sessions=read.sessions)


def _cents(euros: Decimal) -> int:
    return int(euros * 100)


def _money(euros: Decimal | None) -> Money | None:
    return None if euros is None else Money(_cents(euros))
