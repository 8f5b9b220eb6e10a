"""The test itself: exact shares, ties, directions, missing scores, several cases, drawn assignments, refusals."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.designs.alternation import shuffled
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin, wampold_worsham
from lijfspoor.domain.singlecase.randomisation.criterion import criterion_match
from lijfspoor.domain.singlecase.randomisation.reference import Drawing
from lijfspoor.domain.singlecase.randomisation.remarks import LEFT_OUT, WASHED_OUT
from lijfspoor.domain.singlecase.randomisation.statistic import Unit, one_by_one, own_statistic
from lijfspoor.domain.singlecase.randomisation.testing import Tail, at_least, randomisation_test
from tests.unit.singlecase.randomisation import naive
from tests.unit.singlecase.randomisation.builders import ab_case, ab_scheme, case_of, noise

STEP = [1, 2, 3, 7, 8, 9]


def test_the_worked_example_of_three_starts() -> None:
    test = randomisation_test(ab_case(STEP, 4), ab_scheme(6, [3, 4, 5]))
    assert test.observed == pytest.approx(6)
    assert list(test.per_case) == pytest.approx([6])
    assert test.p == test.p_higher == test.smallest_p == pytest.approx(1 / 3)
    assert test.p_lower == 1
    assert (test.admissible, test.compared, test.exact, test.without_value, test.turned) == (3, 3, True, 0, False)
    assert test.mean == pytest.approx(5.5)
    assert test.sd == pytest.approx(0.75 / 3**0.5)
    assert test.statistic == "mean-difference"
    assert test.title.en == "difference of means (B less A)"
    assert test.tail is Tail.HIGHER


@pytest.mark.parametrize(
    ("improvement", "tail", "wanted", "p"),
    [
        ("increase", "better", Tail.HIGHER, 1 / 3),
        ("decrease", "better", Tail.LOWER, 1),
        ("decrease", "higher", Tail.HIGHER, 1 / 3),
        ("increase", "lower", Tail.LOWER, 1),
        ("increase", "either", Tail.EITHER, 2 / 3),
        ("increase", "larger", Tail.HIGHER, 1 / 3),
    ],
)
def test_the_direction_that_counts_is_kept(improvement: str, tail: str, wanted: Tail, p: float) -> None:
    test = randomisation_test(ab_case(STEP, 4, improvement=improvement), ab_scheme(6, [3, 4, 5]), tail=tail)
    assert test.tail is wanted
    assert test.p == pytest.approx(p)
    assert test.observed == pytest.approx(6)


@pytest.mark.parametrize(("name", "p"), [("mean-difference-a-b", 1 / 3), ("w", 2 / 3)])
def test_a_statistic_that_falls_when_b_is_higher_tests_the_same_direction(name: str, p: float) -> None:
    case, scheme = ab_case([3, 1, 2, 7, 8, 9], 4), ab_scheme(6, [3, 4, 5])
    higher = randomisation_test(case, scheme, name, tail="higher")
    lower = randomisation_test(case, scheme, name, tail="lower")
    assert higher.p == higher.p_higher == lower.p_higher
    assert lower.p == lower.p_lower == higher.p_lower == 1
    assert higher.p == pytest.approx(p)
    assert randomisation_test(case, scheme, name, tail="larger").tail is Tail.LOWER


def test_twice_the_smaller_share_is_at_most_one() -> None:
    test = randomisation_test(ab_case([5, 5, 5, 5, 5, 5], 4), ab_scheme(6, [3, 4, 5]), tail="either")
    assert test.p == test.p_higher == test.p_lower == 1


def test_a_statistic_without_a_sign_tests_a_larger_value_only() -> None:
    test = randomisation_test(ab_case([7, 8, 9, 3, 2, 1], 4), ab_scheme(6, [3, 4, 5]), "absolute-mean-difference")
    assert test.tail is Tail.LARGER
    assert test.p == pytest.approx(1 / 3)
    assert test.p_higher is None
    assert test.p_lower is None


@pytest.mark.parametrize("tail", ["higher", "lower"])
def test_a_statistic_without_a_sign_refuses_a_direction(tail: str) -> None:
    with pytest.raises(Refused) as refused:
        randomisation_test(ab_case(STEP, 4), ab_scheme(6, [3, 4, 5]), "absolute-mean-difference", tail=tail)
    assert refused.value.code == "no-direction"
    assert "zonder teken" in refused.value.why.nl
    assert "no sign" in refused.value.why.en


def test_ties_by_round_off_count_as_equal() -> None:
    scores = [0.1, 0.2, 0.3, 0.1 + 0.2, 0.2, 0.1]
    test = randomisation_test(ab_case(scores, 4), ab_scheme(6, [2, 4]))
    codes = [[0, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1]]
    exact = [naive.mean_difference(code, [Fraction(round(10 * y), 10) for y in scores], []) for code in codes]
    assert exact[1] == 0
    assert test.p == sum(other is not None and other >= 0 for other in exact) / 2
    equal = randomisation_test(ab_case([0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2], 2), ab_scheme(4, [2, 3, 4]))
    assert equal.p_higher == equal.p_lower == 1


def test_values_within_the_slack_are_equal_and_those_beyond_are_not() -> None:
    found = np.array([1.0, 2.0, 2.0 + 1e-6, 2.0 - 1e-6, np.nan])
    assert at_least(found, 2.0, 2e-6) == (4, 5)
    assert at_least(found, 2.0, 1e-7) == (3, 4)
    assert at_least(found, 2.0, 0.0) == (3, 4)


def test_a_missing_score_keeps_its_place() -> None:
    scores = [1, 2, None, 3, 7, 8, 9, 8]
    test = randomisation_test(ab_case(scores, 5), ab_scheme(8, [3, 4, 5, 6]))
    codes = [[int(row >= start) for row in range(1, 9)] for start in (3, 4, 5, 6)]
    exact = [naive.mean_difference(code, scores, []) for code in codes]
    assert exact[0] == exact[1], "the missing third score makes starts 3 and 4 alike, but both remain"
    assert test.admissible == 4
    assert test.p == sum(float(other or 0) >= float(exact[2] or 0) for other in exact) / 4


def test_an_assignment_without_a_value_counts_as_extreme_on_both_sides() -> None:
    scores = [None, 1, 2, 3, 9, 8, 9]
    test = randomisation_test(ab_case(scores, 5), ab_scheme(7, [2, 3, 4, 5]))
    assert test.without_value == 1
    assert test.p_higher == 2 / 4
    assert test.p_lower == 1
    known = [naive.mean_difference([int(row >= s) for row in range(1, 8)], scores, []) for s in (3, 4, 5)]
    assert test.mean == pytest.approx(float(sum(x for x in known if x is not None) / 3))
    said = test.remarks[-1]
    assert said.nl.startswith("Bij 1 indelingen is de maat niet te berekenen")
    assert said.en.startswith("For 1 assignments the statistic cannot be computed")


def test_a_series_whose_own_assignment_has_no_value_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        randomisation_test(ab_case([None, 1, 2, 3], 2), ab_scheme(4, [2, 3]))
    assert refused.value.code == "no-statistic"
    assert "niet te berekenen" in refused.value.why.nl
    assert "cannot be computed" in refused.value.why.en


def test_a_start_that_could_not_be_drawn_is_refused_with_the_reason() -> None:
    with pytest.raises(Refused) as refused:
        randomisation_test(ab_case(STEP, 2), ab_scheme(6, [3, 4, 5]))
    assert refused.value.code == "not-admissible"
    assert "meting 2" in refused.value.why.nl
    assert "measurement 2" in refused.value.why.en


def test_no_case_and_another_number_of_cases_are_refused() -> None:
    with pytest.raises(Refused) as none:
        randomisation_test([], ab_scheme(6, [3, 4]))
    assert none.value.code == "no-cases"
    assert none.value.why.nl == "Er is geen reeks om te toetsen."
    assert none.value.why.en == "There is no series to test."
    with pytest.raises(Refused) as two:
        randomisation_test([ab_case(STEP, 4), ab_case(STEP, 4)], ab_scheme(6, [3, 4]))
    assert two.value.code == "other-number-of-cases"
    assert two.value.why.nl == "De opzet is voor 1 reeksen en er zijn er 2."
    assert two.value.why.en == "The design is for 1 series and there are 2."


@pytest.mark.parametrize("scheme", [shuffled("AB", 8), phase_scheme("ABAB", 12, minimum=2), phase_scheme("ABA", 9)])
@pytest.mark.parametrize("name", ["mean-difference", "phase-means-difference", "median-difference", "tau-u"])
def test_the_share_equals_brute_force_in_fractions(scheme: Ranked, name: str) -> None:
    codes = np.concatenate(list(scheme.enumerate())).tolist()
    scores = noise(3, scheme.size)
    decimal = [Fraction(round(10 * score), 10) for score in scores]
    for observed in codes[:: max(1, len(codes) // 5)]:
        exact = [naive.NAIVE[name](code, decimal, range(scheme.size)) for code in codes]
        mine = naive.NAIVE[name](observed, decimal, range(scheme.size))
        assert mine is not None
        test = randomisation_test(case_of(observed, scores), scheme, name)
        assert test.p_higher == sum(other is None or other >= mine for other in exact) / len(codes)
        assert test.p_lower == sum(other is None or other <= mine for other in exact) / len(codes)
        assert test.observed == pytest.approx(float(mine))


def _tenths(scores: list[float]) -> list[Fraction]:
    return [Fraction(round(10 * score), 10) for score in scores]


def _starts(size: int, starts: list[int]) -> list[list[int]]:
    return [[int(row >= start) for row in range(1, size + 1)] for start in starts]


def test_cases_are_combined_by_their_mean_over_all_joint_choices() -> None:
    series = [noise(1, 8), noise(2, 9), noise(3, 8)]
    windows = [[3, 4, 5], [4, 5, 6, 7], [2, 6]]
    schemes = tuple(ab_scheme(len(scores), window) for scores, window in zip(series, windows, strict=True))
    cases = [ab_case(scores, window[-1]) for scores, window in zip(series, windows, strict=True)]
    tables = [
        [
            naive.mean_difference(code, [Fraction(round(10 * y), 10) for y in scores], [])
            for code in _starts(len(scores), window)
        ]
        for scores, window in zip(series, windows, strict=True)
    ]
    joint = [sum(each) / 3 for each in product(*tables)]  # type: ignore[arg-type]  # every start has a value here
    test = randomisation_test(cases, Independent(schemes))
    assert test.admissible == test.compared == 24
    assert test.observed == pytest.approx(float(joint[-1]))
    assert test.per_case == tuple(pytest.approx(float(table[-1] or 0)) for table in tables)
    assert test.p_higher == sum(other >= joint[-1] for other in joint) / 24
    assert test.p_lower == sum(other <= joint[-1] for other in joint) / 24


def test_cases_may_be_combined_otherwise() -> None:
    def smallest(found: Floats) -> Floats:
        return np.asarray(found.min(axis=1), dtype=np.float64)

    schemes = (ab_scheme(6, [3, 4]), ab_scheme(6, [3, 4]))
    cases = [ab_case(STEP, 4), ab_case([1, 1, 1, 2, 2, 2], 4)]
    test = randomisation_test(cases, Independent(schemes), combine=smallest)
    assert test.observed == 1
    assert test.p == 0.5
    one = randomisation_test(cases[0], schemes[0], combine=smallest)
    assert one.observed == 6
    assert one.p == 0.5


def test_permuted_starts_and_tiers_are_compared_with_their_own_assignments() -> None:
    cases = [ab_case(noise(4, 10), 3), ab_case(noise(5, 10), 5), ab_case(noise(6, 10), 8)]
    assert randomisation_test(cases, wampold_worsham([10] * 3, [3, 5, 8])).admissible == 6
    tiers = koehler_levin([10] * 3, [[3, 4], [5, 6], [7, 8]])
    assert randomisation_test(cases, tiers).admissible == 48
    with pytest.raises(Refused) as refused:
        randomisation_test([cases[0], cases[0], cases[2]], tiers)
    assert refused.value.code == "not-admissible"


def test_cases_that_should_fall_are_turned_when_others_should_rise() -> None:
    schemes = (ab_scheme(6, [3, 4, 5]), ab_scheme(6, [3, 4, 5]))
    fall = [9, 8, 7, 3, 2, 1]
    mixed = randomisation_test([ab_case(STEP, 4), ab_case(fall, 4, improvement="decrease")], Independent(schemes))
    assert mixed.turned
    assert mixed.tail is Tail.HIGHER
    assert mixed.observed == pytest.approx(6)
    assert mixed.p == pytest.approx(1 / 9)
    assert "gedraaid" in mixed.remarks[0].nl
    assert "turned" in mixed.remarks[0].en
    first = randomisation_test([ab_case(fall, 4, improvement="decrease"), ab_case(STEP, 4)], Independent(schemes))
    assert first.tail is Tail.HIGHER
    assert first.p == mixed.p
    both = randomisation_test([ab_case(fall, 4, improvement="decrease")] * 2, Independent(schemes))
    assert not both.turned
    assert both.tail is Tail.LOWER
    assert both.observed == pytest.approx(-6)
    assert both.p == pytest.approx(1 / 9)


def test_drawn_assignments_count_the_observed_one_and_never_give_zero() -> None:
    case, scheme = ab_case(noise(8, 30), 15), ab_scheme(30, list(range(5, 25)))
    test = randomisation_test(case, scheme, drawing=Drawing(exact_up_to=19, draws=199, seed=4))
    assert (test.exact, test.compared, test.admissible) == (False, 200, 20)
    assert test.p * 200 == pytest.approx(round(test.p * 200))
    assert test.p >= 1 / 200
    again = randomisation_test(case, scheme, drawing=Drawing(exact_up_to=19, draws=199, seed=4))
    assert again.mean == test.mean
    other = randomisation_test(case, scheme, drawing=Drawing(exact_up_to=19, draws=199, seed=5))
    assert other.mean != test.mean
    said = test.remarks[-1]
    assert said.nl == "Van de 20 indelingen zijn er 199 geloot; de waargenomen indeling telt mee."
    assert said.en == "Of the 20 assignments 199 were drawn; the observed one counts as well."
    listed = randomisation_test(case, scheme, drawing=Drawing(exact_up_to=20))
    assert listed.exact
    assert listed.compared == 20


def test_drawn_joint_assignments_come_near_the_exact_share() -> None:
    cases = [ab_case(noise(seed, 20), 10) for seed in (1, 2, 3)]
    design = Independent((ab_scheme(20, list(range(5, 17))),) * 3)
    exact = randomisation_test(cases, design)
    drawn = randomisation_test(cases, design, drawing=Drawing(exact_up_to=0))
    assert exact.compared == 1728
    assert drawn.compared == 10_000
    assert drawn.p == pytest.approx(exact.p, abs=4 * 0.005)
    assert drawn.observed == exact.observed


def test_a_case_with_too_many_sequences_to_list_is_drawn_row_by_row() -> None:
    scheme = shuffled("AB", 24)
    codes = scheme.draw(np.random.default_rng(1), 2)
    cases = [case_of(line.tolist(), noise(seed, 24)) for seed, line in enumerate(codes)]
    test = randomisation_test(cases, Independent((scheme, scheme)), drawing=Drawing(draws=499))
    assert test.compared == 500
    assert test.admissible == scheme.count() ** 2
    alone = randomisation_test(cases[0], scheme, drawing=Drawing(draws=499))
    assert alone.compared == 500
    assert alone.smallest_p == 1 / 500
    wrong = case_of([1, *codes[0].tolist()[1:]] if codes[0][0] == 0 else [0, *codes[0].tolist()[1:]], noise(1, 24))
    with pytest.raises(Refused) as refused:
        randomisation_test([cases[0], wrong], Independent((scheme, scheme)))
    assert refused.value.code == "not-admissible"


def test_a_design_that_cannot_reach_the_usual_bar_says_so() -> None:
    test = randomisation_test(ab_case(STEP, 4), ab_scheme(6, [3, 4, 5]))
    assert test.remarks[0].nl == (
        "De opzet heeft 3 mogelijke indelingen. De kleinst mogelijke p is 0,333: onder 0,05 komen kan niet."
    )
    assert test.remarks[0].en == (
        "The design has 3 possible assignments. The smallest possible p is 0.333: it cannot get below 0.05."
    )
    enough = ab_scheme(30, list(range(6, 26)))
    case = ab_case(noise(1, 30), 10)
    assert randomisation_test(case, enough).remarks == ()
    assert randomisation_test(case, enough).smallest_p == 1 / 20
    assert randomisation_test(case, enough, tail="either").smallest_p == 2 / 20
    assert len(randomisation_test(case, enough, tail="either").remarks) == 1


def test_one_admissible_assignment_says_nothing() -> None:
    test = randomisation_test(ab_case(STEP, 4), ab_scheme(6, [4]), tail="either")
    assert (test.p, test.sd, test.smallest_p) == (1, 0, 1)


def test_washout_rows_are_left_out_whether_marked_or_not() -> None:
    scheme = washed("AB", 9, minimum=2, washout=1)
    plain = ab_case([1, 2, 3, 4, 99, 8, 9, 9, 8], 5)
    test = randomisation_test(plain, scheme)
    assert test.observed == pytest.approx(8.5 - 2.5)
    assert test.admissible == scheme.count() == 5
    assert test.remarks[-1] is WASHED_OUT
    assert LEFT_OUT not in test.remarks


def test_labels_to_compare_may_be_chosen() -> None:
    scheme = phase_scheme("ABC", 9, minimum=2)
    case = case_of([0, 0, 0, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 9, 9, 9])
    named = case.__class__("x", case.times, ("A",) * 3 + ("B",) * 3 + ("C",) * 3, case.values)
    assert randomisation_test(named, scheme).observed == pytest.approx(7 - 2)
    left_out = randomisation_test(named, scheme, b="B")
    assert left_out.observed == pytest.approx(5 - 2)
    assert left_out.remarks[-1] is LEFT_OUT
    assert LEFT_OUT not in randomisation_test(named, scheme).remarks
    assert randomisation_test(named, scheme, a=("A", "B")).observed == pytest.approx(9 - 3.5)


def test_an_own_statistic_is_tested_like_the_others() -> None:
    spread = own_statistic("range", one_by_one(lambda a, b: float(np.ptp(b) - np.ptp(a))), sign=-1, unit=Unit.FREE)
    test = randomisation_test(ab_case([1, 9, 2, 5, 5, 6, 5], 4), ab_scheme(7, [3, 4, 5]), spread, tail="lower")
    assert (test.statistic, test.title.nl, test.title.en) == ("range", "range", "range")
    assert test.observed == pytest.approx(1 - 8)
    assert test.p == pytest.approx(3 / 3)
    assert test.p_higher == pytest.approx(2 / 3)


def test_following_a_changing_criterion_is_better_when_closer() -> None:
    scheme = phase_scheme(["base", "c8", "c5"], 9, minimum=2)
    phases = ["base"] * 3 + ["c8"] * 3 + ["c5"] * 3
    case = ab_case([12, 11, 12, 8, 8, 8, 5, 5, 5], 4, improvement="decrease")
    named = case.__class__("x", case.times, tuple(phases), case.values, improvement=case.improvement)
    follows = criterion_match([None, 8, 5])
    test = randomisation_test(named, scheme, follows)
    assert test.observed == 0
    assert test.p == 2 / 10, "c8 may as well begin a row later"
    assert test.tail is Tail.LARGER
