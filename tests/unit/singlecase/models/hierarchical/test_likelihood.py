import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.models.hierarchical.fit import Method, fit_mixed
from lijfspoor.domain.singlecase.models.hierarchical.likelihood import Profile
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import HierarchicalFit, hierarchical_piecewise
from lijfspoor.domain.singlecase.models.hierarchical.problem import Level, MixedModel
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Correlation
from tests.unit.singlecase.models.hierarchical.dense import (
    covariance,
    dense_log_likelihood,
    invented,
    log_likelihood,
)

KINDS = [
    {"random": ("intercept",)},
    {"random": ("intercept",), "method": "ML"},
    {"random": ("intercept", "level")},
    {"random": ("intercept", "trend", "level", "slope"), "method": "ML"},
    {"random": (), "correlation": "ar1"},
    {"random": ("intercept",), "correlation": "ar1"},
    {"random": ("intercept",), "correlation": "ma1", "method": "ML"},
    {"random": ("intercept", "level"), "correlation": "ar1", "unequal_variances": True},
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_likelihood_is_the_dense_formula(kind: dict[str, str]) -> None:
    found = hierarchical_piecewise(invented(5, level=1.5), trend=True, **kind)  # type: ignore[arg-type] # mixed options
    assert found.fit.log_likelihood == pytest.approx(dense_log_likelihood(found.fit), abs=1e-8)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_near_the_optimum_is_better(kind: dict[str, str]) -> None:
    fit = hierarchical_piecewise(invented(6, level=1.5), **kind).fit  # type: ignore[arg-type] # mixed options
    model, draw, restricted = fit.problem.model, np.random.default_rng(1), fit.method == "REML"
    for _ in range(25):
        random = []
        for level in fit.random:
            push = 0.05 * draw.standard_normal(level.shape)
            factor = np.linalg.cholesky(level + 1e-10 * np.eye(len(level))) + push
            random.append(factor @ factor.T)
        correlation = None if fit.correlation is None else float(np.clip(fit.correlation + draw.normal(0, 0.05), -1, 1))
        spreads = fit.spreads * np.r_[1.0, np.exp(draw.normal(0, 0.05, len(fit.spreads) - 1))]
        sigma = fit.sigma * float(np.exp(draw.normal(0, 0.05)))
        value = covariance(model, tuple(random), sigma, correlation, spreads)
        assert log_likelihood(model, value, restricted=restricted) <= fit.log_likelihood + 1e-7


@pytest.mark.parametrize("kind", KINDS)
def test_the_gradient_is_the_slope_of_the_criterion(kind: dict[str, str]) -> None:
    fit = hierarchical_piecewise(invented(7), **kind).fit  # type: ignore[arg-type] # mixed options
    profile = Profile(fit.problem, restricted=fit.method == "REML")
    place = np.random.default_rng(2).normal(0.3, 0.4, profile.size)
    value, gradient = profile.with_gradient(place)
    assert value == pytest.approx(profile.value(place), rel=1e-12)
    for index in range(profile.size):
        step = np.zeros(profile.size)
        step[index] = 1e-5
        slope = (profile.value(place + step) - profile.value(place - step)) / 2e-5
        assert gradient[index] == pytest.approx(slope, abs=2e-5, rel=1e-5)


def test_clusters_above_cases_are_the_dense_formula_too() -> None:
    draw = np.random.default_rng(4)
    group, series = np.repeat([0, 1, 2], 16), np.repeat(np.arange(8), 6)
    group = np.r_[np.repeat(0, 12), np.repeat(1, 18), np.repeat(2, 18)]
    scores = draw.normal(0, 2, 3)[group] + draw.normal(0, 1, 8)[series] + draw.standard_normal(48)
    ones = np.ones((48, 1))
    model = MixedModel(
        scores=scores,
        fixed=np.column_stack([np.ones(48), np.tile(np.arange(6.0), 8)]),
        names=("(Intercept)", "mt"),
        levels=(Level(("(Intercept)",), ones, group), Level(("(Intercept)",), ones, series)),
        series=series,
        times=np.tile(np.arange(6.0), 8),
        stratum=np.zeros(48, dtype=np.intp),
        correlation=Correlation.AR1,
    )
    fit = fit_mixed(model)
    assert fit.problem.blocks == 3
    assert fit.log_likelihood == pytest.approx(dense_log_likelihood(fit), abs=1e-8)
    shuffled = np.random.default_rng(9).permutation(48)
    again = fit_mixed(
        MixedModel(
            scores[shuffled],
            model.fixed[shuffled],
            model.names,
            tuple(Level(level.names, level.columns[shuffled], level.group[shuffled]) for level in model.levels),
            series[shuffled],
            model.times[shuffled],
            model.stratum[shuffled],
            correlation=Correlation.AR1,
        )
    )
    assert again.log_likelihood == pytest.approx(fit.log_likelihood, abs=1e-9)
    np.testing.assert_allclose(again.coefficients, fit.coefficients, rtol=1e-5)


def _numbers(found: HierarchicalFit) -> list[float]:
    return [*found.fit.coefficients.tolist(), found.fit.sigma, float(found.fit.random[0][0, 0])]


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 1000), order=st.permutations(range(4)))
def test_the_order_of_cases_does_not_matter(seed: int, order: list[int]) -> None:
    cases = invented(seed)
    one = hierarchical_piecewise(cases, correlation="ar1")
    other = hierarchical_piecewise([cases[index] for index in order], correlation="ar1")
    assert other.fit.log_likelihood == pytest.approx(one.fit.log_likelihood, abs=1e-6)
    assert _numbers(other) == pytest.approx(_numbers(one), rel=1e-3, abs=2e-3)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 1000), scale=st.sampled_from([-2.0, 1e-6, 1e6]), shift=st.sampled_from([0.0, 100.0]))
def test_another_scale_of_scores_is_another_scale_of_answers(seed: int, scale: float, shift: float) -> None:
    cases = invented(seed)
    one = hierarchical_piecewise(cases).fit
    other = hierarchical_piecewise([case.with_values(scale * (case.values + shift)) for case in cases]).fit
    freedom = one.problem.rows - one.problem.terms
    assert other.log_likelihood == pytest.approx(one.log_likelihood - freedom * np.log(abs(scale)), abs=1e-6)
    shifted = one.coefficients + np.r_[shift, np.zeros(3)]
    np.testing.assert_allclose(other.coefficients, scale * shifted, rtol=1e-5, atol=1e-5 * abs(scale))
    assert other.sigma == pytest.approx(abs(scale) * one.sigma, rel=1e-5)


def test_a_clock_in_seconds_gives_the_same_effects() -> None:
    cases = invented(3)
    clocked = [make_case(case.name, case.values, case.phases, 1.7e9 + 86400 * case.times) for case in cases]
    one, other = (hierarchical_piecewise(each, correlation="ar1") for each in (cases, clocked))
    np.testing.assert_allclose(other.fit.coefficients * [1, 86400, 1, 86400], one.fit.coefficients, rtol=1e-4)
    assert other.fit.correlation == pytest.approx(one.fit.correlation, abs=1e-5)
    assert (one.fit.lag, other.fit.lag) == (1.0, 86400.0)


def test_balanced_groups_give_the_analysis_of_variance() -> None:
    scores = [[3.0, 5.0, 4.0, 8.0], [9.0, 7.0, 8.0, 12.0], [1.0, 3.0, 2.0, 2.0]]
    cases = [make_case(str(index), row, ["A"] * 4) for index, row in enumerate(scores)]
    fit = hierarchical_piecewise(cases, trend=False, level=False, slope=False).fit
    within = (14 + 14 + 2) / 9
    means = np.array([5.0, 9.0, 2.0])
    between = 4 * float(np.var(means, ddof=1))
    assert fit.sigma**2 == pytest.approx(within, rel=1e-7)
    assert fit.random[0][0, 0] == pytest.approx((between - within) / 4, rel=1e-6)
    assert fit.coefficients[0] == pytest.approx(16 / 3)
    assert fit.covariance[0, 0] == pytest.approx(between / 12, rel=1e-6)


def test_a_variance_of_zero_is_reached_and_said() -> None:
    rows = [[1.0, 4.0, 2.0, 3.0], [3.0, 2.0, 4.0, 1.0], [2.0, 1.0, 3.0, 4.0]]
    cases = [make_case(str(index), row, ["A", "A", "B", "B"]) for index, row in enumerate(rows)]
    found = hierarchical_piecewise(cases, trend=False, slope=False)
    assert found.fit.random[0][0, 0] < 1e-9
    assert found.fit.boundary == ("random (Intercept)",)
    assert found.fit.shortfall < 1e-8


def test_criteria_count_every_parameter() -> None:
    cases = invented(2)
    rows = sum(case.size for case in cases)
    for method, base in (("ML", rows), ("REML", rows - 4)):
        fit = hierarchical_piecewise(
            cases, random=("intercept", "level"), correlation="ar1", unequal_variances=True, method=method
        ).fit
        assert fit.parameters == 4 + 3 + 1 + 2
        assert fit.aic == pytest.approx(20 - 2 * fit.log_likelihood)
        assert fit.bic == pytest.approx(10 * np.log(base) - 2 * fit.log_likelihood)
        assert fit.method is Method(method)
