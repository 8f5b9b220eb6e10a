"""Least squares against exact fractions, and against its laws."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.coefficients import coefficient, coefficients
from lijfspoor.domain.singlecase.models.ols import LeastSquaresFit, ordinary_least_squares
from lijfspoor.domain.singlecase.models.piecewise import piecewise_model

SCORES: list[int] = [3, 5, 4, 6, 2, 9, 8, 12, 9, 11, 14]
CASE = make_case("k", SCORES, list("AAAAABBBBBB"), [1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 15])


def fit(
    case: Case,
    way: str = "W",
    against: str = "first",
    *,
    trend: bool = True,
    level: bool = True,
    slope: bool = True,
) -> LeastSquaresFit:
    return ordinary_least_squares(piecewise_model(case, way, against, trend=trend, level=level, slope=slope))


def solve(matrix: list[list[Fraction]]) -> list[list[Fraction]]:
    """The inverse by Gauss and Jordan, in fractions."""
    size = len(matrix)
    rows = [[*row, *(Fraction(int(i == j)) for j in range(size))] for i, row in enumerate(matrix)]
    for i in range(size):
        pivot = next(r for r in range(i, size) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(size):
            if r != i:
                rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [row[size:] for row in rows]


def exactly(case: Case, *arguments: str) -> tuple[list[Fraction], list[list[Fraction]], Fraction, Fraction]:
    """Estimates, (X'X)^-1, residual and total sum of squares, without any rounding."""
    model = piecewise_model(case, *arguments).scored()
    x = [[Fraction(v) for v in row] for row in model.matrix.tolist()]
    y = [Fraction(v) for v in model.values.tolist()]
    terms = range(len(x[0]))
    inverse = solve([[sum((r[i] * r[j] for r in x), Fraction()) for j in terms] for i in terms])
    moments = [sum((r[i] * v for r, v in zip(x, y, strict=True)), Fraction()) for i in terms]
    estimates = [sum((inverse[i][j] * moments[j] for j in terms), Fraction()) for i in terms]
    fitted = [sum((r[i] * estimates[i] for i in terms), Fraction()) for r in x]
    left = sum(((v - f) ** 2 for v, f in zip(y, fitted, strict=True)), Fraction())
    mean = sum(y, Fraction()) / len(y)
    return estimates, inverse, left, sum(((v - mean) ** 2 for v in y), Fraction())


@pytest.mark.parametrize("way", ["W", "H-M", "B&L-B"])
def test_the_numbers_are_those_of_exact_arithmetic(way: str) -> None:
    estimates, inverse, left, total = exactly(CASE, way)
    ours = fit(CASE, way)
    spread = float(left) / 7
    for term, one in enumerate(ours.coefficients):
        se = (spread * float(inverse[term][term])) ** 0.5
        t = float(estimates[term]) / se
        assert one.estimate == pytest.approx(float(estimates[term]), rel=1e-12)
        assert one.se == pytest.approx(se, rel=1e-12)
        assert one.statistic == pytest.approx(t, rel=1e-12)
        assert one.p == pytest.approx(2 * stats.t.sf(abs(t), 7), rel=1e-10)
        assert one.df == 7
    assert ours.df == 7
    assert ours.sigma == pytest.approx(spread**0.5, rel=1e-12)
    r2 = 1 - float(left / total)
    assert ours.r2 == pytest.approx(r2, rel=1e-12)
    assert ours.r2_adjusted == pytest.approx(1 - (1 - r2) * 10 / 7, rel=1e-12)
    f = float(total - left) / 3 / spread
    assert ours.f == pytest.approx(f, rel=1e-12)
    assert ours.f_p == pytest.approx(stats.f.sf(f, 3, 7), rel=1e-10)
    assert ours.covariance == pytest.approx(spread * np.array(inverse, dtype=float), rel=1e-10)
    assert not ours.perfect
    assert ours.fitted + ours.residuals == pytest.approx(np.array(SCORES, dtype=float))
    assert float(ours.residuals @ ours.residuals) == pytest.approx(float(left), rel=1e-12)


def test_what_is_lost_is_what_a_fit_without_the_term_loses() -> None:
    model = piecewise_model(CASE, "B&L-B")
    ours = ordinary_least_squares(model)
    assert list(ours.r2_lost) == ["mt", "phaseB", "interB"]
    values = np.array(SCORES, dtype=float)
    total = float(np.sum((values - values.mean()) ** 2))
    for term, name in enumerate(model.names[1:], start=1):
        rest = np.delete(model.matrix, term, axis=1)
        left = float(np.linalg.lstsq(rest, values, rcond=None)[1][0])
        assert ours.r2 is not None
        assert ours.r2_lost[name] == pytest.approx(ours.r2 - (1 - left / total), rel=1e-9)


def test_the_worked_example_is_perfect_and_untested() -> None:
    ours = fit(make_case("k", [1, 2, 5, 7, 9], list("AABBB")))
    assert [one.estimate for one in ours.coefficients] == pytest.approx([1, 1, 2, 1])
    assert [one.se for one in ours.coefficients] == [0, 0, 0, 0]
    assert [(one.statistic, one.p) for one in ours.coefficients] == [(None, None)] * 4
    assert ours.perfect
    assert (ours.sigma, ours.r2, ours.r2_adjusted, ours.f, ours.f_p, ours.df) == (0, 1, 1, None, None, 1)
    assert ours.fitted == pytest.approx([1, 2, 5, 7, 9])
    assert ours.residuals.tolist() == [0] * 5


def test_a_series_of_one_value_has_nothing_to_explain() -> None:
    ours = fit(make_case("k", [0.1] * 7, list("AAABBBB")))
    assert [one.estimate for one in ours.coefficients] == pytest.approx([0.1, 0, 0, 0], abs=1e-15)
    assert (ours.r2, ours.r2_adjusted, ours.f, ours.perfect, ours.sigma) == (None, None, None, True, 0)
    assert dict(ours.r2_lost) == {"mt": None, "phaseB": None, "interB": None}
    zeros = fit(make_case("k", [0] * 7, list("AAABBBB")))
    assert [one.estimate for one in zeros.coefficients] == [0, 0, 0, 0]


def test_a_flat_baseline_is_no_hindrance() -> None:
    ours = fit(make_case("k", [2, 2, 2, 2, 5, 7, 4, 8], list("AAAABBBB")))
    assert [one.estimate for one in ours.coefficients[:2]] == pytest.approx([2, 0], abs=1e-12)
    assert not ours.perfect


def test_a_mean_alone_has_no_f() -> None:
    ours = fit(CASE, trend=False, level=False, slope=False)
    assert ours.coefficients[0].estimate == pytest.approx(sum(SCORES) / 11)
    assert (ours.f, ours.f_p) == (None, None)
    assert ours.r2 == pytest.approx(0, abs=1e-12)
    assert dict(ours.r2_lost) == {}


def test_missing_scores_are_left_out_but_first_times_stay() -> None:
    scores = [3, 5, 4, 6, None, None, 8, 12, 9, 11, 14]
    case = make_case("k", scores, list("AAAAABBBBBB"), CASE.times)
    estimates, _, _, _ = exactly(case)
    ours = fit(case)
    assert [one.estimate for one in ours.coefficients] == pytest.approx([float(e) for e in estimates], rel=1e-11)
    assert ours.df == 5
    assert len(ours.fitted) == 9


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.integers(-50, 50), min_size=12, max_size=12),
    st.sampled_from(["first", "preceding"]),
    st.integers(4, 8),
)
def test_the_three_ways_say_the_same(scores: list[int], against: str, start: int) -> None:
    case = make_case("k", scores, ["A"] * start + ["B"] * (12 - start))
    w, hm, blb = (fit(case, way, against) for way in ("W", "H-M", "B&L-B"))
    for other in (hm, blb):
        assert other.fitted == pytest.approx(w.fitted, abs=1e-9)
        assert other.sigma == pytest.approx(w.sigma, abs=1e-9)
    levels = [one.coefficients[2].estimate for one in (w, hm, blb)]
    slope = w.coefficients[3].estimate
    assert levels == pytest.approx([levels[0], levels[0], levels[0] - slope], abs=1e-9)


@pytest.mark.parametrize("shift", [-1e9, 1978.0, 1.7e9])
def test_a_shift_in_time_moves_the_intercept_only(shift: float) -> None:
    moved = fit(make_case("k", SCORES, CASE.phases, CASE.times + shift), "H-M")
    still = fit(CASE, "H-M")
    for one, other in zip(moved.coefficients[1:], still.coefficients[1:], strict=True):
        assert one.estimate == pytest.approx(other.estimate, rel=1e-9)
        assert one.se == pytest.approx(other.se, rel=1e-9)
    assert moved.r2 == pytest.approx(still.r2, rel=1e-12)


@pytest.mark.parametrize("factor", [-3.0, 1e-68, 1e-12, 1e68])
def test_scores_in_another_unit_give_estimates_in_that_unit(factor: float) -> None:
    other = fit(make_case("k", np.array(SCORES) * factor, CASE.phases, CASE.times))
    still = fit(CASE)
    for one, base in zip(other.coefficients, still.coefficients, strict=True):
        assert one.estimate / factor == pytest.approx(base.estimate, rel=1e-10)
        assert one.se / abs(factor) == pytest.approx(base.se, rel=1e-10)
        assert one.p == pytest.approx(base.p, rel=1e-8)
    assert other.sigma / abs(factor) == pytest.approx(still.sigma, rel=1e-10)


def test_a_small_spread_on_a_large_level_is_seen() -> None:
    ours = fit(make_case("k", np.array(SCORES) * 1e-3 + 1e6, CASE.phases, CASE.times))
    assert ours.sigma == pytest.approx(fit(CASE).sigma * 1e-3, rel=1e-4)
    assert not ours.perfect


@pytest.mark.parametrize(
    ("scores", "phases", "code"),
    [
        ([None] * 6, "AAABBB", "no-scores"),
        ([1, None, None, 4, 5, None], "AAABBB", "fewer-scores-than-terms"),
        ([1, 2, None, 4, 6, None], "AAABBB", "no-scores-to-spare"),
        ([1, 2, 3, 4, 5, 6], "AAAAAB", "terms-not-separable"),
        ([1, 2, 3, 4, 6, None], "AAABBB", None),
        ([1, None, None, 4, 7, 6], "AAABBB", "no-scores-to-spare"),
        ([1, None, None, 4, 7, 6, 9], "AAABBBB", "terms-not-separable"),
    ],
)
def test_what_cannot_be_fitted_is_refused(scores: list[float | None], phases: str, code: str | None) -> None:
    case = make_case("k", scores, list(phases))
    if code is None:
        assert fit(case).df == 1
        return
    with pytest.raises(Refused) as refused:
        fit(case)
    # a phase of one score has no slope, whatever the number of scores
    assert refused.value.code in (code, "terms-not-separable")
    assert refused.value.why.nl
    assert refused.value.why.en


def test_the_term_that_cannot_be_told_apart_is_named() -> None:
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [1, 2, 3, 4, 5, 6], list("AAAAAB")))
    assert "interB" in refused.value.why.nl
    assert "interB" in refused.value.why.en
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [1, 2, 3, 4, 5, 6], list("AAAAAB")), "B&L-B")
    assert "interB" in refused.value.why.en
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [1, 2, None, None], list("AAAB")), trend=False, level=False)
    assert refused.value.code == "terms-not-separable"


def test_numbers_of_the_refusals_are_named() -> None:
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [1, None, None, 4, 5, None], list("AAABBB")))
    assert "4 onderdelen" in refused.value.why.nl
    assert "3 scores" in refused.value.why.en
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [1, 2, 4, 6], list("AABB")))
    assert (refused.value.code, "(4)" in refused.value.why.nl, "(4)" in refused.value.why.en) == (
        "no-scores-to-spare",
        True,
        True,
    )


def test_a_hundred_thousand_rows() -> None:
    rng = np.random.default_rng(5)
    noise = rng.standard_normal(100_000)
    later = np.arange(100_000) >= 40_000
    case = make_case("k", noise + 2.0 * later, ["B" if flag else "A" for flag in later])
    ours = fit(case, trend=False, slope=False)
    assert ours.coefficients[1].estimate == pytest.approx(2, abs=0.03)
    assert ours.sigma == pytest.approx(1, abs=0.01)


def test_a_coefficient_has_its_test_and_its_limits() -> None:
    one = coefficient("x", 3.0, 1.5, 4.0)
    assert (one.name, one.estimate, one.se, one.statistic, one.df) == ("x", 3.0, 1.5, 2.0, 4.0)
    assert one.p == pytest.approx(2 * stats.t.sf(2, 4))
    limits = one.interval(0.9)
    assert limits.level == 0.9
    assert (limits.lower, limits.upper) == pytest.approx(stats.t.interval(0.9, 4, 3, 1.5))
    normal = coefficient("x", -3.0, 1.5)
    assert normal.p == pytest.approx(2 * stats.norm.sf(2))
    assert normal.df is None
    assert (normal.interval().lower, normal.interval().upper) == pytest.approx(stats.norm.interval(0.95, -3, 1.5))
    assert normal.interval().level == 0.95
    several = coefficients(["a", "b"], np.array([1.0, 2.0]), np.array([1.0, 4.0]), 3.0)
    assert [(each.name, each.statistic, each.df) for each in several] == [("a", 1.0, 3.0), ("b", 0.5, 3.0)]


@pytest.mark.parametrize(("estimate", "se"), [(np.inf, 1.0), (1.0, np.nan)])
def test_a_number_out_of_range_is_refused(estimate: float, se: float) -> None:
    with pytest.raises(Refused) as refused:
        coefficient("x", estimate, se)
    assert refused.value.code == "number-too-large"
    assert "eenheid" in refused.value.why.nl
    assert "unit" in refused.value.why.en


@pytest.mark.parametrize("factor", [1e-72, 1e70, 1e300])
def test_sizes_no_machine_can_square_are_refused(factor: float) -> None:
    for scores, times in ((np.array(SCORES) * factor, CASE.times), (SCORES, CASE.times * factor)):
        with pytest.raises(Refused) as refused:
            fit(make_case("k", scores, CASE.phases, times))
        assert refused.value.code == "number-too-large"
