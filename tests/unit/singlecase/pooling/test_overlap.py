from math import atanh, inf, sqrt, tanh

import numpy as np
import pytest
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast, Improvement
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects
from lijfspoor.domain.singlecase.pooling.overlap import overlap_variance, pool_overlap
from lijfspoor.domain.singlecase.pooling.random_effects import pool
from lijfspoor.domain.singlecase.pooling.tau_u_fixed import tau_u_meta_fixed


def pair(a: list[float], b: list[float], improvement: Improvement = Improvement.INCREASE) -> Contrast:
    moments = np.arange(1.0, len(a) + len(b) + 1)
    return Contrast(
        np.array(a, dtype=float), np.array(b, dtype=float), moments[: len(a)], moments[len(a) :], improvement
    )


PERFECT = pair([1, 2, 3, 2, 1], [7, 8, 9, 8, 7])
HALF = pair([1, 2, 3, 2, 1], [1, 2, 3, 2, 1])
MIXED = [("Ada", PERFECT), ("Bo", HALF), ("Cy", pair([1, 2, 3, 4], [2, 3, 5, 5, 4, 6]))]


def variance(m: int, n: int, x: float) -> float:
    """Newcombe's equation, solved for the squared distance over z^2."""
    h = (m + n) / 2 - 1
    return x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x)) / (m * n * (2 - x) * (1 + x))


@pytest.mark.parametrize("at", [0.5, 0.02, 0.98, 0.75])
def test_the_variance_is_that_of_newcombes_equation(at: float) -> None:
    sizes = np.array([[5.0, 5.0], [3.0, 20.0]])
    assert overlap_variance(sizes, at).tolist() == pytest.approx([variance(5, 5, at), variance(3, 20, at)])


def test_clients_without_any_overlap_keep_an_interval_with_width() -> None:
    answer = pool_overlap([("Ada", PERFECT), ("Bo", PERFECT)])
    assert answer.mean == 1.0
    assert answer.interval.upper == answer.prediction.upper == 1.0
    lower = answer.interval.lower
    assert lower == pytest.approx(0.7900176418)
    assert (1 - lower) ** 2 * 2 / variance(5, 5, lower) == pytest.approx(1.959963985**2)
    assert 0 < answer.p < 1
    assert "every score is better" in answer.remarks[-1].en
    assert answer.tau2 == 0.0


def test_clients_who_all_got_worse_are_the_mirror_image() -> None:
    worse = Contrast(PERFECT.a, PERFECT.b, PERFECT.times_a, PERFECT.times_b, Improvement.DECREASE)
    answer = pool_overlap([("Ada", worse), ("Bo", worse)])
    assert (answer.mean, answer.interval.lower) == (0.0, 0.0)
    assert answer.interval.upper == pytest.approx(1 - 0.7900176418)
    assert all("every score is better" not in remark.en for remark in answer.remarks)


def test_more_perfect_clients_narrow_the_interval_but_never_close_it() -> None:
    lowers = [pool_overlap([(str(row), PERFECT) for row in range(k)]).interval.lower for k in (2, 4, 8, 32)]
    assert lowers == sorted(lowers)
    assert lowers[-1] < 0.999


def test_weights_hang_on_numbers_of_scores_not_on_the_result() -> None:
    answer = pool_overlap([("Ada", PERFECT), ("Bo", HALF)])
    assert answer.weights == pytest.approx((0.5, 0.5))
    assert answer.mean == pytest.approx(0.75)
    assert answer.names == ("Ada", "Bo")


def test_mixed_clients_are_pooled_with_one_common_variance() -> None:
    values = np.array([1.0, 0.5, (0.5 + 3 * 3.5 + 4 + 3 + 3.5 - 3.5) / 24])
    wins = np.array([[b > a for a in (1, 2, 3, 4)] for b in (2, 3, 5, 5, 4, 6)]).sum()
    ties = sum(a == b for a in (1, 2, 3, 4) for b in (2, 3, 5, 5, 4, 6))
    values[2] = (wins + ties / 2) / 24
    common = (0.98 + 0.5 + values[2]) / 3
    ses = [sqrt(variance(5, 5, common)), sqrt(variance(5, 5, common)), sqrt(variance(4, 6, common))]
    wanted = pool(client_effects(values, ses))
    answer = pool_overlap(MIXED)
    assert (answer.mean, answer.se, answer.tau2) == pytest.approx((wanted.mean, wanted.se, wanted.tau2))
    assert answer.interval.lower == pytest.approx(max(0.0, wanted.interval.lower))
    assert answer.interval.upper == 1.0
    assert answer.p == pytest.approx(2 * float(stats.t.sf((answer.mean - 0.5) / answer.se, 2)))


def test_tau_is_twice_nap_less_one_throughout() -> None:
    nap, tau = pool_overlap(MIXED), pool_overlap(MIXED, "tau")
    assert tau.mean == pytest.approx(2 * nap.mean - 1)
    assert (tau.se, tau.tau2) == pytest.approx((2 * nap.se, 4 * nap.tau2))
    assert tau.tau2_interval.upper == pytest.approx(4 * nap.tau2_interval.upper)
    assert tau.tau2_interval.lower == pytest.approx(4 * nap.tau2_interval.lower)
    for one, other in ((tau.interval, nap.interval), (tau.prediction, nap.prediction)):
        assert (one.lower, one.upper, one.level) == pytest.approx((2 * other.lower - 1, 2 * other.upper - 1, 0.95))
    assert (tau.p, tau.i2, tau.q, tau.weights) == (nap.p, nap.i2, nap.q, nap.weights)


def test_reversing_what_is_better_mirrors_the_answer() -> None:
    turned = [(name, Contrast(one.a, one.b, one.times_a, one.times_b, Improvement.DECREASE)) for name, one in MIXED]
    answer, mirror = pool_overlap(MIXED), pool_overlap(turned)
    assert mirror.mean == pytest.approx(1 - answer.mean)
    assert mirror.interval.lower == pytest.approx(1 - answer.interval.upper)
    assert mirror.interval.upper == pytest.approx(1 - answer.interval.lower)


def test_a_tie_of_all_scores_gives_one_half() -> None:
    flat = pair([2, 2, 2], [2, 2, 2])
    answer = pool_overlap([("Ada", flat), ("Bo", flat)], level=0.9)
    assert (answer.mean, answer.p) == (0.5, 1.0)
    assert 0.0 < answer.interval.lower < 0.5 < answer.interval.upper < 1.0
    assert answer.interval.level == 0.9


def test_one_score_a_phase_still_gives_an_answer() -> None:
    answer = pool_overlap([("Ada", pair([1], [2])), ("Bo", pair([1], [3]))])
    assert answer.mean == 1.0
    assert 0.0 < answer.interval.lower < 0.5


@pytest.mark.parametrize("clients", [[], [("Ada", PERFECT)]])
def test_fewer_than_two_clients_are_refused(clients: list[tuple[str, Contrast]]) -> None:
    with pytest.raises(Refused) as refused:
        pool_overlap(clients)
    assert refused.value.code == "one-client"


def test_the_interval_over_eight_clients_holds_near_one() -> None:
    rng = np.random.default_rng(7)
    truth = float(stats.norm.cdf(2 / sqrt(2)))
    held = 0
    for _ in range(150):
        clients = [(str(k), pair(rng.normal(0, 1, 8).tolist(), rng.normal(2, 1, 12).tolist())) for k in range(8)]
        interval = pool_overlap(clients).interval
        held += interval.lower <= truth <= interval.upper
    assert held >= 0.9 * 150  # with each client's own variance two of three at most


def test_tau_u_with_fixed_weights_worked_example() -> None:
    answer = tau_u_meta_fixed([0.5, 0.5], [12, 12])
    assert (answer.value, answer.se) == pytest.approx((0.5, 1 / sqrt(18)))
    assert answer.figures["z"] == pytest.approx(atanh(0.5) * sqrt(18))
    assert answer.figures["p"] == pytest.approx(2 * float(stats.norm.sf(atanh(0.5) * sqrt(18))))
    assert answer.interval is not None
    assert answer.interval.lower == pytest.approx(tanh(atanh(0.5) - 1.959963985 / sqrt(18)))
    assert answer.interval.upper == pytest.approx(tanh(atanh(0.5) + 1.959963985 / sqrt(18)))
    assert (answer.statistic, answer.assumes_independence) == ("tau-u.meta-fixed", True)
    assert "makes it 1 or -1 always" in answer.remarks[0].en


def test_tau_u_with_fixed_weights_weighs_by_scores() -> None:
    assert tau_u_meta_fixed([0.2, 0.6], [4, 12]).value == pytest.approx(tanh((atanh(0.2) + 9 * atanh(0.6)) / 10))
    wide = tau_u_meta_fixed([0.2, 0.6], [4, 12], level=0.5).interval
    assert wide is not None
    assert wide.level == 0.5


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_one_perfect_case_swallows_all_others_there(sign: float) -> None:
    answer = tau_u_meta_fixed([sign, 0.0, -0.9 * sign], [10, 40, 40])
    assert answer.interval is not None
    assert (answer.value, answer.interval.lower, answer.interval.upper) == (sign, sign, sign)
    assert (answer.figures["z"], answer.figures["p"]) == (sign * inf, 0.0)


@pytest.mark.parametrize(
    ("taus", "counts", "code"),
    [
        ([0.1, 0.2], [10], "unequal-lengths"),
        ([], [], "no-rows"),
        ([0.1], [3], "too-few-scores"),
        ([1.01], [10], "tau-out-of-range"),
        ([float("nan")], [10], "tau-out-of-range"),
        ([1.0, -1.0], [10, 10], "opposite-perfect-cases"),
    ],
)
def test_what_it_cannot_pool_is_refused(taus: list[float], counts: list[int], code: str) -> None:
    with pytest.raises(Refused) as refused:
        tau_u_meta_fixed(taus, counts)
    assert refused.value.code == code
    assert tau_u_meta_fixed([0.1], [4]).se == 1.0
