import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Correlation, grid, make_rhythm, signed_power

SERIES = np.array([0, 0, 0, 0, 1, 1, 1])
EVEN = np.array([1.0, 2, 3, 5, 1, 2, 4])
UNEVEN = np.array([0.5, 1.1, 2.6, 2.9, 0, 0.7, 3.1])


def _matrix(kind: str, parameter: float, times: np.ndarray) -> np.ndarray:
    value = np.eye(7)
    for i in range(7):
        for j in range(7):
            if i != j and SERIES[i] == SERIES[j]:
                apart = abs(times[i] - times[j])
                if kind == "ar1":
                    value[i, j] = parameter ** round(apart) if parameter < 0 else parameter**apart
                elif kind == "ma1" and apart == 1:
                    value[i, j] = parameter / (1 + parameter**2)
    return value


@pytest.mark.parametrize(
    ("kind", "parameter", "times", "lag"),
    [
        ("independent", 0.0, EVEN, 1.0),
        ("ar1", 0.6, EVEN, 1.0),
        ("ar1", -0.4, EVEN, 1.0),
        ("ar1", 0.0, EVEN, 1.0),
        ("ar1", 0.6, UNEVEN, 0.7),
        ("ma1", 0.8, EVEN, 1.0),
        ("ma1", -0.3, EVEN, 1.0),
    ],
)
def test_whitening_is_the_inverse_cholesky_of_the_correlation(
    kind: str, parameter: float, times: np.ndarray, lag: float
) -> None:
    rhythm = make_rhythm(Correlation(kind), times, SERIES)
    dense = _matrix(kind, parameter, times / lag)
    assert rhythm.lag == pytest.approx(lag)
    columns = np.random.default_rng(0).standard_normal((7, 3))
    white, log_determinant = rhythm.whiten(parameter, columns)
    np.testing.assert_allclose(white, np.linalg.solve(np.linalg.cholesky(dense), columns), atol=1e-12)
    assert log_determinant == pytest.approx(np.linalg.slogdet(dense)[1], abs=1e-12)
    same = (SERIES[:, None] == SERIES[None, :])[None]
    value, slope = rhythm.matrix(parameter, (times / lag)[None], same)
    np.testing.assert_allclose(value[0], dense, atol=1e-12)
    if kind != "independent" and parameter:
        above, below = (_matrix(kind, parameter + step, times / lag) for step in (1e-6, -1e-6))
        np.testing.assert_allclose(slope[0], (above - below) / 2e-6, atol=1e-8)
    if kind == "independent":
        assert not slope.any()


def test_independent_scores_close_in_time_stay_apart() -> None:
    rhythm = make_rhythm(Correlation.INDEPENDENT, UNEVEN / 10, SERIES)
    value, _ = rhythm.matrix(0.0, (UNEVEN / 10)[None], np.ones((1, 7, 7), dtype=np.bool_))
    assert value[0].trace() == 7
    assert value[0, 0, 1] == 0


@pytest.mark.parametrize(
    ("gaps", "lag", "on_grid"),
    [
        ([1, 2, 3], 1.0, True),
        ([2, 3], 1.0, True),
        ([4, 6], 2.0, True),
        ([0.5, 1.0, 1.5], 0.5, True),
        ([7, 14], 7.0, True),
        ([0.3, 0.7, 0.9], 0.7, False),
    ],
)
def test_the_grid_of_times(gaps: list[float], lag: float, on_grid: bool) -> None:
    found, whole = grid(np.array(gaps, dtype=float))
    assert found == pytest.approx(lag)
    assert whole is on_grid


def test_a_grid_allows_negative_correlation_and_other_times_do_not() -> None:
    even, uneven = (make_rhythm(Correlation.AR1, times, SERIES) for times in (EVEN, UNEVEN))
    assert even.natural(-0.5) == pytest.approx(np.tanh(-0.5))
    assert even.free(even.natural(0.3)) == pytest.approx(0.3)
    assert 0 < uneven.natural(-5) < 1e-4
    assert uneven.natural(0) == 0.5
    assert uneven.free(uneven.natural(-3)) == pytest.approx(-3)
    assert (even.parameters, make_rhythm(Correlation.INDEPENDENT, EVEN, SERIES).parameters) == (1, 0)


def test_a_moving_average_needs_a_grid() -> None:
    with pytest.raises(Refused) as refused:
        make_rhythm(Correlation.MA1, UNEVEN, SERIES)
    assert refused.value.code == "irregular-times"
    assert "tussenpozen" in refused.value.why.nl
    assert "grid" in refused.value.why.en


def test_powers_keep_their_sign() -> None:
    exponents = np.array([0.0, 1, 2, 3])
    assert signed_power(-0.5, exponents).tolist() == [1, -0.5, 0.25, -0.125]
    assert signed_power(0.5, exponents).tolist() == [1, 0.5, 0.25, 0.125]
    assert signed_power(0.0, exponents).tolist() == [1, 0, 0, 0]
