"""Phases in a fixed order whose moments of change are drawn: AB, ABA, ABAB, ABC and changing criterion.

The random thing is when each phase begins (Edgington 1975, doi:10.1080/00223980.1975.9923926; Onghena 1992, Behavioral
Assessment 14, 153-171, for ABAB and longer; Onghena, Tanious, De & Michiels 2019, doi:10.1016/j.brat.2019.01.005, for
changing criterion): all divisions of the rows into that many phases, each of at least its minimum length and each
beginning on an allowed row. Their number is a count of compositions; with one minimum L for all J phases of n rows it
is C(n - J L + J - 1, J - 1): 40 rows, ABAB, at least 4 per phase gives C(27, 3) = 2925.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.chains import Chain
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks, read_codes
from lijfspoor.domain.singlecase.designs.scheme import Codes

ANY = 2**62


@dataclass(frozen=True)
class PhaseScheme(Ranked):
    """One order of phases over `size` rows.

    `order`: the label of each phase, no two neighbours equal; `minimum` and `maximum`: rows per phase; `starts`: per
    change of phase the rows (counted from 1) on which the new phase may begin, None for any row. Ranks follow the
    moments of change: an earlier first change comes first. Build one with `phase_scheme`, which checks and explains.
    """

    labels: tuple[str, ...]
    size: int
    order: tuple[str, ...]
    minimum: tuple[int, ...]
    maximum: tuple[int, ...]
    starts: tuple[tuple[int, ...] | None, ...]

    @cached_property
    def _chain(self) -> Chain:
        changes = [tuple(row - 1 for row in rows) if rows is not None else range(self.size + 1) for rows in self.starts]
        return Chain(self.size, ((0,), *changes, (self.size,)), self.minimum, self.maximum)

    @cached_property
    def _codes(self) -> npt.NDArray[np.int8]:
        return np.array([self.labels.index(label) for label in self.order], dtype=np.int8)

    def count(self) -> int:
        """How many divisions into phases are admissible."""
        return self._chain.total

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the sequences with these ranks, shape (k, size)."""
        changes = self._chain.unrank(ranks)[:, 1:-1]
        codes = np.full((len(changes), self.size), self._codes[0], dtype=np.int8)
        rows = np.arange(self.size)
        for phase, begin in enumerate(changes.T, start=1):
            np.copyto(codes, self._codes[phase], where=rows >= begin[:, np.newaxis])
        return codes

    def fewest_points(self, washout: int = 0) -> int:
        """The shortest that any phase is in any admissible sequence."""
        lengths = [self._chain.shortest_gap(phase) for phase in range(len(self.order))]
        return min(lengths[0], *(length - washout for length in lengths[1:]))

    def fewest_changes(self) -> int:
        """Every phase but the first begins with a change."""
        return len(self.order) - 1

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say which phase is out of order, too short, too long, or begins on a row that is not allowed."""
        row = read_codes(codes, self.size, len(self.labels))
        if isinstance(row, Saying):
            return row
        begins = [0, *((row[1:] != row[:-1]).nonzero()[0] + 1).tolist(), self.size]
        order = tuple(self.labels[row[begin]] for begin in begins[:-1])
        if order != self.order:
            return _other_order(order, self.order)
        for phase, (begin, end) in enumerate(pairwise(begins)):
            said = self._phase_refusal(phase, begin, end - begin)
            if said:
                return said
        return None

    def _phase_refusal(self, phase: int, begin: int, length: int) -> Saying | None:
        label, starts = self.order[phase], self.starts[phase - 1] if phase else None
        if starts is not None and begin + 1 not in starts:
            return _start_outside(label, begin + 1, starts)
        if length < self.minimum[phase]:
            return _too_short(label, length, self.minimum[phase])
        return _too_long(label, length, self.maximum[phase]) if length > self.maximum[phase] else None


def phase_scheme(
    order: str | Sequence[str],
    size: int,
    *,
    minimum: int | Sequence[int] = 1,
    maximum: int | Sequence[int] | None = None,
    starts: Sequence[Sequence[int] | None] | None = None,
    labels: Sequence[str] | None = None,
) -> PhaseScheme:
    """Make the scheme of phases in `order` ("ABAB" or a list of labels) over `size` rows.

    Raises Refused: "phase-order" (fewer than two phases, or a phase that follows itself), "unequal-lengths" (not one
    minimum, maximum or start set per phase), "bad-minimum" (below 1), "no-assignment" (nothing is admissible).
    """
    phases = tuple(order)
    if len(phases) < 2 or any(now == then for now, then in pairwise(phases)):
        raise refuse(
            "phase-order",
            nl="Een ontwerp met fasen heeft ten minste twee fasen; een fase volgt nooit op zichzelf.",
            en="A design of phases has at least two phases, and no phase follows itself.",
        )
    scheme = PhaseScheme(
        labels=tuple(labels) if labels is not None else tuple(dict.fromkeys(phases)),
        size=size,
        order=phases,
        minimum=_per_phase(minimum, len(phases)),
        maximum=_per_phase(ANY if maximum is None else maximum, len(phases)),
        starts=tuple(
            None if rows is None else tuple(sorted(set(rows))) for rows in starts or [None] * (len(phases) - 1)
        ),
    )
    _check_scheme(scheme)
    return scheme


def _per_phase(rows: int | Sequence[int], phases: int) -> tuple[int, ...]:
    return (rows,) * phases if isinstance(rows, int) else tuple(rows)


def _check_scheme(scheme: PhaseScheme) -> None:
    phases = len(scheme.order)
    if not len(scheme.minimum) == len(scheme.maximum) == len(scheme.starts) + 1 == phases:
        raise refuse(
            "unequal-lengths",
            nl="Geef voor elke fase één minimum en één maximum, en voor elke overgang één venster.",
            en="Give one minimum and one maximum for each phase, and one window for each change.",
        )
    if min(scheme.minimum) < 1:
        raise refuse(
            "bad-minimum",
            nl="Een fase heeft ten minste één meting.",
            en="A phase has at least one measurement.",
        )
    if scheme.size < sum(scheme.minimum) or scheme.count() == 0:
        raise no_assignment(scheme.size)


def no_assignment(size: int) -> Exception:
    """Return the refusal for a design that nothing fits."""
    return refuse(
        "no-assignment",
        nl=f"Met {size} metingen past geen enkele indeling bij deze regels; vraag meer metingen of kortere fasen.",
        en=f"With {size} measurements no assignment fits these rules; plan more measurements or shorter phases.",
    )


def _other_order(found: tuple[str, ...], planned: tuple[str, ...]) -> Saying:
    return Saying(
        nl=f"De fasen volgden elkaar op als {'-'.join(found)}; het ontwerp is {'-'.join(planned)}.",
        en=f"The phases followed each other as {'-'.join(found)}; the design is {'-'.join(planned)}.",
    )


def _start_outside(label: str, begin: int, starts: tuple[int, ...]) -> Saying:
    rows = f"{starts[0]}-{starts[-1]}" if len(starts) == starts[-1] - starts[0] + 1 else ", ".join(map(str, starts))
    return Saying(
        nl=f"Fase {label} begon bij meting {begin}; volgens het ontwerp kan dat bij meting {rows}.",
        en=f"Phase {label} began at measurement {begin}; the design allows measurement {rows}.",
    )


def _too_short(label: str, length: int, minimum: int) -> Saying:
    return Saying(
        nl=f"Fase {label} heeft {length} metingen; volgens het ontwerp ten minste {minimum}.",
        en=f"Phase {label} has {length} measurements; the design asks for at least {minimum}.",
    )


def _too_long(label: str, length: int, maximum: int) -> Saying:
    return Saying(
        nl=f"Fase {label} heeft {length} metingen; volgens het ontwerp ten hoogste {maximum}.",
        en=f"Phase {label} has {length} measurements; the design allows at most {maximum}.",
    )
