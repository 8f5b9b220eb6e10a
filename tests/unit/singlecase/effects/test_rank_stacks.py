"""Many series at once: every kernel answers for each series what its own function answers for that one alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from lijfspoor.domain.singlecase.data.results import Estimate
from lijfspoor.domain.singlecase.data.saying import Refused
from lijfspoor.domain.singlecase.data.series import Contrast
from lijfspoor.domain.singlecase.effects.answers import first_code
from lijfspoor.domain.singlecase.effects.cdc import CdcTrend, cdc, cdc_stack
from lijfspoor.domain.singlecase.effects.corrected_tau import TauKind, corrected_tau, corrected_tau_stack
from lijfspoor.domain.singlecase.effects.ird import ird, ird_stack
from lijfspoor.domain.singlecase.effects.mann_whitney import mann_whitney, mann_whitney_stack
from lijfspoor.domain.singlecase.effects.nap import NapError, nap, nap_stack
from lijfspoor.domain.singlecase.effects.pand import Counting, pand, pand_sort_stack, pand_stack
from lijfspoor.domain.singlecase.effects.pem import pem, pem_stack
from lijfspoor.domain.singlecase.effects.pet import pet, pet_stack
from lijfspoor.domain.singlecase.effects.pnd import pnd, pnd_stack
from lijfspoor.domain.singlecase.effects.rank_answers import Bounded
from lijfspoor.domain.singlecase.effects.stacks import Stack, stack
from lijfspoor.domain.singlecase.effects.tau import tau, tau_stack
from lijfspoor.domain.singlecase.effects.tau_bc import tau_bc, tau_bc_stack
from lijfspoor.domain.singlecase.effects.tau_u import tau_u, tau_u_stack
from tests.unit.singlecase.effects.sides import DOWN, UP, close, two

Single = Callable[[Contrast], Estimate]
Kernel = Callable[[Stack], Bounded]
KERNELS: list[tuple[Single, Kernel]] = [
    (pnd, pnd_stack),
    (pem, pem_stack),
    (partial(pem, half_ties=False), partial(pem_stack, half_ties=False)),
    (pet, pet_stack),
    (partial(pet, margin=True), partial(pet_stack, margin=True)),
    (pand, pand_stack),
    (partial(pand, counting=Counting.SORT), pand_sort_stack),
    (ird, ird_stack),
    (nap, nap_stack),
    (partial(nap, se="hanley", level=0.5), partial(nap_stack, se=NapError.HANLEY, level=0.5)),
    (tau, tau_stack),
    (partial(tau, se="null"), partial(tau_stack, se="null")),
    (mann_whitney, mann_whitney_stack),
    (tau_u, tau_u_stack),
    (tau_bc, tau_bc_stack),
    (partial(tau_bc, plain_interval=True), partial(tau_bc_stack, plain_interval=True)),
    (partial(tau_bc, kendall=True, pretest=0.5), partial(tau_bc_stack, kendall=True, pretest=0.5)),
    (corrected_tau, corrected_tau_stack),
    (partial(corrected_tau, tau="a", alpha=0.5), partial(corrected_tau_stack, tau=TauKind.A, alpha=0.5)),
    (cdc, cdc_stack),
    (partial(cdc, trend="bisplit"), partial(cdc_stack, trend=CdcTrend.BISPLIT)),
]


def series() -> list[Contrast]:
    """Seven contrasts of six and eight scores, in both directions, with ties and times of their own; one all tied."""
    random = np.random.default_rng(12)
    drawn = [random.integers(0, 9, 14).tolist() for _ in range(6)]
    made = [two(row[:6], row[6:], better) for row, better in zip([*drawn, [3] * 14], [UP, DOWN] * 4, strict=False)]
    times = [np.cumsum(random.integers(1, 4, 14)).astype(float) for _ in made]
    return [replace(one, times_a=moment[:6], times_b=moment[6:]) for one, moment in zip(made, times, strict=True)]


@pytest.mark.parametrize(("single", "kernel"), KERNELS)
def test_each_series_gets_its_own_answer(single: Single, kernel: Kernel) -> None:
    contrasts = series()
    answers = kernel(stack(contrasts))
    for row, contrast in enumerate(contrasts):
        code = first_code(answers.refused, row)
        if code:
            with pytest.raises(Refused, match=code):
                single(contrast)
            continue
        alone = single(contrast)
        assert answers.value[row] == close(alone.value)
        if alone.se is not None:
            assert answers.se is not None
            assert answers.se[row] == close(alone.se)
        if alone.interval is not None:
            assert answers.lower is not None
            assert answers.upper is not None
            assert (answers.lower[row], answers.upper[row]) == (
                close(alone.interval.lower),
                close(alone.interval.upper),
            )
        for name, number in alone.figures.items():
            assert answers.figures[name][row] == close(number)


def test_a_stack_knows_its_shape_and_turns_each_series_its_own_way() -> None:
    found = stack(series())
    assert (found.k, found.m, found.n) == (7, 6, 8)
    assert found.signs.tolist() == [1, -1, 1, -1, 1, -1, 1]
    turned = found.toward_better
    assert turned.a.tolist() == (found.a * found.signs[:, None]).tolist()
    assert turned.signs.tolist() == [1] * 7
    assert turned.toward_better is turned
    assert turned.times_b.tolist() == found.times_b.tolist()


def test_scaling_is_exact_and_leaves_scores_and_times_below_one() -> None:
    found = stack([two([3, -5], [4, 1e300]), two([0.1, 0.2], [0.3, -0.7])]).scaled
    assert max(np.abs(found.a).max(), np.abs(found.b).max(), found.times_a.max(), found.times_b.max()) < 1
    assert np.abs(found.b).max(axis=1).min() >= 0.5
    assert found.times_b.tolist() == [[3 / 8, 4 / 8], [3 / 8, 4 / 8]]
    assert found.a[1].tolist() == [0.1, 0.2]
    flat = stack([two([0, 0], [0])]).scaled
    assert (flat.a.tolist(), flat.b.tolist()) == ([[0, 0]], [[0]])
