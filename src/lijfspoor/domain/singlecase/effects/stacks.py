"""Series of the same lengths stacked, so that a statistic's arithmetic is written once, for one series or 10,000.

Every index has a function over a `Stack` that returns arrays of shape (k,), and a function over one `Contrast` that
stacks it (k = 1) with `one` and puts the answer into words. What several indices need (comparisons, pairs of slopes)
is computed once per stack.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Contrast, Floats, Improvement
from lijfspoor.domain.singlecase.effects.moments import Moments, moments
from lijfspoor.domain.singlecase.effects.ranking import Comparisons, compare
from lijfspoor.domain.singlecase.effects.scaling import powers_of_two, scaled_down


@dataclass(frozen=True, eq=False)
class Stack:
    """k contrasts with m scores in A and n in B, none missing, each side in order of time.

    `a`, `times_a`: shape (k, m); `b`, `times_b`: shape (k, n); `signs`: shape (k,), 1 where a higher score is better,
    -1 where a lower one is.
    """

    a: Floats
    b: Floats
    times_a: Floats
    times_b: Floats
    signs: Floats

    @property
    def k(self) -> int:
        """How many series."""
        return int(self.a.shape[0])

    @property
    def m(self) -> int:
        """How many scores in A."""
        return int(self.a.shape[1])

    @property
    def n(self) -> int:
        """How many scores in B."""
        return int(self.b.shape[1])

    @cached_property
    def toward_better(self) -> "Stack":
        """The same series with scores turned so that higher is better."""
        if bool(np.all(self.signs > 0)):
            return self
        turn = self.signs[:, np.newaxis]
        return Stack(self.a * turn, self.b * turn, self.times_a, self.times_b, np.ones_like(self.signs))

    @cached_property
    def scaled(self) -> "Stack":
        """The same series with scores and times in powers of two of their own, so that no product overflows."""
        scores, times = powers_of_two(self.a, self.b), powers_of_two(self.times_a, self.times_b)
        a, b = scaled_down(self.a, scores), scaled_down(self.b, scores)
        times_a, times_b = scaled_down(self.times_a, times), scaled_down(self.times_b, times)
        return Stack(a, b, times_a, times_b, self.signs)

    @cached_property
    def comparisons(self) -> Comparisons:
        """Every A score compared with every B score, computed once."""
        return compare(self.a, self.b)

    @cached_property
    def moments(self) -> Moments:
        """Means and variances of both sides, scores as they are, computed once."""
        return moments(self.a, self.b)


def stack(contrasts: Sequence[Contrast]) -> Stack:
    """Stack contrasts of the same lengths; their scores must be finite (`one` checks a single one)."""
    return Stack(
        a=np.concatenate([one.a for one in contrasts]).reshape(len(contrasts), -1),
        b=np.concatenate([one.b for one in contrasts]).reshape(len(contrasts), -1),
        times_a=np.concatenate([one.times_a for one in contrasts]).reshape(len(contrasts), -1),
        times_b=np.concatenate([one.times_b for one in contrasts]).reshape(len(contrasts), -1),
        signs=np.array([1.0 if one.improvement is Improvement.INCREASE else -1.0 for one in contrasts]),
    )


def one(contrast: Contrast) -> Stack:
    """Stack a single contrast.

    Raises Refused: "no-scores" (a side is empty), "score-not-a-number" (missing or infinite).
    """
    if contrast.a.size == 0 or contrast.b.size == 0:
        raise refuse(
            "no-scores",
            nl="Een van de twee fasen heeft geen enkele score.",
            en="One of the two phases has no score at all.",
        )
    if not (np.all(np.isfinite(contrast.a)) and np.all(np.isfinite(contrast.b))):
        raise refuse(
            "score-not-a-number",
            nl="Een score ontbreekt of is oneindig. Laat ontbrekende scores uit de vergelijking weg.",
            en="A score is missing or infinite. Leave missing scores out of the comparison.",
        )
    return stack([contrast])
