"""What is drawn over the scores: medians, trends within a phase, and the baseline carried on."""

import numpy as np
from scipy.special import stdtrit

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.picture.marks import Projection, Segment

TREND_NEEDS = 3
PROJECTED_TREND_NEEDS = 8


def fit_line(times: Floats, values: Floats) -> tuple[float, float]:
    """Slope and mean height of the least-squares line; the line is mean + slope (t - mean of the times)."""
    centred = times - times.mean()
    spread = float(centred @ centred)
    mean = float(values.mean())
    return (float(centred @ (values - mean)) / spread if spread > 0 else 0.0), mean


def trend(times: Floats, values: Floats) -> Segment | None:
    """The least-squares line over one phase, or None with fewer than three scores."""
    if len(values) < TREND_NEEDS:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        slope, mean = fit_line(times, values)
        start, stop = float(times[0]), float(times[-1])
        ends = mean + slope * (np.array([start, stop]) - times.mean())
    if not np.all(np.isfinite(ends)):
        return None
    return Segment(start, stop, float(ends[0]), float(ends[1]))


def project(times: Floats, values: Floats, onward: Floats, kind: str = "level") -> Projection | None:
    """Carry a baseline on over `onward`, with its envelope.

    "trend": the least-squares line with 95% prediction limits,
    mean + slope (t - mean t) +- t(.975, m - 2) s sqrt(1 + 1/m + (t - mean t)^2 / SS_t), scores independent.
    "level", and a baseline of fewer than three scores: the median, and the range of the baseline; a next score that is
    like them falls within that range with probability (m - 1)/(m + 1). None without a score or a time to go on to.
    """
    if len(values) == 0 or len(onward) == 0:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        made = _trend(times, values, onward) if kind == "trend" and len(values) >= TREND_NEEDS else None
    return made or _level(values, onward)


def _level(values: Floats, onward: Floats) -> Projection:
    flat = np.ones_like(onward)
    return Projection("level", onward, np.median(values) * flat, values.min() * flat, values.max() * flat)


def _trend(times: Floats, values: Floats, onward: Floats) -> Projection | None:
    m = len(values)
    slope, mean = fit_line(times, values)
    centred = times - times.mean()
    ahead = onward - times.mean()
    line = mean + slope * ahead
    rest = values - mean - slope * centred
    s = float(np.sqrt(rest @ rest / (m - 2)))
    half = stdtrit(m - 2, 0.975) * s * np.sqrt(1 + 1 / m + ahead**2 / (centred @ centred))
    if not (np.all(np.isfinite(line)) and np.all(np.isfinite(half))):
        return None
    return Projection("trend", onward, line, line - half, line + half)
