"""The log ratio of medians: by what factor the median changed, as a logarithm.

Definition: log(median B) - log(median A), sign turned when a decrease is better; all scores above zero. The variance of
a log median is ((log U - log L)/(2 z0))^2 with L and U the o-th smallest and o-th largest score, o = k/2 - sqrt(k)
rounded (half to even), at least 1, and z0 the normal quantile of 1 - P(Bin(k, 1/2) <= o - 1). SE is the root of the
sum over both phases; interval -+ z SE. exp(value) - 1 is the change as a share of the baseline: the figure "change".

Dispute: less sensitive to a single odd day than the ratio of means, and no bias correction is needed; with few scores
the order statistics are rough, so the SE is. Tied scores can make it 0. The interval assumes scores that do not depend
on the one before.

Source: Bonett & Price (2020), https://doi.org/10.3102/1076998620934125.

Worked example: A 1, 2, 4 and B 6, 8, 9: log(8/2) = 1.386. With k = 3: o = 1, z0 = quantile of 7/8 = 1.150; SE =
sqrt(log(4)^2 + log(1.5)^2)/(2 x 1.150) = .628.
"""

from math import sqrt

import numpy as np
from scipy.special import bdtr, ndtri

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.answers import Answers, everywhere, single
from lijfspoor.domain.singlecase.effects.stacks import Stack, one


def lrm(contrast: Contrast, *, level: float = 0.95) -> Estimate:
    """Compute the log ratio of medians of one contrast.

    Raises Refused: "score-not-positive", "no-scores", "score-not-a-number".
    """
    return single("lrm", lrm_stack(one(contrast)), level)


def lrm_stack(stack: Stack) -> Answers:
    """The arithmetic over a stack; refused as `lrm` says."""
    lowest = np.minimum(stack.a.min(axis=1), stack.b.min(axis=1))
    log_a, variance_a = _log_median(stack.a)
    log_b, variance_b = _log_median(stack.b)
    unsure = {"one-point-phase": everywhere(min(stack.m, stack.n) < 2, stack.k)}
    with np.errstate(all="ignore"):  # without a logarithm it is refused
        value = stack.signs * (log_b - log_a)
        se, change = np.sqrt(variance_a + variance_b), np.expm1(value)
    refused = {"score-not-positive": ~(lowest > 0)}
    return Answers(value, se, refused, unsure, {"change": change})


def _log_median(scores: Floats) -> tuple[Floats, Floats]:
    """The logarithm of each row's median and its variance, shapes (k,)."""
    ordered, size = np.sort(scores, axis=1), scores.shape[1]
    half = size // 2
    rank = max(round(size / 2 - sqrt(size)), 1)
    middle = ordered[:, half] if size % 2 else ordered[:, half - 1] / 2 + ordered[:, half] / 2
    spread = 2 * float(ndtri(1 - bdtr(rank - 1, size, 0.5)))
    with np.errstate(all="ignore"):  # scores of zero or less are refused, a single one has no variance
        width = np.log(ordered[:, size - rank]) - np.log(ordered[:, rank - 1])
        return np.log(middle), (width / spread) ** 2
