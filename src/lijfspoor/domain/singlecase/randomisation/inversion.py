"""The interval of an added effect: every size d that the test does not reject when d is taken off the scores of B.

For a statistic that is a weighted sum of the scores, taking off d changes assignment s by d c_s (c_s its value for the
effect alone, 1 for the observed one), so that s is at least as high as observed from r_s = (T_obs - T_s)/(1 - c_s) on.
The one-sided shares are step functions with breakpoints r_s; the limits are breakpoints, solved by sorting and exact.
Each tail leaves out as many assignments as fit in half of 1 - level, at least one: K assignments reach 1 - 2/K at most,
25 starts 92 %. The point estimate is the size at which the smaller share is largest (in the manner of Hodges & Lehmann
1963, doi:10.1214/aoms/1177704172); Michiels, Heyvaert, Meulders & Onghena 2017, doi:10.3758/s13428-016-0714-4, invert
tests of single cases.

Worked example: scores 1, 2, 3, 7, 8, 9, B may begin at rows 2 to 6 and did at row 4: c = 3/5, 3/4, 1, 3/4, 3/5 and
T = 4.8, 5.25, 6, 5.25, 4.8: r = 3, 3, -, 3, 3. With one of 5 left out on each side the interval is [3, 3] at 60 %: the
scores rise by 1 per row, and a step of 3 beside that is all that fits.
"""

from dataclasses import dataclass
from math import floor

import numpy as np

from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.data.series import Floats

FLAT = 1e-9


@dataclass(frozen=True, slots=True)
class Inversion:
    """Interval (None when two limits cannot be had), the size that fits best, and the level reached exactly.

    The interval's level is the wanted one when the design reaches it; `attained` is then a little higher.
    """

    interval: Interval | None
    estimate: float | None
    attained: float


def left_out(total: int, wanted: float, at_least: int) -> int:
    """How many assignments a tail leaves out: what fits in half of 1 - wanted, but not fewer than `at_least` or 1."""
    return max(floor(total * (1 - wanted) / 2 + FLAT), at_least, 1)


def named(lower: float, upper: float, wanted: float, attained: float) -> Interval | None:
    """An interval that names the level wanted, or the highest that is reached; None when there is none."""
    return Interval(lower, upper, min(wanted, attained)) if attained > FLAT and lower <= upper else None


@dataclass(frozen=True, eq=False)
class Breakpoints:
    """Where assignments begin to count, by the size of the effect taken off.

    `rising`: counted as at least as high from here on and as at least as low up to here; `falling` the other way
    round; both ascending. `always_high`, `always_low`: counted whatever the size; `total`: all assignments; `slack`:
    how far apart two sizes may be and still be one.
    """

    rising: Floats
    falling: Floats
    always_high: int
    always_low: int
    total: int
    slack: float = 0.0

    def high(self, sizes: Floats) -> Floats:
        """How many are at least as high as observed, for each size."""
        return self.always_high + self._up_to(self.rising, sizes) + self._from(self.falling, sizes)

    def low(self, sizes: Floats) -> Floats:
        """How many are at least as low as observed, for each size."""
        return self.always_low + self._up_to(self.falling, sizes) + self._from(self.rising, sizes)

    def _up_to(self, points: Floats, sizes: Floats) -> Floats:
        return np.searchsorted(points, sizes + self.slack, side="right").astype(np.float64)

    def _from(self, points: Floats, sizes: Floats) -> Floats:
        return len(points) - np.searchsorted(points, sizes - self.slack, side="left").astype(np.float64)


def breakpoints(found: Floats, effect: Floats, observed: float, slack: float) -> Breakpoints:
    """Solve for the breakpoints.

    `found`, `effect`: shape (k,), the statistic of the scores and of the effect alone under every assignment; NaN, and
    what the size cannot move, count always or never.
    """
    known = ~np.isnan(found)
    missing = len(found) - int(np.count_nonzero(known))
    gap, short = 1 - effect[known], observed - found[known]
    still = np.abs(gap) <= FLAT
    with np.errstate(divide="ignore", invalid="ignore"):
        where = short / gap
    return Breakpoints(
        rising=np.sort(where[gap > FLAT]),
        falling=np.sort(where[gap < -FLAT]),
        always_high=missing + int(np.count_nonzero(still & (short <= slack))),
        always_low=missing + int(np.count_nonzero(still & (short >= -slack))),
        total=len(found),
        slack=slack,
    )


def invert(points: Breakpoints, wanted: float = 0.95) -> Inversion:
    """Interval and estimate from the breakpoints; the limits are the outermost sizes that are not rejected."""
    falling = len(points.falling)
    out_high = left_out(points.total, wanted, points.always_high + falling)
    out_low = left_out(points.total, wanted, points.always_low + falling)
    attained = max(0.0, 1 - (out_high + out_low) / points.total)
    sizes = points.rising if not falling else np.union1d(points.rising, points.falling)
    if not sizes.size:
        return Inversion(None, None, attained)
    high, low = points.high(sizes), points.low(sizes)
    fits = sizes[(high > out_high) & (low > out_low)]
    interval = named(float(fits[0]), float(fits[-1]), wanted, attained) if fits.size else None
    return Inversion(interval, best_fit(sizes, np.minimum(high, low)), attained)


def best_fit(sizes: Floats, fit: Floats) -> float:
    """The middle of the sizes that fit best."""
    best = sizes[fit == fit.max()]
    return float(best[0] + (best[-1] - best[0]) / 2)
