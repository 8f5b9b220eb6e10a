"""One simulated series: the noise, the effect, the phases under washout."""

import numpy as np
import pytest

from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.power.question import Effect
from lijfspoor.domain.singlecase.power.simulate import ar1, conditions, rows_into_phase, shift

LEVELS = np.array([0.0, 2.0, 3.0])


@pytest.mark.parametrize("phi", [-0.5, 0.0, 0.3, 0.8])
def test_noise_is_stationary_and_remembers(phi: float) -> None:
    noise = ar1(np.random.default_rng(1), 40_000, 6, phi)
    assert noise.shape == (40_000, 6)
    assert noise.std(axis=0) == pytest.approx(np.ones(6), abs=0.02)
    for gap in (1, 2, 3):
        found = [np.mean(noise[:, row] * noise[:, row + gap]) for row in range(6 - gap)]
        assert found == pytest.approx([phi**gap] * (6 - gap), abs=0.025)


def test_noise_is_the_recursion_itself() -> None:
    raw = np.random.default_rng(5).standard_normal((2, 7))
    noise = ar1(np.random.default_rng(5), 2, 7, 0.6)
    for series in range(2):
        before = raw[series, 0]
        assert noise[series, 0] == before
        for row in range(1, 7):
            before = 0.6 * before + 0.8 * raw[series, row]
            assert noise[series, row] == pytest.approx(before, rel=1e-12)


def test_rows_are_counted_from_the_start_of_their_phase() -> None:
    assert rows_into_phase(np.array([0, 0, 1, 1, 1, 0, 2])).tolist() == [0, 1, 0, 1, 2, 0, 0]
    assert rows_into_phase(np.array([3])).tolist() == [0]


def test_a_level_comes_at_once() -> None:
    row = np.array([0, 0, 1, 1, 2, 0])
    assert shift(row, LEVELS, Effect()).tolist() == [0, 0, 2, 2, 3, 0]


def test_a_level_builds_up_over_its_onset() -> None:
    row = np.array([0, 1, 1, 1, 1, 1, 0, 1])
    assert shift(row, LEVELS, Effect(onset=4)).tolist() == [0, 0.5, 1, 1.5, 2, 2, 0, 0.5]


def test_a_slope_begins_anew_with_each_phase() -> None:
    row = np.array([0, 0, 1, 1, 1, 0, 0, 2, 2])
    found = shift(row, np.zeros(3), Effect(slope=0.5))
    assert found.tolist() == [0, 0, 0, 0.5, 1, 0, 0, 0, 0.5]


def test_washout_rows_belong_to_the_condition_that_has_begun() -> None:
    scheme = washed("ABA", 9, minimum=2, washout=1)
    codes = np.array([0, 0, 2, 1, 1, 2, 0, 0, 0], dtype=np.int8)
    assert conditions(scheme, codes).tolist() == [0, 0, 1, 1, 1, 0, 0, 0, 0]
    plain = phase_scheme("AB", 4)
    assert conditions(plain, np.array([0, 1, 1, 1], dtype=np.int8)).tolist() == [0, 1, 1, 1]
