"""The log response ratio: by what factor the mean changed, as a logarithm.

Definition: R = log(mean B) - log(mean A). `corrected` adds var/(2 k mean^2) of B and takes away that of A, k the number
of scores of each (the logarithm of a mean from few scores is too low). SE = sqrt(sum of var/(k mean^2)), the same with
or without correction; interval R -+ z SE. exp(R) - 1 is the change as a share of the baseline: the figure "change".

`lrr_increasing` (LRRi) is positive when things get better by rising; `lrr_decreasing` (LRRd) is the plain log ratio of
a behaviour that is to fall, so negative when it gets better. Where the goal of the client runs the other way,
proportions and percentages are reflected first (1 - mean, 100 - mean), and on other scales the sign is turned.

Zero means: with a known scale mean and variance get a floor (see `scales`); a mean of zero or less on a scale without
a floor is refused: no constant is added to the scores.

Dispute: a ratio has a meaning only on a scale with a true zero: not on sum scores of most questionnaires. LRRi and LRRd
of the same proportions are different numbers and may not be pooled together.
The interval assumes scores that do not depend on the one before.

Sources: Pustejovsky (2015), https://doi.org/10.1037/met0000019; Pustejovsky (2018),
https://doi.org/10.1016/j.jsp.2018.02.003.

Worked example: A 2, 4, 6 and B 8, 10 that are to rise: log(9/4) = .811 uncorrected; corrected + 2/(2 x 2 x 81) -
4/(2 x 3 x 16) = .775; SE = sqrt(4/(3 x 16) + 2/(2 x 81)) = .309; change + 117 %.
"""

from dataclasses import dataclass

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Flags, Floats, Improvement
from lijfspoor.domain.singlecase.effects.answers import Answers, everywhere, single
from lijfspoor.domain.singlecase.effects.moments import Exponents
from lijfspoor.domain.singlecase.effects.reasons import NEGATIVE_SCORES
from lijfspoor.domain.singlecase.effects.scales import HIGHEST, Scale, off_scale, resolution
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def lrr_increasing(
    contrast: Contrast,
    *,
    corrected: bool = True,
    scale: Scale | str = Scale.OTHER,
    observation_length: float | None = None,
    intervals: float | None = None,
    level: float = 0.95,
) -> Estimate:
    """Compute LRRi of one contrast.

    Raises Refused: "mean-not-positive", "one-point-phase" (nothing to correct with), "score-below-scale",
    "score-above-scale", "out-of-range", "no-scores", "score-not-a-number".
    """
    finest = resolution(Scale(scale), observation_length, intervals)
    stack = one(contrast)
    answers = lrr_stack(stack, Improvement.INCREASE, corrected=corrected, scale=Scale(scale), finest=finest)
    return _single("lrr-i", stack, answers, corrected, level)


def lrr_decreasing(
    contrast: Contrast,
    *,
    corrected: bool = True,
    scale: Scale | str = Scale.OTHER,
    observation_length: float | None = None,
    intervals: float | None = None,
    level: float = 0.95,
) -> Estimate:
    """Compute LRRd of one contrast. Raises as `lrr_increasing`."""
    finest = resolution(Scale(scale), observation_length, intervals)
    stack = one(contrast)
    answers = lrr_stack(stack, Improvement.DECREASE, corrected=corrected, scale=Scale(scale), finest=finest)
    return _single("lrr-d", stack, answers, corrected, level)


def lrr_stack(
    stack: Stack,
    better: Improvement,
    *,
    corrected: bool = True,
    scale: Scale = Scale.OTHER,
    finest: float | None = None,
) -> Answers:
    """The arithmetic over a stack; `better`: LRRi holds a rise to be better, LRRd a fall; `finest`: D of `scales`."""
    against = stack.signs != (1.0 if better is Improvement.INCREASE else -1.0)
    moments, exponent = stack.moments, stack.moments.exponent
    side_a = _side(moments.mean_a, moments.var_a, stack.m, against, exponent, scale, finest)
    side_b = _side(moments.mean_b, moments.var_b, stack.n, against, exponent, scale, finest)
    with np.errstate(all="ignore"):  # what is not finite is refused
        value = side_b.log_mean - side_a.log_mean
        if corrected:
            value = value + (side_b.variance - side_a.variance) / 2
        if scale not in HIGHEST:
            value = np.where(against, -value, value)
        se, change = np.sqrt(side_a.variance + side_b.variance), np.expm1(value)
    one_point = everywhere(min(stack.m, stack.n) < 2, stack.k)
    refused = off_scale(stack, scale)
    refused["mean-not-positive"] = side_a.no_log | side_b.no_log
    refused["one-point-phase"] = one_point & corrected
    refused["out-of-range"] = ~np.isfinite(value)
    unsure = {"one-point-phase": one_point, "out-of-range": ~np.isfinite(se)}
    return Answers(value, se, refused, unsure, {"change": change})


@dataclass(frozen=True, eq=False, slots=True)
class _Side:
    """One phase: the logarithm of its mean, the variance of that, and where there is none. Shapes (k,)."""

    log_mean: Floats
    variance: Floats
    no_log: Flags


def _side(
    mean: Floats, var: Floats, size: int, against: Flags, exponent: Exponents, scale: Scale, finest: float | None
) -> _Side:
    with np.errstate(all="ignore"):  # no logarithm: refused; a number out of range: refused
        if scale in HIGHEST:
            mean = np.where(against, np.ldexp(HIGHEST[scale], -exponent) - mean, mean)
        if finest is not None:
            mean = np.maximum(mean, np.ldexp(1 / (2 * finest * size), -exponent))
            var = np.maximum(var, np.ldexp(1 / (finest**2 * size**3), -2 * exponent))
        return _Side(np.log(mean), var / mean**2 / size, ~(mean > 0))


def _single(statistic: str, stack: Stack, answers: Answers, corrected: bool, level: float) -> Estimate:
    lowest = min(float(stack.a.min()), float(stack.b.min()))
    name = f"{statistic}.{'corrected' if corrected else 'uncorrected'}"
    return single(name, answers, level, (NEGATIVE_SCORES,) if lowest < 0 else ())
