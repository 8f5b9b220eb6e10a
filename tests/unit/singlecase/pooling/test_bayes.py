from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.pooling.bayes import BayesPooled, Posterior, Priors, mixture_quantile, pool_bayes
from lijfspoor.domain.singlecase.pooling.bayes_grid import grid_on, halved_grid, tau_cdf_root, tau_grid
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects
from tests.unit.singlecase.pooling import slow_pooling as slow

Y, SES = [0.1, 0.9, 0.3, 1.4], [0.2, 0.3, 0.15, 0.4]
PRIORS = Priors(mu_sd=1.0, tau_scale=0.5)


@pytest.fixture(scope="module")
def four() -> BayesPooled:
    return pool_bayes(client_effects(Y, SES, ["Ada", "Bo", "Cy", "Di"]), PRIORS)


def density(tau: float, y: list[float], ses: list[float], priors: Priors) -> float:
    """p(tau) p(y | tau) with mu integrated out as one multivariate normal: another road than the engine's."""
    cov = np.diag(np.array(ses) ** 2 + tau**2) + priors.mu_sd**2
    mean = np.full(len(y), priors.mu_mean)
    likelihood = stats.multivariate_normal(mean, cov).pdf(np.array(y))
    return float(likelihood * 2 * stats.norm(0, priors.tau_scale).pdf(tau))


def test_moments_agree_with_a_plain_sum_over_mu_and_tau(four: BayesPooled) -> None:
    def mean(what: object) -> float:
        return slow.joint_moments(Y, SES, 1.0, 0.5, what)  # type: ignore[arg-type]  # a lambda of two floats

    assert four.mu.mean == pytest.approx(mean(lambda mu, tau: mu), abs=2e-5)
    assert four.tau.mean == pytest.approx(mean(lambda mu, tau: tau), abs=2e-5)
    assert four.mu.sd == pytest.approx(sqrt(mean(lambda mu, tau: (mu - four.mu.mean) ** 2)), abs=2e-5)
    assert four.probability_above_zero == pytest.approx(mean(lambda mu, tau: mu > 0), abs=2e-3)
    spread = mean(lambda mu, tau: tau**2) + four.mu.sd**2
    assert four.new_client.sd == pytest.approx(sqrt(spread), abs=2e-5)
    assert four.new_client.mean == pytest.approx(four.mu.mean)

    def pulled(mu: float, tau: float) -> float:
        share = 0.2**2 / (0.2**2 + tau**2)
        return share * mu + (1 - share) * Y[0]

    first = mean(pulled)
    assert four.clients[0].mean == pytest.approx(first, abs=2e-5)
    inside = mean(lambda mu, tau: 0.2**2 * tau**2 / (0.2**2 + tau**2) + (pulled(mu, tau) - first) ** 2)
    assert four.clients[0].sd == pytest.approx(sqrt(inside), abs=2e-5)


def test_tau_agrees_with_another_integrator(four: BayesPooled) -> None:
    def upto(end: float, power: int = 0) -> float:
        return float(integrate.quad(lambda t: t**power * density(t, Y, SES, PRIORS), 0, end, epsabs=0, epsrel=1e-11)[0])

    whole = upto(6.0)
    assert four.tau.mean == pytest.approx(upto(6.0, 1) / whole, rel=1e-9)
    assert four.tau.sd == pytest.approx(sqrt(upto(6.0, 2) / whole - four.tau.mean**2), rel=1e-8)
    for limit, share in ((four.tau.interval.lower, 0.025), (four.tau.median, 0.5), (four.tau.interval.upper, 0.975)):
        assert upto(limit) / whole == pytest.approx(share, rel=1e-8)


def test_quantiles_of_mu_and_a_new_client_cut_off_their_share(four: BayesPooled) -> None:
    variances = np.array(SES) ** 2

    def below(limit: float, new: bool) -> float:
        def part(tau: float) -> float:
            weights = 1 / (variances + tau**2)
            precision = 1 + weights.sum()
            sd = sqrt(1 / precision + (tau**2 if new else 0.0))
            share = stats.norm((weights @ np.array(Y)) / precision, sd).cdf(limit)
            return float(share) * density(tau, Y, SES, PRIORS)

        whole = integrate.quad(lambda t: density(t, Y, SES, PRIORS), 0, 6, epsrel=1e-10)[0]
        return float(integrate.quad(part, 0, 6, epsrel=1e-9)[0] / whole)

    for one, new in ((four.mu, False), (four.new_client, True)):
        assert below(one.interval.lower, new) == pytest.approx(0.025, rel=1e-7)
        assert below(one.median, new) == pytest.approx(0.5, rel=1e-7)
        assert below(one.interval.upper, new) == pytest.approx(0.975, rel=1e-7)


def test_worked_example_without_spread_between_clients() -> None:
    answer = pool_bayes(client_effects([1.0, 1.0], [1.0, 1.0]), Priors(mu_sd=1.0, tau_scale=1e-6))
    assert answer.mu.mean == pytest.approx(2 / 3, abs=1e-9)
    assert answer.mu.sd == pytest.approx(sqrt(1 / 3), abs=1e-9)
    assert answer.mu.interval.upper == pytest.approx(2 / 3 + 1.959963985 * sqrt(1 / 3), abs=1e-8)
    assert answer.tau.mean == pytest.approx(1e-6 * sqrt(2 / np.pi), rel=1e-6)
    assert answer.clients[0].mean == pytest.approx(2 / 3, abs=1e-9)


def test_the_answer_says_its_priors_names_level_and_error(four: BayesPooled) -> None:
    assert four.names == ("Ada", "Bo", "Cy", "Di")
    assert len(four.clients) == 4
    assert 0 <= four.error < 1e-9
    assert four.priors == PRIORS
    assert four.remarks == (PRIORS.said,)
    assert "rond 0 (standaarddeviatie 1)" in four.remarks[0].nl
    assert "with scale 0.5" in four.remarks[0].en
    assert four.mu.interval.level == 0.95
    narrow = pool_bayes(client_effects(Y, SES), PRIORS, level=0.5)
    assert four.mu.interval.lower < narrow.mu.interval.lower < narrow.mu.median < narrow.mu.interval.upper
    assert narrow.mu.interval.level == 0.5


def test_the_prior_mean_draws_and_has_a_place_of_its_own() -> None:
    far = pool_bayes(client_effects(Y, SES), Priors(mu_sd=0.1, tau_scale=0.5, mu_mean=5.0))
    near = pool_bayes(client_effects(Y, SES), Priors(mu_sd=0.1, tau_scale=0.5, mu_mean=0.5))
    assert far.mu.mean > 3.0
    assert near.mu.mean == pytest.approx(0.5, abs=0.1)


@given(
    st.lists(st.tuples(st.floats(-3, 3), st.floats(0.05, 3)), min_size=2, max_size=5),
    st.sampled_from([1e-100, 0.01, 100.0, 1e100]),
)
@settings(max_examples=15, deadline=None)
def test_another_unit_changes_nothing_else(rows: list[tuple[float, float]], unit: float) -> None:
    y, ses = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    before = pool_bayes(client_effects(y, ses), PRIORS)
    after = pool_bayes(client_effects(y * unit, ses * unit), Priors(unit, 0.5 * unit))
    for one, other in ((before.mu, after.mu), (before.tau, after.tau), (before.clients[1], after.clients[1])):
        for name in ("mean", "sd", "median"):
            assert getattr(other, name) == pytest.approx(getattr(one, name) * unit, rel=1e-6, abs=1e-9 * unit)
    assert after.probability_above_zero == pytest.approx(before.probability_above_zero, abs=1e-9)


@pytest.mark.parametrize(
    ("y", "ses", "priors"),
    [
        ([1.0, 1.0, 1.0], [0.02, 0.016, 0.013], Priors(1.0, 0.5)),
        ([100.0, 300.0], [0.1, 0.1], Priors(1.0, 0.01)),
        ([0.0, 1.0, 2.0], [1e-9, 1e-9, 1e-9], Priors(1.0, 1.0)),
        ([1e12, 1e12 + 2], [1.0, 1.0], Priors(1.0, 1.0, mu_mean=1e12)),
        (np.linspace(-1, 1, 300).tolist(), [0.3] * 300, Priors(1.0, 1.0)),
    ],
)
def test_difficult_inputs_still_integrate(y: list[float], ses: list[float], priors: Priors) -> None:
    answer = pool_bayes(client_effects(y, ses), priors)
    assert answer.error < 1e-6
    each: tuple[Posterior, ...] = (answer.mu, answer.tau, answer.new_client, *answer.clients)
    for one in each:
        assert 0 < one.sd < inf
        assert one.interval.lower <= one.median <= one.interval.upper
    assert answer.tau.interval.lower >= 0


@pytest.mark.parametrize(
    "priors",
    [
        Priors(0.0, 1.0),
        Priors(1.0, 0.0),
        Priors(-1.0, 1.0),
        Priors(inf, 1.0),
        Priors(1.0, float("nan")),
        Priors(1.0, 1.0, inf),
        Priors(1.0, 1.0, float("nan")),
        Priors(1e-70, 1.0),
        Priors(1.0, 1e70),
    ],
)
def test_priors_are_numbers_above_zero_in_the_unit_of_the_effects(priors: Priors) -> None:
    with pytest.raises(Refused) as refused:
        pool_bayes(client_effects([0.0, 1.0], [1.0, 1.0]), priors)
    assert refused.value.code == "bad-prior"


def test_a_level_lies_between_0_and_1() -> None:
    with pytest.raises(Refused) as refused:
        pool_bayes(client_effects(Y, SES), PRIORS, level=1.0)
    assert refused.value.code == "bad-level"


def test_the_same_answer_every_time(four: BayesPooled) -> None:
    assert pool_bayes(client_effects(Y, SES, four.names), PRIORS) == four


def test_mixture_quantile_of_one_normal_and_of_two_far_apart() -> None:
    one = mixture_quantile(np.array([1.0]), np.array([[2.0, -1.0]]), np.array([[3.0, 0.5]]), 0.9)
    assert one.tolist() == pytest.approx([2 + 3 * 1.2815515655, -1 + 0.5 * 1.2815515655])
    two = mixture_quantile(np.array([0.5, 0.5]), np.array([[0.0], [1000.0]]), np.array([[1.0], [1.0]]), 0.25)
    assert two[0] == pytest.approx(0.0, abs=1e-9)


def test_the_grid_integrates_a_known_density() -> None:
    grid = tau_grid(lambda tau: -0.5 * ((tau - 3) / 0.001) ** 2, 0.01, 50.0)
    assert grid.share.sum() == pytest.approx(1.0, abs=1e-12)
    assert grid.log_mass == pytest.approx(np.log(0.001 * sqrt(2 * np.pi)), abs=1e-10)
    assert float(grid.share @ grid.tau) == pytest.approx(3.0, abs=1e-10)
    assert grid.panel_shares.sum() == pytest.approx(1.0, abs=1e-12)
    assert np.all(np.diff(grid.tau) > 0)


def test_the_grid_finds_quantiles_and_halving_changes_nothing() -> None:
    def half_normal(tau: np.ndarray) -> np.ndarray:
        return np.asarray(-0.5 * tau**2)

    grid = tau_grid(half_normal, 0.1, 40.0)
    for share in (0.001, 0.5, 0.999):
        assert tau_cdf_root(half_normal, grid, share) == pytest.approx(stats.halfnorm.ppf(share), rel=1e-10)
    finer = halved_grid(half_normal, grid)
    assert len(finer.tau) == 2 * len(grid.tau)
    assert finer.log_mass == pytest.approx(grid.log_mass, abs=1e-12)
    assert grid_on(half_normal, grid.edges).log_mass == grid.log_mass
