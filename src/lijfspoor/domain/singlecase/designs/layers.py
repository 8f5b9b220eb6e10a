"""What lies over a drawn order: periods of several measurements, and washout rows that count for no condition."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from lijfspoor.domain.singlecase.data.saying import Saying, refuse
from lijfspoor.domain.singlecase.designs.phases import phase_scheme
from lijfspoor.domain.singlecase.designs.ranks import Ranked, Ranks, read_codes
from lijfspoor.domain.singlecase.designs.scheme import Codes

WASHOUT = "washout"
"""The label of a row that is measured but counts for no condition."""


@dataclass(frozen=True)
class Periods(Ranked):
    """Each drawn condition lasts `rows` measurements, as in a trial of one person with periods of a week."""

    inner: Ranked
    rows: int
    labels: tuple[str, ...] = field(init=False)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        if self.rows < 1:
            raise refuse("bad-period", nl="Een periode telt ten minste één meting.", en="A period has a measurement.")
        object.__setattr__(self, "labels", self.inner.labels)
        object.__setattr__(self, "size", self.inner.size * self.rows)

    def count(self) -> int:
        """How many orders of periods there are."""
        return self.inner.count()

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the sequences with these ranks, shape (k, size)."""
        return np.repeat(self.inner.unrank(ranks), self.rows, axis=1)

    def draw(self, rng: np.random.Generator, k: int) -> Codes:
        """Draw `k` sequences."""
        return np.repeat(self.inner.draw(rng, k), self.rows, axis=1)

    def fewest_points(self, washout: int = 0) -> int:
        """Each period may follow a change and lose its first rows to washout."""
        return self.inner.fewest_points() * max(self.rows - washout, 0)

    def fewest_changes(self) -> int:
        """As the order of the periods."""
        return self.inner.fewest_changes()

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say which period changed condition halfway, or why the order of periods is not admissible."""
        row = read_codes(codes, self.size, len(self.labels))
        if isinstance(row, Saying):
            return row
        periods = row.reshape(-1, self.rows)
        broken = np.flatnonzero((periods != periods[:, :1]).any(axis=1))
        if broken.size:
            return Saying(
                nl=f"In periode {broken[0] + 1} wisselt de conditie halverwege.",
                en=f"In period {broken[0] + 1} the condition changes halfway.",
            )
        return self.inner.refusal(periods[:, 0])


@dataclass(frozen=True)
class Washout(Ranked):
    """The first `rows` measurements after each change of condition carry the label "washout", the last of `labels`.

    Every phase must last longer than the washout; then each washed sequence belongs to one order and ranks are the
    inner scheme's. A sequence is admitted with its washout rows marked or with none of them marked.
    """

    inner: Ranked
    rows: int
    labels: tuple[str, ...] = field(init=False)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", (*self.inner.labels, WASHOUT))
        object.__setattr__(self, "size", self.inner.size)

    @cached_property
    def code(self) -> int:
        """The code of a washout row."""
        return len(self.inner.labels)

    def count(self) -> int:
        """How many sequences there are."""
        return self.inner.count()

    def unrank(self, ranks: Ranks) -> Codes:
        """Return the washed sequences with these ranks, shape (k, size)."""
        return self.mark(self.inner.unrank(ranks))

    def draw(self, rng: np.random.Generator, k: int) -> Codes:
        """Draw `k` washed sequences."""
        return self.mark(self.inner.draw(rng, k))

    def fewest_points(self, washout: int = 0) -> int:
        """What is left of the inner scheme's phases."""
        return self.inner.fewest_points(self.rows + washout)

    def fewest_changes(self) -> int:
        """As without the washout."""
        return self.inner.fewest_changes()

    def mark(self, codes: Codes) -> Codes:
        """Give the first rows after each change the washout code."""
        washed = codes.copy()
        for rows in range(self.rows, 0, -1):
            # A row is washed when the condition changed at most `rows` rows ago.
            washed[:, rows:][codes[:, rows:] != codes[:, :-rows]] = self.code
        return washed

    def refusal(self, codes: npt.ArrayLike) -> Saying | None:
        """Say which washout row is not where the design has it, or why the order is not admissible."""
        row = read_codes(codes, self.size, len(self.labels))
        if isinstance(row, Saying):
            return row
        plain = self.unmark(row)
        if isinstance(plain, Saying):
            return plain
        marked = self.mark(plain[np.newaxis].astype(np.int8))[0]
        if (row == self.code).any() and (marked != row).any():
            return _washout_elsewhere(int(np.argmax(marked != row)) + 1)
        return self.inner.refusal(plain)

    def settle(self, codes: npt.ArrayLike) -> Codes:
        """Return an admissible sequence with its washout rows marked."""
        row = np.asarray(codes, dtype=np.int8)
        return row if (row == self.code).any() else self.mark(row[np.newaxis])[0]

    def unmark(self, row: npt.NDArray[np.int64]) -> npt.NDArray[np.int64] | Saying:
        """Give each washout row the condition that follows it; say so when none does."""
        places = np.where(row != self.code, np.arange(self.size), self.size)
        following = np.minimum.accumulate(places[::-1])[::-1]
        if following[-1] == self.size:
            return _washout_elsewhere(self.size)
        return row[following]


def washed(
    order: Sequence[str],
    size: int,
    *,
    minimum: int | Sequence[int] = 1,
    maximum: int | Sequence[int] | None = None,
    starts: Sequence[Sequence[int] | None] | None = None,
    washout: int = 0,
    labels: Sequence[str] | None = None,
) -> Ranked:
    """Make a phase scheme with `washout` rows after each change, which come on top of a phase's minimum and maximum.

    Raises as `phase_scheme` does, and Refused "bad-washout" below 0.
    """
    if washout < 0:
        raise refuse(
            "bad-washout", nl="Uitwassen duurt 0 of meer metingen.", en="A washout has 0 measurements or more."
        )
    least, most = (_on_top(rows, len(order), washout) for rows in (minimum, maximum))
    scheme = phase_scheme(order, size, minimum=least or 1, maximum=most, starts=starts, labels=labels)
    return Washout(scheme, washout) if washout else scheme


def _on_top(rows: int | Sequence[int] | None, phases: int, washout: int) -> tuple[int, ...] | None:
    """The first phase follows no change, so it has no washout."""
    if rows is None:
        return None
    own = (rows,) * phases if isinstance(rows, int) else tuple(rows)
    return tuple(length + washout * (place > 0) for place, length in enumerate(own))


def _washout_elsewhere(row: int) -> Saying:
    return Saying(
        nl=f"De uitwasmetingen liggen bij meting {row} anders dan in het ontwerp.",
        en=f"The washout rows at measurement {row} differ from the design.",
    )
