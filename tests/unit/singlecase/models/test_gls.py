"""Errors that remember, against the dense normal distribution and their own laws."""

import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.ar1 import autoregressive_rows
from lijfspoor.domain.singlecase.models.gls import SerialFit, generalised_least_squares
from lijfspoor.domain.singlecase.models.ols import ordinary_least_squares
from lijfspoor.domain.singlecase.models.piecewise import LinearModel, piecewise_model

Array = npt.NDArray[np.float64]
TIMES = np.array([1, 2, 3, 5, 6, 7, 9, 10, 13, 14, 15, 16, 18, 20, 21, 22], dtype=float)


def remembered(phi: float, times: Array, seed: int) -> Array:
    """A series whose correlation over a gap g is phi^g."""
    rng = np.random.default_rng(seed)
    out = [float(rng.standard_normal())]
    for gap in np.diff(times):
        rho = phi**gap
        out.append(rho * out[-1] + math.sqrt(1 - rho * rho) * float(rng.standard_normal()))
    return np.array(out)


def case_of(scores: Array, times: Array, start: int) -> Case:
    return make_case("k", scores, ["A"] * start + ["B"] * (len(scores) - start), times)


CASE = case_of(10 + remembered(0.8, TIMES, 2), TIMES, 7)


def dense(model: LinearModel, positions: Array, phi: float, likelihood: str) -> tuple[float, float, Array, Array]:
    """Log-likelihood, sigma, estimates and their covariance by the n x n formulas."""
    model = model.scored()
    x, y = model.matrix, model.values
    n, p = x.shape
    gaps = np.abs(positions[:, None] - positions[None, :])
    r = np.where(gaps == 0, 1.0, np.sign(phi) ** gaps * np.abs(phi) ** gaps) if phi else np.eye(n)
    w = np.linalg.inv(r)
    shape = np.linalg.inv(x.T @ w @ x)
    b = shape @ x.T @ w @ y
    e = y - x @ b
    rss = float(e @ w @ e)
    if likelihood == "ML":
        variance = rss / n
        height = float(stats.multivariate_normal(cov=variance * r).logpdf(e))
        return height, math.sqrt(variance), b, variance * n / (n - p) * shape
    variance = rss / (n - p)
    dets = np.linalg.slogdet(variance * r)[1] + np.linalg.slogdet(x.T @ w @ x / variance)[1]
    return -0.5 * ((n - p) * math.log(2 * math.pi) + dets + n - p), math.sqrt(variance), b, variance * shape


@pytest.mark.parametrize("likelihood", ["ML", "REML"])
@pytest.mark.parametrize("phi", [0.0, 1e-5, 0.3, 0.9, -0.4])
@pytest.mark.parametrize("way", ["W", "H-M"])
def test_at_a_given_memory_it_is_the_normal_distribution(likelihood: str, phi: float, way: str) -> None:
    model = piecewise_model(CASE, way)
    ours = generalised_least_squares(model, "whole", likelihood, phi=phi)
    height, sigma, estimates, covariance = dense(model, TIMES, phi, likelihood)
    assert ours.log_likelihood == pytest.approx(height, abs=1e-9)
    assert ours.sigma == pytest.approx(sigma, rel=1e-10)
    assert [one.estimate for one in ours.coefficients] == pytest.approx(estimates, rel=1e-9)
    assert ours.covariance == pytest.approx(covariance, rel=1e-8)
    assert [one.se for one in ours.coefficients] == pytest.approx(np.sqrt(np.diag(covariance)), rel=1e-9)
    assert {one.df for one in ours.coefficients} == {12.0}
    assert ours.df == 12
    assert ours.phi == pytest.approx(phi, rel=1e-12)
    assert ours.fitted == pytest.approx(model.matrix @ estimates)
    assert ours.likelihood == likelihood
    assert not ours.drifts


@pytest.mark.parametrize("likelihood", ["ML", "REML"])
@pytest.mark.parametrize("seed", range(6))
def test_no_memory_on_a_fine_grid_does_better(likelihood: str, seed: int) -> None:
    case = case_of(remembered(0.5, TIMES, seed), TIMES, 8)
    model = piecewise_model(case)
    best = generalised_least_squares(model, "whole", likelihood)
    rivals = [dense(model, TIMES, float(phi), likelihood)[0] for phi in np.linspace(-0.99, 0.99, 199)]
    assert best.log_likelihood >= max(rivals) - 1e-9
    assert best.log_likelihood <= max(rivals) + 0.05
    positive = generalised_least_squares(model, "continuous", likelihood)
    assert positive.phi >= 0
    assert positive.log_likelihood >= max(rivals[99:]) - 1e-9
    assert positive.log_likelihood <= best.log_likelihood + 1e-12


@pytest.mark.parametrize("likelihood", ["ML", "REML"])
def test_the_top_is_flat(likelihood: str) -> None:
    times = np.arange(1.0, 31)
    model = piecewise_model(case_of(remembered(0.6, times, 2), times, 12))
    best = generalised_least_squares(model, "continuous", likelihood)
    assert 0.05 < best.phi < 0.95
    rate = best.memory.rate
    assert best.profile.slope(best.memory) == pytest.approx(0, abs=1e-9)
    near = [
        generalised_least_squares(model, "continuous", likelihood, phi=math.exp(-rate * math.exp(step))).log_likelihood
        for step in (-1e-3, 1e-3)
    ]
    assert max(near) < best.log_likelihood
    assert near[0] == pytest.approx(near[1], abs=1e-8)


@pytest.mark.parametrize("likelihood", ["ML", "REML"])
@pytest.mark.parametrize("phi", [0.05, 0.4, 0.9])
def test_the_slope_of_the_likelihood_is_its_derivative(likelihood: str, phi: float) -> None:
    model = piecewise_model(CASE)
    held = generalised_least_squares(model, "continuous", likelihood, phi=phi)
    rate, step = held.memory.rate, 1e-5

    def height(log_rate: float) -> float:
        return dense(model, TIMES, math.exp(-math.exp(log_rate)), likelihood)[0]

    expected = (height(math.log(rate) + step) - height(math.log(rate) - step)) / (2 * step)
    assert held.profile.slope(held.memory) == pytest.approx(expected, rel=1e-6, abs=1e-7)


def test_on_equal_steps_continuous_time_is_ar1() -> None:
    times = np.arange(3.0, 40)
    model = piecewise_model(case_of(remembered(0.7, times, 2), times, 15))
    fits = [generalised_least_squares(model, way, "REML") for way in ("rows", "whole", "continuous")]
    for other in fits[1:]:
        assert other.phi == pytest.approx(fits[0].phi, rel=1e-9)
        assert other.log_likelihood == pytest.approx(fits[0].log_likelihood, abs=1e-10)
        assert other.coefficients[2].se == pytest.approx(fits[0].coefficients[2].se, rel=1e-9)
    default = generalised_least_squares(model)
    assert default.log_likelihood == fits[2].log_likelihood


def test_rows_forget_the_time_between_them_but_keep_gaps() -> None:
    model = piecewise_model(CASE)
    by_rows = autoregressive_rows(model)
    assert by_rows.likelihood == "ML"
    height, _, _, _ = dense(model, np.arange(16.0), by_rows.phi, "ML")
    assert by_rows.log_likelihood == pytest.approx(height, abs=1e-9)
    values = CASE.values.copy()
    values[[3, 4, 11]] = np.nan
    holes = piecewise_model(CASE.with_values(values))
    held = generalised_least_squares(holes, "rows", "ML", phi=-0.3)
    places = np.delete(np.arange(16.0), [3, 4, 11])
    assert held.log_likelihood == pytest.approx(dense(holes, places, -0.3, "ML")[0], abs=1e-9)
    assert autoregressive_rows(holes, "REML").likelihood == "REML"


def test_missing_scores_leave_their_time() -> None:
    values = CASE.values.copy()
    values[[2, 9]] = np.nan
    model = piecewise_model(CASE.with_values(values))
    held = generalised_least_squares(model, "continuous", "REML", phi=0.4)
    height, sigma, estimates, _ = dense(model, np.delete(TIMES, [2, 9]), 0.4, "REML")
    assert held.log_likelihood == pytest.approx(height, abs=1e-9)
    assert held.sigma == pytest.approx(sigma)
    assert [one.estimate for one in held.coefficients] == pytest.approx(estimates)
    assert held.df == 10


def test_without_memory_it_is_least_squares() -> None:
    model = piecewise_model(CASE)
    held, plain = generalised_least_squares(model, phi=0.0), ordinary_least_squares(model)
    for one, other in zip(held.coefficients, plain.coefficients, strict=True):
        assert one.estimate == pytest.approx(other.estimate, rel=1e-10)
        assert one.se == pytest.approx(other.se, rel=1e-10)
        assert one.p == pytest.approx(other.p, rel=1e-9)
    assert held.phi == 0
    assert held.sigma == pytest.approx(plain.sigma)


def test_alternating_scores_have_no_positive_memory() -> None:
    times = np.arange(1.0, 25)
    scores = np.where(np.arange(24) % 2, 1.0, -1.0) + remembered(0.0, times, 3) * 0.5
    model = piecewise_model(case_of(scores, times, 10))
    assert generalised_least_squares(model).phi == 0
    signed = generalised_least_squares(model, "whole")
    assert signed.phi < -0.5
    assert signed.log_likelihood > generalised_least_squares(model).log_likelihood + 1


def test_a_random_walk_drifts() -> None:
    times = np.arange(1.0, 31)
    for seed in range(40):
        walk = np.cumsum(np.random.default_rng(seed).standard_normal(30))
        fit = generalised_least_squares(piecewise_model(case_of(walk, times, 12), slope=False))
        if fit.drifts:
            assert fit.phi > 0.999
            break
    else:
        pytest.fail("No walk was seen to drift.")
    steps = np.diff(walk)
    jump = np.zeros(29)
    jump[11] = 1.0
    # differences of a walk are independent: the level is the one step at the start, less the trend of the others
    design = np.column_stack((np.ones(29), jump))
    estimates = np.linalg.lstsq(design, steps, rcond=None)[0]
    assert [one.estimate for one in fit.coefficients[1:]] == pytest.approx(estimates, abs=1e-4)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 10_000), st.sampled_from(["ML", "REML"]), st.sampled_from(["rows", "whole", "continuous"]))
def test_the_three_ways_say_the_same(seed: int, likelihood: str, spacing: str) -> None:
    case = case_of(remembered(0.5, TIMES, seed), TIMES, 7)
    w, hm, blb = (
        generalised_least_squares(piecewise_model(case, way), spacing, likelihood) for way in ("W", "H-M", "B&L-B")
    )
    for other in (hm, blb):
        assert other.log_likelihood == pytest.approx(w.log_likelihood, abs=1e-8)
        assert other.fitted == pytest.approx(w.fitted, abs=1e-5)


def _moved(case: Case, factor: float = 1.0, shift: float = 0.0, unit: float = 1.0) -> SerialFit:
    return generalised_least_squares(
        piecewise_model(make_case("k", case.values * factor, case.phases, case.times * unit + shift))
    )


def test_another_clock_another_unit() -> None:
    still = _moved(CASE)
    assert still.phi > 0.05
    for moved in (_moved(CASE, shift=1e6), _moved(CASE, shift=-500.5)):
        assert moved.phi == pytest.approx(still.phi, rel=1e-6)
        assert moved.log_likelihood == pytest.approx(still.log_likelihood, abs=1e-8)
        assert moved.coefficients[2].estimate == pytest.approx(still.coefficients[2].estimate, rel=1e-7)
    hours = _moved(CASE, unit=24.0)
    assert hours.phi**24 == pytest.approx(still.phi, rel=1e-7)
    assert hours.coefficients[2].se == pytest.approx(still.coefficients[2].se, rel=1e-7)
    for factor in (-2.0, 1e-60, 1e60):
        other = _moved(CASE, factor=factor)
        assert other.phi == pytest.approx(still.phi, rel=1e-7)
        assert other.coefficients[3].estimate / factor == pytest.approx(still.coefficients[3].estimate, rel=1e-7)
        assert other.sigma / abs(factor) == pytest.approx(still.sigma, rel=1e-7)
        assert other.log_likelihood == pytest.approx(still.log_likelihood - 12 * math.log(abs(factor)), abs=1e-7)


def test_uneven_gaps_of_every_size() -> None:
    times = np.cumsum([1e-3, 5.0, 1e-3, 2.0, 40.0, 1.0, 0.5, 3.0, 1e-3, 7.0, 2.0, 2.0, 9.0, 1.0])
    model = piecewise_model(case_of(remembered(0.8, times, 8), times, 6))
    best = generalised_least_squares(model)
    rivals = [dense(model, times, float(phi), "REML")[0] for phi in np.linspace(0, 0.999, 300)]
    assert best.log_likelihood >= max(rivals) - 1e-9


@pytest.mark.parametrize(
    ("scores", "phases", "spacing", "likelihood", "code"),
    [
        ([1, 2, 3, 4, 5, 6, 7], "AAABBBB", "continuous", "REML", "perfect-fit"),
        ([3, 3, 3, 3, 3, 3, 3], "AAABBBB", "continuous", "ML", "perfect-fit"),
        ([1, 2, 4, 4, 5], "AABBB", "continuous", "REML", "too-few-for-memory"),
        ([1, 4, 4, 4], "AABB", "rows", "ML", "too-few-for-memory"),
        ([None, None, None], "AAB", "rows", "ML", "no-scores"),
        ([1, 2, 1], "AAB", "rows", "ML", "fewer-scores-than-terms"),
    ],
)
def test_what_cannot_be_fitted_is_refused(
    scores: list[float | None], phases: str, spacing: str, likelihood: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        generalised_least_squares(piecewise_model(make_case("k", scores, list(phases))), spacing, likelihood)
    assert refused.value.code == code
    assert refused.value.why.nl
    assert refused.value.why.en


def test_the_smallest_series_that_is_fitted() -> None:
    assert autoregressive_rows(piecewise_model(make_case("k", [1, 2, 4, 4, 7], list("AABBB")))).df == 1
    six = piecewise_model(make_case("k", [1, 2, 4, 4, 7, 1], list("AABBBB")))
    assert generalised_least_squares(six).df == 2
    with pytest.raises(Refused) as refused:
        generalised_least_squares(piecewise_model(make_case("k", [1, 2, 4, 4, 7], list("AABBB"))))
    assert "6 scores nodig" in refused.value.why.nl
    assert "there are 5" in refused.value.why.en


def test_whole_times_are_asked_for() -> None:
    model = piecewise_model(case_of(np.array([1, 3, 2, 5, 4, 8, 6, 9]), np.array([1, 2, 3.5, 4, 5, 6, 7, 8]), 4))
    with pytest.raises(Refused) as refused:
        generalised_least_squares(model, "whole")
    assert refused.value.code == "times-not-whole"
    assert "hele getallen" in refused.value.why.nl
    assert "whole" in refused.value.why.en
    assert generalised_least_squares(model, "rows").df == 4


@pytest.mark.parametrize(("phi", "spacing"), [(1.0, "whole"), (-1.0, "whole"), (-0.1, "continuous"), (1.2, "rows")])
def test_an_impossible_memory_is_refused(phi: float, spacing: str) -> None:
    with pytest.raises(Refused) as refused:
        generalised_least_squares(piecewise_model(CASE), spacing, phi=phi)
    assert refused.value.code == "phi-out-of-range"
    assert refused.value.why.nl.endswith("en in doorlopende tijd minstens 0.")
    assert "below 1" in refused.value.why.en


def test_thirty_thousand_rows() -> None:
    times = np.arange(30_000.0)
    fit = generalised_least_squares(
        piecewise_model(case_of(remembered(0.6, times, 1), times, 9_000), trend=False, slope=False)
    )
    assert fit.phi == pytest.approx(0.6, abs=0.02)
    assert fit.coefficients[1].estimate == pytest.approx(0, abs=0.12)
