r"""NAP or Tau pooled over clients, with a variance between clients, and sound where nothing overlaps.

Each client's NAP_i is pooled by `pool` (REML, Knapp-Hartung, `Floor.WALD`) with the variance
V_i(x) = x(1-x)/(m_i n_i) [1 + h_i ((1-x)/(2-x) + x/(1+x))], h_i = (m_i + n_i)/2 - 1
(Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747, with the symmetric h of Newcombe 2006,
doi:10.1002/sim.2324), taken for all clients at one x: the mean of the NAP_i, each first clipped to
[1/(2 m n), 1 - 1/(2 m n)].

Why one x: a variance from the client's own scores is nearly 0 where nothing overlaps, so such clients would outweigh
all others and draw the mean to 1; with one x the weights hang on numbers of scores and tau^2 alone. Why not Fisher's z
(the peer's way): atanh(1) is infinite, see `tau_u_meta_fixed`.

The interval is the wider of `pool`'s and the one that does not reject x itself:
(NAP - x)^2 sum 1/(V_i(x) + tau^2) <= z^2, so that clients who all reach 1 have an interval with width; kept within 0-1.
Tau = 2 NAP - 1 throughout. Share of 95% intervals over 8 clients of 40 points that hold the mean (600 replications, NAP
.50 to .98, clients alike or not, AR(1) noise of phi 0 and .6): 89 to 100%; with each client's own variance 3 to 95%.
Whether it assumes independence: not where clients differ enough to show the error;
with few or perfect clients the part from V_i does.

Example: two clients, m = n = 5, both NAP = 1: mean 1, and a 95% interval from .790 to 1.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtri

from lijfspoor.domain.singlecase.data.results import Interval
from lijfspoor.domain.singlecase.data.saying import Saying
from lijfspoor.domain.singlecase.data.series import Contrast, Floats
from lijfspoor.domain.singlecase.effects.nap import nap
from lijfspoor.domain.singlecase.pooling.between import Method
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects
from lijfspoor.domain.singlecase.pooling.random_effects import Floor, Pooled, Uncertainty, pool

NEAR_NOTHING = 1e-12

NO_OVERLAP = Saying(
    nl="Bij alle cliënten is elke score beter dan alle scores ervoor. Hoeveel beter, zegt deze maat niet.",
    en="With all clients every score is better than all scores before. How much better, this measure does not say.",
)


class Index(StrEnum):
    """On which scale the pooled overlap is given."""

    NAP = "nap"
    TAU = "tau"


def pool_overlap(
    pairs: Iterable[tuple[str, Contrast]],
    index: Index | str = Index.NAP,
    *,
    method: Method | str = Method.REML,
    level: float = 0.95,
) -> Pooled:
    """Pool the overlap of named clients. Raises Refused: "one-client", "bad-level", or what `nap` refuses."""
    scale = Index(index)
    clients = tuple(pairs)
    values = np.array([nap(pair).value for _, pair in clients])
    sizes = np.array([(pair.a.size, pair.b.size) for _, pair in clients], dtype=np.float64).reshape(-1, 2)
    at = _common(values, sizes)
    # Pooled as NAP - 1/2, so that the p value is about no effect.
    effects = client_effects(values - 0.5, np.sqrt(overlap_variance(sizes, at)), [name for name, _ in clients])
    centred = pool(effects, method=method, uncertainty=Uncertainty.KNAPP_HARTUNG, floor=Floor.WALD, level=level)
    pooled = _moved(centred, 0.5, 1.0)
    low, high = _not_rejected(pooled, sizes, level)
    bounded = replace(
        pooled,
        interval=_within(min(low, pooled.interval.lower), max(high, pooled.interval.upper), level),
        prediction=_within(min(low, pooled.prediction.lower), max(high, pooled.prediction.upper), level),
        remarks=(*pooled.remarks, NO_OVERLAP) if values.min() == 1.0 else pooled.remarks,
    )
    return bounded if scale is Index.NAP else _moved(bounded, -1.0, 2.0)


def overlap_variance(sizes: Floats, at: float) -> Floats:
    """V_i at NAP = `at` for each row (m, n) of `sizes`."""
    m, n = sizes[:, 0], sizes[:, 1]
    half = (m + n) / 2 - 1
    return np.asarray(at * (1 - at) / (m * n) * (1 + half * ((1 - at) / (2 - at) + at / (1 + at))))


def _common(values: Floats, sizes: Floats) -> float:
    least = 0.5 / sizes.prod(axis=1)
    return float(np.mean(np.clip(values, least, 1 - least))) if values.size else 0.5


def _not_rejected(pooled: Pooled, sizes: Floats, level: float) -> tuple[float, float]:
    normal = float(ndtri(0.5 + level / 2))

    def excess(at: float) -> float:
        precision = float(np.sum(1.0 / (overlap_variance(sizes, at) + pooled.tau2)))
        return (pooled.mean - at) ** 2 * precision - normal**2

    return _limit(excess, NEAR_NOTHING, pooled.mean, 0.0), _limit(excess, 1 - NEAR_NOTHING, pooled.mean, 1.0)


def _limit(excess: Callable[[float], float], end: float, mean: float, bound: float) -> float:
    """Where the test stops rejecting between `end` and the mean; the bound itself when it rejects nothing."""
    if abs(mean - end) <= NEAR_NOTHING or excess(end) <= 0:
        return bound
    near = mean + NEAR_NOTHING * (end - mean)
    return float(brentq(excess, end, near)) if excess(near) < 0 else mean


def _within(lower: float, upper: float, level: float) -> Interval:
    return Interval(max(0.0, lower), min(1.0, upper), level)


def _moved(pooled: Pooled, shift: float, factor: float) -> Pooled:
    """The same answer on the scale shift + factor x."""

    def limits(one: Interval) -> Interval:
        return Interval(shift + factor * one.lower, shift + factor * one.upper, one.level)

    spread, square = pooled.tau2_interval, factor**2
    return replace(
        pooled,
        mean=shift + factor * pooled.mean,
        se=factor * pooled.se,
        interval=limits(pooled.interval),
        prediction=limits(pooled.prediction),
        tau2=square * pooled.tau2,
        tau2_interval=Interval(square * spread.lower, square * spread.upper, spread.level),
    )
