"""How fast randomisation tests are, beside the bare arithmetic that they cannot do without."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import numpy.typing as npt

from lijfspoor.bench.singlecase.rows import Row, timed_beside
from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.designs.joint import Independent
from lijfspoor.domain.singlecase.designs.limited import limited_runs
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.tiers import koehler_levin
from lijfspoor.domain.singlecase.randomisation.answer import default_answer
from lijfspoor.domain.singlecase.randomisation.reference import Drawing
from lijfspoor.domain.singlecase.randomisation.testing import randomisation_test

CASES, POINTS, LEAST, DRAWS = 3, 40, 5, 10_000
STARTS = POINTS - 2 * LEAST + 1
ALTERNATIONS, IN_A_ROW = 20, 2
SEED = 1
WINDOWS = ([8, 9, 10], [15, 16, 17], [22, 23, 24])

Weights = npt.NDArray[np.float64]
Bare = Callable[[], object]


def rows() -> Iterator[Row]:
    """Time a multiple baseline by draws and in full, an alternation in full, tiers, and the whole default answer."""
    rng = np.random.default_rng(SEED)
    cases, design = _multiple_baseline(rng), _independent()
    design.options  # noqa: B018  a design lists its options once, before the first score
    weights = rng.normal(size=(STARTS**CASES, CASES * POINTS))
    drawn = partial(randomisation_test, cases, design, drawing=Drawing(exact_up_to=0, draws=DRAWS))
    yield _row("3 x 40 multiple baseline, 10,000 draws, mean", drawn, _draw_and_product(weights), 0.015, 2.0)
    product = _product(weights)
    full = "3 x 40 multiple baseline, all 29,791 combinations"
    yield _row(full, lambda: randomisation_test(cases, _independent()), product, 0.040)
    yield _row(f"{full}, with interval", lambda: default_answer(cases, _independent()), product)
    yield from _alternation(rng)
    tiers = "staggered starts of 3 (Koehler-Levin), 162 assignments"
    staggered = _tier_cases(rng)
    small = _product(rng.normal(size=(162, CASES * POINTS)))
    yield _row(tiers, lambda: randomisation_test(staggered, koehler_levin([POINTS] * CASES, WINDOWS)), small, 0.010)


def _alternation(rng: np.random.Generator) -> Iterator[Row]:
    scheme = limited_runs("AB", ALTERNATIONS, IN_A_ROW)
    codes = scheme.draw(rng, 1)[0]
    case = make_case("", rng.normal(size=ALTERNATIONS), ["AB"[code] for code in codes])
    product = _product(rng.normal(size=(scheme.count(), ALTERNATIONS)))

    def afresh(work: Callable[..., object]) -> Bare:
        return lambda: work(case, limited_runs("AB", ALTERNATIONS, IN_A_ROW))

    name = f"alternation of 20, at most 2 in a row, all {scheme.count():,}"
    yield _row(name, afresh(randomisation_test), product, 0.050)
    yield _row(f"{name}, with interval", afresh(default_answer), product)


def _row(name: str, ours: Bare, bare: Bare, most: float | None = None, most_ratio: float | None = None) -> Row:
    seconds, reference = timed_beside(ours, bare)
    ratio = seconds / reference
    bars = [f"{1e3 * most:.0f} ms"] if most else []
    bars += [f"{most_ratio:.0f} x"] if most_ratio else []
    met = (most is None or seconds <= most) and (most_ratio is None or ratio <= most_ratio) if bars else None
    return Row(
        name, seconds, "draw + one matrix product" if most_ratio else "one matrix product", ratio, ", ".join(bars), met
    )


def _independent() -> Independent:
    return Independent((phase_scheme("AB", POINTS, minimum=LEAST),) * CASES)


def _multiple_baseline(rng: np.random.Generator) -> list[Case]:
    starts = rng.integers(LEAST + 1, LEAST + 1 + STARTS, size=CASES)
    return [_case(rng, int(start)) for start in starts]


def _tier_cases(rng: np.random.Generator) -> list[Case]:
    return [_case(rng, window[0]) for window in WINDOWS]


def _case(rng: np.random.Generator, start: int) -> Case:
    return make_case(str(start), rng.normal(size=POINTS), ["A" if row < start else "B" for row in range(1, POINTS + 1)])


def _product(weights: Weights) -> Bare:
    scores = np.ones(weights.shape[1])
    return lambda: weights @ scores


def _draw_and_product(weights: Weights) -> Bare:
    some, scores = weights[:DRAWS], np.ones(weights.shape[1])

    def bare() -> object:
        np.random.default_rng(SEED).integers(0, STARTS, size=(DRAWS, CASES))
        return some @ scores

    return bare
