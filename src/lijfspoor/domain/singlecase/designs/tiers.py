"""Multiple baselines whose starts are tied to each other: which client gets which moment is drawn.

Wampold & Worsham 1986 (Behavioral Assessment 8, 135-143): the moments are fixed and all different, the clients are
allocated to them by a permutation: K clients give K! assignments; three give 6. Koehler & Levin 1998,
doi:10.1037/1082-989X.3.2.206: each moment is a window of starts (a tier); the clients are allocated to the tiers and
then a start is drawn within the tier, K! times the product of the window sizes; three windows of 3 give 6 * 27 = 162.
The first is the second with windows of one start.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import factorial, prod

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse
from lijfspoor.domain.singlecase.designs.joint import RankedJoint
from lijfspoor.domain.singlecase.designs.layers import washed
from lijfspoor.domain.singlecase.designs.phases import no_assignment
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks
from lijfspoor.domain.singlecase.designs.scheme import Codes, Picks
from lijfspoor.domain.singlecase.designs.starts import start_options

MOST_TIERS = 12


@dataclass(frozen=True)
class Tiers(RankedJoint):
    """Every allocation of the cases to the tiers, with every choice of a start within each tier.

    `windows`: per tier its starts (rows counted from 1). The options of a case are the starts of tier 1, then those of
    tier 2, and so on; a start that two windows share stands twice, as it is twice as likely to be drawn.
    """

    cases: tuple[Ranked, ...]
    windows: tuple[tuple[int, ...], ...]

    @property
    def schemes(self) -> tuple[Ranked, ...]:
        """Per case the scheme of its own series."""
        return self.cases

    @cached_property
    def options(self) -> tuple[Codes, ...]:
        """Per case its sequence for each start of each tier, shape (starts of all tiers, rows of the case)."""
        return tuple(start_options(scheme, tuple(chain(*self.windows))) for scheme in self.cases)

    @cached_property
    def _begins(self) -> npt.NDArray[np.int64]:
        """The option at which each tier begins."""
        return np.cumsum([0, *(len(window) for window in self.windows)])

    def count(self) -> int:
        """How many joint choices there are."""
        return factorial(len(self.cases)) * self._choices

    @property
    def _choices(self) -> int:
        return prod(len(window) for window in self.windows)

    def unrank(self, ranks: Ranks) -> Picks:
        """Return the joint choices with these ranks, shape (k, cases): by allocation, then by start."""
        tiers = permutations_at(np.asarray(ranks) // self._choices, len(self.cases))
        rest = np.asarray(ranks) % self._choices
        picked = np.empty((len(rest), len(self.windows)), dtype=np.int64)
        for tier in reversed(range(len(self.windows))):
            picked[:, tier] = self._begins[tier] + rest % len(self.windows[tier])
            rest = rest // len(self.windows[tier])
        return np.take_along_axis(picked, tiers, axis=1)

    def joint_refusal(self, picks: npt.NDArray[np.int64]) -> Saying | None:
        """Say that two cases stand in one tier."""
        tiers = np.searchsorted(self._begins, picks, side="right")
        return None if len(set(tiers.tolist())) == len(tiers) else TIER_TWICE

    def _find_picks(self, places: list[npt.NDArray[np.int64]]) -> Picks | Refused:
        """Where windows overlap a start may belong to two tiers: look for any allocation that uses every tier once."""
        found = self._allocate(places, frozenset())
        return Refused("not-admissible", TIER_TWICE) if found is None else np.array(found, dtype=np.int64)

    def _allocate(self, places: list[npt.NDArray[np.int64]], used: frozenset[int]) -> list[int] | None:
        if not places:
            return []
        for place in places[0].tolist():
            tier = int(np.searchsorted(self._begins, place, side="right"))
            if tier not in used and (rest := self._allocate(places[1:], used | {tier})) is not None:
                return [place, *rest]
        return None


TIER_TWICE = Saying(
    nl="Twee reeksen beginnen in hetzelfde startvenster; het ontwerp geeft elke reeks een eigen venster.",
    en="Two series begin in the same start window; the design gives each series a window of its own.",
)


def permutations_at(ranks: Ranks, items: int) -> npt.NDArray[np.int64]:
    """Return the permutations of 0 .. items-1 with these ranks in dictionary order, shape (k, items)."""
    left = np.tile(np.arange(items), (len(ranks), 1))
    rest, order = np.asarray(ranks), np.empty((len(ranks), items), dtype=np.int64)
    for place in range(items):
        radix = factorial(items - 1 - place)
        digit = (rest // radix).astype(np.int64)[:, np.newaxis]
        rest = rest % radix
        order[:, place] = np.take_along_axis(left, digit, axis=1)[:, 0]
        # The item taken is left out by shifting those behind it one place forward.
        places = np.arange(left.shape[1] - 1)
        left = np.take_along_axis(left, places + (places >= digit), axis=1)
    return order


def koehler_levin(
    sizes: Sequence[int],
    windows: Sequence[Sequence[int]],
    order: Sequence[str] = ("A", "B"),
    minimum: int | Sequence[int] = 1,
    washout: int = 0,
) -> Tiers:
    """Make the scheme of tiers with a window of starts each, for AB series of these sizes.

    Raises Refused: "tiers" (not one window per case, an empty one, a start twice in one, or more than 12 tiers),
    "no-assignment" (a start leaves a phase of some case shorter than `minimum`).
    """
    rows = tuple(tuple(sorted(window)) for window in windows)
    fits = len(rows) == len(sizes) <= MOST_TIERS and all(window and len(set(window)) == len(window) for window in rows)
    if not fits:
        raise refuse(
            "tiers",
            nl=f"Geef elke reeks één eigen startvenster, zonder dubbele metingen (ten hoogste {MOST_TIERS} reeksen).",
            en=f"Give each series one start window of its own, without repeats (at most {MOST_TIERS} series).",
        )
    starts = tuple(sorted(set(chain(*rows))))
    schemes = tuple(washed(order, size, minimum=minimum, starts=[starts], washout=washout) for size in sizes)
    for scheme in schemes:
        _check_all_starts(scheme, starts)
    return Tiers(cases=schemes, windows=rows)


def _check_all_starts(scheme: Ranked, starts: tuple[int, ...]) -> None:
    """A start that some case could not get would make that allocation impossible."""
    if scheme.count() < len(starts):
        raise no_assignment(scheme.size)


def wampold_worsham(
    sizes: Sequence[int],
    starts: Sequence[int],
    order: Sequence[str] = ("A", "B"),
    minimum: int | Sequence[int] = 1,
    washout: int = 0,
) -> Tiers:
    """Make the scheme of fixed, different starts allocated to the cases; raises as `koehler_levin` does."""
    if len(set(starts)) < len(starts):
        raise refuse(
            "tiers",
            nl="De startmomenten moeten alle verschillend zijn.",
            en="The starts must all be different.",
        )
    return koehler_levin(sizes, [[start] for start in starts], order, minimum, washout)
