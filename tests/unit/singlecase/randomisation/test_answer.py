"""The default answer: what it holds, says and supposes."""

import numpy as np
import pytest

from lijfspoor.domain.singlecase.designs.alternation import shuffled
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.limited import limited_runs
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.randomisation import remarks
from lijfspoor.domain.singlecase.randomisation.answer import default_answer, effect_of_one
from lijfspoor.domain.singlecase.randomisation.layout import layout_of, sides_of
from lijfspoor.domain.singlecase.randomisation.reference import Drawing
from lijfspoor.domain.singlecase.randomisation.statistic import Shape, one_by_one, own_statistic
from tests.unit.singlecase.randomisation.builders import ab_case, ab_scheme, case_of, noise


def test_the_answer_holds_test_interval_and_assumptions() -> None:
    case, scheme = ab_case(noise(2, 40), 20), ab_scheme(40, list(range(8, 33)))
    answer = default_answer(case, scheme)
    assert answer.p == answer.test.p == answer.test.p_higher
    assert answer.interval is not None
    assert answer.effect is not None
    assert answer.interval.lower <= answer.effect <= answer.interval.upper
    assert answer.solved
    assert answer.assumptions == (*remarks.ASSUMPTIONS, remarks.SAME_SHIFT)


def test_the_answer_as_an_estimate_names_its_figures() -> None:
    answer = default_answer(ab_case(noise(2, 40), 20), ab_scheme(40, list(range(8, 33))))
    estimate = answer.as_estimate()
    assert estimate.statistic == "randomisation.mean-difference"
    assert estimate.value == answer.test.observed
    assert estimate.se is None
    assert estimate.interval == answer.interval
    assert estimate.assumes_independence is False
    assert estimate.remarks == answer.assumptions + answer.remarks
    assert dict(estimate.figures) == {
        "p": answer.test.p,
        "p_higher": answer.test.p_higher,
        "p_lower": answer.test.p_lower,
        "assignments": 25,
        "compared": 25,
        "smallest_p": 1 / 25,
        "distribution_mean": answer.test.mean,
        "distribution_sd": answer.test.sd,
        "level_attained": pytest.approx(0.92),
        "effect": answer.effect,
    }


def test_a_statistic_without_a_shift_has_no_interval_and_says_so() -> None:
    answer = default_answer(ab_case(noise(2, 20), 10), ab_scheme(20, list(range(4, 17))), "absolute-mean-difference")
    assert (answer.interval, answer.effect, answer.solved, answer.attained) == (None, None, False, 0)
    assert answer.remarks[-1] is remarks.NO_INTERVAL_ASKED
    figures = answer.as_estimate().figures
    assert not {"effect", "p_higher", "p_lower"} & set(figures)


def test_a_design_of_two_assignments_gives_no_interval() -> None:
    answer = default_answer(ab_case(noise(2, 10), 5), ab_scheme(10, [5, 6]))
    assert answer.interval is None
    assert remarks.NO_INTERVAL in answer.remarks


def test_a_slope_supposes_a_constant_slope_from_the_beginning_of_b() -> None:
    scores = [float(row % 3) + max(0, row - 14) * 0.5 for row in range(1, 31)]
    answer = default_answer(ab_case(scores, 14), ab_scheme(30, list(range(6, 26))), "slope-change")
    assert answer.assumptions[-1] is remarks.SAME_SLOPE
    assert answer.effect is not None
    assert answer.effect == pytest.approx(0.5, abs=0.2)
    assert answer.interval is not None
    assert answer.interval.lower < 0.5 < answer.interval.upper
    assert answer.interval.level == answer.attained == pytest.approx(0.85), "one later start bends the line more"


def test_several_cases_suppose_the_same_shift_for_all() -> None:
    cases = [ab_case(noise(seed, 20), 10) for seed in (1, 2)]
    answer = default_answer(cases, Independent((ab_scheme(20, list(range(5, 17))),) * 2))
    assert answer.assumptions[-1] is remarks.SAME_FOR_ALL
    assert answer.assumptions[-2] is remarks.SAME_SHIFT
    assert answer.interval is not None
    assert answer.interval.level == 0.95
    assert answer.attained == pytest.approx(1 - 6 / 144)


def test_an_interval_of_cases_combined_by_an_own_function_is_searched() -> None:
    cases = [ab_case([y + 4 * (row >= 9) for row, y in enumerate(noise(seed, 20))], 10) for seed in (1, 2, 3)]
    design = Independent((ab_scheme(20, list(range(8, 14))),) * 3)
    answer = default_answer(cases, design, combine=lambda found: found.mean(axis=1))
    assert not answer.solved
    assert remarks.SEARCHED in answer.remarks
    assert answer.interval is not None
    solved = default_answer(cases, design)
    assert solved.interval is not None
    assert answer.interval.lower == pytest.approx(solved.interval.lower, abs=1e-8)
    assert answer.interval.upper == pytest.approx(solved.interval.upper, abs=1e-8)
    assert answer.attained == solved.attained


def test_a_search_over_very_many_sequences_draws_fewer_and_says_so() -> None:
    scheme = shuffled("AB", 18)
    codes = scheme.draw(np.random.default_rng(3), 1)[0].tolist()
    scores = [y + 6 * c for y, c in zip(noise(1, 18), codes, strict=True)]
    answer = default_answer(case_of(codes, scores), scheme, "nap")
    assert answer.test.exact
    assert answer.test.compared == 48_620
    in_b = np.concatenate(list(scheme.enumerate()))
    means = in_b @ np.array(scores) / 9 - (1 - in_b) @ np.array(scores) / 9
    exact = np.mean(means >= np.array(codes) @ np.array(scores) / 9 * 2 - sum(scores) / 9 - 1e-9)
    assert default_answer(case_of(codes, scores), scheme).p == exact
    assert remarks.DRAWN_FOR_INTERVAL in answer.remarks
    assert remarks.SEARCHED in answer.remarks
    assert answer.interval is not None
    assert answer.interval.level == 0.95
    assert answer.interval.lower < 6 < answer.interval.upper
    assert answer.attained == pytest.approx(1 - 2 * 50 / 2000)


def test_the_level_asked_is_the_level_named() -> None:
    case, scheme = ab_case(noise(2, 60), 20), ab_scheme(60, list(range(8, 53)))
    wide, narrow = default_answer(case, scheme, level=0.95).interval, default_answer(case, scheme, level=0.8).interval
    assert wide is not None
    assert narrow is not None
    assert narrow.level == 0.8
    assert wide.lower <= narrow.lower <= narrow.upper <= wide.upper
    assert wide != narrow


def test_an_effect_of_one_is_a_step_or_a_slope_that_begins_with_each_phase() -> None:
    case = case_of([0, 0, 1, 1, 1, 0, 1, 1], [1, 2, None, 4, 5, 6, 7, 8], [1, 2, 4, 5, 7, 8, 10, 13])
    layout = layout_of(case, np.array([0, 0, 1, 1, 1, 0, 1, 1], dtype=np.int8), sides_of(("A", "B")))
    assert np.array_equal(effect_of_one(layout, Shape.STEP), [0, 0, np.nan, 1, 1, 0, 1, 1], equal_nan=True)
    assert np.array_equal(effect_of_one(layout, Shape.SLOPE), [0, 0, np.nan, 1, 3, 0, 0, 3], equal_nan=True)


def test_washout_rows_belong_to_the_phase_that_follows() -> None:
    case = case_of([0, 0, 0, 1, 1, 0, 0], [1.0] * 7)
    layout = layout_of(case, np.array([0, 0, 2, 1, 1, 2, 0], dtype=np.int8), sides_of(("A", "B", "washout")))
    assert effect_of_one(layout, Shape.STEP).tolist() == [0, 0, 1, 1, 1, 0, 0]
    assert effect_of_one(layout, Shape.SLOPE).tolist() == [0, 0, 0, 1, 2, 0, 0]


def test_a_series_with_washout_gets_an_interval() -> None:
    scheme = washed("AB", 40, minimum=4, washout=2)
    scores = [y + (8 if row >= 20 else 0) for row, y in enumerate(noise(1, 40), start=1)]
    answer = default_answer(ab_case(scores, 20), scheme)
    assert answer.interval is not None
    assert answer.interval.lower < 8 < answer.interval.upper


def test_a_fast_alternation_is_answered_exactly() -> None:
    scheme = limited_runs("AB", 12, 2)
    codes = scheme.draw(np.random.default_rng(2), 1)[0].tolist()
    scores = [y + 20 * c for y, c in zip(noise(4, 12), codes, strict=True)]
    answer = default_answer(case_of(codes, scores), scheme)
    assert answer.p == 1 / scheme.count()
    assert answer.interval is not None
    assert answer.interval.lower < 20 < answer.interval.upper


def test_an_own_statistic_is_searched_and_may_be_without_a_value_on_the_way() -> None:
    def ratio(a: np.ndarray, b: np.ndarray) -> float:
        return float(b.mean()) / float(a.mean())

    own = own_statistic("ratio", one_by_one(ratio))
    answer = default_answer(ab_case(noise(6, 30), 15), ab_scheme(30, list(range(5, 25))), own, drawing=Drawing())
    assert not answer.solved
    assert answer.interval is not None
    assert answer.effect is not None
    assert answer.interval.lower <= answer.effect <= answer.interval.upper


def test_phase_design_with_two_changes_answers_for_phase_means() -> None:
    scheme = phase_scheme("ABAB", 24, minimum=3)
    codes = [0] * 6 + [1] * 6 + [0] * 6 + [1] * 6
    scores = [y + 10 * c for y, c in zip(noise(9, 24), codes, strict=True)]
    answer = default_answer(case_of(codes, scores), scheme, "phase-means-difference")
    assert answer.p < 0.05
    assert answer.interval is not None
    assert answer.interval.level == 0.95
    assert answer.interval.lower < 10 < answer.interval.upper
