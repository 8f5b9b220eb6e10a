"""CDC, the conservative dual criterion: how many B scores lie beyond both the A trend and the A mean, each shifted.

Formula: the A trend drawn on over B and the mean of A are both shifted by .25 standard deviation of A toward
improvement; the count of B strictly beyond both is held against P(Bin(n, 1/2) >= count): below .05 is called a
systematic change. The trend is
- "ols": the least-squares line on measured time;
- "bisplit": through (median time, median score) of the first floor(m/2) and of the last points from ceil(m/2 + 1) on;
- "trisplit": the same with the first floor(m/3) and from ceil(2m/3 + 1) on.

Dispute: the half chance per point holds for no series exactly; the shift was chosen by simulation. Both split lines
need five points a phase. p assumes independent scores.

Sources: Fisher, Kelley & Lomas (2003), https://doi.org/10.1901/jaba.2003.36-387; for lines through the medians of
thirds Tukey (1977), Exploratory Data Analysis.

Worked example: A 2, 2, 2, 2, 2 is flat: trend and mean stay 2, no shift; B 3, 3, 2, 3, 3 has four beyond:
p = P(Bin(5, 1/2) >= 4) = 6/32 = .1875, no systematic change.
"""

from enum import StrEnum
from math import ceil

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Flags, Floats
from lijfspoor.domain.singlecase.effects.answers import everywhere
from lijfspoor.domain.singlecase.effects.least_squares import ROUND_OFF, baseline_line
from lijfspoor.domain.singlecase.effects.pem import at_least
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded, estimate
from lijfspoor.domain.singlecase.effects.stacks import Stack, one
from lijfspoor.domain.singlecase.effects.theil_sen import medians

SPLIT_NEEDS = 5
SYSTEMATIC = 0.05


class CdcTrend(StrEnum):
    """How the A trend is drawn."""

    OLS = "ols"
    BISPLIT = "bisplit"
    TRISPLIT = "trisplit"


def cdc(contrast: Contrast, *, trend: CdcTrend | str = CdcTrend.OLS, shift: float = 0.25) -> Estimate:
    """Compute CDC: the count beyond both lines, with figures "n_b", "p" and "systematic" (1 or 0).

    Raises Refused: "baseline-too-short" (fewer than 2 scores in A), "phase-too-short" (split lines), "same-time-twice",
    "no-scores", "score-not-a-number".
    """
    way = CdcTrend(trend)
    return estimate(f"cdc.{way}", cdc_stack(one(contrast), trend=way, shift=shift), tested=True)


def cdc_stack(stack: Stack, *, trend: CdcTrend = CdcTrend.OLS, shift: float = 0.25) -> Bounded:
    """The arithmetic over a stack."""
    refused = {
        "baseline-too-short": everywhere(stack.m < 2, stack.k),
        "phase-too-short": everywhere(trend is not CdcTrend.OLS and min(stack.m, stack.n) < SPLIT_NEEDS, stack.k),
    }
    if any(flags.any() for flags in refused.values()):
        return Bounded(np.full(stack.k, np.nan), None, refused=refused)
    turned = stack.scaled.toward_better
    line, slack, no_time = _line(turned, trend)
    mean = turned.a.mean(axis=1, keepdims=True)
    raised = shift * turned.a.std(axis=1, ddof=1, keepdims=True)
    beyond = (turned.b - np.maximum(line, mean) - raised > slack).sum(axis=1)
    p = at_least(beyond, stack.n)
    return Bounded(
        value=beyond.astype(np.float64),
        se=None,
        refused={**refused, "same-time-twice": no_time},
        unsure={"no-known-error": everywhere(True, stack.k)},
        figures={"n_b": np.full(stack.k, float(stack.n)), "p": p, "systematic": (p < SYSTEMATIC).astype(np.float64)},
    )


def _line(stack: Stack, trend: CdcTrend) -> tuple[Floats, Floats, Flags]:
    """The A trend at B's times, its round-off, and where there is none."""
    if trend is CdcTrend.OLS:
        line = baseline_line(stack)
        return line.at_b, line.slack, line.no_time
    m, parts = stack.m, 2 if trend is CdcTrend.BISPLIT else 3
    first, last = slice(0, m // parts), slice(ceil((parts - 1) * m / parts + 1) - 1, m)
    (t1, y1), (t2, y2) = ((medians(stack.times_a[:, part]), medians(stack.a[:, part])) for part in (first, last))
    no_time = t2 <= t1
    length = np.where(no_time, 1.0, t2 - t1)
    away = stack.times_b - t1[:, np.newaxis]
    line_at_b = y1[:, np.newaxis] + ((y2 - y1) / length)[:, np.newaxis] * away
    size = np.maximum(np.abs(stack.a).max(axis=1), np.abs(stack.b).max(axis=1))[:, np.newaxis]
    return line_at_b, ROUND_OFF * size * (1 + np.abs(away) / length[:, np.newaxis]), no_time
