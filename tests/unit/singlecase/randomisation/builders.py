"""Small series and designs to test with."""

from collections.abc import Sequence

import numpy as np

from lijfspoor.domain.singlecase.data.series import Case, make_case
from lijfspoor.domain.singlecase.designs.phases import PhaseScheme, phase_scheme


def ab_case(scores: Sequence[float | None], start: int, name: str = "x", improvement: str = "increase") -> Case:
    """A series in which B begins at row `start`, counted from 1."""
    phases = ["A" if row < start else "B" for row in range(1, len(scores) + 1)]
    return make_case(name, scores, phases, improvement=improvement)


def ab_scheme(size: int, starts: Sequence[int]) -> PhaseScheme:
    """B may begin at these rows."""
    return phase_scheme("AB", size, starts=[starts])


def case_of(codes: Sequence[int], scores: Sequence[float | None], times: Sequence[float] | None = None) -> Case:
    """A series whose phases are these codes of A and B."""
    return make_case("x", scores, ["AB"[code] for code in codes], times)


def noise(seed: int, size: int) -> list[float]:
    """Scores to one decimal."""
    drawn: list[float] = np.round(np.random.default_rng(seed).normal(10, 3, size), 1).tolist()
    return drawn
