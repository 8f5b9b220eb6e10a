"""The parametric indices once more, slowly: loops, fractions and the standard library alone."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb, log, sqrt
from statistics import NormalDist

Number = int | float | Fraction
Scores = Sequence[Number]
Z95 = NormalDist().inv_cdf(0.975)


def mean(scores: Scores) -> Fraction:
    return sum((Fraction(y) for y in scores), Fraction(0)) / len(scores)


def variance(scores: Scores) -> Fraction:
    return sum(((Fraction(y) - mean(scores)) ** 2 for y in scores), Fraction(0)) / (len(scores) - 1)


def median(scores: Scores) -> Fraction:
    ordered = sorted(Fraction(y) for y in scores)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def smd(a: Scores, b: Scores, *, pooled: bool = False, corrected: bool = True) -> tuple[float, float, float]:
    """Value, standard error and ruler."""
    m, n = len(a), len(b)
    difference = mean(b) - mean(a)
    if pooled:
        df = m + n - 2
        ruler = sqrt(((m - 1) * variance(a) + (n - 1) * variance(b)) / df)
        base = Fraction(1, m) + Fraction(1, n)
    else:
        df = m - 1
        ruler = sqrt(variance(a))
        base = Fraction(1, m) + variance(b) / (n * variance(a))
    j = Fraction(4 * df - 4, 4 * df - 1) if corrected else 1
    d = float(j) * float(difference) / ruler
    return d, float(j) * sqrt(base + Fraction(d) ** 2 / (2 * df)), ruler


def log_ratio(
    a: Scores, b: Scores, *, finest: Number | None = None, top: int | None = None, corrected: bool = True
) -> tuple[float, float]:
    """Plain log ratio B over A and its standard error; `top` reflects the means first."""
    parts = []
    for scores in (a, b):
        k, m, v = len(scores), mean(scores), variance(scores)
        if top is not None:
            m = top - m
        if finest is not None:
            m, v = max(m, 1 / (2 * Fraction(finest) * k)), max(v, 1 / (Fraction(finest) ** 2 * k**3))
        parts.append((log(m) + (float(v / (2 * k * m**2)) if corrected else 0), v / (k * m**2)))
    (log_a, var_a), (log_b, var_b) = parts
    return log_b - log_a, sqrt(var_a + var_b)


def log_odds(a: Scores, b: Scores, *, intervals: int | None = None, corrected: bool = True) -> tuple[float, float]:
    """Log odds ratio of proportions and its standard error."""
    total, spread = 0.0, Fraction(0)
    for sign, scores in ((-1, a), (1, b)):
        k, m, v = len(scores), mean(scores), variance(scores)
        if intervals is not None:
            lowest = Fraction(1, 2 * intervals * k)
            m, v = min(max(m, lowest), 1 - lowest), max(v, Fraction(1, intervals**2 * k**3))
        of_odds = v / (k * m**2 * (1 - m) ** 2)
        total += sign * (log(m / (1 - m)) - (float((2 * m - 1) * of_odds / 2) if corrected else 0))
        spread += of_odds
    return total, sqrt(spread)


def log_medians(a: Sequence[int], b: Sequence[int]) -> tuple[float, float]:
    """Log ratio of medians and its standard error, by counting."""
    total = 0.0
    for scores in (a, b):
        k, ordered = len(scores), sorted(scores)
        o = max(round(k / 2 - sqrt(k)), 1)
        below = Fraction(sum(comb(k, i) for i in range(o)), 2**k)
        z0 = NormalDist().inv_cdf(float(1 - below))
        total += ((log(ordered[k - o]) - log(ordered[o - 1])) / (2 * z0)) ** 2
    return log(median(b)) - log(median(a)), sqrt(total)


def goal_share(a: Scores, b: Scores, goal: Number) -> tuple[float, float]:
    """Percent of goal, and its standard error by differences of the share itself."""

    def share(mean_a: Fraction, mean_b: Fraction) -> Fraction:
        return (mean_b - mean_a) / (Fraction(goal) - mean_a)

    step = Fraction(1, 10**12)
    by_a = (share(mean(a) + step, mean(b)) - share(mean(a), mean(b))) / step
    by_b = (share(mean(a), mean(b) + step) - share(mean(a), mean(b))) / step
    spread = by_a**2 * variance(a) / len(a) + by_b**2 * variance(b) / len(b)
    return 100 * float(share(mean(a), mean(b))), 100 * sqrt(spread)


def line(times: Scores, scores: Scores) -> tuple[Fraction, Fraction]:
    """Intercept, slope of the least-squares line."""
    t, y = [Fraction(x) for x in times], [Fraction(x) for x in scores]
    top = sum((p - mean(t)) * (q - mean(y)) for p, q in zip(t, y, strict=True))
    slope = Fraction(top / sum((p - mean(t)) ** 2 for p in t))
    return mean(y) - slope * mean(t), slope


def serial(values: Sequence[Number | None], lag: int) -> Fraction:
    """Autocorrelation; None where a score is missing."""
    there = [Fraction(y) for y in values if y is not None]
    centre = mean(there)
    off = [None if y is None else Fraction(y) - centre for y in values]
    pairs = [
        (first, second)
        for first, second in zip(off, off[lag:], strict=False)
        if first is not None and second is not None
    ]
    covariance = sum(first * second for first, second in pairs) / len(pairs)
    spread = sum(c * c for c in off if c is not None) / len(there)
    return Fraction(covariance / spread) * Fraction(len(values) - lag, len(values))
