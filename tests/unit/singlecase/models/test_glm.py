"""Counts and shares: hand-worked answers, the conditions of a maximum, and what is refused."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.glm import Family, GeneralisedFit, generalised_linear
from lijfspoor.domain.singlecase.models.piecewise import piecewise_model

COUNTS = [2, 4, 3, 5, 1, 9, 7, 12, 8, 6]
TIMES = [1, 2, 4, 5, 6, 8, 9, 10, 12, 13]
CASE = make_case("k", COUNTS, list("AAAAABBBBB"), TIMES)
TRIES = [10, 12, 10, 9, 8, 11, 12, 14, 10, 10]
SHARES = make_case("k", COUNTS, list("AAAAABBBBB"), TIMES, trials=TRIES)


def fit(
    case: Case, family: str = "poisson", stopping: str = "sharp", *, trend: bool = True, slope: bool = True
) -> GeneralisedFit:
    return generalised_linear(piecewise_model(case, trend=trend, slope=slope), family, stopping)


def test_two_means_of_counts() -> None:
    ours = fit(make_case("k", [2, 4, 3, 6, 6], list("AAABB")), trend=False, slope=False)
    intercept, level = ours.coefficients
    assert intercept.estimate == pytest.approx(math.log(3), rel=1e-12)
    assert level.estimate == pytest.approx(math.log(2), rel=1e-12)
    # the variance of the log of a sum of counts is one over that sum
    assert intercept.se == pytest.approx(math.sqrt(1 / 9), rel=1e-12)
    assert level.se == pytest.approx(math.sqrt(1 / 9 + 1 / 12), rel=1e-12)
    assert level.df is None
    assert level.p == pytest.approx(2 * stats.norm.sf(level.estimate / level.se))
    assert ours.fitted == pytest.approx([3, 3, 3, 6, 6])
    assert ours.deviance == pytest.approx(2 * (2 * math.log(2 / 3) + 4 * math.log(4 / 3)))
    height = float(np.sum(stats.poisson.logpmf([2, 4, 3, 6, 6], [3, 3, 3, 6, 6])))
    assert ours.log_likelihood == pytest.approx(height)
    assert ours.aic == pytest.approx(4 - 2 * height)
    assert ours.df == 3


def test_two_shares_of_trials() -> None:
    case = make_case("k", [1, 2, 3, 6], list("AABB"), trials=[4, 8, 4, 6])
    ours = fit(case, "binomial", trend=False, slope=False)
    assert ours.coefficients[0].estimate == pytest.approx(math.log(3 / 9))
    assert ours.coefficients[1].estimate == pytest.approx(math.log(9 / 1) - math.log(3 / 9))
    assert ours.coefficients[1].se == pytest.approx(math.sqrt(1 / 3 + 1 / 9 + 1 / 9 + 1 / 1))
    assert ours.fitted == pytest.approx([0.25, 0.25, 0.9, 0.9])
    height = float(np.sum(stats.binom.logpmf([1, 2, 3, 6], [4, 8, 4, 6], ours.fitted)))
    assert ours.log_likelihood == pytest.approx(height)
    assert ours.aic == pytest.approx(4 - 2 * height)
    saturated = float(np.sum(stats.binom.logpmf([1, 2, 3, 6], [4, 8, 4, 6], [0.25, 0.25, 0.75, 1.0])))
    assert ours.deviance == pytest.approx(2 * (saturated - height))
    assert ours.covariance[1, 1] == pytest.approx(ours.coefficients[1].se ** 2)


@pytest.mark.parametrize("family", list(Family))
def test_the_top_is_a_top(family: Family) -> None:
    case = SHARES if family is Family.BINOMIAL else CASE
    model = piecewise_model(case, "H-M")
    ours = generalised_linear(model, family)
    x = model.matrix
    predictor = x @ np.array([one.estimate for one in ours.coefficients])
    if family is Family.POISSON:
        mean = weight = np.exp(predictor)
        assert ours.fitted == pytest.approx(mean, rel=1e-10)
    else:
        share = 1 / (1 + np.exp(-predictor))
        mean, weight = np.array(TRIES) * share, np.array(TRIES) * share * (1 - share)
        assert ours.fitted == pytest.approx(share, rel=1e-10)
    assert x.T @ (np.array(COUNTS) - mean) == pytest.approx(np.zeros(4), abs=1e-8)
    covariance = np.linalg.inv(x.T @ (weight[:, None] * x))
    assert ours.covariance == pytest.approx(covariance, rel=1e-8)
    assert [one.se for one in ours.coefficients] == pytest.approx(np.sqrt(np.diag(covariance)), rel=1e-9)
    assert [one.name for one in ours.coefficients] == ["(Intercept)", "mt", "phaseB", "interB"]


@pytest.mark.parametrize("family", ["poisson", "binomial"])
def test_the_usual_stop_is_close_but_not_sharp(family: str) -> None:
    case = SHARES if family == "binomial" else CASE
    sharp, usual = fit(case, family), fit(case, family, "usual")
    assert usual.deviance == pytest.approx(sharp.deviance, abs=1e-7)
    assert usual.deviance >= sharp.deviance - 1e-12
    for one, other in zip(sharp.coefficients, usual.coefficients, strict=True):
        assert other.estimate == pytest.approx(one.estimate, abs=1e-4)
        assert other.se == pytest.approx(one.se, rel=1e-3)
    assert usual.coefficients[3].se != sharp.coefficients[3].se


def until_the_deviance_rests(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
    """Reweighted least squares as the textbook has it, stopped when the deviance moves less than 1e-8 of itself."""
    mean, before = y + 0.1, math.inf
    predictor = np.log(mean)
    for rounds in range(1, 30):
        working = predictor + (y - mean) / mean
        root = np.sqrt(mean)
        estimates = np.linalg.lstsq(x * root[:, None], working * root, rcond=None)[0]
        covariance = np.linalg.inv((x * mean[:, None]).T @ x)
        predictor = x @ estimates
        mean = np.exp(predictor)
        deviance = 2 * float(np.sum(y * (np.log(y) - predictor) - y + mean))
        if abs(deviance - before) / (abs(deviance) + 0.1) < 1e-8:
            return estimates, covariance, rounds
        before = deviance
    raise AssertionError


def test_the_usual_stop_is_where_the_deviance_rests() -> None:
    model = piecewise_model(CASE)
    usual, sharp = (generalised_linear(model, "poisson", stopping) for stopping in ("usual", "sharp"))
    estimates, covariance, rounds = until_the_deviance_rests(model.matrix, np.array(COUNTS, dtype=float))
    assert rounds == 5
    assert [one.estimate for one in usual.coefficients] == pytest.approx(estimates, rel=1e-11)
    assert [one.se for one in usual.coefficients] == pytest.approx(np.sqrt(np.diag(covariance)), rel=1e-12)
    assert usual.coefficients[3].se != sharp.coefficients[3].se


def test_a_phase_of_zeros_is_refused_but_the_usual_stop_is_blind_to_it() -> None:
    case = make_case("k", [3, 4, 2, 5, 0, 0, 0, 0], list("AAAABBBB"))
    with pytest.raises(Refused) as refused:
        fit(case, slope=False)
    assert refused.value.code == "separated"
    assert "nullen" in refused.value.why.nl
    assert "zeros" in refused.value.why.en
    usual = fit(case, stopping="usual", slope=False)
    assert usual.coefficients[2].estimate < -15
    assert usual.coefficients[2].se > 1000
    all_right = make_case("k", [1, 2, 1, 3, 4, 4], list("AAABBB"), trials=[4] * 4 + [4, 4])
    perfect = make_case("k", [1, 2, 1, 4, 4, 4], list("AAABBB"), trials=[4] * 6)
    assert fit(all_right, "binomial", trend=False, slope=False).df == 4
    with pytest.raises(Refused) as refused:
        fit(perfect, "binomial", trend=False, slope=False)
    assert refused.value.code == "separated"


def test_all_zeros_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [0] * 8, list("AAAABBBB")))
    assert refused.value.code == "separated"


@pytest.mark.parametrize("scores", [[1, 2, -1, 3, 4], [1, 2.5, 1, 3, 4], [1, 2, 1, 3, 1e16]])
def test_what_is_no_count_is_refused(scores: list[float]) -> None:
    for family in Family:
        with pytest.raises(Refused) as refused:
            fit(make_case("k", scores, list("AABBB"), trials=[1e17] * 5), family, trend=False, slope=False)
        assert refused.value.code == "not-counts"
        assert "hele getallen" in refused.value.why.nl
        assert "whole numbers" in refused.value.why.en


@pytest.mark.parametrize(
    ("trials", "code", "word", "dutch"),
    [
        (None, "no-trials", "trials", "pogingen"),
        ([4, 4, 0, 4, 4], "no-trials", "trials", "pogingen"),
        ([4, 4, math.inf, 4, 4], "no-trials", "trials", "pogingen"),
        ([4, 4, math.nan, 4, 4], "no-trials", "trials", "pogingen"),
        ([4, 4, 1, 4, 4], "more-successes-than-trials", "more successes", "meer successen"),
    ],
)
def test_trials_must_hold_the_successes(trials: list[float] | None, code: str, word: str, dutch: str) -> None:
    with pytest.raises(Refused) as refused:
        fit(make_case("k", [1, 2, 2, 3, 2], list("AABBB"), trials=trials), "binomial", trend=False, slope=False)
    assert refused.value.code == code
    assert word in refused.value.why.en
    assert dutch in refused.value.why.nl


def test_missing_scores_are_left_out() -> None:
    holes = make_case("k", [*COUNTS, None], [*CASE.phases, "B"], [*TIMES, 20], trials=[*TRIES, 5])
    assert fit(holes, "binomial").deviance == pytest.approx(fit(SHARES, "binomial").deviance)
    assert fit(holes).aic == pytest.approx(fit(CASE).aic)


@pytest.mark.parametrize("factor", [1, 1000, 10**12])
def test_large_counts_are_no_trouble(factor: int) -> None:
    ours = fit(make_case("k", np.array(COUNTS) * factor, CASE.phases, TIMES))
    still = fit(CASE)
    assert ours.coefficients[2].estimate == pytest.approx(still.coefficients[2].estimate, abs=1e-8)
    assert ours.coefficients[2].se * math.sqrt(factor) == pytest.approx(still.coefficients[2].se, rel=1e-7)
    assert ours.deviance == pytest.approx(still.deviance * factor, rel=1e-6)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=10, max_size=10), st.integers(0, 2_000_000_000))
def test_a_shift_in_time_is_none_and_every_series_has_an_answer(counts: list[int], shift: int) -> None:
    def answer(case: Case) -> float | str:
        try:
            return fit(case).deviance
        except Refused as refused:
            return refused.code

    still = answer(make_case("k", counts, CASE.phases, TIMES))
    moved = answer(make_case("k", counts, CASE.phases, np.array(TIMES) + shift))
    if isinstance(still, str):
        assert moved == still
    else:
        assert moved == pytest.approx(still, rel=1e-6, abs=1e-6)
        assert math.isfinite(still)


def test_counts_of_every_size_in_odd_places() -> None:
    scores, times = (
        [10**6, 10**6, 10**10, 1, 10**6, 10**11, 10**12, 10],
        [1e-3, 1e4, 10001, 10002, 10003, 10004, 10101, 110101],
    )
    for stopping in ("sharp", "usual"):
        with pytest.raises(Refused) as refused:
            fit(make_case("k", scores, list("AAABBBBB"), times), stopping=stopping, slope=False)
        assert refused.value.code == "separated"
