"""Proportional odds: hand-worked answers, a slow likelihood, and what is refused."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.ordinal import OrdinalFit, proportional_odds

SCORES = [3, 1, 4, 2, 2, 1, 3, 4, 2, 4, 5, 3, 4, 5, 4, 2, 5, 3]
CASE = make_case("k", SCORES, ["A"] * 8 + ["B"] * 10, (np.arange(18) * 1.5 + 3).tolist())


def slowly(case: Case, ours: OrdinalFit, *, trend: bool, moved: dict[str, float] | None = None) -> float:
    """The log-likelihood, score by score, at the estimates moved by `moved`."""
    point = {one.name: one.estimate + (moved or {}).get(one.name, 0.0) for one in ours.coefficients}
    cuts = [point[f"{low:g}|{high:g}"] for low, high in pairwise(ours.levels)]
    total = 0.0
    for time, phase, score in zip(case.times, case.phases, case.values, strict=True):
        if math.isnan(score):
            continue
        shift = point["D"] * (phase != case.labels[0]) + (point["t"] * time if trend else 0.0)
        rank = ours.levels.index(score)
        upper = 1.0 if rank == len(cuts) else 1 / (1 + math.exp(-(cuts[rank] - shift)))
        lower = 0.0 if rank == 0 else 1 / (1 + math.exp(-(cuts[rank - 1] - shift)))
        total += math.log(upper - lower)
    return total


def test_two_levels_are_a_two_by_two_table() -> None:
    ours = proportional_odds(make_case("k", [1, 1, 2, 2, 1, 2, 2, 2], list("AAAABBBB")))
    level, cut = ours.coefficients
    assert (level.name, cut.name) == ("D", "1|2")
    assert level.estimate == pytest.approx(math.log(3), rel=1e-10)
    assert cut.estimate == pytest.approx(0, abs=1e-12)
    assert level.se == pytest.approx(math.sqrt(1 / 2 + 1 / 2 + 1 / 1 + 1 / 3), rel=1e-9)
    assert cut.se == pytest.approx(1.0, rel=1e-9)
    assert level.df is None
    assert ours.levels == (1, 2)
    assert ours.log_likelihood == pytest.approx(4 * math.log(0.5) + math.log(0.25) + 3 * math.log(0.75))
    assert ours.deviance == -2 * ours.log_likelihood


@pytest.mark.parametrize("trend", [False, True])
def test_the_top_is_a_top_with_the_observed_curvature(trend: bool) -> None:
    ours = proportional_odds(CASE, trend=trend)
    names = [one.name for one in ours.coefficients]
    assert names == [*(["t"] if trend else []), "D", "1|2", "2|3", "3|4", "4|5"]
    height = slowly(CASE, ours, trend=trend)
    assert ours.log_likelihood == pytest.approx(height, abs=1e-10)

    def at(*moves: tuple[str, float]) -> float:
        moved: dict[str, float] = {}
        for name, by in moves:
            moved[name] = moved.get(name, 0.0) + by
        return slowly(CASE, ours, trend=trend, moved=moved)

    # steps of a fiftieth of a standard error
    step = {one.name: one.se / 50 for one in ours.coefficients}
    curvature = np.empty((len(names), len(names)))
    for i, one in enumerate(names):
        gradient = (at((one, step[one])) - at((one, -step[one]))) / (2 * step[one])
        assert gradient * step[one] == pytest.approx(0, abs=1e-4)
        assert at((one, 5 * step[one])) < height
        assert at((one, -5 * step[one])) < height
        for j, other in enumerate(names):
            a, b = step[one], step[other]
            mixed = at((one, a), (other, b)) - at((one, a), (other, -b)) - at((one, -a), (other, b))
            curvature[i, j] = -(mixed + at((one, -a), (other, -b))) / (4 * a * b)
    covariance = np.linalg.inv(curvature)
    assert [one.se for one in ours.coefficients] == pytest.approx(np.sqrt(np.diag(covariance)), rel=5e-3)
    assert ours.covariance == pytest.approx(covariance, rel=3e-2, abs=2e-3)


def test_a_shift_in_time_moves_the_cuts_only() -> None:
    still = proportional_odds(CASE, trend=True)
    moved = proportional_odds(make_case("k", SCORES, CASE.phases, CASE.times + 1e6), trend=True)
    by = still.coefficients[0].estimate * 1e6
    for one, other in zip(still.coefficients, moved.coefficients, strict=True):
        expected = one.estimate + (by if "|" in one.name else 0.0)
        assert other.estimate == pytest.approx(expected, rel=1e-7, abs=1e-7)
    assert moved.log_likelihood == pytest.approx(still.log_likelihood, abs=1e-9)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 5), min_size=14, max_size=14))
def test_turned_scores_turn_the_sign_and_only_order_counts(scores: list[int]) -> None:
    phases = list("AAAAAAABBBBBBB")
    cases = [
        make_case("k", np.array(scores, dtype=float), phases),
        make_case("k", -np.array(scores, dtype=float), phases),
        make_case("k", np.exp(np.array(scores, dtype=float)), phases),
    ]
    answers: list[float | str] = []
    for case in cases:
        try:
            answers.append(proportional_odds(case).coefficients[0].estimate)
        except Refused as refused:
            answers.append(refused.code)
    if isinstance(answers[0], str):
        assert answers == [answers[0]] * 3
    else:
        assert answers[1] == pytest.approx(-answers[0], abs=1e-7)
        assert answers[2] == pytest.approx(answers[0], abs=1e-9)


def test_missing_scores_and_later_phases() -> None:
    scores: list[float | None] = [*SCORES, None]
    holes = proportional_odds(make_case("k", scores, [*CASE.phases, "B"], [*CASE.times, 99]), trend=True)
    assert holes.log_likelihood == pytest.approx(proportional_odds(CASE, trend=True).log_likelihood)
    three = make_case("k", SCORES, ["A"] * 8 + ["B"] * 5 + ["C"] * 5)
    assert proportional_odds(three).coefficients[0].estimate == pytest.approx(
        proportional_odds(CASE).coefficients[0].estimate
    )


@pytest.mark.parametrize(
    ("scores", "phases", "trend", "code", "word", "dutch"),
    [
        ([1, 2, 1, 2], "AAAA", False, "one-phase", "one phase", "één fase"),
        ([1, 2, None, None], "AABB", False, "no-scores", "no score", "geen enkele score"),
        ([None, None, 1, 2], "AABB", False, "no-scores", "no score", "geen enkele score"),
        ([None, None], "AB", False, "no-scores", "no score", "geen enkele score"),
        ([2, 2, 2, 2], "AABB", False, "one-level", "same", "gelijk"),
        ([1, 2, 1, 3, 4, 3], "AAABBB", False, "separated", "overlap", "overlappen"),
        ([1, 1, 1, 2, 1, 2], "AAABBB", False, "separated", "overlap", "overlappen"),
        ([1, 2, 3, 4], "AABB", False, "fewer-scores-than-terms", "4 terms", "4 onderdelen"),
        ([1, 2, 1, 3], "AABB", True, "fewer-scores-than-terms", "only 4", "maar 4 scores"),
        ([1, None, None, None, 2], "ABBBB", True, "fewer-scores-than-terms", "only 2", "maar 2 scores"),
    ],
)
def test_what_cannot_be_fitted_is_refused(
    scores: list[float | None], phases: str, trend: bool, code: str, word: str, dutch: str
) -> None:
    with pytest.raises(Refused) as refused:
        proportional_odds(make_case("k", scores, list(phases)), trend=trend)
    assert refused.value.code == code
    assert word in refused.value.why.en
    assert dutch in refused.value.why.nl


def test_cuts_are_named_after_the_scores_that_occur() -> None:
    ours = proportional_odds(make_case("k", [0.5, 10, 2, 10, 2, 0.5, 10, 2], list("AAAABBBB")))
    assert [one.name for one in ours.coefficients] == ["D", "0.5|2", "2|10"]
    assert ours.levels == (0.5, 2, 10)


def test_far_apart_but_overlapping() -> None:
    scores = [1] * 30 + [2] * 20 + [3] + [1] + [2] * 10 + [3] * 40
    case = make_case("k", scores, ["A"] * 51 + ["B"] * 51)
    ours = proportional_odds(case)
    assert ours.coefficients[0].estimate > 3
    assert ours.log_likelihood == pytest.approx(slowly(case, ours, trend=False), abs=1e-9)


def test_many_rows() -> None:
    rng = np.random.default_rng(1)
    size = 50_000
    later = np.arange(size) >= size // 2
    latent = rng.logistic(size=size) + 0.5 * later
    case = make_case("k", np.digitize(latent, [-1.0, 0.0, 1.5]).astype(float), ["B" if flag else "A" for flag in later])
    ours = proportional_odds(case)
    assert [one.estimate for one in ours.coefficients] == pytest.approx([0.5, -1.0, 0.0, 1.5], abs=0.06)
