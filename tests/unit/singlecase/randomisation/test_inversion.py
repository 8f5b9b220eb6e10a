"""The interval of an added effect: solved, searched, and what it is worth."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest

from lijfspoor.domain.singlecase.designs.alternation import shuffled
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.randomisation.answer import Answer, default_answer
from lijfspoor.domain.singlecase.randomisation.inversion import Breakpoints, best_fit, breakpoints, invert, left_out
from lijfspoor.domain.singlecase.randomisation.search import candidate_differences, search
from tests.unit.singlecase.randomisation import naive
from tests.unit.singlecase.randomisation.builders import ab_case, ab_scheme, case_of, noise


@pytest.mark.parametrize(
    ("total", "wanted", "at_least", "out"),
    [(25, 0.95, 1, 1), (40, 0.95, 1, 1), (79, 0.95, 1, 1), (80, 0.95, 1, 2), (1000, 0.95, 1, 25), (1000, 0.95, 30, 30),
     (3, 0.95, 0, 1), (20, 0.8, 1, 2), (10_000, 0.95, 1, 250)],
)  # fmt: skip
def test_a_tail_leaves_out_what_fits_but_at_least_one(total: int, wanted: float, at_least: int, out: int) -> None:
    assert left_out(total, wanted, at_least) == out


def test_the_worked_example_is_a_single_point() -> None:
    found = np.array([4.8, 5.25, 6, 5.25, 4.8])
    effect = np.array([0.6, 0.75, 1, 0.75, 0.6])
    points = breakpoints(found, effect, 6.0, 1e-12)
    assert points.rising.tolist() == pytest.approx([3, 3, 3, 3])
    assert (points.falling.tolist(), points.always_high, points.always_low, points.total) == ([], 1, 1, 5)
    inversion = invert(points)
    assert inversion.attained == pytest.approx(0.6)
    assert inversion.interval is not None
    assert [inversion.interval.lower, inversion.interval.upper] == pytest.approx([3, 3])
    assert inversion.interval.level == pytest.approx(0.6)
    assert inversion.estimate == pytest.approx(3)


def test_counts_step_at_the_breakpoints_themselves() -> None:
    points = Breakpoints(np.array([1.0, 2.0, 2.0]), np.array([5.0]), 1, 2, 6)
    assert points.high(np.array([0.0, 1.0, 2.0, 5.0, 6.0])).tolist() == [2, 3, 5, 5, 4]
    assert points.low(np.array([0.0, 1.0, 2.0, 5.0, 6.0])).tolist() == [5, 5, 4, 3, 3]


def test_what_the_size_cannot_move_counts_always_or_never() -> None:
    found = np.array([5.0, 5.0, 4.0, 6.0, np.nan, 3.0, 9.0])
    effect = np.array([1.0, 1.0, 1.0, 1.0, 0.0, 0.5, 2.0])
    points = breakpoints(found, effect, 5.0, 1e-12)
    assert points.always_high == 4
    assert points.always_low == 4
    assert points.rising.tolist() == [4.0]
    assert points.falling.tolist() == [4.0]
    touching = breakpoints(np.array([5.5, 4.5]), np.array([1.0, 1.0]), 5.0, 0.5)
    assert (touching.always_high, touching.always_low) == (2, 2)


def test_without_anything_that_moves_there_is_no_interval() -> None:
    inversion = invert(Breakpoints(np.array([]), np.array([]), 1, 1, 1))
    assert inversion.interval is None
    assert inversion.estimate is None
    assert inversion.attained == 0


def test_limits_that_cross_are_no_interval() -> None:
    inversion = invert(Breakpoints(np.array([1.0]), np.array([]), 1, 1, 2))
    assert inversion.interval is None
    assert inversion.attained == 0
    assert inversion.estimate == 1


def test_the_best_fit_is_the_middle_of_the_sizes_that_fit_best() -> None:
    assert best_fit(np.array([1.0, 2, 4, 9]), np.array([1.0, 3, 3, 2])) == 3
    assert best_fit(np.array([1.0, 2, 4]), np.array([1.0, 3, 2])) == 2


def fraction_shares(
    observed: Sequence[int], codes: list[list[int]], scores: list[Fraction], size: Fraction, name: str, times: list[int]
) -> tuple[int, int]:
    """How many assignments are at least as high and as low once the effect is taken off."""
    begins = observed.index(1)
    step = [
        Fraction(code * (times[row] - times[begins] if "slope" in name else 1)) for row, code in enumerate(observed)
    ]
    rest = [score - size * one for score, one in zip(scores, step, strict=True)]
    found = [naive.NAIVE[name](code, rest, times) for code in codes]
    mine = naive.NAIVE[name](observed, rest, times)
    assert mine is not None
    high = sum(other is None or other >= mine for other in found)
    return high, sum(other is None or other <= mine for other in found)


LINEAR = [
    ("mean-difference", phase_scheme("AB", 25, minimum=3)),
    ("mean-difference-a-b", phase_scheme("AB", 25, minimum=3)),
    ("phase-means-difference", phase_scheme("ABA", 12, minimum=2)),
    ("level-change", phase_scheme("AB", 25, minimum=3)),
    ("slope-change", phase_scheme("AB", 25, minimum=3)),
    ("slope-difference", phase_scheme("AB", 25, minimum=3)),
    ("trend-adjusted-difference", phase_scheme("AB", 25, minimum=3)),
    ("aliv", shuffled("AB", 8)),
    ("mean-difference", shuffled("AB", 8)),
]


@pytest.mark.parametrize(("name", "scheme"), LINEAR)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_solved_limits_are_the_outermost_sizes_that_fractions_do_not_reject(
    name: str, scheme: Ranked, seed: int
) -> None:
    codes = np.concatenate(list(scheme.enumerate())).tolist()
    observed = codes[(7 * seed) % len(codes)]
    scores, times = noise(seed, scheme.size), list(range(scheme.size))
    decimal = [Fraction(round(10 * score), 10) for score in scores]
    answer = default_answer(case_of(observed, scores), scheme, name, level=0.8)
    if answer.interval is None:
        assert answer.attained == 0
        return
    out = round((1 - answer.attained) / 2 * len(codes))
    turn = -1 if name.endswith("a-b") else 1
    step = Fraction(1, 10**6)
    for limit, outward in ((answer.interval.lower, -1), (answer.interval.upper, 1)):
        inner = Fraction(limit) - outward * step
        outer = Fraction(limit) + outward * step
        assert min(fraction_shares(observed, codes, decimal, outer, name, times)[::turn]) <= out
        if answer.interval.upper - answer.interval.lower > 1e-5 and name == "mean-difference":
            assert min(fraction_shares(observed, codes, decimal, inner, name, times)[::turn]) > out
    assert answer.solved
    assert answer.interval.level == min(0.8, answer.attained)
    assert answer.effect is not None
    fit = Fraction(answer.effect).limit_denominator(10**5)
    best = min(fraction_shares(observed, codes, decimal, fit, name, times))
    for rival in np.linspace(answer.interval.lower, answer.interval.upper, 7).tolist():
        assert min(fraction_shares(observed, codes, decimal, Fraction(rival), name, times)) <= best + (
            name != "mean-difference"
        )


def noisy_answer(name: str, seed: int, level: float) -> Answer:
    scores = noise(seed, 25)
    return default_answer(ab_case(scores, 11), phase_scheme("AB", 25, minimum=3), name, level=level)


def test_twenty_five_starts_reach_ninety_two_percent_and_say_so() -> None:
    answer = default_answer(ab_case(noise(5, 40), 20), ab_scheme(40, list(range(8, 33))))
    assert answer.interval is not None
    assert answer.interval.level == answer.attained == pytest.approx(0.92)
    assert answer.remarks[-1].nl == ("Deze opzet kan geen interval van 95% geven; het hoogst haalbare is 92%.")
    assert answer.remarks[-1].en == "This design cannot give an interval at 95%; the highest it can reach is 92%."


def test_a_design_with_more_assignments_names_the_level_asked() -> None:
    answer = default_answer(ab_case(noise(5, 60), 20), ab_scheme(60, list(range(8, 53))))
    assert answer.interval is not None
    assert answer.interval.level == 0.95
    assert answer.attained == pytest.approx(1 - 2 / 45)
    assert answer.remarks == ()


def test_a_pure_step_is_found_exactly_by_every_statistic_with_a_shift() -> None:
    scores = [float(row % 2) + (5 if row >= 11 else 0) for row in range(1, 26)]
    for name in ("mean-difference", "median-difference", "nap", "w", "tau", "level-change"):
        answer = default_answer(ab_case(scores, 11), phase_scheme("AB", 25, minimum=3), name)
        assert answer.interval is not None, name
        assert answer.interval.lower <= 5 <= answer.interval.upper, name


@pytest.mark.parametrize("name", ["nap", "tau", "w", "median-difference"])
@pytest.mark.parametrize("seed", [1, 2])
def test_searched_limits_do_not_reject_and_just_outside_do(name: str, seed: int) -> None:
    scheme = phase_scheme("AB", 25, minimum=3)
    codes = np.concatenate(list(scheme.enumerate())).tolist()
    observed = next(code for code in codes if sum(code) == 15)
    scores = noise(seed, 25)
    decimal = [Fraction(round(10 * score), 10) for score in scores]
    answer = noisy_answer(name, seed, level=0.7)
    assert not answer.solved
    assert answer.interval is not None
    within, beyond = [], []
    for limit, outward, side in ((answer.interval.lower, -1, 0), (answer.interval.upper, 1, 1)):
        at = Fraction(limit).limit_denominator(60)
        near = [at - outward * Fraction(1, 10**7), at, at + outward * Fraction(1, 10**6)]
        counts = [fraction_shares(observed, codes, decimal, size, name, list(range(25))) for size in near]
        turned = [pair[::-1] if name == "w" else pair for pair in counts]
        within.append(max(turned[0][side], turned[1][side]))
        beyond.append(turned[2][side])
    left_out = round((1 - answer.attained) * len(codes))
    assert sum(beyond) <= left_out < sum(within) - 1
    assert "gezocht" in answer.remarks[-1].nl
    assert "searched for" in answer.remarks[-1].en


def test_a_search_puts_limits_on_the_differences_where_they_end() -> None:
    steps = np.array([-2.0, 0.5, 3.0])

    def counts(size: float) -> tuple[int, int]:
        return 1 + 3 * (size >= -2) + 6 * (size >= 9), 1 + 3 * (size <= 3) + 6 * (size <= -9)

    inversion = search(counts, steps, 10, 20.0, wanted=0.8)
    assert inversion.interval is not None
    assert (inversion.interval.lower, inversion.interval.upper) == (-2.0, 3.0)
    assert inversion.interval.level == pytest.approx(0.8)
    assert inversion.estimate == pytest.approx(0.5)


def test_a_search_between_the_differences_halves_its_way() -> None:
    def counts(size: float) -> tuple[int, int]:
        return 1 + 3 * (size >= -1.25), 1 + 3 * (size <= 2.75)

    inversion = search(counts, np.array([-2.0, 0.5, 3.0]), 10, 20.0, wanted=0.8)
    assert inversion.interval is not None
    assert inversion.interval.lower == pytest.approx(-1.25, abs=1e-9)
    assert inversion.interval.upper == pytest.approx(2.75, abs=1e-9)


def test_a_search_lowers_its_level_until_both_ends_are_rejected() -> None:
    def counts(size: float) -> tuple[int, int]:
        return 3 + 4 * (size >= 0), 2 + 4 * (size <= 1)

    inversion = search(counts, np.array([0.0, 1.0]), 10, 5.0)
    assert inversion.attained == pytest.approx(0.5)
    assert inversion.interval is not None
    assert (inversion.interval.lower, inversion.interval.upper) == (0, 1)
    assert inversion.interval.level == pytest.approx(0.5)
    assert search(lambda size: (6, 6), np.array([0.0]), 10, 5.0).interval is None


def test_many_differences_are_thinned_and_keep_their_ends() -> None:
    seen = []

    def counts(size: float) -> tuple[int, int]:
        seen.append(size)
        return 1 + 8 * (size >= 100), 1 + 8 * (size <= 400)

    inversion = search(counts, np.arange(501.0), 10, 2000.0)
    assert inversion.interval is not None
    assert (inversion.interval.lower, inversion.interval.upper) == (100, 400)
    assert {-2000.0, 0.0, 500.0, 2000.0} <= set(seen)
    assert len(seen) < 160


def test_candidates_are_the_differences_within_each_case() -> None:
    values = [np.array([1.0, 2.0, 5.0, np.nan]), np.array([10.0, 12.0])]
    in_a = [np.array([1.0, 1, 0, 0]), np.array([1.0, 0])]
    in_b = [np.array([0.0, 0, 1, 0]), np.array([0.0, 1])]
    assert candidate_differences(values, in_b, in_a).tolist() == [2, 3, 4]
