"""Phases whose moments of change are drawn: counted by formula, listed, drawn evenly, refused with the reason."""

from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.designs.orders import OneOf, all_orders, one_of
from lijfspoor.domain.singlecase.designs.phases import PhaseScheme, phase_scheme
from tests.unit.singlecase.designs.checks import drawn_evenly, holds_together, refused, said
from tests.unit.singlecase.designs.slow import phase_rows, spells

ANYWHERE = set(range(1, 100))


@pytest.mark.parametrize(("order", "size", "minimum"), [("AB", 18, 4), ("ABA", 18, 3), ("ABAB", 24, 4), ("ABC", 20, 1)])
def test_one_minimum_is_counted_by_the_binomial(order: str, size: int, minimum: int) -> None:
    phases = len(order)
    count = comb(size - phases * minimum + phases - 1, phases - 1)
    assert phase_scheme(order, size, minimum=minimum).count() == count


def test_forty_rows_of_abab_with_four_each() -> None:
    assert phase_scheme("ABAB", 40, minimum=4).count() == 2925


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_it_lists_what_trying_everything_finds(data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(["AB", "ABA", "ABC", "ABAB", "ACBA"]))
    size = data.draw(st.integers(len(order), 11))
    least = [data.draw(st.integers(1, 3)) for _ in order]
    most = [low + data.draw(st.integers(0, 6)) for low in least]
    starts = [data.draw(st.sets(st.integers(1, size + 2), min_size=1)) for _ in order[1:]]
    codes = tuple("ABC".index(label) for label in order)
    expected = phase_rows(codes, size, least, most, starts)
    if not expected:
        with refused("no-assignment", str(size)):
            phase_scheme(order, size, minimum=least, maximum=most, starts=[sorted(one) for one in starts], labels="ABC")
        return
    scheme = phase_scheme(order, size, minimum=least, maximum=most, starts=[list(one) for one in starts], labels="ABC")
    holds_together(scheme, expected, in_order=False)
    lengths = [[length for _, length in spells(row)] for row in expected]
    assert scheme.fewest_points() == min(min(row) for row in lengths)
    assert scheme.fewest_points(1) == min(min(row[0], min(row[1:]) - 1) for row in lengths)


def test_ranks_follow_the_moments_of_change() -> None:
    scheme = phase_scheme("ABA", 6, minimum=1)
    codes = scheme.unrank(np.arange(scheme.count()))
    changes = [tuple(np.flatnonzero(np.diff(row)).tolist()) for row in codes]
    assert changes == sorted(changes)
    assert scheme.unrank(np.array([3]))[0].tolist() == [0, 1, 1, 1, 1, 0]


def test_all_sequences_are_equally_likely() -> None:
    scheme = phase_scheme("ABAB", 10, minimum=2, starts=[[3, 4], None, None])
    rows = [tuple(row) for row in scheme.draw(np.random.default_rng(5), 4000).tolist()]
    drawn_evenly(rows, phase_rows((0, 1, 0, 1), 10, [2] * 4, [99] * 4, [{3, 4}, ANYWHERE, ANYWHERE]))


def test_counts_beyond_64_bits_stay_exact() -> None:
    order, size = "AB" * 10, 2000
    scheme = phase_scheme(order, size, minimum=5)
    assert scheme.count() == comb(size - 100 + 19, 19)
    drawn = scheme.draw(np.random.default_rng(2), 3)
    assert all(scheme.admits(row) for row in drawn)
    assert len({row.tobytes() for row in drawn}) == 3
    first, last = scheme.unrank(np.array([0, scheme.count() - 1], dtype=object))
    assert [length for _, length in spells(tuple(first.tolist()))] == [5] * 19 + [size - 95]
    assert [length for _, length in spells(tuple(last.tolist()))] == [size - 95] + [5] * 19


def test_a_hundred_thousand_rows() -> None:
    scheme = phase_scheme("AB", 100_000, minimum=5)
    assert scheme.count() == 99_991
    assert scheme.admits(scheme.draw(np.random.default_rng(1), 2)[1])


def test_long_lines_come_in_small_chunks() -> None:
    first = next(iter(phase_scheme("AB", 100_000, minimum=5).enumerate()))
    assert 1 <= len(first) <= 2**25 // 100_000


AB = phase_scheme("AB", 10, minimum=2, maximum=[7, 9], starts=[[4, 5, 6, 7]])


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ([0] * 3 + [1] * 6, ["9", "10"]),
        ([[0] * 5 + [1] * 5], ["10"]),
        ([0] * 5 + [2] * 5, ["phase"]),
        ([0] * 5 + [-1] * 5, ["phase"]),
        ([0.0] * 5 + [1.0] * 5, ["phase"]),
        ([1] * 5 + [0] * 5, ["B-A", "A-B"]),
        ([0] * 10, ["as A;", "A-B"]),
        ([0] * 2 + [1] * 8, ["B began at measurement 3", "4-7"]),
        ([0] * 7 + [1] * 3, ["B began at measurement 8", "4-7"]),
    ],
)
def test_a_sequence_is_refused_with_the_reason(row: list[float], parts: list[str]) -> None:
    assert not AB.admits(row)
    said(AB.refusal(row), *parts)


def test_too_short_and_too_long_are_named() -> None:
    scheme = phase_scheme("AB", 8, minimum=[3, 2], maximum=[5, 8])
    said(scheme.refusal([0] * 2 + [1] * 6), "A has 2", "at least 3")
    said(scheme.refusal([0] * 6 + [1] * 2), "A has 6", "at most 5")
    said(scheme.refusal([0] * 7 + [1]), "A has 7", "at most 5")
    said(phase_scheme("AB", 8, minimum=[1, 2]).refusal([0] * 7 + [1]), "B has 1", "at least 2")
    assert scheme.admits([0] * 3 + [1] * 5)
    assert scheme.admits([0] * 5 + [1] * 3)


def test_separate_starts_are_listed_in_the_reason() -> None:
    scheme = phase_scheme("AB", 10, starts=[[8, 3, 5, 3]])
    assert scheme.starts == ((3, 5, 8),)
    said(scheme.refusal([0] * 3 + [1] * 7), "began at measurement 4", "3, 5, 8")


def test_designs_that_are_none() -> None:
    for order in ("A", "", "AAB"):
        with refused("phase-order"):
            phase_scheme(order, 10)
    for settings_ in ({"minimum": [1, 1, 1]}, {"maximum": [9]}, {"starts": [None, None]}):
        with refused("unequal-lengths"):
            phase_scheme("AB", 10, **settings_)
    with refused("bad-minimum"):
        phase_scheme("AB", 10, minimum=0)
    with refused("no-assignment", "7"):
        phase_scheme("AB", 7, minimum=4)
    assert phase_scheme("AB", 8, minimum=4).count() == 1
    with refused("no-assignment"):
        phase_scheme("AB", 8, starts=[[20]])


def free(orders: list[str], size: int, minimum: int) -> OneOf:
    return one_of([phase_scheme(order, size, minimum=minimum, labels="ABC") for order in orders])


def test_a_free_order_lists_each_order_in_turn() -> None:
    scheme = free(["ABC", "ACB"], 7, 2)
    one, two = (phase_rows(order, 7, [2] * 3, [99] * 3, [ANYWHERE] * 2) for order in ((0, 1, 2), (0, 2, 1)))
    holds_together(scheme, one + two, in_order=False)
    assert scheme.unrank(np.array([0]))[0].tolist() == [0, 0, 1, 1, 2, 2, 2]
    assert scheme.unrank(np.array([len(one)]))[0].tolist() == [0, 0, 2, 2, 1, 1, 1]
    assert scheme.fewest_points() == 2
    assert scheme.fewest_points(1) == 1
    assert scheme.fewest_changes() == 2


def test_a_free_order_refuses_by_the_order_itself() -> None:
    scheme = free(["ABC", "ACB"], 7, 2)
    said(scheme.refusal([0, 0, 2, 1, 1, 1, 1]), "C has 1")
    said(scheme.refusal([2, 2, 0, 0, 1, 1, 1]), "C-A-B", "A-B-C")
    said(scheme.refusal([0, 0]), "2", "7")
    assert scheme.admits([0, 0, 2, 2, 1, 1, 1])


def test_orders_must_differ_and_fit_together() -> None:
    with refused("same-order-twice"):
        free(["ABC", "ABC"], 7, 2)
    with refused("unequal-lengths"):
        one_of([phase_scheme("AB", 7), phase_scheme("BA", 8, labels="AB")])
    with refused("unequal-lengths"):
        one_of([phase_scheme("AB", 7), phase_scheme("BA", 7)])


def test_every_order_is_found_once() -> None:
    assert all_orders("ABC") == tuple(order for order in product("ABC", repeat=3) if sorted(order) == list("ABC"))
    assert all_orders("ABAB") == (tuple("ABAB"), tuple("BABA"))


def test_a_scheme_says_how_often_it_changes() -> None:
    assert phase_scheme("ABAB", 20).fewest_changes() == 3
    assert isinstance(AB, PhaseScheme)
    assert AB.labels == ("A", "B")
