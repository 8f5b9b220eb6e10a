from fractions import Fraction
from math import inf, isfinite, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lijfspoor.domain.singlecase.data.results import Estimate, Interval
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.pooling.between import Method
from lijfspoor.domain.singlecase.pooling.client_effects import client_effects, effects_of, standardise
from lijfspoor.domain.singlecase.pooling.heterogeneity import share_in_words
from lijfspoor.domain.singlecase.pooling.leave_one_out import leave_one_out, one_client_decides
from lijfspoor.domain.singlecase.pooling.plain_mean import plain_mean
from lijfspoor.domain.singlecase.pooling.random_effects import Floor, Pooled, Uncertainty, pool
from lijfspoor.domain.singlecase.pooling.shrinkage import shrunken
from tests.unit.singlecase.pooling import slow_pooling as slow

Y, SES = [0.1, 0.9, 0.3, 1.4, -0.2], [0.2, 0.3, 0.15, 0.4, 0.22]
FIVE = client_effects(Y, SES, ["Ada", "Bo", "Cy", "Di", "Ed"])
TWO = client_effects([0.0, 2.0], [sqrt(0.5), sqrt(0.5)])
ALIKE = client_effects([1.0, 1.0, 1.0], [0.5, 0.5, 0.25])
Rows = list[tuple[float, float]]
rows = st.lists(
    st.tuples(st.integers(-40, 40).map(lambda n: n / 8), st.integers(1, 40).map(lambda n: n / 16)),
    min_size=2,
    max_size=8,
)


def limits(interval: Interval) -> tuple[float, float]:
    return interval.lower, interval.upper


def code_of(call: object) -> str:
    with pytest.raises(Refused) as refused:
        call()  # type: ignore[operator]  # a lambda given by each test
    assert refused.value.why.nl
    assert refused.value.why.en
    return refused.value.code


def test_worked_example_of_two_clients() -> None:
    answer = pool(TWO)
    assert answer.tau2 == pytest.approx(1.5)
    assert (answer.mean, answer.se, answer.freedom) == pytest.approx((1.0, 1.0, 1.0))
    assert limits(answer.interval) == pytest.approx((1 - 12.706204736, 1 + 12.706204736))
    assert answer.p == pytest.approx(0.5)
    reach = 12.706204736 * sqrt(1 + 1.5)
    assert limits(answer.prediction) == pytest.approx((1 - reach, 1 + reach))
    assert (answer.q, answer.i2) == pytest.approx((4.0, 75.0))
    assert answer.q_p == pytest.approx(float(stats.chi2.sf(4, 1)))
    assert answer.weights == pytest.approx((0.5, 0.5))
    assert answer.interval.level == answer.tau2_interval.level == answer.i2_interval.level == 0.95


@pytest.mark.parametrize("method", list(Method))
def test_mean_error_and_prediction_are_those_of_exact_arithmetic(method: Method) -> None:
    answer = pool(FIVE, method=method, floor=Floor.NONE, level=0.9)
    y, v, tau2 = slow.exact(Y), [Fraction(se) ** 2 for se in SES], Fraction(answer.tau2)
    mean, se = float(slow.mean_of(y, v, tau2)), slow.knapp_hartung(y, v, tau2)
    t = float(stats.t.ppf(0.95, 4))
    assert (answer.mean, answer.se) == pytest.approx((mean, se), rel=1e-11)
    assert limits(answer.interval) == pytest.approx((mean - t * se, mean + t * se), rel=1e-9)
    spread = t * sqrt(se**2 + answer.tau2)
    assert limits(answer.prediction) == pytest.approx((mean - spread, mean + spread), rel=1e-9)
    assert answer.p == pytest.approx(2 * float(stats.t.sf(mean / se, 4)), rel=1e-9)
    typical = float(slow.typical(v))
    assert answer.i2 == pytest.approx(100 * answer.tau2 / (answer.tau2 + typical), rel=1e-9)
    ends = [100 * end / (end + typical) for end in limits(answer.tau2_interval)]
    assert limits(answer.i2_interval) == pytest.approx(ends, rel=1e-9)
    weights = [1 / (float(one) + answer.tau2) for one in v]
    assert answer.weights == pytest.approx([one / sum(weights) for one in weights], rel=1e-11)
    assert answer.method is method
    assert (answer.uncertainty, answer.floor, answer.names) == (Uncertainty.KNAPP_HARTUNG, Floor.NONE, FIVE.names)


def test_the_normal_interval_takes_the_clients_own_errors() -> None:
    answer = pool(FIVE, uncertainty="wald", level=0.9)
    se = sqrt(1 / sum(1 / (one**2 + answer.tau2) for one in SES))
    z = float(stats.norm.ppf(0.95))
    assert answer.se == pytest.approx(se)
    assert answer.freedom == inf
    assert limits(answer.interval) == pytest.approx((answer.mean - z * se, answer.mean + z * se))
    reach = z * sqrt(se**2 + answer.tau2)
    assert limits(answer.prediction) == pytest.approx((answer.mean - reach, answer.mean + reach))
    assert answer.p == pytest.approx(2 * float(stats.norm.sf(answer.mean / se)))
    assert answer.estimate.assumes_independence is True


def test_identical_effects_have_no_width_without_a_floor_and_some_with_one() -> None:
    plain = 1 / sqrt(4 + 4 + 16)
    none = pool(ALIKE, floor="none")
    assert (none.se, none.p, none.tau2, none.i2, none.q) == (0.0, 0.0, 0.0, 0.0, 0.0)
    assert limits(none.interval) == limits(none.prediction) == (1.0, 1.0)
    one = pool(ALIKE, floor="one")
    assert one.se == pytest.approx(plain)
    assert one.freedom == 2
    assert one.interval.upper == pytest.approx(1 + float(stats.t.ppf(0.975, 2)) * plain)
    wald = pool(ALIKE)
    assert wald.se == pytest.approx(plain)
    assert wald.freedom == inf
    assert wald.interval.upper == pytest.approx(1 + 1.959963985 * plain)
    assert wald.prediction.upper == pytest.approx(1 + float(stats.t.ppf(0.975, 2)) * plain)


def test_identical_effects_of_nothing_have_p_one_without_a_floor() -> None:
    assert pool(client_effects([0.0, 0.0], [1.0, 2.0]), floor=Floor.NONE).p == 1.0


@given(rows)
@settings(max_examples=80)
def test_the_default_interval_is_the_wider_of_both_and_a_floor_never_narrows(given_rows: Rows) -> None:
    effects = client_effects([row[0] for row in given_rows], [row[1] for row in given_rows])
    bare, wald = pool(effects, floor="none"), pool(effects, uncertainty="wald")
    default, one = pool(effects), pool(effects, floor="one")
    width = [answer.interval.upper - answer.interval.lower for answer in (bare, wald, default, one)]
    assert width[2] == pytest.approx(max(width[0], width[1]), rel=1e-9)
    assert width[3] >= width[2] * (1 - 1e-12)
    assert default.prediction.upper >= default.interval.upper
    assert sum(default.weights) == pytest.approx(1.0)


@given(rows, st.sampled_from([1e-100, 0.01, 3.0, 1e100]), st.integers(-5, 5), st.sampled_from(list(Method)))
@settings(max_examples=80, deadline=None)
def test_another_unit_or_origin_changes_nothing_else(
    given_rows: Rows, unit: float, origin: int, method: Method
) -> None:
    y, ses = np.array([row[0] for row in given_rows]), np.array([row[1] for row in given_rows])
    before = pool(client_effects(y, ses), method=method)
    after = pool(client_effects((y + origin) * unit, ses * unit), method=method)
    assert after.mean == pytest.approx((before.mean + origin) * unit, rel=1e-7, abs=1e-7 * unit)
    assert after.se == pytest.approx(before.se * unit, rel=1e-6)
    assert after.tau2 == pytest.approx(before.tau2 * unit**2, rel=1e-5, abs=1e-7 * unit**2)
    assert after.q == pytest.approx(before.q, rel=1e-7, abs=1e-9)


@given(rows, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_clients_changes_nothing(given_rows: Rows, random: object) -> None:
    shuffled = list(given_rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random
    first, second = (pool(client_effects([r[0] for r in one], [r[1] for r in one])) for one in (given_rows, shuffled))
    assert second.mean == pytest.approx(first.mean, rel=1e-9, abs=1e-9)
    assert limits(second.interval) == pytest.approx(limits(first.interval), rel=1e-7, abs=1e-7)


def test_turning_the_direction_turns_the_signs() -> None:
    turned = pool(client_effects([-value for value in Y], SES))
    answer = pool(FIVE)
    assert turned.mean == pytest.approx(-answer.mean)
    assert limits(turned.interval) == pytest.approx((-answer.interval.upper, -answer.interval.lower))
    assert turned.p == pytest.approx(answer.p)


def test_the_answer_as_an_estimate() -> None:
    answer = pool(FIVE)
    estimate = answer.estimate
    assert estimate.statistic == "pooled.reml"
    assert (estimate.value, estimate.se, estimate.interval) == (answer.mean, answer.se, answer.interval)
    assert estimate.assumes_independence is False
    assert estimate.figures["k"] == 5
    assert estimate.figures["p"] == answer.p
    assert estimate.figures["tau2"] == answer.tau2
    assert (estimate.figures["tau2_lower"], estimate.figures["tau2_upper"]) == limits(answer.tau2_interval)
    assert (estimate.figures["prediction_lower"], estimate.figures["prediction_upper"]) == limits(answer.prediction)
    assert (estimate.figures["i2"], estimate.figures["q"], estimate.figures["q_p"]) == (answer.i2, answer.q, answer.q_p)
    assert estimate.remarks == answer.remarks


def test_a_given_variance_between_clients_is_used() -> None:
    answer = pool(client_effects([0.0, 4.0], [1.0, 1.0]), tau2=3.0)
    assert answer.tau2 == pytest.approx(3.0)
    assert answer.i2 == pytest.approx(75.0)
    assert pool(FIVE, tau2=0.0).tau2 == 0.0
    for wrong in (-0.1, inf, float("nan")):
        assert code_of(lambda wrong=wrong: pool(FIVE, tau2=wrong)) == "bad-tau2"


@pytest.mark.parametrize("level", [0.0, 1.0, -0.5, 95.0, float("nan")])
def test_a_level_lies_between_0_and_1(level: float) -> None:
    assert code_of(lambda: pool(FIVE, level=level)) == "bad-level"


def test_what_cannot_be_pooled_is_refused_with_its_reason() -> None:
    assert code_of(lambda: client_effects([1.0], [1.0])) == "one-client"
    assert code_of(lambda: client_effects([], [])) == "one-client"
    assert code_of(lambda: client_effects([1.0, 2.0], [1.0])) == "unequal-lengths"
    assert code_of(lambda: client_effects([1.0, 2.0], [1.0, 1.0], ["a"])) == "unequal-lengths"
    assert code_of(lambda: client_effects([1.0, float("nan")], [1.0, 1.0])) == "effect-not-finite"
    assert code_of(lambda: client_effects([1.0, inf], [1.0, 1.0])) == "effect-not-finite"
    for se in (0.0, -1.0, float("nan"), inf):
        assert code_of(lambda se=se: client_effects([1.0, 2.0], [1.0, se])) == "se-not-positive"
    for effects, ses in (([0, 1], [1e-61, 1]), ([0, 1e62], [1, 1]), ([0, 1e141], [1e141] * 2), ([0, 0], [1e-141] * 2)):
        assert code_of(lambda e=effects, s=ses: client_effects(e, s)) == "effects-out-of-range"


@pytest.mark.parametrize(
    ("values", "ses"),
    [
        ([0.0, 1.0, 2.0], [1e-58, 1.0, 1.0]),
        ([1e130, 3e130], [1e130, 1e129]),
        ([1e-130, 3e-130], [1e-130, 1e-131]),
        ([1e12, 1e12 + 1, 1e12 + 3], [1.0, 1.0, 1.0]),
        ([1e300, 1e300], [1.0, 2.0]),
        ([0.0, 1e50], [1.0, 1.0]),
    ],
)
def test_huge_and_tiny_numbers_give_finite_answers(values: list[float], ses: list[float]) -> None:
    effects = client_effects(values, ses)
    for method in Method:
        answer = pool(effects, method=method)
        numbers = (answer.mean, answer.se, *limits(answer.interval), *limits(answer.prediction), answer.tau2, answer.p)
        assert all(isfinite(number) for number in (*numbers, answer.i2, answer.q, *limits(answer.tau2_interval)))
        assert all(isfinite(one.value) and isfinite(one.se) for one in shrunken(effects, answer))


def test_a_shift_as_large_as_a_trillion_loses_no_digits() -> None:
    near, far = (pool(client_effects([o, o + 1.0, o + 3.0], [1.0] * 3)) for o in (0.0, 1e12))
    assert far.tau2 == near.tau2
    assert far.se == near.se
    assert far.mean - 1e12 == pytest.approx(near.mean, abs=2e-4)


def test_estimates_without_a_usable_error_are_left_out_and_named() -> None:
    answers = [
        ("Ada", Estimate("nap", 0.7, se=0.1)),
        ("Bo", Estimate("nap", 0.9)),
        ("Cy", Estimate("nap", 0.8, se=0.2)),
        ("Di", Estimate("nap", float("nan"), se=0.2)),
        ("Ed", Estimate("nap", 0.8, se=0.0)),
        ("Fa", Estimate("nap", 0.8, se=inf)),
    ]
    effects = effects_of(answers)
    assert (effects.names, effects.left_out) == (("Ada", "Cy"), ("Bo", "Di", "Ed", "Fa"))
    assert effects.values.tolist() == [0.7, 0.8]
    assert effects.ses.tolist() == [0.1, 0.2]
    answer = pool(effects)
    assert answer.left_out == ("Bo", "Di", "Ed", "Fa")
    assert answer.remarks[-1].nl.endswith("Bo, Di, Ed, Fa.")
    assert answer.remarks[-1].en.endswith("Bo, Di, Ed, Fa.")
    assert code_of(lambda: effects_of(answers[:2])) == "one-client"


def test_names_default_to_numbers_and_one_client_can_be_taken_out() -> None:
    effects = client_effects([1.0, 2.0, 3.0], [1.0, 2.0, 3.0])
    assert (effects.names, effects.count) == (("1", "2", "3"), 3)
    rest = effects.without(1)
    assert (rest.names, rest.values.tolist(), rest.variances.tolist()) == (("1", "3"), [1.0, 3.0], [1.0, 9.0])


def test_standardised_effects_lie_within_one() -> None:
    standard = standardise(client_effects([5.0, 9.0, 6.0], [1.0, 2.0, 8.0]))
    assert (standard.centre, standard.scale) == (6.0, 8.0)
    assert standard.effects.values.tolist() == [-0.125, 0.375, 0.0]
    assert standard.effects.ses.tolist() == [0.125, 0.25, 1.0]


def test_words_about_differences_between_clients() -> None:
    few = pool(client_effects([0.0, 0.1, 0.2, 0.1], [1.0] * 4))
    said = " ".join(remark.en for remark in few.remarks)
    assert "With 4 clients" in said
    assert "does not prove that they are alike" in said
    assert "(with 95% confidence) in 0% - 0%" in said
    many = pool(FIVE, level=0.9)
    lower, upper = limits(many.i2_interval)
    assert [remark.nl for remark in many.remarks] == [
        f"Hoeveel van de verschillen meer dan toeval is, ligt (met 90% zekerheid) in {lower:.0f}% - {upper:.0f}%."
    ]


@pytest.mark.parametrize(
    ("i2", "dutch", "english"),
    [
        (0.0, "klein: 0%", "little: 0%"),
        (24.9, "klein: 25%", "little: 25%"),
        (25.0, "duidelijk: 25%", "clearly: 25%"),
        (74.9, "duidelijk: 75%", "clearly: 75%"),
        (75.0, "veel: 75%", "much: 75%"),
    ],
)
def test_the_share_beyond_chance_in_words(i2: float, dutch: str, english: str) -> None:
    said = share_in_words(i2)
    assert dutch in said.nl
    assert english in said.en


def test_shrunken_worked_example_and_the_pull_of_the_mean() -> None:
    first, second = shrunken(TWO, pool(TWO))
    assert (first.value, second.value) == pytest.approx((0.25, 1.75))
    assert first.pull == pytest.approx(0.25)
    assert (first.name, second.name) == ("1", "2")
    assert first.se == pytest.approx(sqrt(0.5 * 1.5 / 2 + 0.25**2))
    assert limits(first.interval) == pytest.approx((0.25 - 12.7062047 * first.se, 0.25 + 12.7062047 * first.se))


def test_without_differences_every_client_gets_the_mean() -> None:
    answer = pool(ALIKE)
    for one in shrunken(ALIKE, answer):
        assert (one.value, one.pull) == (1.0, 1.0)
        assert one.se == pytest.approx(answer.se)
        assert one.interval.upper == pytest.approx(answer.interval.upper)
        assert one.interval.level == 0.95


@given(rows)
@settings(max_examples=60)
def test_a_shrunken_estimate_lies_between_the_clients_own_and_the_mean(given_rows: Rows) -> None:
    effects = client_effects([row[0] for row in given_rows], [row[1] for row in given_rows])
    answer = pool(effects)
    for own, one, se in zip(effects.values, shrunken(effects, answer), effects.ses, strict=True):
        low, high = sorted((float(own), answer.mean))
        assert low - 1e-9 <= one.value <= high + 1e-9
        assert one.pull == pytest.approx(se**2 / (se**2 + answer.tau2))


def test_leaving_out_each_client_is_pooling_the_others() -> None:
    left = leave_one_out(FIVE, lambda effects: pool(effects, method="DL"))
    whole = pool(FIVE, method="DL")
    assert [one.name for one in left] == list(FIVE.names)
    for row, one in enumerate(left):
        rest = client_effects(Y[:row] + Y[row + 1 :], SES[:row] + SES[row + 1 :])
        assert one.pooled.mean == pytest.approx(pool(rest, method="DL").mean)
        assert one.shift == pytest.approx(one.pooled.mean - whole.mean)
    assert leave_one_out(client_effects([1.0, 2.0, 3.0], [1.0] * 3))[0].pooled.mean == pytest.approx(2.5)
    assert code_of(lambda: leave_one_out(TWO)) == "two-clients"


def test_one_client_on_whom_the_conclusion_hangs_is_named() -> None:
    effects = client_effects([1.0, 1.1, 0.9, 1.05, -1.0], [0.1] * 5, ["Ada", "Bo", "Cy", "Di", "Ed"])
    said = one_client_decides(leave_one_out(effects), pool(effects))
    assert said is not None
    assert "zonder Ed verandert" in said.nl
    assert "without Ed it changes" in said.en
    firm = client_effects([1.0, 1.1, 0.9, 1.05], [0.1] * 4)
    assert one_client_decides(leave_one_out(firm), pool(firm)) is None


def test_plain_mean_worked_example() -> None:
    answer = plain_mean([1.0, 2.0, 3.0])
    assert answer.value == pytest.approx(2.0)
    assert answer.se == pytest.approx(1 / sqrt(3))
    assert answer.interval is not None
    assert limits(answer.interval) == pytest.approx((2 - 4.30265273 / sqrt(3), 2 + 4.30265273 / sqrt(3)))
    assert answer.figures["p"] == pytest.approx(float(stats.ttest_1samp([1, 2, 3], 0).pvalue))
    assert answer.figures["k"] == 3.0
    assert answer.figures["sd"] == pytest.approx(1.0)
    assert (answer.assumes_independence, answer.statistic) == (False, "pooled.plain-mean")
    half = plain_mean([0.0, 1.0], level=0.5).interval
    assert half is not None
    assert (half.lower, half.upper, half.level) == pytest.approx((0.0, 1.0, 0.5), abs=1e-12)


@pytest.mark.parametrize("unit", [1e-120, 1e120])
def test_plain_mean_in_any_unit(unit: float) -> None:
    assert plain_mean([unit, 3 * unit]).figures["p"] == pytest.approx(plain_mean([1, 3]).figures["p"])


def test_plain_mean_refuses_what_says_nothing() -> None:
    assert code_of(lambda: plain_mean([1.0])) == "one-client"
    assert code_of(lambda: plain_mean([2.0, 2.0])) == "identical-effects"
    assert code_of(lambda: plain_mean([0.0, 0.0])) == "identical-effects"
    assert code_of(lambda: plain_mean([1.0, float("nan")])) == "effect-not-finite"
    assert code_of(lambda: plain_mean([1.0, -inf])) == "effect-not-finite"
    assert code_of(lambda: plain_mean([1.0, 2.0], level=1.0)) == "bad-level"


def coverage(draw: object, floor: Floor) -> float:
    held = 0
    for seed in range(400):
        effects: Pooled = pool(draw(np.random.default_rng(seed)), floor=floor, method="DL")  # type: ignore[operator]
        held += effects.interval.lower <= 0.5 <= effects.interval.upper
    return held / 400


def test_the_default_interval_over_eight_clients_holds_its_level() -> None:
    ses = np.linspace(0.2, 0.4, 8)

    def draw(rng: np.random.Generator) -> object:
        return client_effects(rng.normal(rng.normal(0.5, 0.4, 8), ses), ses / 2)  # errors half of what they are

    # 2,000 replications are in the calibration bench; 400 have a Monte Carlo error of 1.1 points.
    assert 0.905 < coverage(draw, Floor.WALD) < 0.99
