"""Several series together: independent, staggered, Wampold-Worsham and Koehler-Levin."""

from itertools import product
from math import comb, factorial

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.designs.alternation import shuffled
from lijfspoor.domain.singlecase.designs.joint import Independent, RankedJoint
from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.staggered import staggered
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin, permutations_at, wampold_worsham
from tests.unit.singlecase.designs import slow
from tests.unit.singlecase.designs.checks import drawn_evenly, refused, said

Row = tuple[int, ...]


def starts_of(joint: RankedJoint, picks: npt.NDArray[np.int64]) -> list[Row]:
    """The start of each case (counted from 1) in each joint choice."""
    return [
        tuple(slow.start_of(codes[pick].tolist()) for codes, pick in zip(joint.options, row, strict=True))
        for row in picks
    ]


def every(joint: RankedJoint) -> npt.NDArray[np.int64]:
    parts = list(joint.enumerate(5))
    assert all(1 <= len(part) <= 5 and part.dtype == np.int64 for part in parts)
    return np.concatenate(parts)


def holds_together(joint: RankedJoint, expected: list[Row]) -> None:
    """The scheme lists exactly the expected starts, counts, admits, finds and draws them."""
    picks = every(joint)
    assert joint.count() == len(expected) == len(picks)
    assert sorted(starts_of(joint, picks)) == sorted(expected)
    assert len({tuple(row) for row in picks.tolist()}) == len(picks)
    for number, row in enumerate(picks):
        assert joint.admits(row)
        observed = [codes[pick] for codes, pick in zip(joint.options, row, strict=True)]
        found = joint.find(observed)
        assert not isinstance(found, Refused)
        assert starts_of(joint, found[np.newaxis]) == starts_of(joint, row[np.newaxis])
        assert all((a == b).all() for a, b in zip(joint.codes_at(number), observed, strict=True))
    drawn = joint.draw(np.random.default_rng(1), 40)
    assert drawn.shape == (40, len(joint.schemes))
    assert set(starts_of(joint, drawn)) <= set(expected)


def test_independent_starts_multiply() -> None:
    joint = Independent((phase_scheme("AB", 6, minimum=2), phase_scheme("AB", 7, minimum=2, starts=[[3, 5]])))
    holds_together(joint, list(product([3, 4, 5], [3, 5])))
    assert starts_of(joint, every(joint)) == [(3, 3), (3, 5), (4, 3), (4, 5), (5, 3), (5, 5)]
    assert Independent((phase_scheme("AB", 40, minimum=5),) * 3).count() == 29_791


def test_independent_draws_are_even_and_its_own_for_each_case() -> None:
    joint = Independent((phase_scheme("AB", 6, minimum=2),) * 2)
    drawn = joint.draw(np.random.default_rng(4), 3000)
    drawn_evenly([tuple(row) for row in drawn.tolist()], list(product(range(3), repeat=2)))
    codes = joint.draw_codes(np.random.default_rng(4), 9)
    assert [one.shape for one in codes] == [(9, 6), (9, 6)]
    assert not (codes[0] == codes[1]).all()


def test_independent_series_too_many_to_list_are_still_drawn() -> None:
    joint = Independent((shuffled("AB", 60), phase_scheme("AB", 10, minimum=2)))
    assert joint.count() == comb(60, 30) * 7
    with refused("too-many-options"):
        assert joint.options
    drawn = joint.draw_codes(np.random.default_rng(2), 3)
    assert drawn[0].sum(axis=1).tolist() == [30] * 3
    last = joint.codes_at(joint.count() - 1)
    assert last[0].tolist() == [1] * 30 + [0] * 30
    assert last[1].tolist() == [0] * 8 + [1] * 2
    second = joint.codes_at(1)
    assert second[0].tolist() == [0] * 30 + [1] * 30
    assert second[1].tolist() == [0] * 3 + [1] * 7


def test_fixed_starts_are_allocated_by_permutation() -> None:
    joint = wampold_worsham([10, 10, 11], [4, 6, 8], minimum=2)
    holds_together(joint, slow.tier_starts([[4], [6], [8]]))
    assert joint.count() == 6
    assert [len(codes) for codes in joint.options] == [3, 3, 3]
    assert [scheme.size for scheme in joint.schemes] == [10, 10, 11]


def test_windows_of_starts_are_allocated_and_drawn_from() -> None:
    windows = [[5, 6, 7], [8, 9, 10], [11, 12, 13]]
    joint = koehler_levin([20, 20, 20], windows)
    assert joint.count() == 162
    holds_together(joint, slow.tier_starts(windows))


def test_windows_of_different_sizes() -> None:
    windows = [[3], [5, 4], [8, 7, 6]]
    holds_together(koehler_levin([12, 10, 11], windows, minimum=2), slow.tier_starts(windows))


def test_overlapping_windows_keep_their_weights() -> None:
    windows = [[4, 5], [5, 6]]
    joint = koehler_levin([10, 10], windows)
    picks = every(joint)
    assert joint.count() == 8
    assert sorted(starts_of(joint, picks)) == sorted(slow.tier_starts(windows))
    both = [codes[place] for codes, place in zip(joint.options, (1, 2), strict=True)]
    found = joint.find(both)
    assert not isinstance(found, Refused)
    assert joint.admits(found)
    # 5 and 4: the first case must then be in the second tier.
    turned = joint.find([joint.options[0][1], joint.options[1][0]])
    assert not isinstance(turned, Refused)
    assert turned.tolist() == [2, 0]


def test_tiers_are_drawn_evenly() -> None:
    windows = [[3, 4], [5, 6, 7]]
    joint = koehler_levin([10, 10], windows)
    drawn = starts_of(joint, joint.draw(np.random.default_rng(3), 3000))
    drawn_evenly(drawn, slow.tier_starts(windows))


def test_two_cases_in_one_tier_are_refused() -> None:
    joint = koehler_levin([20, 20], [[5, 6], [8, 9]])
    assert not joint.admits([0, 1])
    assert not joint.admits([2, 3])
    assert joint.admits([0, 2])
    found = joint.find([joint.options[0][0], joint.options[1][1]])
    assert isinstance(found, Refused)
    assert found.code == "not-admissible"
    said(found.why, "same start window")


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_staggered_starts_are_what_trying_everything_finds(data: st.DataObject) -> None:
    cases = data.draw(st.integers(2, 3))
    any_order = data.draw(st.booleans())
    window = st.sets(st.integers(2, 10), min_size=1, max_size=5).map(sorted)
    windows = [data.draw(window)] * cases if any_order else [data.draw(window) for _ in range(cases)]
    stagger = data.draw(st.integers(1, 4))
    expected = slow.staggered_starts(windows, stagger, any_order=any_order)
    if not expected:
        with refused("no-assignment", "12"):
            staggered([12] * cases, windows, stagger, any_order=any_order)
        return
    holds_together(staggered([12] * cases, windows, stagger, any_order=any_order), expected)


@pytest.mark.parametrize(("window", "cases", "stagger"), [(26, 3, 4), (15, 4, 2), (9, 2, 1)])
def test_one_window_is_counted_by_the_binomial(window: int, cases: int, stagger: int) -> None:
    windows = [range(6, 6 + window)] * cases
    count = comb(window - (cases - 1) * (stagger - 1), cases)
    assert staggered([40] * cases, windows, stagger).count() == count
    assert staggered([40] * cases, windows, stagger, any_order=True).count() == count * factorial(cases)


def test_staggered_starts_are_drawn_evenly() -> None:
    joint = staggered([12, 12], [range(3, 8)] * 2, 2, any_order=True)
    drawn = starts_of(joint, joint.draw(np.random.default_rng(8), 4000))
    drawn_evenly(drawn, slow.staggered_starts([range(3, 8)] * 2, 2, any_order=True))


def test_the_minimum_narrows_the_windows() -> None:
    joint = staggered([10, 12], [range(1, 30)] * 2, 1, minimum=4)
    assert joint.windows == ((5, 6, 7), (5, 6, 7, 8, 9))


def test_starts_too_close_are_refused() -> None:
    joint = staggered([12, 12], [[4, 5, 6], [6, 8]], 2)
    said(joint.joint_refusal(np.array([1, 0])), "5, 6", "at least 2")
    assert joint.joint_refusal(np.array([0, 0])) is None
    assert joint.admits([1, 1])
    assert not joint.admits([2, 0])
    turned = staggered([12, 12], [[4, 5, 6]] * 2, 2, any_order=True)
    assert turned.admits([2, 0])
    assert not turned.admits([2, 1])
    assert not staggered([12, 12], [[4, 5, 6]] * 2, 2).admits([2, 0])


def test_washout_rows_are_marked_in_every_option() -> None:
    for joint in (
        wampold_worsham([12, 12], [4, 7], minimum=2, washout=2),
        staggered([12, 12], [[4, 7]] * 2, 1, any_order=True, minimum=2, washout=2),
        Independent((washed("AB", 12, minimum=2, starts=[[4, 7]], washout=2),) * 2),
    ):
        early = [0] * 3 + [2] * 2 + [1] * 7
        late = [0] * 6 + [2] * 2 + [1] * 4
        assert joint.options[0].tolist() == [early, late]
        marked, plain = joint.find([early, late]), joint.find([[0] * 3 + [1] * 9, [0] * 6 + [1] * 6])
        assert not isinstance(marked, Refused)
        assert not isinstance(plain, Refused)
        assert marked.tolist() == plain.tolist() == [0, 1]


def test_what_was_observed_is_refused_with_case_and_reason() -> None:
    joint = Independent((phase_scheme("AB", 6, minimum=2), phase_scheme("AB", 7, minimum=3)))
    other = joint.find([[0, 0, 1, 1, 1, 1]])
    assert isinstance(other, Refused)
    assert other.code == "other-cases"
    said(other.why, "1 series", "has 2")
    short = joint.find([[0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 1, 1, 1]])
    assert isinstance(short, Refused)
    assert short.code == "not-admissible"
    said(short.why, "Series 2", "A has 2")


def test_picks_outside_the_options_are_not_admitted() -> None:
    joint = Independent((phase_scheme("AB", 6, minimum=2), phase_scheme("AB", 7, minimum=3)))
    assert joint.admits([2, 1])
    assert not joint.admits([3, 1])
    assert not joint.admits([2, -1])
    assert not joint.admits([2])
    assert not joint.admits([2, 1, 0])


def test_joint_schemes_that_are_none() -> None:
    for windows in ([[4], [5], [6]], [[4], []], [[4, 4], [5]], [[4]]):
        with refused("tiers"):
            koehler_levin([10, 10], windows)
    with refused("tiers"):
        koehler_levin([40] * 13, [[row] for row in range(5, 18)])
    assert koehler_levin([40] * 12, [[row] for row in range(5, 17)]).count() == factorial(12)
    with refused("tiers", "different"):
        wampold_worsham([10, 10], [4, 4])
    with refused("no-assignment", "10"):
        wampold_worsham([10, 20], [4, 12])
    with refused("no-assignment"):
        wampold_worsham([10, 10], [4, 6], minimum=4)
    with refused("unequal-lengths"):
        staggered([10, 10], [[4]], 1)
    with refused("stagger"):
        staggered([10, 10], [[4], [5]], 0)
    with refused("windows-differ"):
        staggered([10, 10], [[4], [5, 6]], 1, any_order=True)
    with refused("no-assignment"):
        staggered([10, 10], [[5], [5]], 1)


def test_permutations_come_in_dictionary_order() -> None:
    found = permutations_at(np.arange(24), 4)
    assert found.tolist() == sorted(found.tolist())
    assert len({tuple(row) for row in found.tolist()}) == 24
    assert permutations_at(np.array([factorial(21) - 1], dtype=object), 21)[0].tolist() == list(range(20, -1, -1))
