"""Tau-U, its table, and the baseline-corrected taus: by fractions, by patterns, by law and at their limits."""

from dataclasses import replace
from math import atanh, sqrt, tanh

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.corrected_tau import TauKind, corrected_tau
from lijfspoor.domain.singlecase.effects.nap import nap
from lijfspoor.domain.singlecase.effects.ranking import ranks_of
from lijfspoor.domain.singlecase.effects.stacks import one, stack
from lijfspoor.domain.singlecase.effects.tau import tau
from lijfspoor.domain.singlecase.effects.tau_bc import tau_bc, tau_bc_stack
from lijfspoor.domain.singlecase.effects.tau_u import tau_u
from lijfspoor.domain.singlecase.effects.tau_u_table import TauU, TauUMethod, TauURow, tau_u_of, tau_u_table
from lijfspoor.domain.singlecase.effects.trend_p import trend_p
from tests.unit.singlecase.effects import slow_ranks as slow
from tests.unit.singlecase.effects.sides import DOWN, UP, close, refusal, two

TENTHS = st.integers(-9, 9).map(lambda tenths: tenths / 10)
PHASE = st.lists(TENTHS, min_size=3, max_size=8)
NO_PLAIN_INTERVAL = "A plain interval forgets that the baseline trend was itself estimated and is far too narrow."


def timed(a: list[float], b: list[float], times: list[int]) -> Contrast:
    moments = np.array(times, dtype=np.float64)
    return replace(two(a, b), times_a=moments[: len(a)], times_b=moments[len(a) :])


def test_the_example_of_tau_u() -> None:
    found = tau_u(two([1, 3, 2], [3, 4]))
    assert (found.statistic, found.value, found.figures) == ("tau-u", close(4 / 6), {"s_ab": 5, "s_a": 1})
    assert (found.se, found.interval, found.assumes_independence) == (None, None, None)
    assert tau_u(two([-1, -3, -2], [-3, -4], DOWN)).value == found.value
    assert refusal(tau_u, two([], [1])) == "no-scores"


@given(PHASE, PHASE)
@settings(deadline=None)
def test_tau_u_as_by_pairs(a: list[float], b: list[float]) -> None:
    wins, _, losses = slow.pairs(a, b)
    assert tau_u(two(a, b)).value == close((wins - losses - slow.score(range(len(a)), a)) / (len(a) * len(b)))


def shown(row: TauU) -> dict[str, object]:
    numbers = {
        "pos": row.tally.pos,
        "neg": row.tally.neg,
        "ties": row.tally.ties,
        **{name: getattr(row, name) for name in ("pairs", "s", "d", "tau", "sd_s", "z", "p", "se", "lower", "upper")},
    }
    return {name: None if np.isnan(part[0]) else float(part[0]) for name, part in numbers.items()}


@given(
    st.lists(TENTHS, min_size=1, max_size=7),
    st.lists(TENTHS, min_size=1, max_size=7),
    st.sampled_from(list(TauUMethod)),
)
@settings(deadline=None)
def test_every_row_as_by_its_pattern(a: list[float], b: list[float], method: TauUMethod) -> None:
    for row, found in tau_u_table(one(two(a, b)), method).items():
        expected, given_row = slow.tau_u_row(row, method, a, b), shown(found)
        if expected["lower"] is None:
            del expected["lower"], expected["upper"]
        for name, number in expected.items():
            assert given_row[name] == (None if number is None else close(number, abs_=1e-9)), (row, name)
        assert found.n == {"Trend A": len(a), "Trend B": len(b)}.get(row, len(a) + len(b))


def test_one_row_of_the_table_as_an_answer() -> None:
    contrast = two([1, 3, 2, 2], [3, 4, 2])
    found = tau_u_of(contrast)
    assert (found.statistic, found.assumes_independence, found.remarks) == ("tau-u.parker", True, ())
    assert found.value == found.figures["A vs. B - Trend A"] == close((7 - 1) / 12)
    assert (found.figures["s"], found.figures["d"]) == (6, 12)
    assert found.figures["z"] == close(6 / sqrt(slow.variance([4, 3, 2, 1, 5, 5, 5], [1, 3, 2, 2, 3, 4, 2])))
    assert found.figures["p"] == close(slow.two_sided(found.figures["z"]))
    assert found.se == close(found.value / found.figures["z"])
    assert found.interval is not None
    assert found.interval.level == 0.95
    assert found.interval.lower == close(tanh(atanh(6 / 12) - 1.959963984540054 / 2))
    assert set(found.figures) == {*TauURow, "s", "d", "z", "p"}
    assert tau_u_of(contrast, method="complete.a").value == close(6 / 18)
    assert (tau_u_of(contrast, row="A vs. B").value, tau(contrast).value) == (close(7 / 12), close(7 / 12))
    assert tau_u_of(contrast, row="Trend A", level=0.5).interval != tau_u_of(contrast, row="Trend A").interval
    assert tau_u_of(contrast, method="tarlow").figures["p"] > found.figures["p"]
    assert tau_u_of(replace(contrast, improvement=DOWN)).value == close(-6 / 12)


def test_the_example_of_the_table() -> None:
    contrast = two([1, 3, 2], [3, 4])
    assert tau_u_of(contrast, method="complete.a").value == close(4 / 9)
    assert tau_u_of(contrast, method="parker").value == close(4 / 6)


def test_a_row_that_has_no_interval_says_why() -> None:
    perfect = tau_u_of(two([1, 2, 3], [4, 5, 6]), row=TauURow.A_VS_B)
    assert (perfect.value, perfect.se, perfect.interval) == (1, None, None)
    assert perfect.remarks[0].en.startswith("This tau is 1 or -1 or beyond")
    worst = tau_u_of(two([1, 2, 3], [4, 5, 6], DOWN), row=TauURow.A_VS_B)
    assert (worst.value, worst.interval) == (-1, None)
    beyond = tau_u_of(two([3, 2, 1], [4, 5, 6]))
    assert (beyond.value, beyond.interval) == (close(12 / 9), None)
    few = tau_u_of(two([1, 3, 2], [4, 5]), row=TauURow.TREND_A)
    assert (few.se, few.remarks[0].en) == (None, "With fewer than four scores there is no interval.")
    assert few.interval is not None
    assert (few.interval.lower, few.interval.upper) == (-1, 1)
    none = tau_u_of(two([1, 2, 2, 1], [4, 5]), row=TauURow.TREND_A)
    assert (none.value, none.se) == (0, None)
    assert none.interval is not None
    assert refusal(tau_u_of, two([1], [2]), row=TauURow.TREND_A) == "all-tied"
    assert refusal(tau_u_of, two([1, 1, 1], [1, 1]), method="complete.b") == "all-tied"
    assert refusal(tau_u_of, two([1, 2], [3, 4]), level=1) == "bad-level"


def test_at_its_bound_the_printed_limits_close_on_the_tau() -> None:
    table = tau_u_table(one(two([1, 2, 3], [4, 5, 6], DOWN)), TauUMethod.COMPLETE_A)
    row = table[TauURow.A_VS_B]
    assert (row.lower.tolist(), row.upper.tolist()) == ([-1], [-1])
    assert np.isnan(tau_u_table(one(two([3, 2, 1], [4, 5])), TauUMethod.PARKER)[TauURow.LESS_TREND_A].lower).all()
    assert np.isnan(tau_u_table(one(two([3, 2], [4, 5])), TauUMethod.PARKER)[TauURow.TREND_A].lower).all()


def test_the_example_of_tau_bc() -> None:
    found = tau_bc(two([1, 2, 4], [5, 9]))
    assert (found.statistic, found.value) == ("tau-bc", close(1 / 6))
    assert found.figures == {"slope": close(1.5), "intercept": close(-0.5), "corrected": 1}
    assert (found.se, found.interval, found.assumes_independence) == (None, None, None)
    assert [remark.en[: len(NO_PLAIN_INTERVAL)] for remark in found.remarks] == [NO_PLAIN_INTERVAL]
    assert found.remarks[0].nl.endswith("Daarom staat er geen.")


@given(PHASE, PHASE, st.booleans())
@settings(deadline=None)
def test_tau_bc_as_by_fractions(a: list[float], b: list[float], decrease: bool) -> None:
    left_a, left_b, slope, intercept = slow.residuals(a, b, range(1, len(a) + len(b) + 1))
    contrast, turn = two(a, b, DOWN) if decrease else two(a, b), -1 if decrease else 1
    found = tau_bc(contrast)
    assert found.value == close(turn * float(slow.tau_of(left_a, left_b)))
    assert found.figures["slope"] == close(float(slope))
    assert found.figures["intercept"] == close(float(intercept), abs_=1e-9)
    both, phase = [*left_a, *left_b], [0] * len(a) + [1] * len(b)
    divisor = slow.tau_b_divisor(phase, both)
    if divisor == 0:
        assert refusal(tau_bc, contrast, kendall=True) == "all-tied"
        return
    by_kendall = tau_bc(contrast, kendall=True, plain_interval=True, level=0.8)
    value = turn * slow.score(phase, both) / divisor
    se = sqrt(2 / len(both) * (1 - value**2))
    assert (by_kendall.statistic, by_kendall.value) == ("tau-bc.kendall", close(value))
    assert by_kendall.se == close(se, abs_=1e-8)
    assert by_kendall.interval is not None
    assert by_kendall.interval.lower == close(value - 1.2815515655446004 * se, abs_=1e-7)
    assert by_kendall.interval.upper == close(value + 1.2815515655446004 * se, abs_=1e-7)


@given(PHASE, PHASE)
@settings(deadline=None)
def test_the_pretest_chooses_between_the_scores_and_what_is_left(a: list[float], b: list[float]) -> None:
    contrast = two(a, b)
    chance = trend_p(ranks_of(np.array([a])))[0]
    for limit in (0.0, 0.05, 0.4, chance, 1.0):
        found = tau_bc(contrast, pretest=limit)
        chosen = tau_bc(contrast).value if chance <= limit else tau(contrast).value
        assert (found.statistic, found.value) == ("tau-bc.pretest", chosen)
        assert (found.figures["corrected"], found.figures["trend_p"]) == (float(chance <= limit), chance)


def test_the_published_interval_is_given_to_who_asks() -> None:
    contrast = two([1, 2, 4, 3, 5], [5, 9, 9, 4])
    found = tau_bc(contrast, plain_interval=True, level=0.9)
    left_a, left_b, _, _ = slow.residuals([1, 2, 4, 3, 5], [5, 9, 9, 4], range(1, 10))
    value, variance, _ = slow.nap_errors([float(one) for one in left_a], [float(one) for one in left_b])
    assert (found.value, found.se) == (close(2 * value - 1), close(2 * sqrt(variance)))
    assert found.interval is not None
    assert (found.interval.level, found.assumes_independence, found.remarks) == (0.9, True, ())
    left, right = slow.newcombe_balance((found.interval.lower + 1) / 2, value, 5, 4, 1.6448536269514722)
    assert left == close(right, rel=1e-7)
    raw = tau_bc(contrast, plain_interval=True, pretest=0.0001)
    assert (raw.se, raw.interval) == (tau(contrast).se, tau(contrast).interval)
    assert tau_bc(contrast, kendall=True, pretest=0.05).statistic == "tau-bc.kendall.pretest"


def test_what_round_off_would_split_stays_tied() -> None:
    assert tau_bc(two([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).value == 0
    tenths = [step / 10 for step in range(1, 31)]
    assert tau_bc(two(tenths[:17], tenths[17:])).value == 0
    assert corrected_tau(two(tenths[:17], tenths[17:]), tau="a", always=True).value == 0


def test_a_baseline_too_short_for_a_line_is_refused() -> None:
    assert refusal(tau_bc, two([1], [2, 3])) == "baseline-too-short"
    assert refusal(tau_bc, two([1, 2], [2, 3]), pretest=0.05) == "baseline-too-short"
    assert tau_bc(two([1, 2], [2, 3])).value == -1
    assert refusal(corrected_tau, two([1], [2, 3])) == "baseline-too-short"
    assert refusal(tau_bc, two([1, 2], [2, 3]), level=2) == "bad-level"
    assert refusal(tau_bc, two([1, np.nan], [2, 3])) == "score-not-a-number"


def test_huge_scores_have_a_line_too() -> None:
    found = tau_bc(two([1e308, -1e308, 1.5e308], [1.7e308, -1.7e308]))
    assert found.value == tau_bc(two([10, -10, 15], [17, -17])).value
    assert "slope" in found.figures
    steep = tau_bc(two([-1.7e308, 1.7e308], [0]))
    assert "slope" not in steep.figures
    assert (steep.value, steep.figures["corrected"]) == (-1, 1)


def test_many_series_at_once_answer_as_each_alone() -> None:
    random = np.random.default_rng(4)
    contrasts = [
        two(random.integers(0, 9, 6).tolist(), random.integers(0, 9, 5).tolist(), (UP, DOWN)[row % 2])
        for row in range(9)
    ]
    together = tau_bc_stack(stack(contrasts), pretest=0.3, plain_interval=True)
    assert together.se is not None
    assert together.lower is not None
    for row, contrast in enumerate(contrasts):
        alone = tau_bc(contrast, pretest=0.3, plain_interval=True)
        assert alone.interval is not None
        assert (together.value[row], together.se[row]) == (alone.value, close(alone.se))
        assert together.lower[row] == close(alone.interval.lower)
        assert together.figures["corrected"][row] == alone.figures["corrected"]
    assert 0 < together.figures["corrected"].sum() < 9


def test_the_example_of_corrected_tau() -> None:
    found = corrected_tau(timed([1, 2, 3], [5, 9], [1, 2, 3, 4, 6]), always=True)
    assert (found.statistic, found.value) == ("corrected-tau.b.always", close(6 / sqrt(42)))
    assert found.figures["baseline_p"] == close(0.11718508719813)
    assert (found.se, found.interval, found.assumes_independence) == (None, None, True)
    assert [remark.en[: len(NO_PLAIN_INTERVAL)] for remark in found.remarks] == [NO_PLAIN_INTERVAL]
    left = corrected_tau(timed([1, 2, 3], [5, 9], [1, 2, 3, 4, 6]))
    assert (left.figures["corrected"], left.value) == (0, left.figures["uncorrected_tau"])


@given(PHASE, PHASE, st.data(), st.sampled_from(list(TauKind)), st.booleans(), st.booleans())
@settings(deadline=None)
def test_corrected_tau_as_by_fractions(
    a: list[float], b: list[float], data: st.DataObject, kind: TauKind, continuity: bool, always: bool
) -> None:
    steps = data.draw(st.lists(st.integers(1, 5), min_size=len(a) + len(b), max_size=len(a) + len(b)))
    times = np.cumsum(steps).tolist()
    alpha = data.draw(st.sampled_from([0.05, 0.3, 1.0]))
    phase = [0] * len(a) + [1] * len(b)
    left_a, left_b, _, _ = slow.residuals(a, b, times)

    def test(x: list[int], y: list[slow.Number]) -> tuple[float, float, float] | None:
        divisor = slow.tau_b_divisor(x, y) if kind is TauKind.B else len(y) * (len(y) - 1) / 2
        if len(set(y)) == 1 and (kind is TauKind.B or x is not phase):
            return None
        n, s = len(y), slow.score(x, y)
        spread = slow.variance(x, y) if kind is TauKind.B else n * (n - 1) * (2 * n + 5) / 18
        z = slow.sign(s) * max(abs(s) - continuity, 0) / sqrt(spread)
        return s / divisor, z, slow.two_sided(z)

    baseline = test(times[: len(a)], list(slow.exact(a)))
    before, after = test(phase, list(slow.exact([*a, *b]))), test(phase, [*left_a, *left_b])
    corrects = always or (baseline is not None and baseline[2] <= alpha)
    chosen = after if corrects else before
    settings_of = {"tau": kind, "continuity": continuity, "always": always, "alpha": alpha}
    contrast = timed(a, b, times)
    if chosen is None:
        assert refusal(corrected_tau, contrast, **settings_of) == "all-tied"
        return
    found = corrected_tau(contrast, tau=kind, continuity=continuity, always=always, alpha=alpha)
    assert found.statistic == f"corrected-tau.{kind}{'.continuity' * continuity}{'.always' * always}"
    expected: dict[str, float] = {"z": chosen[1], "p": chosen[2], "corrected": float(corrects)}
    for name, numbers in (("baseline", baseline), ("uncorrected", before), ("corrected", after)):
        if numbers is not None:
            expected |= {f"{name}_{what}": number for what, number in zip(("tau", "z", "p"), numbers, strict=True)}
    assert found.value == close(chosen[0])
    assert found.figures == {name: close(number) for name, number in expected.items()}


def test_two_scores_at_one_time_have_no_line() -> None:
    assert refusal(corrected_tau, timed([1, 2, 3], [4, 5], [1, 1, 2, 3, 4])) == "same-time-twice"
    assert refusal(corrected_tau, timed([1, 2, 3], [4, 5], [2, 1, 2, 3, 4])) == "same-time-twice"
    with pytest.raises(Refused):
        corrected_tau(timed([1, 2, 3], [4, 5], [1, 1, 1, 3, 4]))


def test_lower_is_better_turns_the_sign() -> None:
    for index in (tau, tau_bc, corrected_tau, tau_u_of, tau_u):
        up, down = index(two([1, 4, 2, 6], [5, 3, 8, 9])), index(two([1, 4, 2, 6], [5, 3, 8, 9], DOWN))
        assert up.value == close(-down.value)
    assert nap(two([1, 4], [3, 5], DOWN)).value == 1 - nap(two([1, 4], [3, 5])).value
