"""The small-sample correction against its definition with n x n matrices."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.gls import generalised_least_squares
from lijfspoor.domain.singlecase.models.memory import Memory
from lijfspoor.domain.singlecase.models.piecewise import LinearModel, piecewise_model
from lijfspoor.domain.singlecase.models.small_sample import small_sample

Array = npt.NDArray[np.float64]
SCORES = [4.1, 5.0, 4.4, 3.2, 3.9, 4.8, 6.9, 7.2, 6.1, 5.4, 6.6, 7.9, 8.3, 7.0, 6.2, 6.9]
UNEVEN = [1, 2, 3, 5, 6, 7, 9, 10, 13, 14, 15, 16, 18, 20, 21, 22]


def case_at(times: Sequence[float], scores: Sequence[float] = SCORES) -> Case:
    return make_case("k", scores, ["A"] * 6 + ["B"] * (len(scores) - 6), times)


def by_definition(model: LinearModel, phi: float, spread: float) -> tuple[Array, Array]:
    """Corrected covariance and degrees of freedom from dense V, dV/dsigma^2 and dV/dphi."""
    model = model.scored()
    x, t = model.matrix, model.times
    gaps = np.abs(t[:, None] - t[None, :])
    power = np.where(gaps == 0, 1.0, np.sign(phi) ** gaps * np.abs(phi) ** gaps)
    turned = spread * gaps * power / phi
    changes = [power, turned]
    v = np.linalg.inv(spread * power)
    f = np.linalg.inv(x.T @ v @ x)
    left = v - v @ x @ f @ x.T @ v
    p = [-x.T @ v @ change @ v @ x for change in changes]
    information = np.array([[0.5 * np.trace(left @ a @ left @ b) for b in changes] for a in changes])
    w = np.linalg.inv(information)
    inner = np.zeros_like(f)
    for i in range(2):
        for j in range(2):
            q = x.T @ v @ changes[i] @ v @ changes[j] @ v @ x
            inner += w[i, j] * (q - p[i] @ f @ p[j])
    slopes = np.array([np.diag(-f @ each @ f) for each in p])
    degrees: Array = 2 * np.diag(f) ** 2 / np.einsum("ik,ij,jk->k", slopes, w, slopes)
    return np.asarray(f + 2 * f @ inner @ f, dtype=np.float64), degrees


@pytest.mark.parametrize("spacing", ["continuous", "whole"])
@pytest.mark.parametrize("phi", [0.15, 0.5, 0.85, -0.45])
@pytest.mark.parametrize("slope", [True, False])
def test_it_is_its_definition(spacing: str, phi: float, slope: bool) -> None:
    if phi < 0 and spacing == "continuous":
        phi = 0.7
    model = piecewise_model(case_at(UNEVEN), slope=slope)
    fit = generalised_least_squares(model, spacing, "REML", phi=phi)
    ours = small_sample(fit)
    covariance, degrees = by_definition(model, phi, fit.sigma**2)
    assert ours.covariance == pytest.approx(covariance, rel=1e-7, abs=1e-10)
    for term, one in enumerate(ours.coefficients):
        assert one.name == fit.coefficients[term].name
        assert one.estimate == fit.coefficients[term].estimate
        assert one.se == pytest.approx(math.sqrt(covariance[term, term]), rel=1e-8)
        df = min(max(degrees[term], 1.0), fit.df)
        assert one.df == pytest.approx(df, rel=1e-7)
        assert one.statistic == pytest.approx(one.estimate / one.se)
        assert one.p == pytest.approx(2 * stats.t.sf(abs(one.estimate / one.se), df), rel=1e-6)


def test_errors_grow_and_degrees_shrink() -> None:
    fit = generalised_least_squares(piecewise_model(case_at(UNEVEN), slope=False))
    assert 0 < fit.phi < 1
    for one, plain in zip(small_sample(fit).coefficients, fit.coefficients, strict=True):
        assert one.se > plain.se
        assert one.df is not None
        assert 1 <= one.df < fit.df


@pytest.mark.parametrize("unit", [24.0, 1 / 7, 1e-6, 86_400.0])
@pytest.mark.parametrize("phi", [None, 0.0])
def test_the_unit_of_time_does_not_matter(unit: float, phi: float | None) -> None:
    days, other = (
        small_sample(
            generalised_least_squares(
                piecewise_model(case_at([t * u for t in UNEVEN]), trend=False, slope=False), phi=phi
            )
        ).coefficients[1]
        for u in (1.0, unit)
    )
    assert other.se == pytest.approx(days.se, rel=1e-7)
    assert other.df == pytest.approx(days.df, rel=1e-6)


def test_without_memory_every_gap_still_counts() -> None:
    model = piecewise_model(case_at(UNEVEN))
    none = small_sample(generalised_least_squares(model, phi=0.0))
    hardly = small_sample(generalised_least_squares(model, phi=1e-9))
    for one, other in zip(none.coefficients, hardly.coefficients, strict=True):
        assert one.se == pytest.approx(other.se, rel=1e-6)
        assert one.df == pytest.approx(other.df, rel=1e-6)
    even = piecewise_model(case_at(list(range(16))))
    fit = generalised_least_squares(even, phi=1e-7)
    covariance, degrees = by_definition(even, 1e-7, fit.sigma**2)
    ours = small_sample(fit)
    assert ours.covariance == pytest.approx(covariance, rel=1e-6)
    assert [one.df for one in ours.coefficients] == pytest.approx(degrees, rel=1e-6)


def test_an_endless_memory_gives_the_answer_of_one_close_by() -> None:
    walk = np.cumsum([0.3, -1, 0.8, 1.2, -0.4, 0.9, 1.1, -0.2, 0.7, -1.3, 0.6, 1.4, 0.2, -0.6, 1.0, 0.5]).tolist()
    model = piecewise_model(case_at(list(range(16)), walk), trend=False, slope=False)
    endless = generalised_least_squares(model, phi=math.exp(-1e-9))
    close = generalised_least_squares(model, phi=math.exp(-0.1 / 15))
    assert endless.drifts
    assert not close.drifts
    one, other = small_sample(endless).coefficients[1], small_sample(close).coefficients[1]
    # the spread of the walk itself grows without end, its steps do not
    assert one.se == pytest.approx(other.se, rel=0.01)
    assert one.df == pytest.approx(other.df, rel=0.01)
    assert one.df is not None
    assert math.isfinite(one.df)


def test_an_ml_fit_is_not_corrected() -> None:
    fit = generalised_least_squares(piecewise_model(case_at(UNEVEN)), "continuous", "ML")
    with pytest.raises(Refused) as refused:
        small_sample(fit)
    assert refused.value.code == "not-restricted"
    assert "REML" in refused.value.why.nl
    assert "REML" in refused.value.why.en


def test_a_series_that_says_nothing_of_memory_is_refused() -> None:
    times = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    scores = [1.0, 2.0, 4.0, 3.0, 7.0, 1.0, 2.0]
    model = piecewise_model(make_case("k", scores, ["A", "A", "B", "B", "C", "C", "C"], times), slope=True)
    assert model.matrix.shape == (7, 6)
    with pytest.raises(Refused) as refused:
        small_sample(generalised_least_squares(piecewise_model(make_case("k", scores, list("AABBCCC"), times))))
    assert refused.value.code == "too-few-for-memory"


def test_steps_of_the_memory() -> None:
    gaps = np.array([1.0, 2.0, 4.0, 1.0])
    held = Memory(gaps, 0.5)
    step = 1e-6
    by_rate = (Memory(gaps, 0.5 * math.exp(step)).rho - Memory(gaps, 0.5 * math.exp(-step)).rho) / (2 * step)
    assert held.steps_by_log_rate == pytest.approx(by_rate, rel=1e-8)
    usual = math.exp(-0.75)
    assert held.steps_by_usual == pytest.approx(gaps / 1.5 * usual ** (gaps / 1.5 - 1))
    assert Memory(gaps, math.inf).steps_by_usual == pytest.approx(gaps / 1.5 * 0.05 ** (gaps / 1.5 - 1))
    assert Memory(gaps, 1.0, -1.0).steps_by_usual == pytest.approx(
        np.array([-1, 1, 1, -1]) * gaps / 1.5 * math.exp(-1.5) ** (gaps / 1.5 - 1)
    )
    nearest = math.exp(-0.5)
    assert Memory(gaps, math.inf).steps_by_log_rate.tolist() == [0, 0, 0, 0]
    assert Memory(gaps, 0.5, -1.0).rho == pytest.approx([-nearest, nearest**2, nearest**4, -nearest])
    assert Memory(gaps, math.inf).log_det == 0
