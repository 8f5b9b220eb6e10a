import numpy as np
import pytest
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.between.restricted import AT_EDGE, follow_up, restricted_difference
from lijfspoor.domain.singlecase.models.between.sides import sided
from lijfspoor.domain.singlecase.models.between.uncorrected import TOO_SHORT, uncorrected_differences
from lijfspoor.domain.singlecase.models.hierarchical.information import variance_knowledge
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import hierarchical_piecewise
from tests.unit.singlecase.models.hierarchical.dense import dense_log_likelihood, invented

CASES = invented(11, cases=5, between=2.0)


@pytest.mark.parametrize(
    "kind",
    [
        {},
        {"trend": True},
        {"random_level": True},
        {"correlation": "independent"},
        {"correlation": "ma1"},
        {"unequal_variances": True},
        {"clusters": ["x", "x", "y", "y", "z"]},
    ],
)
def test_g_is_built_from_the_fit_as_the_paper_has_it(kind: dict[str, object]) -> None:
    found = restricted_difference(CASES, **kind)  # type: ignore[arg-type] # mixed options
    fit, known = found.fit, variance_knowledge(found.fit)
    assert fit.log_likelihood == pytest.approx(dense_log_likelihood(fit), abs=1e-8)
    total = sum(float(level[0, 0]) for level in fit.random) + fit.sigma**2
    counted = [
        index
        for index, name in enumerate(known.names)
        if name in ("random[0]: (Intercept), (Intercept)", "random[1]: (Intercept), (Intercept)", "residual")
    ]
    assert len(counted) == len(fit.random) + 1
    nu = 2 * total**2 / sum(known.covariance[i, j] for i in counted for j in counted)
    names = fit.problem.model.names
    weights = np.zeros(len(names))
    weights[names.index("treatment")] = 1
    if kind.get("trend"):
        weights[names.index("treatment time")] = 10
    factor, held = 1 - 3 / (4 * nu - 1), max(nu, 2.001)
    g = factor * float(weights @ fit.coefficients) / np.sqrt(total)
    kappa = float(weights @ fit.covariance @ weights) / total
    tail = (1 - 3 / (4 * held - 1)) ** -2
    assert found.nu == pytest.approx(nu)
    assert found.value == pytest.approx(g)
    assert found.unadjusted == pytest.approx(g / factor)
    assert found.se**2 == pytest.approx(factor**2 * (kappa * held / (held - 2) + g**2 * (held / (held - 2) - tail)))
    assert found.scale == pytest.approx(np.sqrt(total))
    assert found.shares == pytest.approx([float(level[0, 0]) / total for level in fit.random])
    assert (found.start, found.end) == (4, 14)


def test_scale_shift_and_order_do_not_matter() -> None:
    one = restricted_difference(CASES)
    moved = [case.with_values(-1e5 * (case.values + 7)) for case in reversed(CASES)]
    other = restricted_difference(moved)
    assert other.value == pytest.approx(-one.value, rel=1e-4)
    assert other.se == pytest.approx(one.se, rel=1e-4)
    assert other.nu == pytest.approx(one.nu, rel=1e-3)


def test_follow_up_is_the_shortest_treatment_of_the_first_to_switch() -> None:
    cases = [
        make_case("late", [1.0] * 8, ["A"] * 5 + ["B"] * 3),
        make_case("early", [1.0] * 9, ["A"] * 3 + ["B"] * 6),
        make_case("early too", [1.0] * 8, ["A"] * 3 + ["B"] * 5, [1, 2, 3, 5, 6, 7, 8, 10]),
    ]
    assert follow_up([sided(case, None, None) for case in cases]) == (3, 9)
    assert follow_up([sided(case, None, None) for case in cases[:1]]) == (5, 8)


def test_treatment_time_is_one_at_the_first_treatment_and_a_missing_score_keeps_it() -> None:
    blank = CASES[0].values.copy()
    blank[CASES[0].phases.index("B")] = np.nan
    cases = [CASES[0].with_values(blank), *CASES[1:]]
    model = restricted_difference(cases, trend=True).fit.problem.model
    assert model.names == ("(Intercept)", "time", "treatment", "treatment time")
    treated = (model.series == 0) & (model.fixed[:, 2] == 1)
    assert model.fixed[treated, 3][0] == 2
    assert model.fixed[~treated & (model.series == 0), 3].max() == 0
    other = (model.series == 1) & (model.fixed[:, 2] == 1)
    assert model.fixed[other, 3][0] == 1
    assert model.fixed[model.series == 1, 1][0] == 1


def _reversal() -> list[Case]:
    draw = np.random.default_rng(2)
    labels = ["A1"] * 4 + ["B1"] * 4 + ["A2"] * 4 + ["B2"] * 4
    effect = np.array([2.0 * label.startswith("B") for label in labels])
    return [make_case(str(n), draw.standard_normal(16) + effect + 2 * draw.standard_normal(), labels) for n in range(4)]


def test_a_reversal_has_no_follow_up_and_no_trend() -> None:
    found = restricted_difference(_reversal(), ("A1", "A2"), ("B1", "B2"), reversal=True)
    assert (found.start, found.end) == (None, None)
    assert found.fit.problem.model.fixed[:, 1].mean() == 0.5
    assert "A" not in found.estimate().figures
    with pytest.raises(Refused, match="trend-in-reversal"):
        restricted_difference(_reversal(), ("A1", "A2"), ("B1", "B2"), reversal=True, trend=True)


def test_the_answer_says_what_it_rests_on() -> None:
    found = restricted_difference(CASES)
    answer = found.estimate(0.9)
    assert answer.statistic == "between-case-smd.reml"
    assert answer.assumes_independence is False
    assert answer.interval == found.interval(0.9)
    assert answer.interval is not None
    assert answer.interval.upper == pytest.approx(found.value + stats.t.ppf(0.95, found.nu) * found.se)
    assert answer.interval.lower == pytest.approx(found.value - stats.t.ppf(0.95, found.nu) * found.se)
    assert set(answer.figures) == {"nu", "d", "rho", "scale", "phi", "phi lag", "A", "B"}
    assert answer.remarks == ()
    assert restricted_difference(CASES, correlation="independent").estimate().assumes_independence is True


def test_a_variance_at_zero_is_remarked() -> None:
    rows = [[1.0, 4, 2, 3, 6, 9, 8, 7], [3.0, 2, 4, 1, 8, 7, 6, 9], [2.0, 1, 3, 4, 9, 6, 7, 8]]
    cases = [make_case(str(n), row, ["A"] * 4 + ["B"] * 4) for n, row in enumerate(rows)]
    found = restricted_difference(cases, correlation="independent")
    assert found.shares[0] < 1e-9
    assert found.estimate().remarks == (AT_EDGE,)


def test_clusters_are_a_level_above_cases() -> None:
    found = restricted_difference(CASES, clusters=["x", "x", "y", "y", "z"])
    outer, inner = found.fit.problem.model.levels
    assert len(np.unique(outer.group)) == 3
    assert len(np.unique(inner.group)) == 5
    assert len(found.shares) == 2
    assert found.estimate().figures["rho"] == pytest.approx(sum(found.shares))


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ([], "no-scores"),
        ([make_case("a", [1.0, 2, 3], list("AAA"))], "no-scores"),
        (CASES[:1], "one-case"),
        ([make_case(str(n), [n, n, n + 3, n + 3.0], list("AABB")) for n in range(3)], "perfect-fit"),
    ],
)
def test_what_cannot_be_standardised_is_refused(cases: list[Case], code: str) -> None:
    with pytest.raises(Refused) as refused:
        restricted_difference(cases)
    assert refused.value.code == code


def test_the_uncorrected_difference_is_the_fixed_effect_over_the_spread() -> None:
    for full in (False, True):
        found = uncorrected_differences(CASES, full=full, level=0.9)
        fit = hierarchical_piecewise(CASES, trend=full, slope=full).fit
        assert list(found) == ["phaseB"]
        answer, term = found["phaseB"], 2 if full else 1
        root = float(np.sqrt(fit.random[0][0, 0] + fit.sigma**2))
        assert answer.value == pytest.approx(fit.coefficients[term] / root)
        assert answer.se == pytest.approx(np.sqrt(fit.covariance[term, term]) / root)
        assert answer.interval is not None
        assert answer.interval.upper == pytest.approx(answer.value + stats.norm.ppf(0.95) * (answer.se or 0))
        assert answer.interval.lower == pytest.approx(answer.value - stats.norm.ppf(0.95) * (answer.se or 0))
        assert answer.assumes_independence is True
        assert answer.remarks[0] == TOO_SHORT
    assert (found["phaseB"].se or 0) < restricted_difference(CASES).se * 3
