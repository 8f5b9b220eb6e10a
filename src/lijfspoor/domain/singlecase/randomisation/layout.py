"""Many label sequences laid over the rows of one series, ready for statistics that take all of them at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import refuse
from lijfspoor.domain.singlecase.data.series import Case, Flags, Floats
from lijfspoor.domain.singlecase.designs.layers import WASHOUT
from lijfspoor.domain.singlecase.designs.scheme import Codes

Counts = npt.NDArray[np.int64]
MOST_LINES = 16_384
SIDE_A, SIDE_B, NO_SIDE, WASHED = 0, 1, -1, -2


@dataclass(frozen=True, eq=False)
class Layout:
    """`k` label sequences over `n` rows.

    `codes`: shape (k, n), the phase of each row; `side_of`: shape (labels,), which side each code belongs to (0 for A,
    1 for B, -1 for neither, -2 for washout); `present`: shape (n,), which rows hold a score (a missing score keeps its
    place); `times`: shape (n,), the measured times.
    """

    codes: Codes
    side_of: npt.NDArray[np.int8]
    present: Flags
    times: Floats

    @cached_property
    def sides(self) -> npt.NDArray[np.int8]:
        """The side of each row, shape (k, n)."""
        return np.take(self.side_of, self.codes)

    @cached_property
    def in_a(self) -> Floats:
        """1.0 where a sequence puts a present score on side A, shape (k, n)."""
        return np.asarray((self.sides == SIDE_A) & self.present, dtype=np.float64)

    @cached_property
    def in_b(self) -> Floats:
        """1.0 where a sequence puts a present score on side B, shape (k, n)."""
        return np.asarray((self.sides == SIDE_B) & self.present, dtype=np.float64)

    @cached_property
    def spells(self) -> Counts:
        """The number of the spell each row is in, from 0; a step back begins a new one. Shape (k, n)."""
        numbers = np.zeros(self.codes.shape, dtype=np.int64)
        np.cumsum(self.codes[:, 1:] != self.codes[:, :-1], axis=1, out=numbers[:, 1:])
        return numbers

    @cached_property
    def clock(self) -> Floats:
        """The times from their middle on, so that sums of squares keep their digits. Shape (n,)."""
        return np.asarray(self.times - self.times.mean(), dtype=np.float64)

    def parts(self, most: int = MOST_LINES) -> Iterator["Layout"]:
        """The layout itself, or cut in parts of at most so many sequences, so that memory stays in bounds."""
        if len(self.codes) <= most:
            yield self
            return
        for begin in range(0, len(self.codes), most):
            yield Layout(self.codes[begin : begin + most], self.side_of, self.present, self.times)


def layout_of(case: Case, codes: Codes, side_of: npt.NDArray[np.int8]) -> Layout:
    """Lay sequences over a case; a single sequence may be given without its first axis."""
    return Layout(np.atleast_2d(codes), side_of, case.present, case.times)


def stem(label: str) -> str:
    """A label without the number behind it: A1 and A2 are both A."""
    return label.rstrip("0123456789") or label


def sides_of(
    labels: tuple[str, ...], a: str | Iterable[str] | None = None, b: str | Iterable[str] | None = None
) -> npt.NDArray[np.int8]:
    """Say for each label of a design which side it is on: by default the first and its likes against all others.

    A1 and A2 are likes. Labels in neither `a` nor `b` are left out when both are given; washout always is. Raises
    Refused: "one-phase" (a side without a label), "label-on-both-sides".
    """
    side_a = _matching(labels, a) if a is not None else frozenset(x for x in labels if stem(x) == stem(labels[0]))
    side_b = _matching(labels, b) if b is not None else frozenset(labels) - side_a - {WASHOUT}
    if side_a & side_b:
        raise refuse(
            "label-on-both-sides",
            nl="Een fase staat aan beide kanten van de vergelijking.",
            en="A phase stands on both sides of the comparison.",
        )
    if not side_a or not side_b:
        raise refuse(
            "one-phase",
            nl="De opzet heeft geen twee kanten om te vergelijken.",
            en="The design has no two sides to compare.",
        )
    other = {label: WASHED if label == WASHOUT else NO_SIDE for label in labels}
    sides = [SIDE_A if label in side_a else SIDE_B if label in side_b else other[label] for label in labels]
    return np.array(sides, dtype=np.int8)


def _matching(labels: tuple[str, ...], wanted: str | Iterable[str]) -> frozenset[str]:
    asked = {wanted} if isinstance(wanted, str) else set(wanted)
    return frozenset(label for label in labels if label in asked or stem(label) in asked)


def codes_of(case: Case, labels: tuple[str, ...], size: int) -> npt.NDArray[np.int8]:
    """Write the phases a case had as codes of a design, shape (n,).

    Labels match by name; where a design numbers its phases (A1, B1, A2) and the case does not, spell by spell; where
    the case numbers them and the design does not, without the number. Raises Refused: "other-length",
    "label-not-in-design".
    """
    if case.size != size:
        raise refuse(
            "other-length",
            nl=f"De opzet heeft {size} metingen en de reeks {case.size}; een gemiste meting houdt haar plaats.",
            en=f"The design has {size} measurements and the series {case.size}; a missed one keeps its place.",
        )
    for phases in _ways_to_write(case, labels):
        if set(phases) <= set(labels):
            place = {label: code for code, label in reversed(list(enumerate(labels)))}
            return np.array([place[phase] for phase in phases], dtype=np.int8)
    unknown = next(label for label in case.labels if label not in labels)
    raise refuse(
        "label-not-in-design",
        nl=f"Fase {unknown} komt in de opzet niet voor.",
        en=f"Phase {unknown} does not occur in the design.",
    )


def _ways_to_write(case: Case, labels: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    yield case.phases
    yield tuple(stem(phase) for phase in case.phases)
    changes = [0, *(before != after for before, after in pairwise(case.phases))]
    spells = np.cumsum(changes)
    if spells[-1] < len(labels) and all(
        stem(labels[spell]) == stem(phase) for spell, phase in zip(spells, case.phases, strict=True)
    ):
        yield tuple(labels[spell] for spell in spells)
