"""Rank and overlap indices once more, slowly: loops over pairs, exact fractions, all orders, all subsets.

Scores are decimal numbers; `exact` reads each as the decimal it is written as. Higher is better.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from math import atanh, comb, erfc, sqrt, tanh

Number = float | Fraction


def exact(scores: Sequence[float]) -> list[Fraction]:
    return [Fraction(str(score)) for score in scores]


def sign(number: Number) -> int:
    return (number > 0) - (number < 0)


def two_sided(z: float) -> float:
    return erfc(abs(z) / sqrt(2))


def pairs(a: Sequence[float], b: Sequence[float]) -> tuple[int, int, int]:
    signs = [sign(right - left) for left in exact(a) for right in exact(b)]
    return signs.count(1), signs.count(0), signs.count(-1)


def middle(numbers: Sequence[Fraction]) -> Fraction:
    inside = sorted(numbers)
    return (inside[(len(inside) - 1) // 2] + inside[len(inside) // 2]) / 2


def nap_errors(a: Sequence[float], b: Sequence[float]) -> tuple[float, float, float]:
    """NAP, its unbiased variance and that of Hanley."""
    m, n = len(a), len(b)
    q = [[Fraction(sign(right - left) + 1, 2) for right in exact(b)] for left in exact(a)]
    nap = sum((sum(row) for row in q), Fraction(0)) / (m * n)
    edge = Fraction(1, 2 * m * n)
    p = min(max(nap, edge), 1 - edge)
    q1 = sum(sum(value - nap for value in row) ** 2 for row in q) / Fraction(m * n**2)
    q2 = sum(sum(row[j] - nap for row in q) ** 2 for j in range(n)) / Fraction(m**2 * n)
    x = sum((value - nap) ** 2 for row in q for value in row) / Fraction(m * n)
    unbiased = (p * (1 - p) + n * q1 + m * q2 - 2 * x) / max(1, (m - 1) * (n - 1))
    hanley = (p * (1 - p) + (n - 1) * q1 + (m - 1) * q2) / (m * n)
    return float(nap), float(unbiased), float(hanley)


def newcombe_balance(x: float, nap: float, m: int, n: int, z: float) -> tuple[float, float]:
    """Both sides of Newcombe's equation, which are equal at a limit."""
    h = (m + n) / 2 - 1
    left = m * n * (nap - x) ** 2 * (2 - x) * (1 + x)
    return left, z**2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))


def most_kept(a: Sequence[float], b: Sequence[float]) -> int:
    """Try every choice of points: kept A must all lie below kept B."""
    best = 0
    for some_a in (chosen for size in range(len(a) + 1) for chosen in combinations(a, size)):
        for some_b in (chosen for size in range(len(b) + 1) for chosen in combinations(b, size)):
            if not some_a or not some_b or max(some_a) < min(some_b):
                best = max(best, len(some_a) + len(some_b))
    return best


def binomial(count: int, size: int) -> float:
    return float(Fraction(sum(comb(size, more) for more in range(count, size + 1)), 2**size))


def score(x: Sequence[Number], y: Sequence[Number]) -> int:
    return sum(sign(x[j] - x[i]) * sign(y[j] - y[i]) for j in range(len(x)) for i in range(j))


def tie_groups(numbers: Sequence[Number]) -> list[int]:
    return [list(numbers).count(one) for one in set(numbers)]


def variance_by_orders(x: Sequence[Number], y: Sequence[Number]) -> float:
    """The mean of S^2 over all orders of y."""
    squares = [score(x, order) ** 2 for order in permutations(y)]
    return sum(squares) / len(squares)


def variance(x: Sequence[Number], y: Sequence[Number]) -> float:
    """Kendall's formula, by groups."""
    n, t, u = len(x), tie_groups(x), tie_groups(y)
    total = Fraction(n * (n - 1) * (2 * n + 5) - sum(c * (c - 1) * (2 * c + 5) for c in [*t, *u]), 18)
    if n > 1:
        total += Fraction(sum(c * (c - 1) for c in t) * sum(c * (c - 1) for c in u), 2 * n * (n - 1))
    if n > 2:
        triples = [sum(c * (c - 1) * (c - 2) for c in side) for side in (t, u)]
        total += Fraction(triples[0] * triples[1], 9 * n * (n - 1) * (n - 2))
    return float(total)


def tau_b_divisor(x: Sequence[Number], y: Sequence[Number]) -> float:
    n0 = comb(len(x), 2)
    left, right = (n0 - sum(comb(c, 2) for c in tie_groups(side)) for side in (x, y))
    return sqrt(left * right)


def trend_p_by_orders(y: Sequence[Number]) -> float:
    seen = abs(score(range(len(y)), y))
    scores = [abs(score(range(len(y)), order)) for order in permutations(y)]
    return sum(one >= seen for one in scores) / len(scores)


def theil_sen(y: Sequence[Fraction], x: Sequence[Fraction]) -> Fraction:
    return middle([(y[j] - y[i]) / (x[j] - x[i]) for j in range(len(x)) for i in range(j)])


def residuals(
    a: Sequence[float], b: Sequence[float], times: Sequence[float]
) -> tuple[list[Fraction], list[Fraction], Fraction, Fraction]:
    """What the A line leaves of both phases, its slope and its intercept."""
    y, x, m = exact([*a, *b]), exact(times), len(a)
    slope = theil_sen(y[:m], x[:m])
    intercept = middle([value - slope * time for value, time in zip(y[:m], x[:m], strict=True)])
    left = [value - intercept - slope * time for value, time in zip(y, x, strict=True)]
    return left[:m], left[m:], slope, intercept


def tau_of(a: Sequence[Fraction], b: Sequence[Fraction]) -> Fraction:
    return Fraction(sum(sign(right - left) for left in a for right in b), len(a) * len(b))


def line_at(a: Sequence[float], times_a: Sequence[float], times_b: Sequence[float]) -> list[Fraction]:
    """The least-squares line of A at B's times."""
    y, x = exact(a), exact(times_a)
    mean_x, mean_y = sum(x, Fraction(0)) / len(x), sum(y, Fraction(0)) / len(y)
    rise = sum(((time - mean_x) * (value - mean_y) for time, value in zip(x, y, strict=True)), Fraction(0))
    slope = rise / sum(((time - mean_x) ** 2 for time in x), Fraction(0))
    return [mean_y + slope * (time - mean_x) for time in exact(times_b)]


def split_line_at(
    a: Sequence[float], times_a: Sequence[float], times_b: Sequence[float], first: int, last: int
) -> list[Fraction]:
    """The line through the medians of the first `first` and the last `last` points."""
    y, x = exact(a), exact(times_a)
    y1, y2, x1, x2 = middle(y[:first]), middle(y[-last:]), middle(x[:first]), middle(x[-last:])
    return [y1 + (y2 - y1) / (x2 - x1) * (time - x1) for time in exact(times_b)]


def beyond_both(a: Sequence[float], b: Sequence[float], line: Sequence[Fraction]) -> int:
    """How many of B are more than a quarter of A's standard deviation above the line and the mean; no roots taken."""
    y = exact(a)
    mean = sum(y, Fraction(0)) / len(y)
    spread = sum(((value - mean) ** 2 for value in y), Fraction(0)) / (len(y) - 1)
    over = [value - max(mean, at) for value, at in zip(exact(b), line, strict=True)]
    return sum(gap > 0 and gap**2 > spread / 16 for gap in over)


PATTERNS: dict[str, Callable[[int, int], list[int]]] = {
    "A vs. B": lambda m, n: [0] * m + [1] * n,
    "Trend A": lambda m, n: list(range(1, m + 1)),
    "Trend B": lambda m, n: list(range(1, n + 1)),
    "A vs. B - Trend A": lambda m, n: list(range(m, 0, -1)) + [m + 1] * n,
    "A vs. B + Trend B": lambda m, n: [0] * m + list(range(m + 1, m + n + 1)),
    "A vs. B + Trend B - Trend A": lambda m, n: list(range(m, 0, -1)) + list(range(m + 1, m + n + 1)),
}


def tau_u_row(row: str, method: str, a: Sequence[float], b: Sequence[float]) -> dict[str, float | None]:
    """One row of the Tau-U table from its pattern."""
    m, n = len(a), len(b)
    y = exact({"Trend A": a, "Trend B": b}.get(row, [*a, *b]))
    x = PATTERNS[row](m, n)
    size, s = len(y), score(x, y)
    counted = [sign(x[j] - x[i]) * sign(y[j] - y[i]) for j in range(size) for i in range(j) if x[i] != x[j]]
    pairs_in = float(m * n if method == "parker" and row == "A vs. B - Trend A" else len(counted))
    d = pairs_in
    if method == "complete.b":
        d = pairs_in - counted.count(0) / 2 if row == "A vs. B" else tau_b_divisor(x, y)
    plain = size * (size - 1) * (2 * size + 5) / 18
    tested = plain if method == "complete.a" else variance(x, y)
    size_of_s = max(abs(s) - 1, 0) if method == "tarlow" else abs(s)
    z = sign(s) * size_of_s / sqrt(tested) if tested > 0 else None
    shown = {"A vs. B": m * n * (m + n + 1) / 3, "Trend A": plain, "Trend B": plain}.get(row, tested)
    tau = s / d if d > 0 else None
    inside = tau is not None and abs(tau) < 1 and size > 3
    reach = 1.959963984540054 / sqrt(size - 3) if size > 3 else 0.0
    return {
        "pairs": pairs_in,
        "pos": counted.count(1),
        "neg": counted.count(-1),
        "ties": counted.count(0),
        "s": s,
        "d": d,
        "tau": tau,
        "sd_s": sqrt(tested if method == "tarlow" else shown),
        "z": z,
        "p": None if z is None else two_sided(z),
        "se": abs(tau / z) if tau is not None and z else None,
        "lower": tanh(atanh(tau) - reach) if tau is not None and inside else None,
        "upper": tanh(atanh(tau) + reach) if tau is not None and inside else None,
    }
