"""Alternation: completely random, in blocks, with limited runs, in periods, with washout."""

from itertools import product
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lijfspoor.domain.singlecase.designs.alternation import randomised_blocks, shuffled
from lijfspoor.domain.singlecase.designs.layers import WASHOUT, Periods, Washout, washed
from lijfspoor.domain.singlecase.designs.limited import LimitedRuns, limited_runs
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from tests.unit.singlecase.designs import slow
from tests.unit.singlecase.designs.checks import drawn_evenly, holds_together, listed, refused, said


def rows_with(each: tuple[int, ...], limit: int = 99, blocks: int = 1) -> list[slow.Row]:
    block = sum(each)

    def right(row: slow.Row) -> bool:
        parts = [row[begin : begin + block] for begin in range(0, len(row), block)]
        even = all(part.count(code) == times for part in parts for code, times in enumerate(each))
        return even and slow.longest_run(row) <= limit

    return slow.all_rows(len(each), block * blocks, right)


@pytest.mark.parametrize("each", [(1, 1), (3, 3), (4, 2), (2, 2, 2), (1, 3, 2)])
def test_completely_random_is_every_order(each: tuple[int, ...]) -> None:
    scheme = shuffled("ABC"[: len(each)], sum(each), each)
    holds_together(scheme, rows_with(each))
    assert scheme.fewest_points() == min(each)
    assert scheme.fewest_changes() == len(each) - 1


def test_sixteen_rows() -> None:
    assert shuffled("AB", 16).count() == 12_870
    assert randomised_blocks("AB", 16).count() == 256
    assert limited_runs("AB", 16, 2).count() == 1_296
    assert limited_runs("AB", 20, 2).count() == 8_196


def test_large_numbers_of_orders_stay_exact() -> None:
    scheme = shuffled("AB", 100)
    assert scheme.count() == factorial(100) // factorial(50) ** 2
    last = scheme.unrank(np.array([0, scheme.count() - 1], dtype=object))
    assert last.tolist() == [[0] * 50 + [1] * 50, [1] * 50 + [0] * 50]
    limited = limited_runs("AB", 100, 3)
    assert all(limited.admits(row) for row in limited.draw(np.random.default_rng(3), 5))
    assert limited.count() > 2**64


@pytest.mark.parametrize(("labels", "size", "block"), [("AB", 6, None), ("ABC", 6, None), ("AB", 8, 4), ("AB", 4, 4)])
def test_blocks_are_shuffled_each(labels: str, size: int, block: int | None) -> None:
    scheme = randomised_blocks(labels, size, block)
    rows = block or len(labels)
    each = (rows // len(labels),) * len(labels)
    holds_together(scheme, rows_with(each, blocks=size // rows))
    assert scheme.fewest_points() == size // len(labels)
    assert scheme.fewest_changes() == (len(labels) - 1) * size // rows


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([(2, 2), (3, 3), (4, 2), (2, 2, 2), (1, 1, 3)]), st.integers(1, 3), st.integers(1, 2))
def test_limited_runs_are_what_trying_everything_finds(each: tuple[int, ...], limit: int, blocks: int) -> None:
    labels, size = "ABC"[: len(each)], sum(each) * blocks
    if size > 10:
        return
    expected = rows_with(each, limit, blocks)
    if not expected:
        with refused("no-assignment"):
            limited_runs(labels, size, limit, each, sum(each))
        return
    scheme = limited_runs(labels, size, limit, each, sum(each))
    holds_together(scheme, expected)
    assert scheme.fewest_points() == min(each) * blocks
    assert scheme.fewest_changes() <= min(len(slow.spells(row)) for row in expected) - 1


def test_limited_runs_change_at_least_so_often() -> None:
    assert limited_runs("AB", 8, 2).fewest_changes() == 3
    assert limited_runs("AB", 10, 2).fewest_changes() == 5
    assert limited_runs("AB", 8, 2, block=4).fewest_changes() == 3


@pytest.mark.parametrize("scheme", [shuffled("AB", 6), randomised_blocks("AB", 6), limited_runs("AB", 8, 2)])
def test_orders_are_equally_likely(scheme: LimitedRuns) -> None:
    rows = [tuple(row) for row in scheme.draw(np.random.default_rng(7), 6000).tolist()]
    drawn_evenly(rows, listed(scheme))


def test_a_limit_that_cannot_bind_changes_nothing() -> None:
    assert listed(limited_runs("AB", 8, 8)) == listed(shuffled("AB", 8))


def test_orders_are_refused_with_the_reason() -> None:
    limited = limited_runs("AB", 6, 2)
    said(limited.refusal([0, 0, 0, 1, 1, 1]), "A comes 3 times in a row", "at most 2")
    said(limited.refusal([0, 0, 1, 0, 0, 1]), "A comes 4 times", "has it 3 times")
    said(limited.refusal([0, 1]), "2", "6")
    said(shuffled("AB", 4).refusal([1, 1, 1, 0]), "A comes 1 times", "2 times")
    said(shuffled("AB", 4).refusal([1, 1, 1]), "3", "4")
    said(randomised_blocks("AB", 6).refusal([0, 1, 1, 1, 0, 0]), "block 2", "A comes 0 times")
    said(randomised_blocks("AB", 6).refusal([0, 2, 1, 1, 0, 0]), "phase")
    blocked = limited_runs("AB", 8, 2, block=4)
    said(blocked.refusal([0, 1, 1, 1, 0, 0, 0, 1]), "A comes 1 times")


def test_alternations_that_are_none() -> None:
    for labels in ("A", "AA", ""):
        with refused("one-condition"):
            shuffled(labels, 4)
        with refused("one-condition"):
            randomised_blocks(labels, 4)
        with refused("one-condition"):
            limited_runs(labels, 4, 2)
    for each in (None, [2, 2], [5, 0], [3, 1, 1]):
        with refused("uneven-numbers", "5"):
            shuffled("AB", 5, each)
    for size, block in ((7, None), (8, 3), (2, 4), (4, 0)):
        with refused("uneven-blocks", str(size)):
            randomised_blocks("AB", size, block)
    with refused("uneven-blocks"):
        limited_runs("AB", 8, 2, block=3)
    with refused("uneven-blocks"):
        limited_runs("AB", 8, 2, block=0)
    with refused("no-assignment"):
        limited_runs("AB", 8, 0)
    with refused("no-assignment"):
        limited_runs("AB", 8, 1, each=[6, 2])
    with refused("design-too-large"):
        limited_runs("AB", 10_000, 3)


def test_periods_repeat_each_condition() -> None:
    scheme = Periods(shuffled("AB", 4), 3)
    expected = [tuple(code for code in row for _ in range(3)) for row in rows_with((2, 2))]
    holds_together(scheme, expected)
    assert scheme.labels == ("A", "B")
    assert scheme.size == 12
    assert scheme.fewest_points() == 6
    assert scheme.fewest_points(1) == 4
    assert scheme.fewest_points(4) == 0
    assert scheme.fewest_changes() == 1
    said(scheme.refusal([0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1]), "period 2", "halfway")
    said(scheme.refusal([0] * 9 + [1] * 3), "A comes 3 times")
    said(scheme.refusal([0] * 11), "11", "12")
    with refused("bad-period"):
        Periods(shuffled("AB", 4), 0)
    assert Periods(shuffled("AB", 4), 1).count() == 6


def test_washout_comes_on_top_of_the_minimum() -> None:
    scheme = washed("ABA", 12, minimum=2, washout=1)
    plain = slow.phase_rows((0, 1, 0), 12, [2, 3, 3], [99] * 3, [set(range(13))] * 2)
    holds_together(scheme, [slow.washed(row, 1, 2) for row in plain], in_order=False)
    assert scheme.labels == ("A", "B", WASHOUT)
    assert scheme.fewest_points() == 2
    assert scheme.fewest_changes() == 2
    assert all(scheme.admits(row) for row in plain)
    assert [tuple(scheme.settle(row)) for row in plain] == [slow.washed(row, 1, 2) for row in plain]


@pytest.mark.parametrize("washout", [1, 2, 3])
def test_washout_of_several_rows(washout: int) -> None:
    scheme = Washout(Periods(shuffled("AB", 4), 4), washout)
    expected = [slow.washed(row, washout, 2) for row in listed(Periods(shuffled("AB", 4), 4))]
    holds_together(scheme, expected)
    assert len(set(expected)) == 6
    assert scheme.fewest_points() == 2 * (4 - washout)
    assert scheme.fewest_points() <= min(min(row.count(0), row.count(1)) for row in expected)


def test_washout_is_refused_with_the_reason() -> None:
    scheme = washed("AB", 8, minimum=2, washout=2)
    assert scheme.admits([0, 0, 2, 2, 1, 1, 1, 1])
    said(scheme.refusal([0, 0, 2, 1, 1, 1, 1, 1]), "measurement 4")
    said(scheme.refusal([0, 0, 0, 0, 1, 1, 1, 2]), "measurement 8")
    said(scheme.refusal([0, 2, 0, 0, 1, 1, 1, 1]), "measurement 2")
    said(scheme.refusal([0, 2, 2, 1, 1, 1, 1, 1]), "A has 1")
    said(scheme.refusal([0, 0, 0, 0, 0, 1, 1, 1]), "B has 3", "at least 4")
    said(scheme.refusal([0, 0, 0]), "3", "8")
    said(scheme.refusal([2] * 8), "measurement 8")
    with refused("bad-washout"):
        washed("AB", 8, washout=-1)


def test_no_washout_is_the_plain_scheme() -> None:
    plain = washed("AB", 9, minimum=2)
    assert plain == phase_scheme("AB", 9, minimum=2)
    assert plain.settle([0, 0, 0, 1, 1, 1, 1, 1, 1]).dtype == np.int8
    assert washed("AB", 9, minimum=[2, 3], maximum=[4, 9], washout=1).count() == len(
        slow.phase_rows((0, 1), 9, [2, 4], [4, 10], [set(range(10))])
    )


def test_every_pair_of_rows_is_a_block() -> None:
    assert listed(randomised_blocks("AB", 4)) == [(a, 1 - a, b, 1 - b) for a, b in product((0, 1), repeat=2)]
