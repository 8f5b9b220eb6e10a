from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.pooling.between import (
    Method,
    between_variance,
    cochran_q,
    profile_interval,
    restricted_likelihood,
    solve_q,
    typical_variance,
    weighted_mean,
)
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects
from lijfspoor.domain.singlecase.pooling.paule_mandel_coarse import STOP, paule_mandel_coarse
from tests.unit.singlecase.pooling import slow_pooling as slow

Y = np.array([0.1, 0.9, 0.3, 1.4, -0.2])
V = np.array([0.04, 0.09, 0.02, 0.16, 0.05])
effects = st.lists(
    st.tuples(st.integers(-40, 40).map(lambda n: n / 8), st.integers(1, 40).map(lambda n: n / 16)),
    min_size=2,
    max_size=9,
)


def split(rows: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([row[0] for row in rows]), np.array([row[1] for row in rows])


@given(effects)
def test_q_mean_typical_variance_and_dersimonian_laird_are_those_of_exact_arithmetic(
    rows: list[tuple[float, float]],
) -> None:
    y, v = split(rows)
    exact_y, exact_v = slow.exact(y.tolist()), slow.exact(v.tolist())
    for tau2 in (0.0, 0.75):
        assert weighted_mean(y, v, tau2) == pytest.approx(
            float(slow.mean_of(exact_y, exact_v, Fraction(tau2))), rel=1e-12, abs=1e-13
        )
        assert cochran_q(y, v, tau2) == pytest.approx(
            float(slow.q_of(exact_y, exact_v, Fraction(tau2))), rel=1e-11, abs=1e-12
        )
    assert typical_variance(v) == pytest.approx(float(slow.typical(exact_v)), rel=1e-12)
    assert between_variance(y, v, Method.DL) == pytest.approx(float(slow.dl(exact_y, exact_v)), rel=1e-9, abs=1e-12)


@given(effects)
def test_paule_mandel_solves_its_equation_or_is_zero(rows: list[tuple[float, float]]) -> None:
    y, v = split(rows)
    tau2 = between_variance(y, v, Method.PM)
    k = len(y)
    if cochran_q(y, v) <= k - 1:
        assert tau2 == 0.0
    else:
        assert cochran_q(y, v, tau2) == pytest.approx(k - 1, rel=1e-10)


@given(effects)
@settings(max_examples=60)
def test_no_variance_on_a_fine_grid_is_likelier_than_the_restricted_optimum(rows: list[tuple[float, float]]) -> None:
    y, v = split(rows)
    tau2 = between_variance(y, v, Method.REML)
    best = slow.reml_likelihood(y.tolist(), v.tolist(), tau2)
    assert tau2 >= 0
    assert restricted_likelihood(y, v, tau2) == pytest.approx(best, rel=1e-12, abs=1e-12)
    spread = float(np.sum((y - y.mean()) ** 2))
    for share in range(60):
        assert slow.reml_likelihood(y.tolist(), v.tolist(), spread * share**2 / 1200) <= best + 1e-9


def test_restricted_optimum_is_stationary() -> None:
    tau2 = between_variance(Y, V, Method.REML)
    step = 1e-5
    slope = restricted_likelihood(Y, V, tau2 + step) - restricted_likelihood(Y, V, tau2 - step)
    assert 0.2 < tau2 < 0.4
    assert slope / (2 * step) == pytest.approx(0.0, abs=1e-6)


def test_of_two_tops_the_higher_is_taken() -> None:
    # Two precise clients that agree and three vague ones far apart: one top near 0, one far away.
    y = np.array([0.0, 0.01, 9.0, -9.0, 8.0])
    v = np.array([1e-4, 1e-4, 1.0, 1.0, 1.0])
    tau2 = between_variance(y, v, Method.REML)
    grid = [slow.reml_likelihood(y.tolist(), v.tolist(), float(one)) for one in np.geomspace(1e-8, 1e4, 4000)]
    assert slow.reml_likelihood(y.tolist(), v.tolist(), tau2) >= max(grid) - 1e-12


def test_worked_example_every_method_gives_three_halves() -> None:
    for method in Method:
        assert between_variance(np.array([0.0, 2.0]), np.array([0.5, 0.5]), method) == pytest.approx(1.5, rel=1e-12)


@pytest.mark.parametrize("method", list(Method))
def test_identical_effects_differ_by_nothing(method: Method) -> None:
    assert between_variance(np.full(3, 0.3), np.array([0.1, 0.2, 0.3]), method) == 0.0


def test_profile_interval_meets_the_quantiles() -> None:
    lower, upper = profile_interval(Y, V, 0.9)
    assert cochran_q(Y, V, lower) == pytest.approx(chi2.ppf(0.95, 4), rel=1e-10)
    assert cochran_q(Y, V, upper) == pytest.approx(chi2.ppf(0.05, 4), rel=1e-10)
    assert lower < between_variance(Y, V, Method.PM) < upper


def test_profile_interval_starts_at_zero_where_q_is_small() -> None:
    lower, upper = profile_interval(np.array([0.0, 0.5, 1.0]), np.full(3, 1.0), 0.95)
    assert lower == 0.0
    assert upper > 0.0
    assert profile_interval(np.array([0.0, 1e-4]), np.full(2, 1.0), 0.95) == (0.0, 0.0)


def test_solving_q_at_its_own_value_at_zero_gives_zero() -> None:
    assert solve_q(Y, V, cochran_q(Y, V)) == 0.0
    assert solve_q(Y, V, cochran_q(Y, V) * (1 - 1e-9)) > 0.0


def test_one_weight_beyond_all_others_leaves_the_typical_variance_positive() -> None:
    v = np.array([1e-40, 1.0, 1.0])
    assert typical_variance(v) == pytest.approx(2 * 1 / (2 * 2), rel=1e-12)


def test_coverage_of_the_profile_interval_under_its_model() -> None:
    rng = np.random.default_rng(20261124)
    held = 0
    for _ in range(300):
        y = rng.normal(0.0, np.sqrt(0.3 + V))
        lower, upper = profile_interval(y, V, 0.9)
        held += lower <= 0.3 <= upper
    assert 0.9 * 300 - 4 * 5.2 < held < 0.9 * 300 + 4 * 5.2


def test_the_coarse_search_stops_near_the_root_but_short_of_it() -> None:
    given_effects = client_effects(Y, np.sqrt(V))
    coarse, solved = paule_mandel_coarse(given_effects), between_variance(Y, V, Method.PM)
    assert 0 < abs(coarse - solved) <= STOP
    assert pytest.approx(2.0**-13) == STOP
    exact = slow.q_of(slow.exact(Y.tolist()), slow.exact(V.tolist()), Fraction(coarse))
    assert abs(exact - 4) > Fraction(1, 10**9)
    assert float(slow.q_of(slow.exact(Y.tolist()), slow.exact(V.tolist()), Fraction(solved))) == pytest.approx(4, 1e-12)


def test_the_coarse_search_is_zero_without_excess_and_refuses_beyond_a_hundred() -> None:
    assert paule_mandel_coarse(client_effects([0.0, 0.1], [1.0, 1.0])) == 0.0
    assert paule_mandel_coarse(client_effects([0.0, 10.0], [1.0, 1.0])) == pytest.approx(49.0, abs=STOP)
    with pytest.raises(Refused) as refused:
        paule_mandel_coarse(client_effects([0.0, 100.0], [1.0, 1.0]))
    assert refused.value.code == "tau2-over-100"
