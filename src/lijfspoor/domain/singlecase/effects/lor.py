"""The log odds ratio: how the odds of a proportion changed.

Definition, on proportions (percentages are divided by 100): log(mean B/(1 - mean B)) - log(mean A/(1 - mean A)), and
with `corrected` each phase less (2 mean - 1) var/(2 k mean^2 (1 - mean)^2), k its number of scores.
SE = sqrt(sum of var/(k mean^2 (1 - mean)^2)); interval -+ z SE. The sign is turned when a decrease is better.
With a known number of intervals per score, D, means are kept within 1/(2 D k) and 1 - 1/(2 D k) and variances above
1/(D^2 k^3); without it a mean of 0 or 1 is refused.

Dispute: unlike the log response ratio it does not depend on whether the behaviour or its absence was counted; but an
odds ratio is easily read as a ratio of shares, which it is not. The interval assumes scores that do not depend on the
one before.

Source: Pustejovsky (2015), https://doi.org/10.1037/met0000019.

Worked example: A .2, .4 and B .6, .8: log(.7/.3) - log(.3/.7) = 1.695 uncorrected. Both variances are .02, and
var/(k mean^2 (1 - mean)^2) = .01/.0441 = .227; the correction takes (.4 - (-.4))/2 x .227 = .091 away: 1.604; SE .673.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import Answers, everywhere, single
from lijfspoor.domain.singlecase.effects.scales import HIGHEST, Scale, off_scale
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def lor(
    contrast: Contrast,
    *,
    corrected: bool = True,
    scale: Scale | str = Scale.PROPORTION,
    intervals: float | None = None,
    level: float = 0.95,
) -> Estimate:
    """Compute the log odds ratio of one contrast of proportions or percentages.

    Raises Refused: "not-a-proportion" (another scale), "score-below-scale", "score-above-scale", "mean-at-bound",
    "one-point-phase" (nothing to correct with), "out-of-range", "no-scores", "score-not-a-number".
    """
    answers = lor_stack(one(contrast), corrected=corrected, scale=Scale(scale), intervals=intervals)
    return single(f"lor.{'corrected' if corrected else 'uncorrected'}", answers, level)


def lor_stack(
    stack: Stack, *, corrected: bool = True, scale: Scale = Scale.PROPORTION, intervals: float | None = None
) -> Answers:
    """The arithmetic over a stack; refused as `lor` says."""
    if scale not in HIGHEST:
        raise refuse(
            "not-a-proportion",
            nl="Een verhouding van kansen bestaat alleen voor delen en percentages.",
            en="An odds ratio exists for proportions and percentages only.",
        )
    moments, unit = stack.moments, HIGHEST[scale]
    mean_a, mean_b = moments.unscaled(moments.mean_a) / unit, moments.unscaled(moments.mean_b) / unit
    odds_a, variance_a, bias_a = _side(mean_a, _squared(stack, moments.var_a) / unit**2, stack.m, intervals)
    odds_b, variance_b, bias_b = _side(mean_b, _squared(stack, moments.var_b) / unit**2, stack.n, intervals)
    with np.errstate(all="ignore"):  # what is not finite is refused
        value = stack.signs * (odds_b - odds_a - ((bias_b - bias_a) if corrected else 0.0))
        se = np.sqrt(variance_a + variance_b)
    one_point = everywhere(min(stack.m, stack.n) < 2, stack.k)
    refused = off_scale(stack, scale)
    refused["mean-at-bound"] = np.isinf(odds_a) | np.isinf(odds_b)
    refused["one-point-phase"] = one_point & corrected
    refused["out-of-range"] = ~np.isfinite(value)
    return Answers(value, se, refused, {"one-point-phase": one_point, "out-of-range": ~np.isfinite(se)})


def _squared(stack: Stack, variance: Floats) -> Floats:
    with np.errstate(over="ignore"):  # what leaves the range of the machine is off the scale, and refused
        return stack.moments.unscaled(stack.moments.unscaled(variance))


def _side(mean: Floats, variance: Floats, size: int, intervals: float | None) -> tuple[Floats, Floats, Floats]:
    """The log odds of one phase, their variance and their bias, shapes (k,)."""
    if intervals is not None:
        lowest = 1 / (2 * intervals * size)
        mean = np.clip(mean, lowest, 1 - lowest)
        variance = np.maximum(variance, 1 / (intervals**2 * size**3))
    with np.errstate(all="ignore"):  # a mean at the bound is refused
        odds = np.log(mean) - np.log1p(-mean)
        of_odds = variance / (size * mean**2 * (1 - mean) ** 2)
        return odds, of_odds, (2 * mean - 1) * of_odds / 2
