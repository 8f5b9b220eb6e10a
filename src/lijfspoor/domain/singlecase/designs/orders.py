"""A free order of phases: the order itself is drawn too, and then the moments of change within it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.phases import PhaseScheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks
from lijfspoor.domain.singlecase.designs.scheme import Codes


@dataclass(frozen=True)
class OneOf(Ranked):
    """The sequences of several phase orders put behind each other; every sequence, not every order, is equally likely.

    Orders differ, so no sequence belongs to two of them. Ranks follow the orders as given.
    """

    labels: tuple[str, ...]
    size: int
    schemes: tuple[PhaseScheme, ...]

    @cached_property
    def _ends(self) -> list[int]:
        ends, total = [], 0
        for scheme in self.schemes:
            total += scheme.count()
            ends.append(total)
        return ends

    def count(self) -> int:
        """How many sequences the orders have together."""
        return self._ends[-1]

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the sequences with these ranks, shape (k, size)."""
        codes = np.empty((len(ranks), self.size), dtype=np.int8)
        begin = 0
        for scheme, end in zip(self.schemes, self._ends, strict=True):
            here = (ranks >= begin) & (ranks < end)
            codes[here] = scheme.unrank(ranks[here] - begin)
            begin = end
        return codes

    def fewest_points(self, washout: int = 0) -> int:
        """The fewest of any order."""
        return min(scheme.fewest_points(washout) for scheme in self.schemes)

    def fewest_changes(self) -> int:
        """The fewest of any order."""
        return min(scheme.fewest_changes() for scheme in self.schemes)

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say why no order admits the sequence: by its own order when that is one of them."""
        said = [scheme.refusal(codes) for scheme in self.schemes]
        if None in said:
            return None
        order = _order_of(codes, self.labels)
        own = [why for why, scheme in zip(said, self.schemes, strict=True) if scheme.order == order]
        return own[0] if own else said[0]


def _order_of(codes: npt.ArrayLike, labels: tuple[str, ...]) -> tuple[str, ...]:
    row = np.atleast_1d(np.asarray(codes)).ravel()
    keep = np.concatenate([[True], row[1:] != row[:-1]]) if row.size else np.zeros(0, dtype=bool)
    return tuple(labels[int(code)] for code in row[keep] if 0 <= int(code) < len(labels))


def one_of(schemes: Sequence[PhaseScheme]) -> OneOf:
    """Put phase schemes of one size and one set of labels together.

    Raises Refused: "same-order-twice", "unequal-lengths" (sizes or labels differ).
    """
    first = schemes[0]
    if len({scheme.order for scheme in schemes}) < len(schemes):
        raise refuse(
            "same-order-twice",
            nl="Dezelfde volgorde van fasen staat er twee keer.",
            en="The same order of phases is given twice.",
        )
    if any(scheme.size != first.size or scheme.labels != first.labels for scheme in schemes):
        raise refuse(
            "unequal-lengths",
            nl="De volgordes hebben niet dezelfde fasen en evenveel metingen.",
            en="The orders do not have the same phases and number of measurements.",
        )
    return OneOf(labels=first.labels, size=first.size, schemes=tuple(schemes))


def all_orders(phases: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Every different order of these phases in which no phase follows itself, in dictionary order of first mention."""
    place = {label: number for number, label in enumerate(dict.fromkeys(phases))}
    orders = sorted(set(permutations(phases)), key=lambda order: [place[label] for label in order])
    return tuple(order for order in orders if all(a != b for a, b in pairwise(order)))
