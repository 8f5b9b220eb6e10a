"""The median of all pairwise slopes of one long row, without making the pairs.

The pairs with a slope below s are the pairs that y - s x puts in the wrong order; those are counted in n log n. The
median is closed in by halving until few slopes are left between the limits. The points that change places between the
two limits are then the points those slopes run through, so that they can be made and the middle one read off. Scores on
a coarse scale give many pairs the same slope: the commonest one is tried first. When round-off allows no closer limits
(another slope is shared by many pairs), a pair with that slope is looked for.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.effects.inversions import inversions
from lijfspoor.domain.singlecase.effects.ranking import Counts

EPS = float(np.finfo(np.float64).eps)
SAMPLED = 20_000
FEW = 400


def median_slope(y: Floats, x: Floats) -> float:
    """The median slope through the points (x, y), both shape (n,), x ascending."""
    pairs = len(y) * (len(y) - 1) // 2
    places = ((pairs - 1) // 2, pairs // 2)
    sample = _sample(y, x)
    common = _most_common(sample)
    if common is not None and _all_at(y, x, common, places):
        return common
    middle = _slopes_at(y, x, places, *_bracket(y, x, places, sample))
    return middle[0] / 2 + middle[1] / 2


def _sample(y: Floats, x: Floats) -> Floats:
    """The slopes of some pairs, the same ones every time."""
    drawn = np.random.default_rng(0).integers(0, len(y), (2, SAMPLED))
    first, second = drawn[:, drawn[0] != drawn[1]]
    return np.asarray((y[second] - y[first]) / (x[second] - x[first]), dtype=np.float64)


def _most_common(slopes: Floats) -> float | None:
    """The slope that most pairs share; None when no two do."""
    values, counts = np.unique(slopes, return_counts=True)
    return float(values[counts.argmax()]) if counts.max() > 1 else None


def _all_at(y: Floats, x: Floats, slope: float, places: tuple[int, ...]) -> bool:
    """Whether the slopes at all these places are this one, as near as round-off can tell."""
    width = _finest(y, x, slope, slope) / 2
    return _slopes_below(y, x, slope - width) <= places[0] and _slopes_below(y, x, slope + width) > places[-1]


def _slopes_at(y: Floats, x: Floats, places: tuple[int, ...], low: float, high: float) -> list[float]:
    """The slopes at `places` (from 0, neighbours) in order of size, all from `low` to below `high`."""
    below_low, below_high = _slopes_below(y, x, low), _slopes_below(y, x, high)
    while below_high - below_low > FEW:
        if high - low <= _finest(y, x, low, high):
            return [_slope_of_a_pair_near(y, x, low, high)] * len(places)
        middle = low + (high - low) / 2
        count = _slopes_below(y, x, middle)
        if places[0] < count <= places[-1]:
            return _slopes_at(y, x, places[:1], low, middle) + _slopes_at(y, x, places[1:], middle, high)
        if count <= places[0]:
            low, below_low = middle, count
        else:
            high, below_high = middle, count
    left = _slopes_between(y, x, low, high)
    return [float(left[min(place - below_low, len(left) - 1)]) for place in places]


def _bracket(y: Floats, x: Floats, places: tuple[int, ...], sample: Floats) -> tuple[float, float]:
    """Two slopes with the wanted ones between them: from a sample of pairs when it holds, else the extremes.

    No pair is steeper than the steepest step between neighbours.
    """
    low, high = (float(limit) for limit in np.quantile(sample, (0.48, 0.52)))
    width = _finest(y, x, low, high)
    if _slopes_below(y, x, low - width) <= places[0] and _slopes_below(y, x, high + width) > places[-1]:
        return low - width, high + width
    steps = np.diff(y) / np.diff(x)
    return float(steps.min()) - width, float(steps.max()) + width


def _finest(y: Floats, x: Floats, low: float, high: float) -> float:
    """How close two limits can come before round-off decides what lies between them."""
    return 4 * EPS * max(abs(low), abs(high), float(np.abs(y).max() / (x[-1] - x[0]))) + float(
        np.finfo(np.float64).tiny
    )


def _order(y: Floats, x: Floats, slope: float) -> Counts:
    """The points in order of what is left of them; ties stay in order of time, and are no inversions."""
    return np.argsort(y - slope * (x - x[0]), kind="stable")


def _slopes_below(y: Floats, x: Floats, slope: float) -> int:
    """How many pairs have a slope below `slope`."""
    rank = np.empty(len(y), dtype=np.int64)
    rank[_order(y, x, slope)] = np.arange(len(y))
    return int(inversions(rank[np.newaxis, :])[0])


def _slopes_between(y: Floats, x: Floats, low: float, high: float) -> Floats:
    """Every slope from `low` to below `high`, in order of size, when they are few."""
    moved = _changing_places(_order(y, x, low), _order(y, x, high))
    ends = np.stack(np.triu_indices(len(moved), 1))
    made = (np.diff(y[moved[ends]], axis=0) / np.diff(x[moved[ends]], axis=0))[0]
    inside = made[(made >= low) & (made < high)]
    return np.sort(inside) if len(inside) else np.array([low / 2 + high / 2])


def _changing_places(before: Counts, after: Counts) -> Counts:
    """The points that stand otherwise among their neighbours in two orders, in order of time.

    Where the highest new place so far is the place itself, nothing before it changes with anything behind it: the
    orders fall into blocks there, and blocks of one point stay as they are.
    """
    place = np.empty(len(before), dtype=np.int64)
    place[after] = np.arange(len(after))
    closes = np.maximum.accumulate(place[before]) == np.arange(len(before))
    alone = closes & np.concatenate([[True], closes[:-1]])
    return np.sort(before[~alone])


def _slope_of_a_pair_near(y: Floats, x: Floats, low: float, high: float) -> float:
    """The slope of a pair of points between limits that cannot come closer, when neighbours in order have one."""
    order = _order(y, x, low)
    with np.errstate(over="ignore"):  # neighbours in what is left may be far apart in slope
        made = np.diff(y[order]) / np.diff(x[order])
    near = float(made[np.argmin(np.abs(made - low))])
    return near if abs(near - low) <= 4 * _finest(y, x, low, high) else low / 2 + high / 2
