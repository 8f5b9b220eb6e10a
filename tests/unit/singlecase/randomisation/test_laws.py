"""What must hold whatever the scores."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.designs.alternation import randomised_blocks, shuffled
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin
from lijfspoor.domain.singlecase.randomisation.answer import default_answer
from lijfspoor.domain.singlecase.randomisation.catalogue import STATISTICS
from lijfspoor.domain.singlecase.randomisation.testing import randomisation_test
from tests.unit.singlecase.randomisation import naive
from tests.unit.singlecase.randomisation.builders import ab_case, ab_scheme, case_of

SCORE = st.integers(-40, 40)
SCHEMES: list[Ranked] = [
    phase_scheme("AB", 12, minimum=3),
    phase_scheme("ABA", 9, minimum=2),
    randomised_blocks("AB", 8),
]
quick = settings(max_examples=25, deadline=None)


def series(size: int) -> st.SearchStrategy[list[float | None]]:
    return st.lists(SCORE.map(lambda y: y / 4) | st.none(), min_size=size, max_size=size)


def whole_series(size: int) -> st.SearchStrategy[list[float]]:
    return st.lists(SCORE.map(lambda y: y / 4), min_size=size, max_size=size)


def p_under_each(scheme: Ranked, scores: list[float], name: str, tail: str) -> list[float]:
    codes = np.concatenate(list(scheme.enumerate())).tolist()
    return [randomisation_test(case_of(code, scores), scheme, name, tail=tail).p for code in codes]


@pytest.mark.parametrize("tail", ["higher", "lower", "either"])
@pytest.mark.parametrize("name", ["mean-difference", "median-difference", "nap", "welch-t"])
@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_p_is_exact_under_the_null_over_the_drawn_scheme(name: str, tail: str, data: st.DataObject) -> None:
    scheme = data.draw(st.sampled_from(SCHEMES))
    scores = data.draw(whole_series(scheme.size).filter(lambda ys: len(set(ys)) > 5 and len(set(ys[:3])) > 1))
    ps = _computable(scheme, scores, name, tail)
    for alpha in (0.05, 0.1, 0.2, 0.3, 0.5, 0.9):
        assert sum(p <= alpha + 1e-12 for p in ps) / scheme.count() <= alpha + 1e-12


def _computable(scheme: Ranked, scores: list[float], name: str, tail: str) -> list[float]:
    found = []
    for code in np.concatenate(list(scheme.enumerate())).tolist():
        try:
            found.append(randomisation_test(case_of(code, scores), scheme, name, tail=tail).p)
        except Refused as refused:
            assert refused.code == "no-statistic"  # noqa: PT017  not what is tested: such an assignment calls nothing
    return found


def test_without_ties_every_share_comes_exactly_once() -> None:
    scheme = ab_scheme(14, list(range(4, 12)))
    scores = [3.0, 1.7, 4.1, 1.2, 5.9, 9.3, 2.6, 6.5, 3.8, 5.05, 8.9, 7.2, 9.7, 3.14]
    assert sorted(p_under_each(scheme, scores, "mean-difference", "higher")) == [k / 8 for k in range(1, 9)]
    assert sorted(p_under_each(scheme, scores, "mean-difference", "lower")) == [k / 8 for k in range(1, 9)]


@given(series(12), st.sampled_from([4, 6, 9]))
@quick
def test_the_share_equals_fractions_with_missing_scores(scores: list[float | None], start: int) -> None:
    scheme = phase_scheme("AB", 12, minimum=3)
    codes = np.concatenate(list(scheme.enumerate())).tolist()
    exact = [naive.mean_difference(code, scores, []) for code in codes]
    mine = naive.mean_difference([int(row >= start) for row in range(1, 13)], scores, [])
    if mine is not None:
        test = randomisation_test(ab_case(scores, start), scheme)
        assert test.p_higher == sum(other is None or other >= mine for other in exact) / len(codes)
        assert test.without_value == sum(other is None for other in exact)


@pytest.mark.parametrize("name", sorted(set(STATISTICS) - {"aliv", "w"}))
@given(scores=whole_series(12))
@settings(max_examples=8, deadline=None)
def test_turning_the_scores_turns_the_direction(name: str, scores: list[float]) -> None:
    if len(set(scores[:4])) < 2 or len(set(scores[4:])) < 2:
        return
    scheme = phase_scheme("AB", 12, minimum=2)
    up = randomisation_test(ab_case(scores, 5), scheme, name)
    down = randomisation_test(ab_case([-y for y in scores], 5, improvement="decrease"), scheme, name)
    assert up.p == down.p
    if up.p_higher is not None:
        assert (up.p_higher, up.p_lower) == (down.p_lower, down.p_higher)


@given(st.permutations([0, 1, 2]), st.tuples(whole_series(10), whole_series(10), whole_series(10)))
@quick
def test_the_order_of_the_cases_does_not_matter(order: list[int], scores: tuple[list[float], ...]) -> None:
    starts, windows = [4, 6, 8], [[3, 4], [5, 6], [7, 8]]
    cases = [ab_case(ys, start, name=str(start)) for ys, start in zip(scores, starts, strict=True)]
    schemes = [ab_scheme(10, window) for window in windows]
    other = [cases[i] for i in order]
    assert (
        randomisation_test(cases, Independent(tuple(schemes))).p
        == randomisation_test(other, Independent(tuple(schemes[i] for i in order))).p
    )
    tiers = koehler_levin([10] * 3, windows)
    assert randomisation_test(cases, tiers).p == randomisation_test(other, tiers).p


@given(whole_series(25), SCORE, st.integers(5, 20))
@quick
def test_the_interval_moves_with_the_effect(scores: list[float], size: int, start: int) -> None:
    scheme = phase_scheme("AB", 25, minimum=3)
    plain = default_answer(ab_case(scores, start), scheme)
    moved = default_answer(ab_case([y + size * (row >= start) for row, y in enumerate(scores, 1)], start), scheme)
    assert plain.interval is not None
    assert moved.interval is not None
    assert plain.effect is not None
    assert moved.effect is not None
    assert moved.interval.lower == pytest.approx(plain.interval.lower + size, abs=1e-9)
    assert moved.interval.upper == pytest.approx(plain.interval.upper + size, abs=1e-9)
    assert moved.effect == pytest.approx(plain.effect + size, abs=1e-9)


@given(whole_series(25), st.sampled_from([0.25, 3.0, 1e6, 1e-6]), st.sampled_from([0.0, 7.5, -1000.0]))
@quick
def test_the_interval_follows_the_scale(scores: list[float], factor: float, level: float) -> None:
    scheme = phase_scheme("AB", 25, minimum=3)
    plain = default_answer(ab_case(scores, 12), scheme)
    scaled = default_answer(ab_case([level * factor + factor * y for y in scores], 12), scheme)
    assert plain.interval is not None
    assert scaled.interval is not None
    assert scaled.interval.lower == pytest.approx(factor * plain.interval.lower, rel=1e-6, abs=1e-7 * factor)
    assert scaled.interval.upper == pytest.approx(factor * plain.interval.upper, rel=1e-6, abs=1e-7 * factor)
    assert scaled.p == plain.p


@pytest.mark.parametrize("scheme", [phase_scheme("AB", 24, minimum=2), shuffled("AB", 8)])
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_the_interval_holds_the_size_under_as_many_draws_as_it_names(scheme: Ranked, data: st.DataObject) -> None:
    """Coverage by enumeration: over all assignments that could have been drawn at least the level named."""
    scores = data.draw(whole_series(scheme.size))
    size = data.draw(SCORE) / 4
    codes = np.concatenate(list(scheme.enumerate())).tolist()
    held, level = 0, 1.0
    for code in codes:
        answer = default_answer(case_of(code, [y + size * c for y, c in zip(scores, code, strict=True)]), scheme)
        assert answer.interval is not None
        held += answer.interval.lower - 1e-9 <= size <= answer.interval.upper + 1e-9
        level = min(level, answer.interval.level)
    assert held / len(codes) >= level - 1e-12


@given(whole_series(14), st.integers(4, 11))
@quick
def test_order_statistics_do_not_see_a_rising_change_of_scale(scores: list[float], start: int) -> None:
    scheme = phase_scheme("AB", 14, minimum=3)
    for name in ("nap", "tau", "tau-b", "tau-u", "w"):
        if len(set(scores)) > 1:
            plain = randomisation_test(ab_case(scores, start), scheme, name)
            bent = randomisation_test(ab_case([y**3 + y for y in scores], start), scheme, name)
            assert plain.p == bent.p
            assert plain.observed == bent.observed


@given(whole_series(12), st.integers(3, 10))
@quick
def test_nap_is_the_chance_that_b_is_higher(scores: list[float], start: int) -> None:
    a, b = scores[: start - 1], scores[start - 1 :]
    test = randomisation_test(ab_case(scores, start), phase_scheme("AB", 12, minimum=2), "nap")
    share = sum(Fraction(1) if y > x else Fraction(1, 2) if y == x else Fraction(0) for x in a for y in b)
    assert test.observed == pytest.approx(float(share / (len(a) * len(b))))


@given(whole_series(16), st.integers(4, 13))
@quick
def test_test_and_interval_agree_about_no_effect(scores: list[float], start: int) -> None:
    scheme = phase_scheme("AB", 16, minimum=3)
    answer = default_answer(ab_case(scores, start), scheme, tail="either")
    assert answer.interval is not None
    alpha = 1 - answer.attained
    within = answer.interval.lower - 1e-9 <= 0 <= answer.interval.upper + 1e-9
    assert within == (answer.p > alpha + 1e-12)
