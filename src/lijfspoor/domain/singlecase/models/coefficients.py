"""One term of a fitted model: its estimate, how sure, and the test that it is zero."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy import special

from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Floats


@dataclass(frozen=True, slots=True)
class Coefficient:
    """`statistic` = estimate / se, t on `df` degrees of freedom or normal when `df` is None; two-sided `p`.

    After a perfect fit the standard error is 0 and there is no test: `statistic` and `p` are None.
    """

    name: str
    estimate: float
    se: float
    statistic: float | None
    p: float | None
    df: float | None = None

    def interval(self, level: float = 0.95) -> Interval:
        """The limits at `level`."""
        tail = (1 + level) / 2
        reach = self.se * float(special.ndtri(tail) if self.df is None else special.stdtrit(self.df, tail))
        return Interval(self.estimate - reach, self.estimate + reach, level)


def coefficient(name: str, estimate: float, se: float, df: float | None = None) -> Coefficient:
    """Test one term against zero. Raises Refused: "number-too-large" when a number left the range of the machine."""
    if not (math.isfinite(estimate) and math.isfinite(se)):
        raise too_large()
    if se == 0:
        return Coefficient(name, estimate, 0.0, None, None, df)
    statistic = estimate / se
    tail = special.ndtr(-abs(statistic)) if df is None else special.stdtr(df, -abs(statistic))
    return Coefficient(name, estimate, se, statistic, 2 * float(tail), df)


def too_large() -> Refused:
    """The refusal of a number outside the range of the machine."""
    return refuse(
        "number-too-large",
        nl="De scores of tijden zijn te groot of te klein om mee te rekenen. Gebruik een andere eenheid.",
        en="The scores or times are too large or too small to compute with. Use another unit.",
    )


def coefficients(
    names: Sequence[str], estimates: Floats, errors: Floats, df: float | None = None
) -> tuple[Coefficient, ...]:
    """Every term with its standard error."""
    rows = zip(names, estimates, errors, strict=True)
    return tuple(coefficient(name, float(estimate), float(se), df) for name, estimate, se in rows)
