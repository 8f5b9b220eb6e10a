"""NAP, Tau and the rank sum test: worked by hand, by fractions, by law and at complete separation."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from lijfspoor.domain.singlecase.effects.mann_whitney import mann_whitney
from lijfspoor.domain.singlecase.effects.nap import NapError, nap
from lijfspoor.domain.singlecase.effects.newcombe import newcombe_limits
from lijfspoor.domain.singlecase.effects.tau import tau
from tests.unit.singlecase.effects import slow_ranks as slow
from tests.unit.singlecase.effects.sides import DOWN, close, refusal, two

SCORE = st.integers(-9, 9).map(lambda tenths: tenths / 10)
PHASE = st.lists(SCORE, min_size=2, max_size=9)
Z95 = 1.959963984540054


def test_the_examples_of_the_texts() -> None:
    contrast = two([1, 3], [2, 3, 4])
    found = nap(contrast)
    assert (found.statistic, found.value, found.assumes_independence) == ("nap", 0.75, True)
    assert found.figures == {"pairs": 6, "wins": 4, "ties": 1, "losses": 1}
    assert found.remarks == ()
    assert (tau(contrast).statistic, tau(contrast).value) == ("tau", 0.5)
    test = mann_whitney(contrast)
    assert (test.statistic, test.value, test.assumes_independence) == ("mann-whitney", 1.5, True)
    assert test.figures["z"] == close(-1 / sqrt(2.85))
    assert test.figures["p"] == close(0.27680849598289026)
    assert test.figures["d"] == close(3.464 * (1 - sqrt(0.5)))
    assert test.figures["r2"] == close(test.figures["d"] ** 2 / (test.figures["d"] ** 2 + 4))
    assert (test.se, test.interval, test.remarks) == (None, None, ())


@given(PHASE, PHASE)
@settings(deadline=None)
def test_value_and_errors_as_by_fractions(a: list[float], b: list[float]) -> None:
    value, unbiased, hanley = slow.nap_errors(a, b)
    wins, ties, losses = slow.pairs(a, b)
    found = nap(two(a, b))
    assert found.value == close(value)
    assert found.value == close((wins + ties / 2) / (wins + ties + losses))
    assert unbiased > 0
    assert found.se == close(sqrt(unbiased), rel=1e-8)
    assert tau(two(a, b)).se == close(2 * sqrt(unbiased), rel=1e-8)
    assert nap(two(a, b), se="hanley").se == close(sqrt(hanley), rel=1e-8)
    m, n = len(a), len(b)
    assert nap(two(a, b), se=NapError.NULL).se == close(sqrt((m + n + 1) / (12 * m * n)))
    assert tau(two(a, b)).value == close(2 * value - 1)


@given(PHASE, PHASE, st.sampled_from([0.5, 0.8, 0.95, 0.999]))
@settings(deadline=None)
def test_the_limits_solve_newcombes_equation(a: list[float], b: list[float], level: float) -> None:
    z = {0.5: 0.6744897501960817, 0.8: 1.2815515655446004, 0.95: Z95, 0.999: 3.2905267314919255}[level]
    found = nap(two(a, b), level=level)
    assert found.interval is not None
    assert found.interval.level == level
    assert 0 <= found.interval.lower <= found.value <= found.interval.upper <= 1
    for limit, inner in ((found.interval.lower, found.value > 0), (found.interval.upper, found.value < 1)):
        assert 0 < limit < 1 or not inner
        left, right = slow.newcombe_balance(limit, found.value, len(a), len(b), z)
        assert left == close(right, rel=1e-7, abs_=1e-12)
    doubled = tau(two(a, b), level=level).interval
    assert doubled is not None
    assert (doubled.lower, doubled.upper) == (close(2 * found.interval.lower - 1), close(2 * found.interval.upper - 1))
    assert doubled.level == level


def test_at_complete_separation_the_limit_is_the_inner_root() -> None:
    above = nap(two([1, 2, 3], [4, 5, 6])).interval
    assert above is not None
    assert above.upper == 1
    assert 0.5 < above.lower < 0.6
    left, right = slow.newcombe_balance(above.lower, 1.0, 3, 3, Z95)
    assert left == close(right)
    below = nap(two([1, 2, 3], [4, 5, 6], DOWN)).interval
    assert below is not None
    assert (below.lower, below.upper) == (0, close(1 - above.lower))


def test_limits_for_series_of_different_lengths_at_once() -> None:
    value, m, n = np.array([0.9, 0.2, 1.0]), np.array([5.0, 8.0, 20.0]), np.array([6.0, 3.0, 20.0])
    lower, upper = newcombe_limits(value, m, n, Z95)
    for row in range(3):
        alone = newcombe_limits(value[row : row + 1], int(m[row]), int(n[row]), Z95)
        assert (lower[row], upper[row]) == (close(alone[0][0]), close(alone[1][0]))


@pytest.mark.parametrize(("m", "n"), [(1, 1), (1, 50), (400, 3000), (100_000, 100_000)])
def test_the_root_is_found_for_any_chance_and_length(m: int, n: int) -> None:
    chance = np.array([0.0, 1 / (2 * m * n), 0.001, 0.3, 0.5, 0.999, 1.0])
    lower, upper = newcombe_limits(chance, m, n, Z95)
    assert lower[0] == 0
    assert upper[-1] == 1
    np.testing.assert_allclose(upper, 1 - newcombe_limits(1 - chance, m, n, Z95)[0], rtol=1e-12)
    for limit, value in zip(lower[1:], chance[1:], strict=True):
        left, right = slow.newcombe_balance(float(limit), float(value), m, n, Z95)
        assert left == pytest.approx(right, rel=1e-6)
        assert 0 < limit < value


@given(PHASE, PHASE)
@settings(deadline=None)
def test_the_rank_sum_test_as_others_compute_it(a: list[float], b: list[float]) -> None:
    contrast = two(a, b)
    if len(set(a) | set(b)) == 1:
        assert refusal(mann_whitney, contrast) == "all-tied"
        return
    peer = mannwhitneyu(a, b, alternative="less", method="asymptotic", use_continuity=True)
    found = mann_whitney(contrast)
    assert found.value == close(peer.statistic)
    assert found.figures["p"] == close(peer.pvalue, rel=1e-8)
    assert found.figures["d"] == close(3.464 * (1 - sqrt(2 * (1 - nap(contrast).value))), abs_=1e-7)


def test_one_score_in_a_phase_leaves_no_unbiased_error() -> None:
    for contrast in (two([1], [0, 2, 3]), two([1, 4, 2], [3])):
        found = nap(contrast)
        assert found.se is None
        assert found.interval is not None
        assert "one score only" in found.remarks[0].en
        assert "maar één score" in found.remarks[0].nl
        assert found.assumes_independence is True
        hanley = nap(contrast, se="hanley")
        assert hanley.se is not None
        assert hanley.statistic == "nap.hanley"
    assert tau(two([1], [2]), se="null").statistic == "tau.null"


def test_a_level_is_a_chance() -> None:
    for level in (0, 1, 95, -0.1):
        assert refusal(nap, two([1, 2], [3, 4]), level=level) == "bad-level"
        assert refusal(tau, two([1, 2], [3, 4]), level=level) == "bad-level"
    with pytest.raises(ValueError, match="bootstrap"):
        nap(two([1, 2], [3, 4]), se="bootstrap")
