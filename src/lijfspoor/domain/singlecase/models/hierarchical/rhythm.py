"""How the scores of one series depend on the scores just before: nothing, AR(1), continuous-time AR(1) or MA(1).

AR(1): the correlation of two residuals |dt| apart is phi^(|dt| / lag). Times on a grid (whole multiples of one gap)
allow phi in (-1, 1); any other times make it the continuous-time AR(1) with phi in (0, 1). `lag` is the distance in
time that phi belongs to: the grid's gap, or the median gap. MA(1): correlation theta / (1 + theta^2) at one grid
step, none further; grid times only.

Pinheiro & Bates (2000), doi:10.1007/b98882, chapter 5.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy import special
from scipy.linalg import lapack

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Flags, Floats

Ints = npt.NDArray[np.intp]
GRID_SLACK = 1e-9
SMALLEST = 1e-300


class Correlation(StrEnum):
    """How neighbouring residuals hang together."""

    INDEPENDENT = "independent"
    AR1 = "ar1"
    MA1 = "ma1"


@dataclass(frozen=True, eq=False)
class Rhythm:
    """The residual correlation of stacked series, rows of one series adjacent and in order of time.

    `gaps`: shape (N,), distance to the row before in lags; `first`: shape (N,), whether a row opens its series;
    `on_grid`: whether all gaps are whole numbers, so that phi may be negative.
    """

    kind: Correlation
    gaps: Floats
    first: Flags
    lag: float
    on_grid: bool

    @property
    def parameters(self) -> int:
        """How many numbers the correlation has: 0 or 1."""
        return 0 if self.kind is Correlation.INDEPENDENT else 1

    def natural(self, free: float) -> float:
        """The correlation parameter of an unbounded number."""
        if self.on_grid:
            return float(np.tanh(free))
        return float(special.expit(2 * free))

    def free(self, natural: float) -> float:
        """The unbounded number of a correlation parameter."""
        return float(np.arctanh(natural) if self.on_grid else special.logit(natural) / 2)

    def whiten(self, parameter: float, columns: Floats) -> tuple[Floats, float]:
        """Return inverse-Cholesky(R) times the columns (N, k), and log|R|."""
        if self.kind is Correlation.AR1:
            return self._whiten_ar(parameter, columns)
        if self.kind is Correlation.MA1:
            return self._whiten_ma(parameter, columns)
        return columns, 0.0

    def _whiten_ar(self, phi: float, columns: Floats) -> tuple[Floats, float]:
        carry = np.where(self.first, 0.0, signed_power(phi, self.gaps))
        # 1 - phi^(2 gap), also where phi is so near 1 that the difference would cancel
        spread = np.where(self.first, 1.0, -np.expm1(2 * self.gaps * np.log(max(abs(phi), SMALLEST))))
        white = columns.copy()
        white[1:] -= carry[1:, None] * columns[:-1]
        white /= np.sqrt(spread)[:, None]
        return white, float(np.log(spread).sum())

    def _whiten_ma(self, theta: float, columns: Floats) -> tuple[Floats, float]:
        band = np.ones((2, len(self.gaps)))
        band[1] = 0.0
        band[1, :-1] = np.where(~self.first[1:] & (self.gaps[1:] == 1), theta / (1 + theta**2), 0.0)
        lower, _ = lapack.dpbtrf(band, lower=1)
        white, _ = lapack.dtbtrs(lower, columns, uplo="L")
        return white, float(2 * np.log(lower[0]).sum())

    def matrix(self, parameter: float, times: Floats, same: Flags) -> tuple[Floats, Floats]:
        """Return R and dR/dparameter of blocks: `times` (b, n) in lags, `same` (b, n, n) rows of one series."""
        apart = np.abs(times[:, :, None] - times[:, None, :])
        if self.kind is Correlation.INDEPENDENT:
            return np.where(same & (apart == 0), 1.0, 0.0), np.zeros(apart.shape)
        if self.on_grid:
            apart = np.rint(apart)
        if self.kind is Correlation.MA1:
            step = same & (apart == 1)
            beside = np.where(step, parameter / (1 + parameter**2), 0.0)
            slope = np.where(step, (1 - parameter**2) / (1 + parameter**2) ** 2, 0.0)
            return np.where(same & (apart == 0), 1.0, beside), slope
        slope = np.where(apart > 0, apart * signed_power(parameter, np.maximum(apart - 1, 0)), 0.0)
        if not self.on_grid:
            slope = apart * signed_power(parameter, apart) / parameter
        return same * signed_power(parameter, apart), same * slope


def signed_power(base: float, exponents: Floats) -> Floats:
    """base^exponents, also for a negative base when the exponents are whole numbers."""
    size = np.power(abs(base), exponents)
    if base >= 0:
        return np.asarray(size, dtype=np.float64)
    return np.asarray(np.where(np.round(exponents) % 2 == 1, -size, size), dtype=np.float64)


def make_rhythm(kind: Correlation, times: Floats, series: Ints) -> Rhythm:
    """Find the grid of the times and build the correlation of rows sorted by series and time.

    Raises Refused "irregular-times" for a moving average on times without a grid, "no-neighbours" when no series has
    two scores.
    """
    first = np.ones(len(series), dtype=np.bool_)
    first[1:] = series[1:] != series[:-1]
    steps = np.diff(times, prepend=times[:1])
    inner = steps[~first]
    lag, on_grid = (1.0, True) if kind is Correlation.INDEPENDENT else grid(inner)
    if kind is Correlation.MA1 and not on_grid:
        raise refuse(
            "irregular-times",
            nl="Een voortschrijdend gemiddelde vraagt om tijden met gelijke tussenpozen.",
            en="A moving average needs times on a regular grid.",
        )
    gaps: Floats = np.where(first, 0.0, steps / lag)
    if on_grid and kind is not Correlation.INDEPENDENT:
        gaps = np.rint(gaps)
    return Rhythm(kind, gaps, first, lag, on_grid)


def grid(gaps: Floats) -> tuple[float, bool]:
    """The lag of these gaps and whether all are whole multiples of it. Raises Refused "no-neighbours"."""
    if gaps.size == 0:
        raise refuse(
            "no-neighbours",
            nl="Geen enkele reeks heeft twee scores; samenhang in de tijd is dan niet te schatten.",
            en="No series has two scores, so dependence over time cannot be estimated.",
        )
    shortest = float(gaps.min())
    if _whole(gaps / shortest):
        return shortest, True
    if _whole(gaps):
        return float(np.gcd.reduce(np.round(gaps).astype(np.int64))), True
    return float(np.median(gaps)), False


def _whole(ratios: Floats) -> bool:
    return bool(np.all(np.abs(ratios - np.round(ratios)) <= GRID_SLACK * np.maximum(ratios, 1.0)))
