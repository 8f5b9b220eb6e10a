import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.hierarchical.likelihood import NOWHERE, Profile
from lijfspoor.domain.singlecase.models.hierarchical.optimum import at_edge, find_optimum
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import hierarchical_piecewise
from tests.unit.singlecase.models.hierarchical.dense import invented


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    "kind",
    [
        {"random": ("intercept", "level"), "method": "ML"},
        {"random": ("intercept",), "correlation": "ar1", "unequal_variances": True},
    ],
)
def test_no_other_start_finds_a_higher_top(seed: int, kind: dict[str, str]) -> None:
    cases = invented(seed, cases=3, size=10, phi=0.5, level=1.0)
    fit = hierarchical_piecewise(cases, trend=False, slope=False, **kind).fit  # type: ignore[arg-type] # mixed options
    profile = Profile(fit.problem, restricted=fit.method == "REML")
    draw = np.random.default_rng(seed)
    for _ in range(40):
        value = profile.value(draw.normal(0, 1.5, profile.size))
        assert profile.log_likelihood(value) <= fit.log_likelihood + 1e-8


def test_a_covariance_of_lower_rank_is_left_when_it_only_looks_like_an_optimum() -> None:
    # effects of treatment that differ, and levels that hardly do: the factor (0, ., x) is a false top
    draw = np.random.default_rng(12)
    found = []
    for effect in (0.0, 2.5, 5.0, 7.5):
        scores = draw.standard_normal(12) + 0.05 * effect + (np.arange(12) >= 6) * effect
        found.append(make_case(str(effect), scores, ["A"] * 6 + ["B"] * 6))
    fit = hierarchical_piecewise(found, trend=False, slope=False, random=("intercept", "level")).fit
    profile = Profile(fit.problem, restricted=True)
    best = max(
        profile.log_likelihood(profile.value(np.array([a, b, c])))
        for a in np.linspace(0, 1, 11)
        for b in np.linspace(-4, 4, 33)
        for c in np.linspace(0, 4, 17)
    )
    assert fit.log_likelihood >= best


def test_the_shortfall_is_what_is_left_to_gain() -> None:
    fit = hierarchical_piecewise(invented(1), correlation="ar1").fit
    assert 0 <= fit.shortfall < 1e-7


def test_a_place_that_cannot_be_computed_is_nowhere() -> None:
    profile = Profile(hierarchical_piecewise(invented(1)).fit.problem, restricted=True)
    assert profile.value(np.array([np.nan])) == NOWHERE
    value, gradient = profile.with_gradient(np.array([np.inf]))
    assert value == NOWHERE
    assert gradient.tolist() == [0.0]


def test_without_parameters_there_is_nothing_to_climb() -> None:
    fit = hierarchical_piecewise(invented(1), random=()).fit
    profile = Profile(fit.problem, restricted=True)
    optimum = find_optimum(profile)
    assert (optimum.parameters.size, optimum.shortfall) == (0, 0.0)
    assert fit.random == ()


def test_the_edges_of_correlations_and_spreads() -> None:
    cases = [make_case(c.name, c.values, c.phases, c.times + 0.3 * (c.times % 3 == 0)) for c in invented(1)]
    fit = hierarchical_piecewise(cases, correlation="ar1", unequal_variances=True).fit
    profile = Profile(fit.problem, restricted=True)
    assert not fit.problem.rhythm.on_grid
    assert at_edge(profile, np.array([50.0, -19.9, 8.9])).tolist() == [False, False, False]
    assert at_edge(profile, np.array([50.0, -19.995, -8.995])).tolist() == [False, True, True]
    assert at_edge(profile, np.array([-50.0, 8.995, 8.995])).tolist() == [False, True, True]


def _cases(*rows: list[float]) -> list[Case]:
    return [make_case(str(index), row, ["A"] * 3 + ["B"] * (len(row) - 3)) for index, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ([], "no-scores"),
        (_cases([np.nan] * 6, [np.nan] * 6), "no-scores"),
        (_cases([1, 3, 2, 5, 4, 7]), "one-case"),
        (_cases([1.0] * 6, [1.0] * 6), "perfect-fit"),
        (_cases([0.0] * 6, [0.0] * 6), "perfect-fit"),
        (_cases([1, 1, 1, 3, 3, 3], [2, 2, 2, 4, 4, 4]), "perfect-fit"),
        (_cases([1, 2, 3], [2, 1, 3]), "one-phase"),
        (_cases([1, 3, 2, 5], [2, 1, 4, 4]), "terms-not-separable"),
        (_cases([1e200, 3e200, 2e200, 5e200, 4e200, 1e200], [1, 2, 3, 4, 5, 6]), "number-too-large"),
        (_cases([1e-200, 3e-200, 2e-200, 5e-200, 4e-200, 1e-200], [0, 2e-200, 0, 1e-200, 0, 0]), "number-too-large"),
        ([make_case("a", [1, 2], ["A", "B"]), make_case("b", [4.0], ["A"])], "fewer-scores-than-terms"),
    ],
)
def test_what_cannot_be_estimated_is_refused_with_a_reason(cases: list[Case], code: str) -> None:
    with pytest.raises(Refused) as refused:
        hierarchical_piecewise(cases)
    assert refused.value.code == code
    assert len(refused.value.why.nl) >= 20
    assert len(refused.value.why.en) >= 20


def test_the_refusal_names_the_term() -> None:
    with pytest.raises(Refused, match="interB"):
        hierarchical_piecewise(_cases([1, 3, 2, 5], [2, 1, 4, 4]))


def test_random_effects_that_take_up_every_score_are_refused() -> None:
    cases = [make_case(str(index), [index**2, index + 3.0], ["A", "B"]) for index in range(5)]
    with pytest.raises(Refused) as refused:
        hierarchical_piecewise(cases, trend=False, slope=False, random=("intercept", "level"))
    assert refused.value.code == "perfect-fit"


def test_one_score_per_case_has_no_neighbours() -> None:
    cases = [make_case(str(index), [float(index % 3)], ["A" if index % 2 else "B"]) for index in range(6)]
    with pytest.raises(Refused) as refused:
        hierarchical_piecewise(cases, trend=False, level=False, slope=False, random=(), correlation="ar1")
    assert refused.value.code == "no-neighbours"


def test_many_scores_of_two_cases() -> None:
    draw = np.random.default_rng(0)
    cases = [make_case(str(n), draw.standard_normal(50_000) + n, ["A"] * 20_000 + ["B"] * 30_000) for n in range(2)]
    found = hierarchical_piecewise(cases)
    assert found.fit.sigma == pytest.approx(1, abs=0.01)
    assert found.fixed()[2].df == found.containment_df == 100_000 - 2 - 3
    with pytest.raises(Refused, match="series-too-long"):
        _ = found.knowledge
