"""Multiple baselines whose starts must lie apart: at least so many rows between one start and the next.

In a fixed order of cases (the first always begins first) or in any order. The rising starts t_1 < t_2 < ... with gaps
of at least d are counted by running sums, as phases are; with one window of W starts for K cases there are
C(W - (K-1)(d-1), K) of them in a fixed order, and K! times as many when the order of the cases is drawn too. Starts
that cannot coincide are what makes a multiple baseline show its effect at different moments (Kratochwill et al. 2013,
doi:10.1177/0741932512452794).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import factorial

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.chains import Chain
from lijfspoor.domain.singlecase.designs.joint import RankedJoint
from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.phases import ANY, no_assignment
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks
from lijfspoor.domain.singlecase.designs.scheme import Codes, Picks
from lijfspoor.domain.singlecase.designs.starts import start_options
from lijfspoor.domain.singlecase.designs.tiers import permutations_at


@dataclass(frozen=True)
class Staggered(RankedJoint):
    """Starts of AB series at least `stagger` rows apart.

    `windows`: per case its possible starts (rows counted from 1), which are its options in that order; `any_order`:
    whether the order of the cases is drawn too, for which all windows are the same.
    """

    cases: tuple[Ranked, ...]
    windows: tuple[tuple[int, ...], ...]
    stagger: int
    any_order: bool

    @property
    def schemes(self) -> tuple[Ranked, ...]:
        """Per case the scheme of its own series."""
        return self.cases

    @cached_property
    def options(self) -> tuple[Codes, ...]:
        """Per case its sequence for each start of its window."""
        return tuple(start_options(scheme, rows) for scheme, rows in zip(self.cases, self.windows, strict=True))

    @cached_property
    def _chain(self) -> Chain:
        gaps = len(self.cases) - 1
        last = max(max(window) for window in self.windows)
        return Chain(last, self.windows, (self.stagger,) * gaps, (ANY,) * gaps)

    def count(self) -> int:
        """How many joint choices there are."""
        return self._chain.total * (factorial(len(self.cases)) if self.any_order else 1)

    def unrank(self, ranks: Ranks) -> Picks:
        """Return the joint choices with these ranks, shape (k, cases): by order of the cases, then by the starts."""
        starts = self._chain.unrank(np.asarray(ranks) % self._chain.total)
        if self.any_order:
            turn = permutations_at(np.asarray(ranks) // self._chain.total, len(self.cases))
            starts = np.take_along_axis(starts, turn, axis=1)
        places = [np.searchsorted(window, column) for window, column in zip(self.windows, starts.T, strict=True)]
        return np.stack(places, axis=1).astype(np.int64)

    def joint_refusal(self, picks: npt.NDArray[np.int64]) -> Saying | None:
        """Say that starts lie too close, or in another order than the design's."""
        starts = [window[pick] for window, pick in zip(self.windows, picks, strict=True)]
        if self._chain.holds(tuple(sorted(starts) if self.any_order else starts)):
            return None
        return Saying(
            nl=f"De starts bij meting {_listed(starts)} volgen elkaar niet {self.stagger} metingen na elkaar op.",
            en=f"The starts at measurements {_listed(starts)} are not at least {self.stagger} measurements apart.",
        )


def _listed(starts: Sequence[int]) -> str:
    return ", ".join(str(start) for start in starts)


def staggered(
    sizes: Sequence[int],
    windows: Sequence[Sequence[int]],
    stagger: int,
    *,
    any_order: bool = False,
    order: Sequence[str] = ("A", "B"),
    minimum: int | Sequence[int] = 1,
    washout: int = 0,
) -> Staggered:
    """Make the scheme of starts at least `stagger` rows apart for AB series of these sizes.

    Raises Refused: "unequal-lengths" (not one window per case), "stagger" (below 1), "windows-differ" (any order with
    different windows), "no-assignment".
    """
    if len(windows) != len(sizes):
        raise refuse("unequal-lengths", nl="Geef elke reeks een startvenster.", en="Give each series a start window.")
    if stagger < 1:
        raise refuse(
            "stagger",
            nl="Tussen twee starts ligt ten minste één meting.",
            en="Two starts lie at least one measurement apart.",
        )
    schemes = tuple(
        washed(order, size, minimum=minimum, starts=[rows], washout=washout)
        for size, rows in zip(sizes, windows, strict=True)
    )
    own = tuple(_possible(scheme) for scheme in schemes)
    if any_order and len(set(own)) > 1:
        raise refuse(
            "windows-differ",
            nl="In willekeurige volgorde starten kan alleen als alle reeksen hetzelfde startvenster hebben.",
            en="Starting in any order needs the same start window for all series.",
        )
    joint = Staggered(cases=schemes, windows=own, stagger=stagger, any_order=any_order)
    if joint.count() == 0:
        raise no_assignment(max(sizes))
    return joint


def _possible(scheme: Ranked) -> tuple[int, ...]:
    """The starts that leave both phases long enough, in order."""
    return tuple(sorted(int(np.flatnonzero(codes)[0]) + 1 for codes in np.concatenate(list(scheme.enumerate()))))
