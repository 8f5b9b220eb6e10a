"""What a kernel over a stack gives back, and how one of its answers becomes an Estimate or a refusal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from scipy.special import ndtri

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.data.series import Flags, Floats
from lijfspoor.domain.singlecase.effects.reasons import REASONS


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """k answers of one statistic, every array of shape (k,).

    `value`, `se`: the arithmetic, whatever came out; `refused`: by code, in order of precedence, in which series the
    value is not to be given; `unsure`: likewise for the standard error and the interval. `figures`: numbers beside it.
    """

    value: Floats
    se: Floats | None
    refused: Mapping[str, Flags] = field(default_factory=dict)
    unsure: Mapping[str, Flags] = field(default_factory=dict)
    figures: Mapping[str, Floats] = field(default_factory=dict)


def first_code(codes: Mapping[str, Flags], row: int = 0) -> str:
    """The first code that holds for a series, or an empty text."""
    return next((code for code, flags in codes.items() if flags[row]), "")


def normal_quantile(level: float) -> float:
    """The z of a two-sided normal interval; raises Refused "bad-level" outside (0, 1)."""
    if not 0 < level < 1:
        raise refuse(
            "bad-level",
            nl="Een betrouwbaarheid ligt tussen 0 en 1, bijvoorbeeld 0,95.",
            en="A confidence level lies between 0 and 1, such as 0.95.",
        )
    return float(ndtri((1 + level) / 2))


def single(statistic: str, answers: Answers, level: float, remarks: tuple[Saying, ...] = ()) -> Estimate:
    """The only answer of a stack of one, with a normal interval; raises Refused when there is no value.

    An interval that cannot be given is left out, and a remark says why. Normal intervals here assume that scores do not
    depend on the one before, and the estimate says so.
    """
    z = normal_quantile(level)
    if code := first_code(answers.refused):
        raise Refused(code, REASONS[code])
    value = float(answers.value[0])
    figures = {name: float(numbers[0]) for name, numbers in answers.figures.items()}
    unsure = first_code(answers.unsure)
    if answers.se is None or unsure:
        why = (REASONS[unsure],) if unsure else ()
        return Estimate(statistic, value, figures=MappingProxyType(figures), remarks=(*remarks, *why))
    se = float(answers.se[0])
    return Estimate(
        statistic,
        value,
        se=se,
        interval=Interval(value - z * se, value + z * se, level),
        assumes_independence=True,
        figures=MappingProxyType(figures),
        remarks=remarks,
    )


def everywhere(holds: bool, k: int) -> Flags:
    """The same flag for each of k series."""
    return np.full(k, holds)
