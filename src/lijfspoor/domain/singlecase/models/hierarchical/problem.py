"""A mixed model written down: y = X b + Z u + e, rows sorted into independent blocks of equal shape."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.hierarchical.rhythm import Correlation, Ints, Rhythm


@dataclass(frozen=True, eq=False)
class Level:
    """The random effects of one grouping: `columns` (N, q) with their names, `group` (N,) which unit a row is of."""

    names: tuple[str, ...]
    columns: Floats
    group: Ints


@dataclass(frozen=True, eq=False)
class MixedModel:
    """What is to be fitted, rows in any order.

    `levels`: outermost grouping first, each nested in the one before; `series`: which rows follow each other in
    time; `stratum`: rows of one number share a residual spread, 0 is the reference.
    """

    scores: Floats
    fixed: Floats
    names: tuple[str, ...]
    levels: tuple[Level, ...]
    series: Ints
    times: Floats
    stratum: Ints
    strata: tuple[str, ...] = ("",)
    correlation: Correlation = Correlation.INDEPENDENT


@dataclass(frozen=True, slots=True)
class Batch:
    """Blocks of equal shape: `count` blocks of `size` rows from row `start` on."""

    start: int
    count: int
    size: int

    @property
    def rows(self) -> slice:
        """The rows of all blocks together."""
        return slice(self.start, self.start + self.count * self.size)


@dataclass(frozen=True, eq=False)
class Place:
    """Where one level's random effects stand in a block: `copies` units of `size` effects from `start` on."""

    start: int
    size: int
    copies: int

    @cached_property
    def lower(self) -> tuple[Ints, Ints]:
        """Rows and columns of the lower triangle."""
        rows, columns = np.tril_indices(self.size)
        return rows, columns

    @property
    def entries(self) -> int:
        """How many numbers the lower triangle of its covariance has."""
        return self.size * (self.size + 1) // 2

    def slices(self) -> tuple[slice, ...]:
        """The columns of each unit."""
        return tuple(
            slice(self.start + unit * self.size, self.start + (unit + 1) * self.size) for unit in range(self.copies)
        )


@dataclass(frozen=True, eq=False)
class Problem:
    """A mixed model made ready for fitting: scaled, orthonormal fixed part, sorted into blocks.

    `scores` (N,) are ordinary residuals over `unit`; `fixed` (N, p) is orthonormal, X = fixed @ triangle; `effects`
    (N, q) holds each block's random columns side by side, scaled by `effect_scale`.
    """

    model: MixedModel
    order: Ints
    scores: Floats
    unit: float
    ordinary: Floats
    fixed: Floats
    triangle: Floats
    effects: Floats
    effect_scale: tuple[Floats, ...]
    places: tuple[Place, ...]
    batches: tuple[Batch, ...]
    rhythm: Rhythm
    stratum: Ints
    counts: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def rows(self) -> int:
        """How many scores."""
        return len(self.scores)

    @property
    def terms(self) -> int:
        """How many fixed effects."""
        return int(self.fixed.shape[1])

    @property
    def blocks(self) -> int:
        """How many independent blocks."""
        return sum(batch.count for batch in self.batches)
