import numpy as np
import pytest
from scipy import special, stats

from lijfspoor.domain.singlecase.data.series import make_case
from lijfspoor.domain.singlecase.models.hierarchical.information import variance_knowledge
from lijfspoor.domain.singlecase.models.hierarchical.intraclass import intraclass
from lijfspoor.domain.singlecase.models.hierarchical.piecewise_cases import (
    AT_EDGE,
    FEW_CASES,
    hierarchical_piecewise,
)
from lijfspoor.domain.singlecase.models.hierarchical.stacking import stacked
from tests.unit.singlecase.models.hierarchical.dense import covariance, invented

GROUPS = [
    make_case(str(index), row, ["A"] * 4)
    for index, row in enumerate(([3.0, 5, 4, 8], [9.0, 7, 8, 12], [1.0, 3, 2, 2], [4.0, 4, 5, 7]))
]


def test_the_worked_example() -> None:
    cases = [make_case(name, row, list("AABB")) for name, row in (("one", [1, 3, 5, 7]), ("two", [2, 4, 6, 8]))]
    found = hierarchical_piecewise(cases, trend=False, slope=False)
    assert found.stack.names == ("(Intercept)", "phaseB")
    assert found.fit.coefficients[1] == pytest.approx(4)


@pytest.mark.parametrize("method", ["ML", "REML"])
@pytest.mark.parametrize(
    "kind",
    [
        {"random": ("intercept",)},
        {"random": ("intercept", "level"), "correlation": "ar1", "unequal_variances": True},
        {"random": ("intercept",), "correlation": "ma1"},
    ],
)
def test_the_information_is_the_trace_formula(kind: dict[str, str], method: str) -> None:
    cases = invented(8, level=2.0)
    fit = hierarchical_piecewise(cases, trend=False, slope=False, method=method, **kind).fit  # type: ignore[arg-type] # mixed
    known, model = variance_knowledge(fit), fit.problem.model

    def dense(values: np.ndarray) -> np.ndarray:
        size, rest = len(fit.random[0]), list(values)
        within = np.zeros((size, size))
        for row, column in zip(*np.tril_indices(size), strict=True):
            within[row, column] = within[column, row] = rest.pop(0)
        correlation = rest.pop(0) if fit.correlation is not None else None
        spreads = np.array([1.0, *rest[:-1]])
        return covariance(model, (within,), float(np.sqrt(rest[-1])), correlation, spreads)

    slopes = []
    for index, value in enumerate(known.values):
        step = np.zeros(len(known.values))
        step[index] = 1e-5 * max(1.0, abs(value))
        slopes.append((dense(known.values + step) - dense(known.values - step)) / (2 * step[index]))
    inverse = np.linalg.inv(dense(known.values))
    spread = np.linalg.inv(model.fixed.T @ inverse @ model.fixed)
    maker = inverse - inverse @ model.fixed @ spread @ model.fixed.T @ inverse if method == "REML" else inverse
    expected = np.array([[np.trace(maker @ one @ maker @ two) / 2 for two in slopes] for one in slopes])
    np.testing.assert_allclose(np.linalg.inv(known.covariance), expected, rtol=2e-5, atol=1e-6 * expected.max())
    turned = [spread @ model.fixed.T @ inverse @ one @ inverse @ model.fixed @ spread for one in slopes]
    np.testing.assert_allclose(known.reach, turned, rtol=1e-4, atol=1e-7)
    weights = np.array([0.0, 1.0])
    gradient = np.array([weights @ one @ weights for one in turned])
    df = 2 * (weights @ spread @ weights) ** 2 / (gradient @ np.linalg.inv(expected) @ gradient)
    assert known.degrees_of_freedom(fit, weights) == pytest.approx(df, rel=1e-4)
    assert known.names[-1] == "residual"
    assert known.names[0] == "random[0]: (Intercept), (Intercept)"


def test_balanced_groups_have_one_degree_of_freedom_less_than_groups() -> None:
    found = hierarchical_piecewise(GROUPS, trend=False, level=False, slope=False)
    assert found.fixed()[0].df == pytest.approx(3, rel=1e-6)


def test_tests_by_either_rule_of_degrees_of_freedom() -> None:
    found = hierarchical_piecewise(invented(2), method="ML")
    rows = found.fit.problem.rows
    assert found.containment_df == rows - 4 - 3
    plain, peer = found.fixed()[2], found.fixed(satterthwaite=False, stretched=True)[2]
    assert peer.df == found.containment_df
    assert peer.se == pytest.approx(plain.se * np.sqrt(rows / (rows - 4)))
    assert peer.p == pytest.approx(2 * stats.t.sf(abs(peer.estimate / peer.se), rows - 7))
    restricted = hierarchical_piecewise(invented(2))
    assert restricted.fixed(stretched=True)[1].se == pytest.approx(restricted.fixed()[1].se)


def test_every_term_is_an_answer_with_what_it_assumes() -> None:
    cases = invented(2)
    plain = hierarchical_piecewise(cases).estimates(0.9)
    kept = hierarchical_piecewise(cases, correlation="ar1").estimates()
    names = [f"hierarchical.{name}" for name in ("(Intercept)", "mt", "phaseB", "interB")]
    assert [one.statistic for one in plain] == names
    assert all(one.assumes_independence is True for one in plain)
    assert all(one.assumes_independence is False for one in kept)
    assert FEW_CASES in plain[0].remarks
    limits = plain[2].interval
    assert limits is not None
    assert limits.level == 0.9
    reach = special.stdtrit(plain[2].figures["df"], 0.95) * (plain[2].se or 0)
    assert limits.upper == pytest.approx(plain[2].value + reach)
    assert set(plain[0].figures) == {"logLik", "sigma", "shortfall", "t", "df", "p"}
    assert set(kept[0].figures) == {"logLik", "sigma", "shortfall", "t", "df", "p", "phi", "phi lag"}


def test_remarks_about_the_edge_and_few_cases() -> None:
    rows = [[1.0, 4.0, 2.0, 3.0], [3.0, 2.0, 4.0, 1.0], [2.0, 1.0, 3.0, 4.0]] * 2
    cases = [make_case(str(index), row, list("AABB")) for index, row in enumerate(rows)]
    assert hierarchical_piecewise(cases, trend=False, slope=False).remarks == (AT_EDGE,)
    assert hierarchical_piecewise(cases[:5], trend=False, slope=False).remarks == (AT_EDGE, FEW_CASES)


def test_random_effects_are_named_in_order() -> None:
    found = hierarchical_piecewise(invented(2, cases=6), random=("slope", "trend", "intercept", "level"))
    assert found.random_names == ("(Intercept)", "mt", "phaseB", "interB")
    assert found.fit.random[0].shape == (4, 4)
    assert hierarchical_piecewise(invented(2), random=("level",)).random_names == ("phaseB",)


def test_a_spread_per_phase() -> None:
    draw = np.random.default_rng(3)
    spread = np.r_[np.ones(40), 3 * np.ones(40)]
    cases = [make_case(str(n), spread * draw.standard_normal(80) + n, ["A"] * 40 + ["B"] * 40) for n in range(4)]
    fit = hierarchical_piecewise(cases, trend=False, slope=False, unequal_variances=True).fit
    assert fit.spreads[0] == 1
    assert fit.spreads[1] == pytest.approx(3, abs=0.4)
    assert fit.sigma == pytest.approx(1, abs=0.15)


def test_cases_are_set_under_each_other() -> None:
    one = make_case("one", [1, None, 3, 4, 5, 6], ["A", "A", "B", "B", "C", "C"])
    two = make_case("two", [7, 8, 9], ["A", "A", "C"], [2, 3, 4])
    three = make_case("three", [5.0, 6.0], ["A", "A"])
    rows = stacked([one, two, three])
    assert rows.names == ("(Intercept)", "mt", "phaseB", "phaseC", "interB", "interC")
    assert rows.labels == ("A", "B", "C")
    assert rows.scores.tolist() == [1, 3, 4, 5, 6, 7, 8, 9, 5, 6]
    assert rows.case.tolist() == [0] * 5 + [1] * 3 + [2] * 2
    assert rows.phase.tolist() == [0, 1, 1, 2, 2, 0, 0, 2, 0, 0]
    assert rows.times.tolist() == [1, 3, 4, 5, 6, 2, 3, 4, 1, 2]
    assert rows.columns(["mt"])[:, 0].tolist() == [0, 2, 3, 4, 5, 0, 1, 2, 0, 1]
    assert rows.columns(["phaseC", "interC"]).tolist()[3:8] == [[1, 0], [1, 1], [0, 0], [0, 0], [1, 0]]
    assert not rows.columns(["phaseB", "interB"])[5:].any()


def test_the_intraclass_correlation_of_balanced_groups() -> None:
    found = intraclass(GROUPS)
    within = (14 + 14 + 2 + 6) / 12
    between = (4 * float(np.var([5, 9, 2, 5], ddof=1)) - within) / 4
    assert found.value == pytest.approx(between / (between + within), rel=1e-6)
    scores = np.concatenate([case.values for case in GROUPS])
    total, groups = float(np.sum((scores - scores.mean()) ** 2)), 4
    apart = -0.5 * (15 * np.log(total / 15) + 15 + 15 * np.log(2 * np.pi) + np.log(16))
    between_squares, within_squares = groups * float(np.var([5, 9, 2, 5], ddof=1)), within
    together = -0.5 * (
        12 * np.log(within_squares) + 3 * np.log(between_squares) + np.log(16) + 15 + 15 * np.log(2 * np.pi)
    )
    assert found.likelihood_ratio == pytest.approx(2 * (together - apart), rel=1e-6)
    assert found.p == pytest.approx(stats.chi2.sf(found.likelihood_ratio, 1) / 2)
    assert found.p_whole_tail == pytest.approx(2 * found.p)


def test_no_difference_between_cases_has_p_one() -> None:
    cases = [make_case(str(index), row, list("AABB")) for index, row in enumerate(([1, 4, 2, 3], [3, 2, 4, 1]))]
    found = intraclass(cases, "ML")
    assert found.value < 1e-9
    assert found.p_whole_tail == pytest.approx(1, abs=1e-4)
    assert found.p > 0.49
