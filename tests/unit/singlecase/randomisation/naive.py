"""Every statistic once more, for one label sequence at a time, by loops and fractions: slow and obvious."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import groupby
from math import sqrt
from statistics import median, stdev

Scores = Sequence[float | Fraction | None]
Row = tuple[int, Fraction, Fraction]
Naive = Callable[[Sequence[int], Scores, Sequence[float]], float | Fraction | None]


def sides(codes: Sequence[int], scores: Scores) -> tuple[list[Fraction], list[Fraction]]:
    """The scores of A (code 0) and of B (code 1)."""
    held = [(code, Fraction(score)) for code, score in zip(codes, scores, strict=True) if score is not None]
    return [score for code, score in held if code == 0], [score for code, score in held if code == 1]


def mean(numbers: Sequence[Fraction]) -> Fraction:
    """Sum over number."""
    return sum(numbers, Fraction(0)) / len(numbers)


def mean_difference(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Mean of B less mean of A."""
    a, b = sides(codes, scores)
    return mean(b) - mean(a) if a and b else None


def phases(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> list[list[Row]]:
    """The rows of each spell: side, time and score; a missing score is left out, its spell stays."""
    rows = list(zip(codes, times, scores, strict=True))
    found = []
    for code, spell in groupby(rows, key=lambda row: row[0]):
        found.append([(code, Fraction(time), Fraction(y)) for _, time, y in spell if y is not None])
    return found


def phase_means_difference(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Mean of B phase means less mean of A phase means."""
    means: dict[int, list[Fraction]] = {0: [], 1: []}
    for spell in phases(codes, scores, times):
        if not spell:
            return None
        means[spell[0][0]].append(mean([y for _, _, y in spell]))
    return mean(means[1]) - mean(means[0]) if means[0] and means[1] else None


def median_difference(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Median of B less median of A."""
    a, b = sides(codes, scores)
    return median(b) - median(a) if a and b else None


def _line(rows: list[Row]) -> tuple[Fraction, Fraction] | None:
    """Intercept and slope by least squares."""
    if len(rows) < 2:
        return None
    t, y = mean([time for _, time, _ in rows]), mean([score for _, _, score in rows])
    along = sum(((time - t) ** 2 for _, time, _ in rows), Fraction(0))
    slope = sum(((time - t) * (score - y) for _, time, score in rows), Fraction(0)) / along
    return y - slope * t, slope


def _changes(codes: Sequence[int], scores: Scores, times: Sequence[float], part: str) -> Fraction | None:
    spells = phases(codes, scores, times)
    begins = [Fraction(times[i]) for i in range(len(codes)) if i == 0 or codes[i] != codes[i - 1]]
    kinds = [code for code, _ in groupby(codes)]
    changes = []
    for spell in range(1, len(spells)):
        before, after = _line(spells[spell - 1]), _line(spells[spell])
        if before is None or after is None:
            return None
        turn = 1 if kinds[spell] == 1 else -1
        if part == "slope":
            changes.append(turn * (after[1] - before[1]))
        else:
            at = begins[spell]
            changes.append(turn * (after[0] + after[1] * at - before[0] - before[1] * at))
    return mean(changes) if changes else None


def level_change(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Mean step at the first time of each new phase."""
    return _changes(codes, scores, times, "level")


def slope_change(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Mean change of slope."""
    return _changes(codes, scores, times, "slope")


def slope_difference(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Slope common to B phases less that common to A phases."""
    across, along = {0: Fraction(0), 1: Fraction(0)}, {0: Fraction(0), 1: Fraction(0)}
    for spell in phases(codes, scores, times):
        if spell:
            t, y = mean([row[1] for row in spell]), mean([row[2] for row in spell])
            across[spell[0][0]] += sum((row[1] - t) * (row[2] - y) for row in spell)
            along[spell[0][0]] += sum((row[1] - t) ** 2 for row in spell)
    return across[1] / along[1] - across[0] / along[0] if along[0] and along[1] else None


def trend_adjusted(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """The coefficient of B in y = b0 + b1 t + b2 B, by Gaussian elimination of the normal equations."""
    rows = [
        ([Fraction(1), Fraction(t), Fraction(c)], Fraction(y))
        for c, t, y in zip(codes, times, scores, strict=True)
        if y is not None
    ]
    matrix = [
        [
            *(sum((x[i] * x[j] for x, _ in rows), Fraction(0)) for j in range(3)),
            sum((x[i] * y for x, y in rows), Fraction(0)),
        ]
        for i in range(3)
    ]
    for column in range(3):
        pivot = next((row for row in range(column, 3) if matrix[row][column] != 0), None)
        if pivot is None:
            return None
        matrix[column], matrix[pivot] = matrix[pivot], matrix[column]
        matrix[column] = [entry / matrix[column][column] for entry in matrix[column]]
        for row in range(3):
            if row != column:
                factor = matrix[row][column]
                matrix[row] = [x - factor * y for x, y in zip(matrix[row], matrix[column], strict=True)]
    return matrix[2][3]


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _s(a: list[Fraction], b: list[Fraction]) -> int:
    return sum(_sign(y - x) for x in a for y in b)


def nap(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Share of pairs with B higher, ties a half."""
    a, b = sides(codes, scores)
    if not a or not b:
        return None
    return mean([Fraction(1) if y > x else Fraction(1, 2) if y == x else Fraction(0) for x in a for y in b])


def tau(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """S over pairs."""
    a, b = sides(codes, scores)
    return Fraction(_s(a, b), len(a) * len(b)) if a and b else None


def tau_b(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | None:
    """Kendall's tau-b of scores and the 0/1 side."""
    a, b = sides(codes, scores)
    both = a + b
    untied = sum(both[i] != both[j] for i in range(len(both)) for j in range(i))
    return _s(a, b) / sqrt(untied * len(a) * len(b)) if untied and a and b else None


def tau_u(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """S less the trend of A, over pairs."""
    a, b = sides(codes, scores)
    trend = sum(_sign(a[j] - a[i]) for j in range(len(a)) for i in range(j))
    return Fraction(_s(a, b) - trend, len(a) * len(b)) if a and b else None


def rank_sum(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Pairs with A higher, ties a half."""
    a, b = sides(codes, scores)
    if not a or not b:
        return None
    return sum((Fraction(1) if x > y else Fraction(1, 2) if y == x else Fraction(0) for x in a for y in b), Fraction(0))


def _variance(numbers: list[Fraction]) -> Fraction:
    middle = mean(numbers)
    return sum(((number - middle) ** 2 for number in numbers), Fraction(0)) / (len(numbers) - 1)


def welch_t(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | None:
    """Welch's t."""
    a, b = sides(codes, scores)
    if len(a) < 2 or len(b) < 2:
        return None
    error = _variance(a) / len(a) + _variance(b) / len(b)
    return float(mean(b) - mean(a)) / sqrt(error) if error else None


def smd_glass(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | None:
    """Mean difference over the sd of A."""
    a, b = sides(codes, scores)
    if len(a) < 2 or not b or not _variance(a):
        return None
    return float(mean(b) - mean(a)) / stdev([float(x) for x in a])


def smd_pooled(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | None:
    """Mean difference over the pooled sd."""
    a, b = sides(codes, scores)
    if not a or not b or len(a) + len(b) < 3:
        return None
    squares = sum((len(part) - 1) * _variance(part) for part in (a, b) if len(part) > 1)
    return float(mean(b) - mean(a)) / sqrt(squares / (len(a) + len(b) - 2)) if squares else None


def smd_hedges(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | None:
    """The same with the correction for few scores."""
    plain = smd_pooled(codes, scores, times)
    freedom = sum(score is not None for score in scores) - 2
    return None if plain is None else plain * (1 - 3 / (4 * freedom - 1))


def aliv(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> Fraction | None:
    """Mean distance of the joined-up paths where both exist, at rows with a score."""
    rows = [row for row in zip(codes, times, scores, strict=True) if row[2] is not None]
    apart = []
    for _, time, _ in rows:
        heights = [
            _height([(Fraction(t), Fraction(y or 0)) for c, t, y in rows if c == side], Fraction(time))
            for side in (0, 1)
        ]
        if heights[0] is not None and heights[1] is not None:
            apart.append(heights[1] - heights[0])
    return mean(apart) if apart else None


def _height(path: list[tuple[Fraction, Fraction]], time: Fraction) -> Fraction | None:
    for t, y in path:
        if t == time:
            return y
    before, after = [point for point in path if point[0] < time], [point for point in path if point[0] > time]
    if not before or not after:
        return None
    (t0, y0), (t1, y1) = before[-1], after[0]
    return y0 + (time - t0) / (t1 - t0) * (y1 - y0)


def _turned(function: Naive) -> Naive:
    def turned(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | Fraction | None:
        found = function(codes, scores, times)
        return None if found is None else -found

    return turned


def _unsigned(function: Naive) -> Naive:
    def unsigned(codes: Sequence[int], scores: Scores, times: Sequence[float]) -> float | Fraction | None:
        found = function(codes, scores, times)
        if found is None:
            return None
        return -found if found < 0 else found

    return unsigned


NAIVE: dict[str, Naive] = {
    "mean-difference": mean_difference,
    "mean-difference-a-b": _turned(mean_difference),
    "absolute-mean-difference": _unsigned(mean_difference),
    "phase-means-difference": phase_means_difference,
    "phase-means-difference-a-b": _turned(phase_means_difference),
    "absolute-phase-means-difference": _unsigned(phase_means_difference),
    "median-difference": median_difference,
    "level-change": level_change,
    "slope-change": slope_change,
    "slope-difference": slope_difference,
    "trend-adjusted-difference": trend_adjusted,
    "nap": nap,
    "tau": tau,
    "tau-b": tau_b,
    "tau-u": tau_u,
    "w": rank_sum,
    "welch-t": welch_t,
    "smd-glass": smd_glass,
    "smd-pooled": smd_pooled,
    "smd-hedges": smd_hedges,
    "aliv": aliv,
}
