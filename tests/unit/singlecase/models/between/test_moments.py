from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.models.between.moments import THREE_CASES, MomentDifference, decaying
from lijfspoor.domain.singlecase.models.between.multiple_baseline import moment_multiple_baseline
from lijfspoor.domain.singlecase.models.between.reversal import moment_reversal
from lijfspoor.domain.singlecase.models.between.small_sample import corrected_variance, hedges_factor

PAIR = [make_case("one", [1, 2, 6, 7], list("AABB")), make_case("two", [3, 5, 7, 9], list("AABB"))]


def staggered(seed: int = 1, cases: int = 4, size: int = 12) -> list[Case]:
    draw = np.random.default_rng(seed)
    return [
        make_case(
            str(n),
            (draw.standard_normal(size) + 2 * draw.standard_normal() + 2.0 * (np.arange(size) >= 4 + n % 3)).round(1),
            ["A"] * (4 + n % 3) + ["B"] * (size - 4 - n % 3),
        )
        for n in range(cases)
    ]


def reversed_twice(seed: int = 1, cases: int = 3) -> list[Case]:
    draw = np.random.default_rng(seed)
    found = []
    for n in range(cases):
        lengths = [4, 3 + n % 2, 4, 3]
        phases = [label for label, length in zip(("A", "B", "A", "B"), lengths, strict=True) for _ in range(length)]
        scores = draw.standard_normal(len(phases)) + 2 * draw.standard_normal() + 3 * (np.array(phases) == "B")
        found.append(make_case(str(n), np.round(scores, 1), phases))
    return found


def _dense(cases: list[Case], *, reversal: bool) -> dict[str, float]:
    """The papers' matrices over all rows, written out: design, cells, residual maker, V."""
    rows = []
    for number, case in enumerate(cases):
        for index, spell in enumerate(case.spells):
            for point, row in enumerate(range(spell.start, spell.stop)):
                rows.append((number, index // 2, index % 2, point, case.times[row], case.values[row]))
    total = len(rows)
    pairs = 1 + max(row[1] for row in rows)
    design = np.zeros((total, 2 * len(cases) * pairs))
    for r, (number, pair, treated, *_) in enumerate(rows):
        column = number * pairs + pair
        design[r, column] = 1
        design[r, len(cases) * pairs + column] = treated
    scores = np.array([row[5] for row in rows])
    inverse = np.linalg.inv(design.T @ design)
    effects = inverse @ design.T @ scores
    residual = scores - design @ effects
    keys = [(p, t, k) if reversal else (time, t) for _, p, t, k, time, _ in rows]
    kept = [r for r in range(total) if not reversal or sum(key == keys[r] for key in keys) == len(cases)]
    names = sorted({keys[r] for r in kept})
    cells = np.array([[float(keys[r] == name) for name in names] for r in kept])
    maker = np.eye(len(kept)) - cells @ np.linalg.inv(cells.T @ cells) @ cells.T
    freedom = len(kept) - len(names)
    between = scores[kept] @ maker @ scores[kept] / freedom
    together, lost, left = 0.0, 0.0, 0
    for r in range(total - 1):
        same_phase = rows[r][:3] == rows[r + 1][:3]
        if same_phase or (not reversal and rows[r][0] == rows[r + 1][0]):
            together += residual[r] * residual[r + 1]
    for phase in {row[:3] for row in rows}:
        length = sum(row[:3] == phase for row in rows)
        lost += 1 - 1 / length
        left += length - 1
    phi = together / (residual @ residual) + lost / left
    near, value = np.zeros((total, total)), np.zeros((total, total))
    for i in range(total):
        for j in range(total):
            if rows[i][0] == rows[j][0]:
                value[i, j] = phi ** int(abs(rows[i][4] - rows[j][4]))
                if rows[i][:3] == rows[j][:3]:
                    near[i, j] = phi ** int(abs(rows[i][3] - rows[j][3])) if reversal else value[i, j]
    if not reversal:
        near = value.copy()
    within = residual @ residual / (total - np.trace(inverse @ design.T @ near @ design))
    rho = max(0.0, 1 - within / between)
    same = np.array([[float(one[0] == two[0]) for two in rows] for one in rows])
    value = rho * same + (1 - rho) * value
    product = maker @ value[np.ix_(kept, kept)]
    nu = freedom**2 / np.trace(product @ product)
    block = (inverse @ design.T @ value @ design @ inverse)[len(cases) * pairs :, len(cases) * pairs :]
    theta = np.sqrt(block.sum()) / (len(cases) * pairs)
    effect = effects[len(cases) * pairs :].mean()
    factor = 1 - 3 / (4 * nu - 1)
    held = max(nu, 2.001)
    value_of_g = factor * effect / np.sqrt(between)
    variance = factor**2 * (theta**2 * held / (held - 2) + value_of_g**2 * (held / (held - 2) - 1 / factor**2))
    return {
        "effect": effect,
        "between": between,
        "within": within,
        "phi": phi,
        "rho": rho,
        "theta": theta,
        "nu": nu,
        "value": value_of_g,
        "variance": variance,
    }


def _check(found: MomentDifference, expected: dict[str, float]) -> None:
    for name, value in expected.items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-9), name


@pytest.mark.parametrize("seed", range(4))
def test_a_multiple_baseline_is_the_matrices_of_the_paper(seed: int) -> None:
    cases = staggered(seed)
    found = moment_multiple_baseline(cases)
    _check(found, _dense(cases, reversal=False))
    assert (found.rows, found.cases) == (48, 4)


@pytest.mark.parametrize("seed", range(4))
def test_a_reversal_is_the_matrices_of_the_paper(seed: int) -> None:
    cases = reversed_twice(seed)
    found = moment_reversal(cases)
    _check(found, _dense(cases, reversal=True))
    assert found.cells == 14


def test_a_worked_example_by_hand() -> None:
    found = moment_multiple_baseline(PAIR)
    assert found.effect == 4.5  # 6.5 - 1.5 = 5 and 8 - 4 = 4
    assert found.between == pytest.approx((2 + 4.5 + 0.5 + 2) / 4)  # pairs (1, 3), (2, 5), (6, 7), (7, 9)
    # deviations -.5 .5 -.5 .5 and -1 1 -1 1: products -.75 and -3 over 1 + 4, plus 4 (1 - 1/2) / (8 - 4)
    assert found.phi == pytest.approx(-3.75 / 5 + 0.5)
    # each of 4 phases of 2 spends (1 + phi)
    assert found.within == pytest.approx(5 / (8 - 4 * 0.75))
    assert found.rho == pytest.approx(1 - 1 / 2.25)
    assert (found.rows, found.cells, found.cases) == (8, 4, 2)
    assert found.unadjusted == pytest.approx(4.5 / 1.5)
    again = moment_reversal(PAIR)
    assert again.effect == 4.5
    assert again.phi == pytest.approx(-2.5 / 5 + 0.5, abs=1e-15)


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 500),
    order=st.permutations(range(4)),
    scale=st.sampled_from([1e-6, 0.5, -3.0, 1e6]),
    shift=st.integers(-50, 50),
)
def test_order_scale_and_shift_do_not_matter(seed: int, order: list[int], scale: float, shift: int) -> None:
    cases = staggered(seed)
    one = moment_multiple_baseline(cases)
    moved = [cases[index].with_values(scale * (cases[index].values + shift)) for index in order]
    other = moment_multiple_baseline(moved)
    assert other.value == pytest.approx(np.sign(scale) * one.value, rel=1e-7)
    assert other.variance == pytest.approx(one.variance, rel=1e-7)
    assert other.nu == pytest.approx(one.nu, rel=1e-7)


def test_labels_may_be_chosen_and_other_rows_are_left_out() -> None:
    cases = [make_case(c.name, [*c.values, 99.0], [*("base", "base", "work", "work"), "after"]) for c in PAIR]
    assert moment_multiple_baseline(cases, "base", "work").value == moment_multiple_baseline(PAIR).value
    assert moment_multiple_baseline(cases, ["base"], ["work"]).value == moment_multiple_baseline(PAIR).value
    assert moment_multiple_baseline(cases).effect > 20


def test_the_answer_has_an_interval_by_t() -> None:
    found = moment_multiple_baseline(staggered())
    answer = found.estimate(0.9)
    assert answer.statistic == "between-case-smd.moments"
    assert answer.assumes_independence is False
    assert answer.remarks == ()
    assert answer.se == pytest.approx(np.sqrt(found.variance))
    assert answer.interval is not None
    assert answer.interval.upper == pytest.approx(found.value + stats.t.ppf(0.95, found.nu) * np.sqrt(found.variance))
    assert answer.interval.lower + answer.interval.upper == pytest.approx(2 * found.value)
    assert answer.figures["d"] == found.unadjusted
    assert set(answer.figures) == {"phi", "rho", "nu", "d", "effect"}
    assert moment_multiple_baseline(PAIR).estimate().remarks == (THREE_CASES,)


def _rows(*rows: Sequence[float | None]) -> list[Case]:
    return [
        make_case(str(n), row, ["A"] * (len(row) // 2) + ["B"] * (len(row) - len(row) // 2))
        for n, row in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("cases", "code"),
    [
        ([], "one-case"),
        (_rows([1, 2, 6, 7]), "one-case"),
        (_rows([1, None, 6, 7], [3, 5, 7, 9]), "missing-scores"),
        (_rows([1, 2, None, None], [3, 5, 7, 9]), "no-scores"),
        (_rows([1, 1, 4, 4], [2, 2, 5, 5]), "flat-phases"),
        (_rows([1, 2, 6, 7], [1, 2, 6, 7]), "no-spread-between"),
        (_rows([4, 4, 4, 4], [4, 4, 4, 4]), "no-spread-between"),
        (_rows([1e200, 2e200, 6e200, 7e200], [3, 5, 7, 9]), "number-too-large"),
        (_rows([0.0] * 2001 + [1.0] * 2001, [3, 5, 7, 9]), "series-too-long"),
        (
            [make_case("a", [1, 2, 6, 7], list("AABB")), make_case("b", [3, 5, 7, 9], list("AABB"), [11, 12, 13, 14])],
            "no-shared-cells",
        ),
    ],
)
def test_what_the_moments_cannot_say_is_refused(cases: list[Case], code: str) -> None:
    with pytest.raises(Refused) as refused:
        moment_multiple_baseline(cases)
    assert refused.value.code == code
    assert refused.value.why.nl != refused.value.why.en


def test_phases_that_form_no_pairs_are_refused() -> None:
    with pytest.raises(Refused, match="no-pairs"):
        moment_reversal([make_case("a", [1, 2, 3], list("ABA")), make_case("b", [1, 2, 4], list("ABA"))])
    with pytest.raises(Refused, match="no-pairs"):
        moment_reversal([make_case("a", [1, 2], list("AB")), make_case("b", [1, 2, 4, 5], list("ABAB"))])
    with pytest.raises(Refused, match="missing-scores"):
        moment_reversal(_rows([1, None, 6, 7], [3, 5, 7, 9]))


def test_correlation_decays_with_distance() -> None:
    assert decaying(-0.5, np.array([1.0, 2, 4])).tolist() == [[1, -0.5, -0.125], [-0.5, 1, 0.25], [-0.125, 0.25, 1]]
    assert decaying(0.25, np.array([0.0, 0.5])).tolist() == [[1, 0.5], [0.5, 1]]
    with pytest.raises(Refused, match="irregular-times"):
        decaying(-0.5, np.array([0.0, 0.5]))


def test_small_samples_shrink_the_difference_and_widen_its_variance() -> None:
    assert hedges_factor(10) == 1 - 3 / 39
    assert corrected_variance(1.5, 0.04, 10, hedges_factor(10)) == pytest.approx(
        (36 / 39) ** 2 * (0.04 * 1.25 + 2.25 * (1.25 - (39 / 36) ** 2))
    )
    low = corrected_variance(1.0, 0.1, 1.5, hedges_factor(2.001))
    assert low == pytest.approx((1 - 3 / 5) ** 2 * (0.1 * 2001 + 2001 - 1 / hedges_factor(2.001) ** 2), rel=1e-9)
    for few in (1.0, 0.5):
        with pytest.raises(Refused, match="variance-unknown"):
            hedges_factor(few)
